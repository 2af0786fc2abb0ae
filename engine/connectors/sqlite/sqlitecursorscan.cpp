// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitecursorscan.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqlitecursor.h"
#include "engine/connectors/sqlite/sqlitestatement.h"
#include "engine/connectors/sqlite/sqlitetime.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace leat::sqlite {

namespace {

constexpr auto kScanBudget = std::chrono::milliseconds(1500);
constexpr int kListRows = 100;

QString tr(const char* text)
{
    return QCoreApplication::translate("SqliteCursorScan", text);
}

/// What one column held as far as the scan came.
struct ColumnScan
{
    QString name;
    CursorKind kind = CursorKind::None;
    std::array<qint64, 6> counts{};        ///< by storage class, SQLITE_INTEGER … SQLITE_NULL
    QByteArray firstTime;
    QByteArray oddTime;                    ///< a text that is no time, or is spelled otherwise
    bool oddIsTime = false;

    qint64 values() const { return counts[SQLITE_INTEGER] + counts[SQLITE_FLOAT] + counts[SQLITE_TEXT] + counts[SQLITE_BLOB]; }
    void add(sqlite3_stmt* row, int column);
    QString problem() const;
};

void ColumnScan::add(sqlite3_stmt* row, int column)
{
    const int storageClass = sqlite3_column_type(row, column);
    ++counts[static_cast<std::size_t>(storageClass)];
    if (kind != CursorKind::Time || storageClass != SQLITE_TEXT || !oddTime.isNull())
        return;
    const char* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
    const std::optional<TimeText> time = parseTimeText({bytes, size});
    if (time && firstTime.isNull())
        firstTime = QByteArray(bytes, static_cast<qsizetype>(size));
    const bool alike = time && sortTogether(*time, *parseTimeText({firstTime.constData(), static_cast<std::size_t>(firstTime.size())}));
    if (!alike) {
        oddTime = size > 0 ? QByteArray(bytes, static_cast<qsizetype>(std::min<std::size_t>(size, 60))) : QByteArray("");
        oddIsTime = time.has_value();
    }
}

QString ColumnScan::problem() const
{
    static constexpr std::array names{"integer", "real", "text", "blob"};
    const int own = kind == CursorKind::Integer ? SQLITE_INTEGER : SQLITE_TEXT;
    if (counts[static_cast<std::size_t>(own)] != values()) {
        QStringList parts;
        for (std::size_t i = 0; i < names.size(); ++i)
            if (counts[i + 1] > 0)
                parts.append(QStringLiteral("%1 %2").arg(counts[i + 1]).arg(QLatin1String(names[i])));
        return tr("it holds values of different kinds (%1)").arg(parts.join(QStringLiteral(", ")));
    }
    if (oddTime.isNull())
        return {};
    return oddIsTime ? tr("its times are not all spelled alike, so they do not sort: “%1”, “%2”")
                           .arg(QString::fromUtf8(firstTime), QString::fromUtf8(oddTime))
                     : tr("“%1” is not a date or time that sorts as text").arg(QString::fromUtf8(oddTime));
}

// A text column is only looked at when its name speaks of time: reading long texts costs.
std::vector<ColumnScan> columnsInQuestion(const DescribedTable& table)
{
    std::vector<ColumnScan> scans;
    for (const SchemaColumn& column : table.schema.columns) {
        const ColumnDecision* decision = table.decision(column.name);
        const bool text = decision->type.kind == ColumnType::Kind::Text;
        const bool dates = decision->family == Family::Date || decision->family == Family::DateTime
            || decision->family == Family::DateTimeTz;
        const CursorKind kind = cursorKindOf(table, column.name);
        if (kind != CursorKind::None && (!text || dates || changeRank(column.name) > 0))
            scans.push_back({column.name, kind, {}, {}, {}, false});
    }
    return scans;
}

Result<bool> scanRows(Connection& connection, const DescribedTable& table, std::vector<ColumnScan>& scans)
{
    QByteArray sql = "SELECT ";
    for (std::size_t i = 0; i < scans.size(); ++i)
        sql += (i ? ", " : "") + quoted(scans[i].name);
    Result<Statement> rows = Statement::prepare(connection, sql + " FROM " + quoted(table.schema.name), Phase::Discover, table.schema.name);
    if (!rows)
        return rows.error();
    const auto until = std::chrono::steady_clock::now() + kScanBudget;
    Result<bool> row = rows->step();
    for (int count = 1; row && *row; row = rows->step(), ++count) {
        for (std::size_t i = 0; i < scans.size(); ++i)
            scans[i].add(rows->handle(), static_cast<int>(i));
        if (count % 1024 == 0 && std::chrono::steady_clock::now() > until)
            return false;
    }
    if (!row)
        return row.error();
    return true;
}

CursorType typeOfCursor(const DescribedTable& table, const ColumnScan& scan)
{
    if (scan.kind == CursorKind::Integer)
        return CursorType::Integer;
    switch (table.decision(scan.name)->type.kind) {
    case ColumnType::Kind::Date: return CursorType::Date;
    case ColumnType::Kind::TimestampTz: return CursorType::Timestamp;
    default: return CursorType::DateTime;
    }
}

int rankOf(const DescribedTable& table, const ColumnScan& scan)
{
    if (scan.name == table.schema.rowidColumn)
        return 2;
    return changeRank(scan.name) * 2 - (scan.kind == CursorKind::Integer ? 1 : 0);
}

CursorCandidate candidateOf(const DescribedTable& table, const ColumnScan& scan)
{
    CursorCandidate candidate;
    candidate.field = scan.name;
    candidate.type = typeOfCursor(table, scan);
    candidate.sourceType = table.schema.column(scan.name)->declared;
    candidate.indexed = table.schema.isIndexed(scan.name);
    const qint64 nulls = scan.counts[SQLITE_NULL];
    candidate.nullShare = nulls + scan.values() > 0
        ? static_cast<double>(nulls) / static_cast<double>(nulls + scan.values()) : 0;
    const int rank = changeRank(scan.name);
    if (scan.name == table.schema.rowidColumn)
        candidate.reason = table.schema.autoIncrement ? tr("grows with every new row; changes of old rows are not seen")
                                                      : tr("grows with new rows, but ids of deleted rows may come again");
    else if (scan.values() == 0)
        candidate.reason = tr("has no value yet");
    else if (rank == 3)
        candidate.reason = tr("says when a row was changed");
    else if (rank == 2)
        candidate.reason = tr("says when a row was made; changes of old rows are not seen");
    else
        candidate.reason = tr("all values are of one kind");
    return candidate;
}

// Columns of times whose values are of a kind that cannot be one: worth a word.
void addKindRefusals(const DescribedTable& table, QStringList& refusals)
{
    for (const SchemaColumn& column : table.schema.columns)
        if (cursorKindOf(table, column.name) == CursorKind::None && changeRank(column.name) >= 2)
            refusals.append(QStringLiteral("%1: %2").arg(column.name, whyNoCursor(table, column.name)));
}

// The part of a large table that was not scanned may hide other kinds; they sort to the ends.
Result<QString> problemAtEnds(Connection& connection, const DescribedTable& table, const ColumnScan& scan)
{
    if (!table.schema.isIndexed(scan.name))
        return QString();
    Result<std::optional<QString>> greatest = maxCursor(connection, table, scan.name);
    if (greatest)
        return QString();
    if (greatest.error().code == ErrorCode::CursorUnsuitable)
        return greatest.error().args.value(QStringLiteral("reason"));
    return greatest.error();
}

} // namespace

Result<CursorFindings> findCursors(Connection& connection, const DescribedTable& table)
{
    CursorFindings findings;
    addKindRefusals(table, findings.refusals);
    std::vector<ColumnScan> scans = columnsInQuestion(table);
    if (scans.empty())
        return findings;
    Result<bool> complete = scanRows(connection, table, scans);
    if (!complete)
        return complete.error();
    std::stable_sort(scans.begin(), scans.end(), [&](const ColumnScan& a, const ColumnScan& b) {
        return rankOf(table, a) > rankOf(table, b);
    });
    for (const ColumnScan& scan : scans) {
        QString problem = scan.problem();
        if (problem.isEmpty() && !*complete) {
            Result<QString> atEnds = problemAtEnds(connection, table, scan);
            if (!atEnds)
                return atEnds.error();
            problem = *atEnds;
        }
        const bool unnamedText = table.decision(scan.name)->type.kind == ColumnType::Kind::Text && scan.values() == 0;
        if (!problem.isEmpty())
            findings.refusals.append(QStringLiteral("%1: %2").arg(scan.name, problem));
        else if (!unnamedText)
            findings.candidates.push_back(candidateOf(table, scan));
    }
    if (!findings.candidates.empty()) {
        CursorCandidate& best = findings.candidates.front();
        best.recommended = best.field == table.schema.rowidColumn || changeRank(best.field) >= 2;
    }
    return findings;
}

Result<bool> looksLikeCursor(Connection& connection, const SchemaTable& table, const QString& column)
{
    const QByteArray name = quoted(column);
    Result<Statement> rows = Statement::prepare(connection, "SELECT " + name + " FROM " + quoted(table.name)
        + " LIMIT " + QByteArray::number(kListRows), Phase::Discover, table.name);
    if (!rows)
        return rows.error();
    ColumnScan scan;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        if (scan.kind == CursorKind::None && !rows->isNull(0))
            scan.kind = rows->type(0) == SQLITE_INTEGER ? CursorKind::Integer : CursorKind::Time;
        scan.add(rows->handle(), 0);
    }
    if (!row)
        return row.error();
    return scan.problem().isEmpty() || scan.values() == 0;
}

} // namespace leat::sqlite
