// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/bundle.h"

#include "engine/api/jsonview.h"
#include "engine/api/names.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace leat {

namespace {

using Layer = Redaction::Layer;

constexpr std::array kLayers{
    Name<Layer>{Layer::Field, "field"},
    Name<Layer>{Layer::Secret, "secret"},
    Name<Layer>{Layer::Pattern, "pattern"},
    Name<Layer>{Layer::Name, "name"},
    Name<Layer>{Layer::Home, "home"},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("Bundle", text);
}

} // namespace

QString toString(Redaction::Layer layer)
{
    return nameOf(kLayers, layer);
}

QString layerExplained(Redaction::Layer layer)
{
    switch (layer) {
    case Layer::Field: return tr("Left out: not on the list of fields");
    case Layer::Secret: return tr("Taken out: a secret that Leat knows");
    case Layer::Pattern: return tr("Taken out: looks like a secret");
    case Layer::Name: return tr("Replaced by a hash: a name");
    case Layer::Home: return tr("Replaced by ~: your home folder");
    }
    return {};
}

QJsonObject toJson(const Bundle& bundle)
{
    QJsonArray files;
    for (const BundleFile& file : bundle.files)
        files.append(QJsonObject{{QStringLiteral("name"), file.name}, {QStringLiteral("bytes"), file.text.toUtf8().size()},
            {QStringLiteral("text"), file.text}});
    QJsonArray redactions;
    for (const Redaction& redaction : bundle.redactions)
        redactions.append(QJsonObject{{QStringLiteral("layer"), toString(redaction.layer)},
            {QStringLiteral("what"), redaction.what}, {QStringLiteral("count"), redaction.count}});
    return {{QStringLiteral("names_hashed"), bundle.namesHashed}, {QStringLiteral("files"), files},
        {QStringLiteral("redactions"), redactions}};
}

} // namespace leat
