// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bundle/bundlefilter.h"

#include "engine/bundle/bundlefields.h"

#include <QJsonArray>

namespace leat {

using Layer = Redaction::Layer;

BundleFilter::BundleFilter(Redactor redactor, QString home, bool hashNames)
    : m_redactor(std::move(redactor)), m_home(std::move(home)), m_hashNames(hashNames)
{
}

void BundleFilter::count(Layer layer, const QString& what, qint64 times)
{
    if (times > 0)
        m_counts[{layer, what}] += times;
}

QString BundleFilter::text(const QString& text)
{
    Redactor::Counts taken;
    QString out = m_redactor.redact(text, taken);
    count(Layer::Secret, QStringLiteral("known secrets"), taken.secrets);
    count(Layer::Pattern, QStringLiteral("secret-like text"), taken.patterns);
    if (m_home.size() > 1) {
        count(Layer::Home, QStringLiteral("home folder"), out.count(m_home));
        out.replace(m_home, QStringLiteral("~"));
    }
    if (m_hashNames) {
        qint64 replaced = 0;
        out = m_hasher.replaceIn(out, replaced);
        count(Layer::Name, QStringLiteral("names in texts"), replaced);
    }
    return out;
}

QString BundleFilter::name(const QString& name)
{
    if (!m_hashNames)
        return text(name);
    if (!name.isEmpty())
        count(Layer::Name, QStringLiteral("names in fields"));
    return m_hasher.hashed(name);
}

QJsonValue BundleFilter::strings(const QJsonValue& value, QString (BundleFilter::*way)(const QString&))
{
    if (value.isString())
        return (this->*way)(value.toString());
    if (!value.isArray())
        return QJsonValue(QJsonValue::Null);
    QJsonArray out;
    for (const QJsonValue& each : value.toArray())
        out.append(strings(each, way));
    return out;
}

QJsonValue BundleFilter::nested(const QString& kind, const QJsonValue& value)
{
    if (value.isObject())
        return object(kind, value.toObject());
    if (!value.isArray())
        return QJsonValue(QJsonValue::Null);
    QJsonArray out;
    for (const QJsonValue& each : value.toArray())
        out.append(nested(kind, each));
    return out;
}

QJsonObject BundleFilter::object(const QString& kind, const QJsonObject& json)
{
    QJsonObject out;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const BundleField* field = bundleField(kind, it.key());
        const QJsonValue value = it.value();
        if (!field || field->rule == FieldRule::Drop) {
            // A key that is not on the list may itself be telling.
            if (!value.isNull())
                count(Layer::Field, field ? kind + QLatin1Char('.') + it.key() : kind + QStringLiteral(".(unknown)"));
            continue;
        }
        switch (field->rule) {
        case FieldRule::Keep: out[it.key()] = value.isString() ? QJsonValue(text(value.toString())) : value; break;
        case FieldRule::Name: out[it.key()] = strings(value, &BundleFilter::name); break;
        case FieldRule::Text: out[it.key()] = strings(value, &BundleFilter::text); break;
        case FieldRule::Object: out[it.key()] = nested(QLatin1String(field->inner), value); break;
        case FieldRule::Drop: break;
        }
    }
    return out;
}

std::vector<Redaction> BundleFilter::report() const
{
    std::vector<Redaction> all;
    for (const auto& [key, times] : m_counts)
        all.push_back({key.first, key.second, times});
    return all;
}

} // namespace leat
