// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace leat {

/// One file of a diagnostics bundle, as it will be saved.
struct BundleFile
{
    QString name;                  ///< "schemas.json", "logs/run-17.txt"
    QString text;
    bool operator==(const BundleFile&) const = default;
};

/// What was left out or replaced: by which layer, what, how often.
struct Redaction
{
    enum class Layer { Field, Secret, Pattern, Name, Home };
    Layer layer = Layer::Field;
    QString what;                  ///< "source.secrets", "known secrets", …; never the thing itself
    qint64 count = 0;
    bool operator==(const Redaction&) const = default;
};
QString toString(Redaction::Layer layer);
/// What a layer does, translated: "Field that is not on the list, left out".
QString layerExplained(Redaction::Layer layer);

/// Everything that a bundle would hold. Nothing is saved by making one.
struct Bundle
{
    QDateTime madeAt;              ///< UTC
    bool namesHashed = false;
    std::vector<BundleFile> files;
    std::vector<Redaction> redactions;
};

} // namespace leat
