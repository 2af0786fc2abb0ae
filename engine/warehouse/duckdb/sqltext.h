// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"

#include <QByteArray>
#include <QString>

namespace leat {

/// The only place where names and texts become SQL for DuckDB (trap T067).
/// InvalidArgument for what DuckDB cannot hold: empty names, NUL, half surrogate pairs.
Result<QByteArray> quoteIdentifier(const QString& name);
/// A string literal. InvalidArgument for NUL or half surrogate pairs.
Result<QByteArray> quoteLiteral(const QString& text);
/// For texts that may be changed to fit (comments): NUL and half pairs become U+FFFD.
QByteArray quoteComment(const QString& text);

/// A table with its catalog, so that a schema called like the file or "temp" stays unambiguous.
struct SqlTable
{
    QByteArray schema;                     ///< "catalog"."schema"
    QByteArray table;                      ///< "table"
    QByteArray full() const { return schema + '.' + table; }
};
Result<SqlTable> quoteTable(const QString& catalog, const QString& schema, const QString& table);

/// A cursor text in the spelling that DuckDB casts: PostgreSQL's trailing " BC" becomes "(BC)"
/// after the date, without which the year would silently be AD (trap T078).
QString castableText(const QString& cursorText);

} // namespace leat
