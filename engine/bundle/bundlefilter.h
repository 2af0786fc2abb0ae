// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/bundle.h"
#include "engine/bundle/namehasher.h"
#include "engine/secrets/redactor.h"

#include <QJsonObject>
#include <QJsonValue>

#include <map>

namespace leat {

/// The way of every value into a bundle: the list of fields, then the redactor, the home folder
/// and, by choice, the hashes; each counts what it did. Not thread-safe.
class BundleFilter
{
public:
    BundleFilter(Redactor redactor, QString home, bool hashNames);

    /// Names that are hashed in texts too; all have to be known before the first text.
    void learn(const QString& name) { m_hasher.learn(name); }
    QJsonObject object(const QString& kind, const QJsonObject& json);
    QString text(const QString& text);
    QString name(const QString& name);
    std::vector<Redaction> report() const;

private:
    QJsonValue nested(const QString& kind, const QJsonValue& value);
    /// Of a string, or of every one in an array.
    QJsonValue strings(const QJsonValue& value, QString (BundleFilter::*way)(const QString&));
    void count(Redaction::Layer layer, const QString& what, qint64 times = 1);

    const Redactor m_redactor;
    const QString m_home;
    const bool m_hashNames;
    NameHasher m_hasher;
    std::map<std::pair<Redaction::Layer, QString>, qint64> m_counts;
};

} // namespace leat
