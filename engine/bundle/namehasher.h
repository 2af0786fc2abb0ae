// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace leat {

/// Replaces names by hashes that are the same within one bundle and mean nothing outside of it:
/// the key is made anew for each. A plain value type.
class NameHasher
{
public:
    NameHasher();
    /// Remembers a name, and its parts at dots, for texts too. Empty ones are ignored.
    void learn(const QString& name);
    /// "name-3f8a21c0"; a dotted name part by part.
    QString hashed(const QString& name) const;
    /// Replaces the names that were learned wherever they stand as whole words.
    QString replaceIn(const QString& text, qint64& count) const;

private:
    QByteArray m_key;
    QHash<QString, QString> m_words;       ///< names of letters, digits and underscores
    QStringList m_others;                  ///< all others, the longest first
};

} // namespace leat
