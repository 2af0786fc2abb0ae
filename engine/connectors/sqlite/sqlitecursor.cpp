// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitecursor.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqlitestatement.h"
#include "engine/connectors/sqlite/sqlitetime.h"
#include "engine/connectors/sqlite/sqliteunixtime.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <chrono>

namespace leat::sqlite {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SqliteCursor", text);
}

constexpr qint64 kZonesApartSeconds = 2 * 86'400;      // -12:00 and +14:00 are two dates apart at most

struct Value
{
    int storageClass = SQLITE_NULL;
    QByteArray bytes;
};

struct Ends
{
    Value least;
    Value greatest;
    qint64 others = 0;             ///< values of another class; only counted where it costs nothing more
};

Result<Value> readEnd(Connection& connection, const DescribedTable& table, const QByteArray& expression)
{
    Result<Statement> statement = Statement::prepare(connection,
        "SELECT " + expression + " FROM " + quoted(table.schema.name), Phase::Plan, table.schema.name);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? Value{statement->type(0), statement->bytes(0)} : Value();
}

// With an index SQLite answers a lone min() or max() from the tree's edge; without one, a single
// pass may as well count what does not belong.
Result<Ends> readEnds(Connection& connection, const DescribedTable& table, const QString& column, CursorKind kind)
{
    const QByteArray name = quoted(column);
    Ends ends;
    if (table.schema.isIndexed(column)) {
        Result<Value> least = readEnd(connection, table, "min(" + name + ")");
        if (!least)
            return least.error();
        Result<Value> greatest = readEnd(connection, table, "max(" + name + ")");
        if (!greatest)
            return greatest.error();
        return Ends{*least, *greatest, 0};
    }
    const QByteArray own = kind == CursorKind::Integer ? QByteArray("'integer'") : QByteArray("'text'");
    Result<Statement> statement = Statement::prepare(connection,
        "SELECT min(" + name + "), max(" + name + "), total(typeof(" + name + ") NOT IN ('null', " + own + ")) FROM "
            + quoted(table.schema.name), Phase::Plan, table.schema.name);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    if (*row)
        ends = {{statement->type(0), statement->bytes(0)}, {statement->type(1), statement->bytes(1)}, statement->integer(2)};
    return ends;
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString noTime(const QByteArray& text)
{
    return tr("“%1” is not a date or time that sorts as text").arg(QString::fromUtf8(text.left(60)));
}

QString notAlike(const QByteArray& one, const QByteArray& other)
{
    return tr("its times are not all spelled alike, so they do not sort: “%1”, “%2”")
        .arg(QString::fromUtf8(one), QString::fromUtf8(other));
}

// Empty: the ends are fine.
QString spellingProblem(const Ends& ends)
{
    const std::optional<TimeText> least = parseTimeText(view(ends.least.bytes));
    const std::optional<TimeText> greatest = parseTimeText(view(ends.greatest.bytes));
    if (!least || !greatest)
        return noTime((least ? ends.greatest : ends.least).bytes);
    return sortTogether(*least, *greatest) ? QString() : notAlike(ends.least.bytes, ends.greatest.bytes);
}

// By the smallest unit that is in use: a number of thousandths among seconds would sort above them for good.
Result<std::optional<qint64>> greatestUnixByNow(Connection& connection, const DescribedTable& table, const QString& column)
{
    const QByteArray name = quoted(column);
    for (const qint64 unit : kUnixUnits) {
        Result<Statement> statement = Statement::prepare(connection, "SELECT max(" + name + ") FROM " + quoted(table.schema.name)
            + " WHERE " + name + " BETWEEN ?1 AND ?2", Phase::Plan, table.schema.name);
        if (!statement)
            return statement.error();
        statement->bindInt(1, leastUnixTime(unit));
        statement->bindInt(2, unixNow(unit));
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (*row && !statement->isNull(0))
            return std::optional(statement->integer(0));
    }
    return std::optional<qint64>();
}

// Numbers of which none is a time up to now may be anything: a date's digits, ticks, all that is to expire.
Result<bool> isUnixInFuture(Connection& connection, const DescribedTable& table, const QString& column, qint64 value)
{
    constexpr std::chrono::hours tolerance(24);
    if (!isNamedLikeTime(table, column) || value <= unixNow(1, tolerance))
        return false;
    const Result<std::optional<qint64>> byNow = greatestUnixByNow(connection, table, column);
    if (!byNow)
        return byNow.error();
    return *byNow && value > unixNow(unixUnitOf(**byNow), tolerance);
}

// A watermark that was held back to the source's clock is not spelled like the column. Elsewhere
// the text is left as it is: a lower bound than needed would bring rows again.
bool needsRespelling(const DescribedTable& table, const QString& column, const std::string& bound, const std::string& upper)
{
    const std::optional<TimeText> from = parseTimeText(bound);
    const std::optional<TimeText> to = parseTimeText(upper);
    if (!from || !to)
        return false;
    const bool dates = table.decision(column)->type.kind == ColumnType::Kind::Date;
    return (dates && from->separator != 0) || !sortTogether(*from, *to);
}

} // namespace

CursorKind cursorKindOf(const DescribedTable& table, const QString& column)
{
    const ColumnDecision* decision = table.decision(column);
    if (!decision)
        return CursorKind::None;
    switch (decision->type.kind) {
    case ColumnType::Kind::Int64:
        return CursorKind::Integer;
    case ColumnType::Kind::Date:
    case ColumnType::Kind::Timestamp:
    case ColumnType::Kind::TimestampTz:
    case ColumnType::Kind::Text:
        return CursorKind::Time;
    default:
        return CursorKind::None;
    }
}

QString whyNoCursor(const DescribedTable& table, const QString& column)
{
    const ColumnDecision* decision = table.decision(column);
    if (decision && decision->type.kind == ColumnType::Kind::Double)
        return tr("floating point numbers do not compare exactly");
    return tr("only whole numbers, dates and times can be");
}

Error cursorUnsuitable(const DescribedTable& table, const QString& column, const QString& reason)
{
    QStringList allowed;
    for (const SchemaColumn& other : table.schema.columns) {
        const ColumnDecision* decision = table.decision(other.name);
        const bool text = decision && decision->type.kind == ColumnType::Kind::Text;
        if (other.name != column && !text && cursorKindOf(table, other.name) != CursorKind::None && allowed.size() < 10)
            allowed.append(other.name);
    }
    if (allowed.isEmpty())
        allowed.append(tr("none of its columns; use full refresh"));
    return sourceError(ErrorCode::CursorUnsuitable, Phase::Plan, {},
        {{QStringLiteral("column"), column}, {QStringLiteral("table"), table.schema.name},
            {QStringLiteral("reason"), reason}, {QStringLiteral("allowed"), allowed.join(QStringLiteral(", "))}});
}

Result<QString> classCounts(Connection& connection, const DescribedTable& table, const QString& column)
{
    const QByteArray name = quoted(column);
    Result<Statement> rows = Statement::prepare(connection, "SELECT typeof(" + name + "), count(*) FROM "
        + quoted(table.schema.name) + " WHERE " + name + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1", Phase::Plan, table.schema.name);
    if (!rows)
        return rows.error();
    QStringList parts;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step())
        parts.append(QStringLiteral("%1 %2").arg(rows->integer(1)).arg(rows->text(0)));
    if (!row)
        return row.error();
    return parts.join(QStringLiteral(", "));
}

Result<std::optional<QString>> maxCursor(Connection& connection, const DescribedTable& table, const QString& column)
{
    const CursorKind kind = cursorKindOf(table, column);
    if (!table.schema.column(column))
        return sourceError(ErrorCode::ColumnMissing, Phase::Plan, {},
            {{QStringLiteral("column"), column}, {QStringLiteral("table"), table.schema.name}});
    if (kind == CursorKind::None)
        return cursorUnsuitable(table, column, whyNoCursor(table, column));
    Result<Ends> ends = readEnds(connection, table, column, kind);
    if (!ends)
        return ends.error();
    if (ends->greatest.storageClass == SQLITE_NULL)
        return std::optional<QString>();
    const int own = kind == CursorKind::Integer ? SQLITE_INTEGER : SQLITE_TEXT;
    if (ends->others > 0 || ends->least.storageClass != own || ends->greatest.storageClass != own) {
        Result<QString> counts = classCounts(connection, table, column);
        if (!counts)
            return counts.error();
        return cursorUnsuitable(table, column, tr("it holds values of different kinds (%1)").arg(*counts));
    }
    if (kind == CursorKind::Time)
        if (const QString problem = spellingProblem(*ends); !problem.isEmpty())
            return cursorUnsuitable(table, column, problem);
    return std::optional<QString>(QString::fromUtf8(ends->greatest.bytes));
}

Result<int> compareCursor(const DescribedTable& table, const QString& column, const QString& a, const QString& b)
{
    if (cursorKindOf(table, column) == CursorKind::Integer) {
        bool okA = false;
        bool okB = false;
        const qint64 left = a.toLongLong(&okA);
        const qint64 right = b.toLongLong(&okB);
        if (!okA || !okB)
            return cursorUnsuitable(table, column, tr("“%1” is not a whole number").arg(okA ? b : a));
        return left < right ? -1 : left > right ? 1 : 0;
    }
    const QByteArray left = a.toUtf8();
    const QByteArray right = b.toUtf8();
    return left < right ? -1 : right < left ? 1 : 0;
}

Result<std::optional<QString>> maxCursorByNow(Connection& connection, const DescribedTable& table, const QString& column)
{
    if (cursorKindOf(table, column) == CursorKind::Integer) {
        const Result<std::optional<qint64>> byNow = greatestUnixByNow(connection, table, column);
        if (!byNow)
            return byNow.error();
        return *byNow ? std::optional(QString::number(**byNow)) : std::nullopt;
    }
    const QByteArray name = quoted(column);
    Result<Statement> statement = Statement::prepare(connection, "SELECT max(" + name + ") FROM " + quoted(table.schema.name)
        + " WHERE julianday(" + name + ") <= julianday('now')", Phase::Plan, table.schema.name);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row && !statement->isNull(0) ? std::optional(QString::fromUtf8(statement->bytes(0))) : std::nullopt;
}

Result<bool> isInFuture(Connection& connection, const DescribedTable& table, const QString& column, const QString& value)
{
    const CursorKind kind = cursorKindOf(table, column);
    if (kind == CursorKind::Integer)
        return isUnixInFuture(connection, table, column, value.toLongLong());
    if (kind != CursorKind::Time)
        return false;
    const QByteArray bytes = value.toUtf8();
    const std::optional<TimeText> time = parseTimeText(view(bytes));
    const auto limit = std::chrono::system_clock::now().time_since_epoch() + std::chrono::hours(24);
    return time && time->micros > std::chrono::duration_cast<std::chrono::microseconds>(limit).count();
}

Result<qint64> countNulls(Connection& connection, const DescribedTable& table, const QString& column)
{
    if (!table.schema.column(column))
        return sourceError(ErrorCode::ColumnMissing, Phase::Plan, {},
            {{QStringLiteral("column"), column}, {QStringLiteral("table"), table.schema.name}});
    Result<Statement> statement = Statement::prepare(connection, "SELECT count(*) FROM " + quoted(table.schema.name)
        + " WHERE " + quoted(column) + " IS NULL", Phase::Plan, table.schema.name);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return statement->integer(0);
}

Result<QString> lowerBound(const DescribedTable& table, const QString& column, const QString& from,
                           qint64 lookbackSeconds, const std::optional<QString>& upper)
{
    if (cursorKindOf(table, column) == CursorKind::Integer) {
        if (lookbackSeconds <= 0)
            return from;
        const qint64 value = from.toLongLong();
        const qint64 unit = isNamedLikeTime(table, column) ? unixUnitOf(value) : 0;
        if (unit == 0)
            return cursorUnsuitable(table, column, tr("a lookback in seconds needs a date or a time"));
        return QString::number(value - lookbackSeconds * unit);
    }
    std::string bound = from.toStdString();
    if (upper && needsRespelling(table, column, bound, upper->toStdString()))
        bound = respelled(bound, upper->toStdString());
    if (lookbackSeconds <= 0)
        return QString::fromStdString(bound);
    const std::optional<std::string> earlier = timeTextBefore(bound, lookbackSeconds);
    if (!earlier)
        return cursorUnsuitable(table, column, tr("a lookback in seconds needs a date or a time"));
    return QString::fromStdString(*earlier);
}

Result<void> checkSpellings(Connection& connection, const DescribedTable& table, const QString& column, const QString& bound)
{
    const QByteArray text = bound.toUtf8();
    const std::optional<TimeText> from = parseTimeText(view(text));
    if (cursorKindOf(table, column) != CursorKind::Time || !from)
        return {};
    const QByteArray name = quoted(column);
    Result<Statement> rows = Statement::prepare(connection, "SELECT " + name + " FROM " + quoted(table.schema.name)
        + " WHERE " + name + " >= ?1 AND " + name + " < ?2", Phase::Plan, table.schema.name);
    if (!rows)
        return rows.error();
    rows->bindText(1, QString::fromStdString(timeTextBefore(view(text.left(10)), kZonesApartSeconds).value_or(std::string())));
    rows->bindText(2, bound);
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        const QByteArray odd = rows->bytes(0);
        const std::optional<TimeText> time = parseTimeText(view(odd));
        if (time && time->micros < from->micros)
            continue;
        return cursorUnsuitable(table, column, time ? notAlike(odd, text) : noTime(odd));
    }
    return row ? Result<void>() : row.error();
}

Result<void> bindCursor(Statement& statement, int index, const DescribedTable& table, const QString& column,
                        const QString& value)
{
    if (cursorKindOf(table, column) != CursorKind::Integer) {
        statement.bindText(index, value);
        return {};
    }
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (!ok)
        return cursorUnsuitable(table, column, tr("“%1” is not a whole number").arg(value));
    statement.bindInt(index, number);
    return {};
}

} // namespace leat::sqlite
