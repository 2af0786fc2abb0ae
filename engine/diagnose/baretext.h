// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace leat {

/// Takes the names out of an error text, so that a table called "authentication failed" is not
/// read as a failed login: quoted identifiers and literals, bare names behind "column", "table"
/// and the like, paths of URLs. Fields of JSON become "key: value".
class BareText
{
public:
    BareText();
    QString of(const QString& text) const;

private:
    QString withoutQuotes(const QString& text) const;

    struct Replacement
    {
        QRegularExpression pattern;
        QString with;
    };
    QRegularExpression m_field;
    QRegularExpression m_quoted;
    QRegularExpression m_inward;   ///< quoted »like this«
    std::vector<Replacement> m_names;
};

} // namespace leat
