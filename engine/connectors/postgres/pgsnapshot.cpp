// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgsnapshot.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/postgres/pgcursors.h"
#include "engine/connectors/postgres/pgdigest.h"
#include "engine/connectors/postgres/pgpieces.h"
#include "engine/connectors/postgres/pgquote.h"
#include "engine/connectors/postgres/pgread.h"
#include "engine/connectors/postgres/pgreadsql.h"
#include "engine/connectors/unixtime.h"

#include <algorithm>

namespace leat::pg {

namespace {

/// Below this a second connection costs more than it saves.
constexpr qint64 kPagesPerReader = 2000;
/// The first version that seeks to a ctid range instead of scanning all of the table for each.
constexpr int kRangeScans = 140000;
constexpr int kNumericInfinity = 140000;

std::vector<Piece> piecesOf(const QStringList& texts)
{
    std::vector<Piece> pieces;
    for (const QString& text : texts)
        pieces.push_back(pieceFromText(text).value_or(Piece()));
    return pieces;
}

std::vector<Slice> slicesOf(const QStringList& texts)
{
    std::vector<Slice> slices;
    for (const Piece& piece : piecesOf(texts))
        slices.push_back(sliceOf(piece));
    return slices;
}

} // namespace

void rollBack(Connection& connection)
{
    // Errors need no handling: the pool keeps only connections without an open transaction.
    (void)connection.script("ROLLBACK", CancelToken());
}

Result<std::unique_ptr<Snapshot>> Snapshot::open(Pool& pool, const TableName& table, const CancelToken& cancel)
{
    LEAT_FAILPOINT("source.acquire");
    Result<Lease> lease = pool.acquire(cancel);
    if (!lease)
        return lease.error();
    (*lease)->setContext(pg::label(table), Phase::Plan);
    LEAT_FAILPOINT("source.begin");
    Result<Description> description = beginAndDescribe(**lease, pool.settings(), table, pool.backendPids(), false, cancel);
    if (!description) {
        if ((*lease)->isUsable())
            rollBack(**lease);
        return description.error();
    }
    LEAT_FAILPOINT("source.snapshot");
    // Functions inside a view may rely on the role's own search_path; what we ask for is qualified.
    if (description->shape.kind == TableKind::View)
        if (Result<Rows> r = (*lease)->query("SET LOCAL search_path TO DEFAULT", cancel); !r)
            return r.error();
    return std::unique_ptr<Snapshot>(new Snapshot(pool, std::move(*lease), std::move(*description), cancel));
}

Snapshot::Snapshot(Pool& pool, Lease lease, Description description, CancelToken cancel)
    : m_pool(pool), m_lease(std::move(lease)), m_description(std::move(description)), m_cancel(std::move(cancel))
{
}

Snapshot::~Snapshot()
{
    if (m_lease && m_lease->isUsable() && !m_lease->isCopying())
        rollBack(*m_lease);
}

QString Snapshot::label() const
{
    return pg::label(m_description.shape.table);
}

Connection* Snapshot::borrow()
{
    bool expected = false;
    return m_lent.compare_exchange_strong(expected, true) ? &*m_lease : nullptr;
}

Result<Rows> Snapshot::ask(const std::string& sql)
{
    if (m_lent)
        return makeError(ErrorCode::Internal, QStringLiteral("the snapshot's connection is lent to a reader"));
    m_lease->setContext(label(), Phase::Plan);
    return m_lease->query(sql, m_cancel);
}

Error Snapshot::missing(const QString& column) const
{
    const bool hidden = m_description.unreadableColumns.contains(column);
    Error error = sourceError(hidden ? ErrorCode::PermissionDenied : ErrorCode::ColumnMissing, {}, m_lease->context());
    error.args[QStringLiteral("column")] = column;
    error.args[QStringLiteral("table")] = label();
    error.phase = Phase::Plan;
    return error;
}

Result<const ReadableColumn*> Snapshot::orderedColumn(const QString& name)
{
    const ReadableColumn* column = m_description.column(name);
    if (!column)
        return missing(name);
    if (!isOrdered(*column)) {
        Error error = sourceError(ErrorCode::CursorUnsuitable, column->facts.spelled, m_lease->context());
        error.args[QStringLiteral("column")] = name;
        error.args[QStringLiteral("table")] = label();
        error.args[QStringLiteral("type")] = column->facts.spelled;
        error.phase = Phase::Plan;
        return error;
    }
    return column;
}

namespace {

/// The least of the values that are no numbers: NaN is above them all, and infinity is next. Empty: the type has none.
std::string beyondNumbers(const ReadableColumn& column, int serverVersion)
{
    switch (column.facts.oid) {
    case oid::Float4: return "'Infinity'::pg_catalog.float4";
    case oid::Float8: return "'Infinity'::pg_catalog.float8";
    case oid::Numeric: return serverVersion >= kNumericInfinity ? "'Infinity'::pg_catalog.numeric" : "'NaN'::pg_catalog.numeric";
    default: return {};
    }
}

std::string clockPlus(int days, const ReadableColumn& column)
{
    return "(pg_catalog.clock_timestamp() + pg_catalog.make_interval(days => " + std::to_string(days) + "))::" + column.facts.baseSpelled.toStdString();
}

constexpr qint64 kSecondsOfADay = 86'400;

// Whole numbers that say by their name that they are times.
bool countsUnixTime(const ReadableColumn& column)
{
    return (column.facts.oid == oid::Int4 || column.facts.oid == oid::Int8) && nameKind(column.shape.name) != NameKind::Other;
}

} // namespace

Result<std::optional<QString>> Snapshot::maxCursor(const QString& column)
{
    Result<const ReadableColumn*> c = orderedColumn(column);
    if (!c)
        return c.error();
    LEAT_FAILPOINT("source.cursor-max");
    const std::string operand = cursorOperand(**c);
    const std::string top = beyondNumbers(**c, m_lease->server().version);
    return greatest(operand, top.empty() ? std::string() : operand + " < " + top);
}

Result<std::optional<QString>> Snapshot::maxCursorByNow(const QString& column)
{
    Result<const ReadableColumn*> c = orderedColumn(column);
    if (!c)
        return c.error();
    if (countsUnixTime(**c)) {
        const Result<std::optional<qint64>> byNow = greatestUnixByNow(**c);
        if (!byNow)
            return byNow.error();
        return *byNow ? std::optional(QString::number(**byNow)) : std::nullopt;
    }
    const std::string operand = cursorOperand(**c);
    return greatest(operand, operand + " <= " + clockPlus(0, **c));
}

// By the smallest unit that is in use: a number of thousandths among seconds would sort above them for good.
Result<std::optional<qint64>> Snapshot::greatestUnixByNow(const ReadableColumn& column)
{
    const Result<qint64> now = clockMicros();
    if (!now)
        return now.error();
    const std::string operand = cursorOperand(column);
    for (const qint64 unit : kUnixUnits) {
        // No number of a narrow type is one of the larger units.
        if (column.facts.oid == oid::Int4 && unit > 1)
            break;
        const Result<std::optional<QString>> found = greatest(operand, operand + " BETWEEN " + std::to_string(leastUnixTime(unit))
            + " AND " + std::to_string(*now / (kUnixUnits.back() / unit)));
        if (!found)
            return found.error();
        if (*found)
            return std::optional((*found)->toLongLong());
    }
    return std::optional<qint64>();
}

// Numbers of which none is a time up to now may be anything: a date's digits, ticks, all that is to expire.
Result<bool> Snapshot::isUnixInFuture(const ReadableColumn& column, qint64 value)
{
    const Result<qint64> now = clockMicros();
    if (!now)
        return now.error();
    const qint64 limit = *now / kUnixUnits.back() + kSecondsOfADay;
    if (value <= limit)
        return false;
    const Result<std::optional<qint64>> byNow = greatestUnixByNow(column);
    if (!byNow)
        return byNow.error();
    return *byNow && value > limit * unixUnitOf(**byNow);
}

Result<qint64> Snapshot::clockMicros()
{
    Result<Rows> rows = ask("SELECT pg_catalog.floor(pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) * 1000000)::pg_catalog.int8");
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

Result<std::optional<QString>> Snapshot::greatest(const std::string& operand, const std::string& condition)
{
    Result<Rows> rows = ask("SELECT pg_catalog.max(" + operand + ")::pg_catalog.text FROM " + quoteTable(m_description.shape.table)
        + (condition.empty() ? "" : " WHERE " + condition));
    if (!rows)
        return rows.error();
    return rows->isNull(0, 0) ? std::optional<QString>() : std::optional<QString>(rows->text(0, 0));
}

Result<int> Snapshot::compareCursor(const QString& column, const QString& a, const QString& b)
{
    Result<const ReadableColumn*> c = orderedColumn(column);
    if (!c)
        return c.error();
    const std::string left = cursorConstant(**c, a);
    const std::string right = cursorConstant(**c, b);
    Result<Rows> rows = ask("SELECT CASE WHEN " + left + " < " + right + " THEN -1 WHEN " + left + " > " + right + " THEN 1 ELSE 0 END");
    if (!rows)
        return rows.error();
    return static_cast<int>(rows->integer(0, 0));
}

Result<bool> Snapshot::isInFuture(const QString& column, const QString& value)
{
    Result<const ReadableColumn*> c = orderedColumn(column);
    if (!c)
        return c.error();
    if (countsUnixTime(**c))
        return isUnixInFuture(**c, value.toLongLong());
    const quint32 type = (*c)->facts.oid;
    if (type != oid::Timestamp && type != oid::TimestampTz && type != oid::Date)
        return false;
    Result<Rows> rows = ask("SELECT " + cursorConstant(**c, value) + " > " + clockPlus(1, **c));
    if (!rows)
        return rows.error();
    return rows->flag(0, 0);
}

Result<qint64> Snapshot::countNulls(const QString& column)
{
    const ReadableColumn* c = m_description.column(column);
    if (!c)
        return missing(column);
    if (!c->shape.nullable)
        return qint64{0};
    Result<Rows> rows = ask("SELECT pg_catalog.count(*) FROM " + quoteTable(m_description.shape.table) + " WHERE " + quoteName(column) + " IS NULL");
    if (!rows)
        return rows.error();
    return rows->integer(0, 0);
}

bool Snapshot::indexServes(const ReadSpec& spec) const
{
    if (spec.part && isServedByIndex(*spec.part))
        return true;
    if (spec.cursorColumn.isEmpty() || !spec.cursorFrom)
        return false;
    const ReadableColumn* c = m_description.column(spec.cursorColumn);
    return c && c->indexed;
}

int Snapshot::usefulReaders(const ReadSpec& spec) const
{
    if (indexServes(spec) || m_description.leaves.empty())
        return 1;
    if (m_lease->server().version < kRangeScans && m_description.leaves.size() < 2)
        return 1;
    int readers = std::max(1, spec.readers);
    if (m_pool.settings().readers > 0)
        readers = std::min(readers, m_pool.settings().readers);
    return static_cast<int>(std::clamp<qint64>(m_description.pages / kPagesPerReader, 1, readers));
}

Result<std::vector<const ReadableColumn*>> Snapshot::readable(const QStringList& names) const
{
    std::vector<const ReadableColumn*> columns;
    for (const QString& name : names) {
        columns.push_back(m_description.column(name));
        if (!columns.back())
            return missing(name);
    }
    return columns;
}

// A part that cannot be told in SQL is not filtered here: whoever asked looks at the buckets again.
Result<std::string> Snapshot::filter(const ReadSpec& spec, const ReadableColumn* cursor) const
{
    const std::string rows = filterSql(spec, cursor, m_description.facts);
    if (!spec.part)
        return rows;
    const bool ranges = spec.part->buckets.by == KeyBuckets::By::Range;
    if (!ranges && !m_canDigest.value_or(false))
        return rows;
    const Result<std::vector<const ReadableColumn*>> key = readable(spec.part->buckets.columns);
    if (!key)
        return key.error();
    const std::optional<std::string> part = partSql(*spec.part, *key, m_lease->server().utf8);
    if (!part)
        return rows;
    return *part + (rows.empty() ? "" : " AND " + rows);
}

bool Snapshot::canDigest()
{
    if (!m_canDigest) {
        m_canDigest = m_lease->server().version >= kRowHashVersion && !m_lease->server().plainBytes;
        if (*m_canDigest) {
            const Result<Rows> probe = ask(probeSql());
            m_canDigest = probe && isExpectedProbe(probe->integer(0, 0));
        }
    }
    return *m_canDigest;
}

Result<std::optional<Digest>> Snapshot::digest(const DigestSpec& spec)
{
    LEAT_FAILPOINT("source.digest");
    if (!canDigest())
        return std::optional<Digest>();
    const bool utf8 = m_lease->server().utf8;
    const Result<std::vector<const ReadableColumn*>> columns = readable(spec.columns);
    if (!columns)
        return columns.error();
    const Result<std::vector<const ReadableColumn*>> key = readable(spec.buckets.columns);
    if (!key)
        return key.error();
    std::optional<std::string> row = spec.keyOnly ? std::optional(keyHashSql(*key->front())) : rowSql(*columns, utf8);
    if (row && !spec.keyOnly)
        row = hashOf(*row);
    const std::optional<std::string> bucket = bucketSql(spec.buckets, *key, utf8);
    const std::optional<std::string> within = spec.within ? partSql(*spec.within, *key, utf8) : std::optional<std::string>("");
    if (!row || !bucket || !within)
        return std::optional<Digest>();
    const Result<Rows> rows = ask(digestSql(quoteTable(m_description.shape.table), *bucket, *row, spec.repeats, *within));
    if (!rows)
        return rows.error();
    Digest digest;
    for (int i = 0; i < rows->count(); ++i)
        digest[rows->integer(i, 0)] = {rows->integer(i, 1), mixFromText(rows->bytes(i, 2))};
    return std::optional<Digest>(std::move(digest));
}

Result<std::unique_ptr<TableRead>> Snapshot::read(const ReadSpec& spec)
{
    LEAT_FAILPOINT("source.read-plan");
    Result<std::vector<const ReadableColumn*>> columns = readable(spec.columns);
    if (!columns)
        return columns.error();
    if (columns->empty())
        return sourceError(ErrorCode::NothingSelected, {}, m_lease->context());
    const ReadableColumn* cursor = nullptr;
    if (!spec.cursorColumn.isEmpty()) {
        Result<const ReadableColumn*> c = orderedColumn(spec.cursorColumn);
        if (!c)
            return c.error();
        cursor = *c;
    }
    if ((spec.windowFrom || spec.windowClosed) && !m_description.facts.windowPossible)
        return sourceError(ErrorCode::Internal, QStringLiteral("rows of this table carry no transaction id"), m_lease->context());

    int readers = usefulReaders(spec);
    const bool pieced = !spec.pieces.isEmpty();
    const bool ranges = !indexServes(spec) && m_lease->server().version >= kRangeScans;
    // A small table, and what an index finds, is one statement on the table itself.
    const bool apart = !indexServes(spec) && m_description.pages >= kPagesPerReader;
    const std::vector<Slice> slices = pieced ? slicesOf(spec.pieces) : planSlices(apart ? m_description.leaves : std::vector<Leaf>(),
        quoteTable(m_description.shape.table), ranges, readers);
    readers = std::min(readers, static_cast<int>(slices.size()));
    const Result<std::string> wanted = filter(spec, cursor);
    if (!wanted)
        return wanted.error();
    std::vector<std::string> copies;
    for (const Slice& slice : slices)
        copies.push_back(copySql(*columns, slice, *wanted));

    std::string exportedId;
    if (readers > 1) {
        Result<Rows> rows = ask("SELECT pg_catalog.pg_export_snapshot()");
        if (!rows)
            return rows.error();
        exportedId = rows->bytes(0, 0).toStdString();
    }
    return std::unique_ptr<TableRead>(std::make_unique<Read>(*this, std::move(*columns), std::move(copies), std::move(exportedId),
        readers, m_lease->server().plainBytes, pieced ? std::optional(spec.piecesThere) : std::nullopt));
}

QStringList Snapshot::cut() const
{
    QStringList texts;
    if (m_lease->server().version < kRangeScans || !m_description.facts.windowPossible || !m_description.facts.horizon)
        return texts;
    // The names of other objects change without a trace in the rows: only one snapshot spells them alike.
    const auto& columns = m_description.columns;
    if (std::any_of(columns.begin(), columns.end(), [](const ReadableColumn& c) { return namesObjects(c.facts.oid); }))
        return texts;
    for (const Piece& piece : cutPieces(m_description.leaves))
        texts.append(toText(piece));
    return texts;
}

Result<std::vector<bool>> Snapshot::unchanged(const QStringList& all, const std::vector<PieceMark>& read, quint64 since, const CancelToken& cancel)
{
    ReadSpec window;
    window.windowFrom = since;
    const bool reach = m_description.facts.horizon && since <= *m_description.facts.horizon && windowInReach(window, m_description.facts);
    if (!reach || !piecesFit(piecesOf(all), m_description.leaves))
        return std::vector<bool>();
    std::string script;
    for (const PieceMark& mark : read)
        script += (script.empty() ? "" : "; ") + pieceCountSql(pieceFromText(mark.piece).value_or(Piece()), since);
    if (script.empty())
        return std::vector<bool>();
    m_lease->setContext(label(), Phase::Read);
    const Result<std::vector<Rows>> counts = m_lease->script(script, cancel);
    if (!counts)
        return counts.error();
    std::vector<bool> same;
    for (std::size_t i = 0; i < read.size() && i < counts->size(); ++i)
        same.push_back((*counts)[i].integer(0, 0) == read[i].rows && (*counts)[i].integer(0, 1) == 0);
    return same;
}

// A snapshot shows the catalogue of its moment, but a table is read by the catalogue of today: the one
// that our lock holds still. The description of a result comes from the latter.
Result<bool> Snapshot::confirmShape(const CancelToken& cancel)
{
    std::string names;
    for (const ReadableColumn& column : m_description.columns)
        names += (names.empty() ? "" : ", ") + quoteName(column.shape.name);
    m_lease->setContext(label(), Phase::Read);
    const Result<Rows> now = m_lease->query("SELECT " + names + " FROM " + quoteTable(m_description.shape.table) + " LIMIT 0", cancel);
    if (!now && now.error().sqlState == QLatin1String("42703"))
        return false;
    if (!now)
        return now.error();
    for (int i = 0; i < now->fields(); ++i) {
        const ReadableColumn& column = m_description.columns[static_cast<std::size_t>(i)];
        if (now->tableColumn(i) != column.shape.attribute || now->type(i) != column.facts.oid
            || now->modifier(i) != column.facts.modifier)
            return false;
    }
    return true;
}

} // namespace leat::pg
