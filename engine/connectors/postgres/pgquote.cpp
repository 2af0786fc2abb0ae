// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgquote.h"

namespace leat::pg {

namespace {

std::string quoted(const QString& text, char quote)
{
    const QByteArray bytes = text.toUtf8();
    std::string out(1, quote);
    for (const char c : bytes) {
        if (c == '\0')
            break;
        if (c == quote)
            out += quote;
        out += c;
    }
    out += quote;
    return out;
}

} // namespace

std::string quoteName(const QString& name)
{
    return quoted(name, '"');
}

std::string quoteTable(const TableName& table)
{
    if (table.nameSpace.isEmpty())
        return quoteName(table.name);
    return quoteName(table.nameSpace) + '.' + quoteName(table.name);
}

std::string quoteText(const QString& text)
{
    return quoted(text, '\'');
}

QString label(const TableName& table)
{
    return table.nameSpace.isEmpty() ? table.name : table.nameSpace + QLatin1Char('.') + table.name;
}

} // namespace leat::pg
