// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/connectors/sqlite/sqliteshape.h"

#include <QString>

#include <optional>

namespace leat::sqlite {

class Connection;
class Statement;

/// How a column is compared when it is the cursor. Whole numbers as numbers; dates as the texts
/// they are, which is right as long as all are spelled alike (traps T016, T017, T093).
enum class CursorKind { None, Integer, Time };
CursorKind cursorKindOf(const DescribedTable& table, const QString& column);
/// Translated; why a column of kind None is none.
QString whyNoCursor(const DescribedTable& table, const QString& column);

Error cursorUnsuitable(const DescribedTable& table, const QString& column, const QString& reason);

/// The greatest value. Refuses a column that mixes storage classes or spellings, with counts.
Result<std::optional<QString>> maxCursor(Connection& connection, const DescribedTable& table, const QString& column);
/// Of a column of times, Unix times included, the greatest that is not after the clock.
Result<std::optional<QString>> maxCursorByNow(Connection& connection, const DescribedTable& table, const QString& column);
Result<int> compareCursor(const DescribedTable& table, const QString& column, const QString& a, const QString& b);
/// Later than now plus one day. Whole numbers are Unix times when their column is named or declared like one and
/// holds some up to now; the smallest unit in use counts.
Result<bool> isInFuture(Connection& connection, const DescribedTable& table, const QString& column, const QString& value);
Result<qint64> countNulls(Connection& connection, const DescribedTable& table, const QString& column);

/// A lower bound that reaches `lookbackSeconds` back and is spelled like `upper`.
Result<QString> lowerBound(const DescribedTable& table, const QString& column, const QString& from,
                           qint64 lookbackSeconds, const std::optional<QString>& upper);
/// Refuses a column of times in which a row sorts before the bound and is not older: it is spelled otherwise, and
/// would never be read. Errors: CursorUnsuitable.
Result<void> checkSpellings(Connection& connection, const DescribedTable& table, const QString& column, const QString& bound);
/// Binds a cursor text as its column's kind. Errors: CursorUnsuitable.
Result<void> bindCursor(Statement& statement, int index, const DescribedTable& table, const QString& column,
                        const QString& value);

/// "97 integer, 3 text" of a whole column.
Result<QString> classCounts(Connection& connection, const DescribedTable& table, const QString& column);

} // namespace leat::sqlite
