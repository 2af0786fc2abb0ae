// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/comparison.h"

#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/digestsql.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/statetable.h"

#include <algorithm>

namespace leat {

namespace {

// Many, so that scattered differences leave most buckets equal; they fit USMALLINT.
constexpr int kBuckets = 65536;
constexpr qint64 kRowsAtOnce = 1'000'000;
constexpr qsizetype kExamples = 100;
/// Without a key, this many first columns name a row in the report.
constexpr std::size_t kNamingColumns = 4;

constexpr char kSource[] = "temp.main._leat_compare_source";
constexpr char kStored[] = "temp.main._leat_compare_stored";
constexpr char kDiffering[] = "temp.main._leat_compare_buckets";
constexpr char kKeys[] = "temp.main._leat_compare_keys";
constexpr char kRows[] = "temp.main._leat_compare_rows";
constexpr char kPending[] = "temp.main._leat_compare_pending";
/// So many differing rows are shown with both values.
constexpr qint64 kShownRows = 20;

QByteArray cell(std::size_t i) { return "c" + QByteArray::number(static_cast<qulonglong>(i)); }
QByteArray keyCell(std::size_t i) { return "k" + QByteArray::number(static_cast<qulonglong>(i)); }

QByteArray joined(const std::vector<QByteArray>& parts, const char* separator)
{
    QByteArray all;
    for (const QByteArray& part : parts)
        all += (all.isEmpty() ? "" : separator) + part;
    return all;
}

QByteArray readableSql(const QByteArray& column)
{
    return "coalesce(CAST(" + column + " AS VARCHAR), 'NULL')";
}

} // namespace

Comparison::Comparison(PooledConnection connection, const WarehouseTable& table, QStringList keyColumns)
    : m_connection(std::move(connection)), m_table(table), m_keyNames(std::move(keyColumns))
{
    m_connection->setPhase(Phase::Verify);
}

Result<void> Comparison::open(const std::vector<ReadColumn>& columns)
{
    // One snapshot of the table for all statements; its end drops the temporary tables.
    Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection, DuckTransaction::Access::ReadOnly);
    if (!transaction)
        return transaction.error();
    m_transaction.emplace(std::move(*transaction));
    return layOut(columns);
}

Result<KeyExtent> Comparison::extent(const QStringList& key, const CancelToken& cancel)
{
    const Result<PlannedColumns> columns = planned(key);
    if (!columns)
        return columns.error();
    const bool single = columns->size() == 1 && columns->front().type.kind >= ColumnType::Kind::Int8
        && columns->front().type.kind <= ColumnType::Kind::Int64;
    const QByteArray ends = single ? "CAST(min(" + columns->front().sql + ") AS VARCHAR), CAST(max(" + columns->front().sql + ") AS VARCHAR)"
                                   : QByteArray("CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR)");
    const Result<std::vector<TextRow>> rows = m_connection->rows("SELECT CAST(count(*) AS VARCHAR), " + ends + " FROM "
        + m_target.full() + whereSql(nullptr, true), {}, cancel);
    if (!rows)
        return rows.error();
    const TextRow& row = rows->front();
    KeyExtent extent;
    extent.rows = row[0].value_or(QString()).toLongLong();
    if (row[1] && row[2]) {
        extent.least = row[1]->toLongLong();
        extent.greatest = row[2]->toLongLong();
    }
    return extent;
}

Result<std::optional<Digest>> Comparison::digest(const DigestSpec& spec, const CancelToken& cancel)
{
    const Result<PlannedColumns> columns = planned(spec.columns);
    if (!columns)
        return columns.error();
    const Result<PlannedColumns> key = planned(spec.buckets.columns);
    if (!key)
        return key.error();
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].type != m_types[i] && (spec.columns + spec.buckets.columns).contains(m_columns[i].source))
            return std::optional<Digest>();
    const QByteArray mix = spec.repeats ? "CAST(sum(CAST(h AS HUGEINT)) % 18446744073709551616 AS VARCHAR)"
                                        : "CAST(bit_xor(h) AS VARCHAR)";
    const Result<std::vector<TextRow>> rows = m_connection->rows("SELECT CAST(b AS VARCHAR), CAST(count(*) AS VARCHAR), "
        + mix + " FROM (SELECT " + bucketSql(spec.buckets, *key) + " AS b, "
        + (spec.keyOnly ? keyHashSql(key->front()) : rowHashSql(*columns)) + " AS h FROM "
        + m_target.full() + whereSql(spec.within, true) + ") GROUP BY b", {}, cancel);
    if (!rows)
        return rows.error();
    Digest digest;
    for (const TextRow& row : *rows) {
        const QString text = row[2].value_or(QString());
        // A sum below zero, or a signed xor: modulo 2^64 both are the same.
        const bool negative = text.startsWith(QLatin1Char('-'));
        const quint64 magnitude = text.mid(negative ? 1 : 0).toULongLong();
        digest[row[0].value_or(QString()).toLongLong()]
            = {row[1].value_or(QString()).toLongLong(), negative ? quint64{0} - magnitude : magnitude};
    }
    return std::optional<Digest>(std::move(digest));
}

Result<VerifyReport> Comparison::compare(TableRead& read, const CompareSpec& spec, const CancelToken& cancel)
{
    m_cancel = cancel;
    m_keepsRows = spec.part != nullptr;
    if (Result<void> ok = collect(read, spec.part); !ok)
        return ok.error();
    if (spec.pending)
        if (Result<void> ok = collectPending(*spec.pending, spec.part); !ok)
            return ok.error();
    if (Result<void> ok = findBuckets(); !ok)
        return ok.error();
    if (Result<void> ok = lookCloser(); !ok)
        return ok.error();
    m_report.at = QDateTime::currentDateTimeUtc();
    m_report.label = tableLabel(m_table);
    m_report.pendingKnown = m_hasPending;
    m_report.rowsTransferred = read.counters().rows;
    return m_report;
}

Result<PlannedColumns> Comparison::planned(const QStringList& names) const
{
    return pickColumns(m_columns, names, tableLabel(m_table));
}

QByteArray Comparison::whereSql(const KeyPart* part, bool stored) const
{
    QByteArray where = stored && m_marksDeleted ? QByteArray(kDeletedAt) + " IS NULL" : QByteArray();
    if (part)
        where += (where.isEmpty() ? "" : " AND ") + partSql(*part, planned(part->buckets.columns).value_or(PlannedColumns()));
    return where.isEmpty() ? where : " WHERE " + where;
}

Result<void> Comparison::layOut(const std::vector<ReadColumn>& columns)
{
    const Result<SqlTable> target = quoteTable(m_connection.instance().catalog(), m_table.schema, m_table.table);
    if (!target)
        return target.error();
    m_target = *target;
    const Result<std::optional<TableColumns>> existing = describeTable(*m_connection, m_target);
    if (!existing)
        return existing.error();
    Error error = makeError(ErrorCode::WarehouseMissing, {}, {{QStringLiteral("table"), tableLabel(m_table)}});
    error.owner = Owner::Warehouse;
    error.phase = Phase::Verify;
    if (!*existing)
        return error;
    std::vector<LoadColumn> given;
    for (const ReadColumn& column : columns)
        given.push_back({column.name, column.type, {}});
    const Result<std::vector<ColumnMark>> marks = storedMarks(*m_connection, StateTable(m_connection.instance().catalog()), m_table, **existing);
    if (!marks)
        return marks.error();
    aimColumns(given, *marks);
    Result<PlannedColumns> planned = planColumns(given, columnNames(**existing), tableLabel(m_table));
    if (!planned)
        return planned.error();
    m_columns = std::move(*planned);
    const Result<TableDrift> drift = driftOf(m_columns, **existing, tableLabel(m_table));
    if (!drift)
        return drift.error();
    if (!drift->added.empty() || !drift->widened.empty()) {
        const bool missing = !drift->added.empty();
        const PlannedColumn& column = m_columns[missing ? drift->added.front() : drift->widened.front()];
        error.code = missing ? ErrorCode::ColumnMissing : ErrorCode::ShapeChanged;
        error.args.insert(QStringLiteral("column"), column.source);
        error.args.insert(QStringLiteral("after"), QString::fromLatin1(typeSql(column.type)));
        if (!missing)
            error.args.insert(QStringLiteral("before"),
                QString::fromLatin1(typeSql(*findColumn(**existing, column.name)->type)));
        return error;
    }
    m_marksDeleted = findColumn(**existing, QLatin1String(kDeletedAt)) && !findSource(m_columns, QLatin1String(kDeletedAt));
    for (const PlannedColumn& column : m_columns)
        m_types.push_back(*findColumn(**existing, column.name)->type);
    if (const Result<PlannedColumns> keys = pickColumns(m_columns, m_keyNames, tableLabel(m_table)); !keys)
        return keys.error();
    for (const QString& key : m_keyNames)
        m_keys.push_back(static_cast<std::size_t>(findSource(m_columns, key) - m_columns.data()));
    m_report.byKey = !m_keys.empty();
    m_report.buckets = kBuckets;
    return {};
}

// "col AS c0, …" with the table's types, so that equal values hash equally on both sides.
QByteArray Comparison::cellsSql(bool cast) const
{
    std::vector<QByteArray> cells;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const bool differs = cast && m_columns[i].type != m_types[i];
        cells.push_back((differs ? "CAST(" + m_columns[i].sql + " AS " + typeSql(m_types[i]) + ')' : m_columns[i].sql)
            + " AS " + cell(i));
    }
    return joined(cells, ", ");
}

QByteArray Comparison::namingSql() const
{
    std::vector<QByteArray> naming;
    for (std::size_t i = 0; i < std::min(m_columns.size(), kNamingColumns); ++i)
        naming.push_back("left(" + readableSql(cell(i)) + ", 60)");
    return joined(naming, " || ', ' || ");
}

QByteArray Comparison::fingerprintsSql(const QByteArray& from) const
{
    std::vector<QByteArray> hashed;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        hashed.push_back(cell(i));
        if (const std::optional<QByteArray> exact = exactnessSql(m_types[i], cell(i)))
            hashed.push_back(*exact);
    }
    std::vector<QByteArray> backwards(hashed.rbegin(), hashed.rend());
    backwards.insert(backwards.begin(), "'leat'");
    std::vector<QByteArray> keys;
    for (const std::size_t i : m_keys)
        keys.push_back(cell(i));
    const QByteArray h1 = "hash(" + joined(hashed, ", ") + ')';
    const QByteArray bucket = keys.empty() ? h1 : "hash(" + joined(keys, ", ") + ')';
    if (keys.empty())
        keys.push_back(namingSql());
    QByteArray sql = "SELECT ";
    for (std::size_t i = 0; i < keys.size(); ++i)
        sql += keys[i] + " AS " + keyCell(i) + ", ";
    return sql + h1 + " AS h1, hash(" + joined(backwards, ", ") + ") AS h2, CAST(" + bucket + " % "
        + QByteArray::number(kBuckets) + " AS USMALLINT) AS b FROM (" + from + ')';
}

QByteArray Comparison::keyList() const
{
    std::vector<QByteArray> keys;
    for (std::size_t i = 0; i < std::max<std::size_t>(m_keys.size(), 1); ++i)
        keys.push_back(keyCell(i));
    return joined(keys, ", ");
}

// `select` makes the statement that goes over the read's rows.
Result<qint64> Comparison::fetch(TableRead& read, const char* into, const Select& select, bool all)
{
    QStringList names;
    for (const ReadColumn& column : read.columns())
        names.append(findSource(m_columns, column.name)->name);
    const auto feed = std::make_shared<ReaderFeed>(read, names, m_cancel);
    const FeedRegistration registered(m_connection.instance().feeds(), feed);
    const Result<qint64> rows
        = m_connection->run(QByteArray("CREATE TEMP TABLE ") + into + " AS " + select(registered.sql()), {}, m_cancel);
    if (const std::optional<Error> error = feed->firstError())
        return *error;
    if (rows && all && *rows != feed->rows())
        return internalError(QStringLiteral("%1 rows were read, %2 kept").arg(feed->rows()).arg(*rows), tableLabel(m_table));
    return rows;
}

Result<void> Comparison::collect(TableRead& read, const KeyPart* part)
{
    const auto cells = [this, part](const QByteArray& from) { return "SELECT " + cellsSql(true) + " FROM " + from + whereSql(part, false); };
    const auto hashes = [this, &cells](const QByteArray& from) { return fingerprintsSql(cells(from)); };
    Result<qint64> rows = m_keepsRows ? fetch(read, kRows, cells, false) : fetch(read, kSource, hashes, true);
    if (rows && m_keepsRows)
        rows = m_connection->run(QByteArray("CREATE TEMP TABLE ") + kSource + " AS "
            + fingerprintsSql(QByteArray("SELECT * FROM ") + kRows), {}, m_cancel);
    if (!rows)
        return rows.error();
    m_report.sourceRows = *rows;
    const Result<qint64> stored = m_connection->run(QByteArray("CREATE TEMP TABLE ") + kStored + " AS "
        + fingerprintsSql("SELECT " + cellsSql(false) + " FROM " + m_target.full() + whereSql(part, true)), {}, m_cancel);
    if (!stored)
        return stored.error();
    m_report.warehouseRows = *stored;
    return {};
}

// Rows that the next sync reads; a row without a key is known by what names it.
Result<void> Comparison::collectPending(TableRead& read, const KeyPart* part)
{
    const auto keys = [this, part](const QByteArray& from) {
        const QByteArray where = from + whereSql(part, false);
        if (m_keys.empty())
            return "SELECT DISTINCT " + namingSql() + " AS k0 FROM (SELECT " + cellsSql(true) + " FROM " + where + ')';
        std::vector<QByteArray> cells;
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            cells.push_back("CAST(" + m_columns[m_keys[i]].sql + " AS " + typeSql(m_types[m_keys[i]]) + ") AS " + keyCell(i));
        return "SELECT DISTINCT " + joined(cells, ", ") + " FROM " + where;
    };
    const Result<qint64> rows = fetch(read, kPending, keys, false);
    if (!rows)
        return rows.error();
    m_hasPending = true;
    return {};
}

Result<void> Comparison::findBuckets()
{
    // XOR alone would not see a row that is there twice too often; sum and count do.
    const QByteArray sums = "SELECT b, count(*) AS n, bit_xor(h1) AS x, sum(CAST(h2 AS HUGEINT)) AS s FROM ";
    const Result<qint64> made = m_connection->run(QByteArray("CREATE TEMP TABLE ") + kDiffering
        + " AS SELECT coalesce(m.b, e.b) AS b, coalesce(m.n, 0) + coalesce(e.n, 0) AS n FROM (" + sums + kSource
        + " GROUP BY b) AS m FULL JOIN (" + sums + kStored + " GROUP BY b) AS e ON m.b = e.b "
          "WHERE m.n IS DISTINCT FROM e.n OR m.x IS DISTINCT FROM e.x OR m.s IS DISTINCT FROM e.s", {}, m_cancel);
    if (!made)
        return made.error();
    m_report.differingBuckets = static_cast<int>(*made);
    return {};
}

Result<void> Comparison::lookCloser()
{
    if (m_report.differingBuckets == 0)
        return {};
    const Result<qint64> rows = count(QByteArray("SELECT sum(n) FROM ") + kDiffering);
    if (!rows)
        return rows.error();
    const qint64 parts = std::clamp<qint64>(*rows / kRowsAtOnce + 1, 1, kBuckets);
    for (qint64 part = 0; part < parts; ++part)
        if (Result<void> ok = comparePart(part, parts); !ok)
            return ok;
    return {};
}

// Rows that both sides have equally often cancel out. Of what is left, each key has m rows at the
// source and e in the warehouse; min(m, e) of them are the same rows with other values.
Result<void> Comparison::comparePart(qint64 part, qint64 parts)
{
    const QByteArray where = QByteArray(" WHERE b IN (SELECT b FROM ") + kDiffering + ") AND b % "
        + QByteArray::number(parts) + " = " + QByteArray::number(part);
    const QByteArray columns = keyList() + ", h1, h2";
    const Result<qint64> made = m_connection->run(QByteArray("CREATE OR REPLACE TEMP TABLE ") + kKeys + " AS SELECT "
        + keyList() + ", CAST(sum(greatest(d, 0)) AS BIGINT) AS m, CAST(sum(greatest(-d, 0)) AS BIGINT) AS e FROM (SELECT "
        + columns + ", sum(one) AS d FROM (SELECT " + columns + ", 1 AS one FROM " + kSource + where + " UNION ALL SELECT "
        + columns + ", -1 AS one FROM " + kStored + where + ") GROUP BY " + columns + " HAVING sum(one) <> 0) GROUP BY "
        + keyList(), {}, m_cancel);
    if (!made)
        return made.error();
    if (m_hasPending)
        if (Result<void> ok = takeOutPending(); !ok)
            return ok;
    // Without a key the cells k0 only name a row, so nothing pairs up.
    const QByteArray pairs = m_keys.empty() ? "0" : "least(m, e)";
    const struct { qint64& count; QStringList& keys; QByteArray rows; } kinds[] = {
        {m_report.missing, m_report.missingKeys, "m - " + pairs},
        {m_report.extra, m_report.extraKeys, "e - " + pairs},
        {m_report.differing, m_report.differingKeys, pairs},
    };
    for (const auto& kind : kinds) {
        const Result<qint64> rows = count("SELECT sum(" + kind.rows + ") FROM " + kKeys);
        if (!rows)
            return rows.error();
        kind.count += *rows;
        if (*rows > 0)
            if (Result<void> ok = addExamples(kind.keys, kKeys + QByteArray(" WHERE ") + kind.rows + " > 0"); !ok)
                return ok;
    }
    return m_keepsRows && !m_keys.empty() && m_report.differing > 0 ? addValues() : Result<void>();
}

// What the next sync brings is not drift: its rows count as pending and are gone from the keys.
Result<void> Comparison::takeOutPending()
{
    const QByteArray pending = "m > 0 AND (" + keyList() + ") IN (SELECT (" + keyList() + ") FROM " + kPending + ')';
    const Result<qint64> rows = count(QByteArray("SELECT sum(m) FROM ") + kKeys + " WHERE " + pending);
    if (!rows)
        return rows.error();
    m_report.pending += *rows;
    if (*rows == 0)
        return {};
    const Result<qint64> gone = m_connection->run(QByteArray("DELETE FROM ") + kKeys + " WHERE " + pending, {}, m_cancel);
    if (!gone)
        return gone.error();
    return {};
}

// Both values of each cell that differs.
Result<void> Comparison::addValues()
{
    const qint64 wanted = kShownRows - static_cast<qint64>(m_shownRows);
    if (wanted <= 0)
        return {};
    std::vector<QByteArray> names;
    std::vector<QByteArray> cells;
    std::vector<QByteArray> keys;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        names.push_back(readableSql("k." + keyCell(i)));
        keys.push_back("s." + cell(m_keys[i]) + " = k." + keyCell(i) + " AND w." + cell(m_keys[i]) + " = k." + keyCell(i));
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        for (const char* side : {"s.", "w."})
            cells.push_back("CAST(" + (side + cell(i)) + " AS VARCHAR)");
    const Result<std::vector<TextRow>> rows = m_connection->rows("SELECT " + joined(names, " || ', ' || ") + ", " + joined(cells, ", ")
        + " FROM (SELECT * FROM " + kKeys + " WHERE least(m, e) > 0 ORDER BY " + keyList() + " LIMIT " + QByteArray::number(wanted)
        + ") AS k, " + kRows + " AS s, (SELECT " + cellsSql(false) + " FROM " + m_target.full() + whereSql(nullptr, true)
        + ") AS w WHERE " + joined(keys, " AND ") + " ORDER BY " + keyList(), {}, m_cancel);
    if (!rows)
        return rows.error();
    for (const TextRow& row : *rows) {
        ++m_shownRows;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (row[1 + 2 * i] != row[2 + 2 * i])
                m_report.values.push_back({row[0].value_or(QString()), m_columns[i].source, row[1 + 2 * i], row[2 + 2 * i]});
    }
    return {};
}

Result<void> Comparison::addExamples(QStringList& examples, const QByteArray& from)
{
    const qsizetype wanted = kExamples - examples.size();
    if (wanted <= 0)
        return {};
    std::vector<QByteArray> parts;
    for (std::size_t i = 0; i < std::max<std::size_t>(m_keys.size(), 1); ++i)
        parts.push_back(readableSql(keyCell(i)));
    Result<std::vector<TextRow>> rows = m_connection->rows("SELECT " + joined(parts, " || ', ' || ") + " FROM " + from
        + " ORDER BY " + keyList() + " LIMIT " + QByteArray::number(wanted), {}, m_cancel);
    if (!rows)
        return rows.error();
    for (const TextRow& row : *rows)
        examples.append(row.front().value_or(QString()));
    return {};
}

Result<qint64> Comparison::count(const QByteArray& sql)
{
    return m_connection->number(sql, {}, m_cancel);
}

} // namespace leat
