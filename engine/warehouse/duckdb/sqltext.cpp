// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/sqltext.h"

namespace leat {

namespace {

bool isWhole(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isNull() || c.isLowSurrogate())
            return false;
        if (c.isHighSurrogate()) {
            if (i + 1 >= text.size() || !text.at(i + 1).isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

QByteArray wrapped(const QString& text, char quote)
{
    QByteArray out = text.toUtf8();
    out.replace(QByteArray(1, quote), QByteArray(2, quote));
    out.prepend(quote);
    out.append(quote);
    return out;
}

Error unusable(const QString& text, const char* why)
{
    QString shown = text;
    shown.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
    Error error = makeError(ErrorCode::InvalidArgument, QString::fromLatin1(why).arg(shown),
        {{QStringLiteral("name"), shown}});
    error.owner = Owner::Warehouse;
    return error;
}

} // namespace

Result<QByteArray> quoteIdentifier(const QString& name)
{
    if (name.isEmpty())
        return unusable(name, "an empty name%1 cannot be used in DuckDB");
    if (!isWhole(name))
        return unusable(name, "the name \"%1\" has characters that DuckDB cannot hold");
    return wrapped(name, '"');
}

Result<QByteArray> quoteLiteral(const QString& text)
{
    if (!isWhole(text))
        return unusable(text, "the text \"%1\" has characters that DuckDB cannot hold");
    return wrapped(text, '\'');
}

QByteArray quoteComment(const QString& text)
{
    QString clean = text;
    clean.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
    // toUtf8 turns half pairs into U+FFFD by itself.
    return wrapped(clean, '\'');
}

Result<SqlTable> quoteTable(const QString& catalog, const QString& schema, const QString& table)
{
    const Result<QByteArray> c = quoteIdentifier(catalog);
    const Result<QByteArray> s = quoteIdentifier(schema);
    const Result<QByteArray> t = quoteIdentifier(table);
    for (const Result<QByteArray>* part : {&c, &s, &t})
        if (!*part)
            return part->error();
    return SqlTable{*c + '.' + *s, *t};
}

QString castableText(const QString& cursorText)
{
    static const QLatin1String bc(" BC");
    if (!cursorText.endsWith(bc))
        return cursorText;
    QString text = cursorText.chopped(bc.size());
    const qsizetype space = text.indexOf(QLatin1Char(' '));
    text.insert(space < 0 ? text.size() : space, QLatin1String(" (BC)"));
    return text;
}

} // namespace leat
