// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitecursorscan.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqlitecursor.h"
#include "engine/connectors/sqlite/sqlitestatement.h"
#include "engine/connectors/sqlite/sqlitetime.h"
#include "engine/connectors/sqlite/sqliteunixtime.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <unordered_set>

namespace leat::sqlite {

namespace {

constexpr auto kScanBudget = std::chrono::milliseconds(1500);
constexpr int kListRows = 100;
constexpr std::size_t kMostDistinct = 200'000;     // values that are remembered to count duplicates
constexpr int kMoveRows = 1'000;
constexpr std::chrono::hours kAhead(24);

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
    QByteArray greatest;                   ///< of the own kind so far, as text
    qint64 greatestNumber = 0;
    qint64 atGreatest = 0;
    qint64 future = 0;
    bool unixTimes = false;                ///< its whole numbers may be Unix times
    std::array<qint64, kUnixUnits.size()> upToNow{};   ///< values that are one, by unit
    std::array<qint64, kUnixUnits.size()> beyond{};    ///< values beyond tomorrow, would they be of this unit
    qint64 remembered = 0;                 ///< rows up to which duplicates were counted
    std::unordered_set<std::size_t> distinct = {};

    qint64 values() const { return counts[SQLITE_INTEGER] + counts[SQLITE_FLOAT] + counts[SQLITE_TEXT] + counts[SQLITE_BLOB]; }
    void add(sqlite3_stmt* row, int column);
    QString problem() const;
    /// Values beyond tomorrow; -1: the column has no times. Of whole numbers by the smallest unit in use, 0 while
    /// none of them is a time up to now.
    qint64 futures() const;
    qint64 unixUnit() const;               ///< 0: no Unix time up to now was met
    CursorEvidence evidence(bool complete) const;

private:
    void addNumber(qint64 value);
    void addTime(const QByteArray& text, const std::optional<TimeText>& time);
    void remember(std::size_t hash);
};

qint64 tomorrowMicros()
{
    return unixNow(kUnixUnits.back(), kAhead);
}

void ColumnScan::remember(std::size_t hash)
{
    if (distinct.size() >= kMostDistinct)
        return;
    ++remembered;
    distinct.insert(hash);
}

void ColumnScan::addNumber(qint64 value)
{
    static const std::array tomorrow{unixNow(kUnixUnits[0], kAhead), unixNow(kUnixUnits[1], kAhead), unixNow(kUnixUnits[2], kAhead)};
    const bool first = atGreatest == 0;
    if (first || value > greatestNumber) {
        greatestNumber = value;
        greatest = QByteArray::number(value);
        atGreatest = 0;
    }
    atGreatest += value == greatestNumber ? 1 : 0;
    for (std::size_t i = 0; unixTimes && i < kUnixUnits.size(); ++i) {
        upToNow[i] += value >= leastUnixTime(kUnixUnits[i]) && value <= tomorrow[i] ? 1 : 0;
        beyond[i] += value > tomorrow[i] ? 1 : 0;
    }
    remember(static_cast<std::size_t>(value));
}

void ColumnScan::addTime(const QByteArray& text, const std::optional<TimeText>& time)
{
    static const qint64 tomorrow = tomorrowMicros();
    if (atGreatest == 0 || text > greatest) {
        greatest = text;
        atGreatest = 0;
    }
    atGreatest += text == greatest ? 1 : 0;
    future += time && time->micros > tomorrow ? 1 : 0;
    remember(qHash(text));
}

qint64 ColumnScan::unixUnit() const
{
    for (std::size_t i = 0; i < kUnixUnits.size(); ++i)
        if (upToNow[i] > 0)
            return kUnixUnits[i];
    return 0;
}

qint64 ColumnScan::futures() const
{
    if (kind == CursorKind::Time)
        return future;
    if (!unixTimes)
        return -1;
    const auto unit = std::find(kUnixUnits.begin(), kUnixUnits.end(), unixUnit());
    return unit == kUnixUnits.end() ? 0 : beyond[static_cast<std::size_t>(unit - kUnixUnits.begin())];
}

CursorEvidence ColumnScan::evidence(bool complete) const
{
    using Basis = CursorEvidence::Basis;
    CursorEvidence seen;
    seen.endsBy = complete ? Basis::AllRows : Basis::FirstRows;
    seen.valuesBy = complete && remembered == values() ? Basis::AllRows : Basis::FirstRows;
    seen.duplicateShare = remembered > 0 ? 1 - static_cast<double>(distinct.size()) / static_cast<double>(remembered) : 0;
    seen.greatest = QString::fromUtf8(greatest.left(60));
    seen.atGreatest = atGreatest;
    seen.future = futures();
    return seen;
}

void ColumnScan::add(sqlite3_stmt* row, int column)
{
    const int storageClass = sqlite3_column_type(row, column);
    ++counts[static_cast<std::size_t>(storageClass)];
    if (kind == CursorKind::Integer && storageClass == SQLITE_INTEGER)
        return addNumber(sqlite3_column_int64(row, column));
    if (kind != CursorKind::Time || storageClass != SQLITE_TEXT || !oddTime.isNull())
        return;
    const char* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
    const std::optional<TimeText> time = parseTimeText({bytes, size});
    addTime(QByteArray(bytes, static_cast<qsizetype>(size)), time);
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
        if (kind != CursorKind::None && (!text || dates || changeRank(column.name) > 0)) {
            ColumnScan scan;
            scan.name = column.name;
            scan.kind = kind;
            scan.unixTimes = kind == CursorKind::Integer && isNamedLikeTime(table, column.name);
            scans.push_back(std::move(scan));
        }
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

CursorCandidate candidateOf(const DescribedTable& table, const ColumnScan& scan, bool complete)
{
    CursorCandidate candidate;
    candidate.field = scan.name;
    candidate.type = typeOfCursor(table, scan);
    candidate.sourceType = table.schema.column(scan.name)->declared;
    candidate.indexed = table.schema.isIndexed(scan.name);
    candidate.evidence = scan.evidence(complete);
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

bool isBeyondTomorrow(const ColumnScan& scan, const QString& value)
{
    if (scan.kind == CursorKind::Integer)
        return scan.unixUnit() > 0 && value.toLongLong() > unixNow(scan.unixUnit(), kAhead);
    const std::optional<TimeText> time = parseTimeText(value.toStdString());
    return time && time->micros > tomorrowMicros();
}

// The rest of a large table is not in the scan: its newest values are asked of the index.
Result<void> readNewest(Connection& connection, const DescribedTable& table, const ColumnScan& scan, CursorEvidence& evidence)
{
    if (!table.schema.isIndexed(scan.name))
        return {};
    const QByteArray name = quoted(scan.name);
    Result<Statement> statement = Statement::prepare(connection, "SELECT m.g, (SELECT count(*) FROM (SELECT 1 FROM " + quoted(table.schema.name) + " WHERE "
        + name + " = m.g LIMIT " + QByteArray::number(CursorEvidence::kCountedTo) + ")) FROM (SELECT max(" + name + ") AS g FROM "
        + quoted(table.schema.name) + ") m", Phase::Discover, table.schema.name);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    if (!*row || statement->isNull(0))
        return {};
    evidence.greatest = statement->text(0).left(60);
    evidence.atGreatest = statement->integer(1);
    evidence.endsBy = CursorEvidence::Basis::Index;
    // Of times spelled alike, and of numbers, those beyond tomorrow sort behind it; the newest tells whether any do.
    if (evidence.future >= 0)
        evidence.future = isBeyondTomorrow(scan, evidence.greatest) ? std::max<qint64>(scan.futures(), evidence.atGreatest) : 0;
    return {};
}

// Beside a time of creation: a changed row has a later time of change. SQLite counts no updates, so
// none seen says nothing (T026).
Result<void> lookWhetherTheyMove(Connection& connection, const DescribedTable& table, std::vector<CursorCandidate>& candidates)
{
    const auto made = std::find_if(candidates.begin(), candidates.end(), [](const CursorCandidate& c) { return changeRank(c.field) == 2; });
    if (made == candidates.end())
        return {};
    for (CursorCandidate& candidate : candidates) {
        if (changeRank(candidate.field) != 3 || candidate.type != made->type)
            continue;
        const QByteArray changed = quoted(candidate.field);
        const QByteArray order = table.schema.rowidName.isEmpty() ? QByteArray() : " ORDER BY " + quoted(table.schema.rowidName) + " DESC";
        Result<Statement> statement = Statement::prepare(connection, "SELECT 1 FROM (SELECT " + changed + " AS c, " + quoted(made->field) + " AS m FROM "
            + quoted(table.schema.name) + order + " LIMIT " + QByteArray::number(kMoveRows) + ") WHERE c > m LIMIT 1", Phase::Discover, table.schema.name);
        if (!statement)
            return statement.error();
        Result<bool> moved = statement->step();
        if (!moved)
            return moved.error();
        if (*moved)
            candidate.evidence.moves = true;
    }
    return {};
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
        else if (!unnamedText) {
            findings.candidates.push_back(candidateOf(table, scan, *complete));
            if (Result<void> read = *complete ? Result<void>() : readNewest(connection, table, scan, findings.candidates.back().evidence); !read)
                return read.error();
        }
    }
    if (Result<void> looked = lookWhetherTheyMove(connection, table, findings.candidates); !looked)
        return looked.error();
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
