// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteread.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/sqlite/sqlitecursor.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqlitereader.h"
#include "engine/verify/buckets.h"

#include <algorithm>

namespace leat::sqlite {

namespace {

Error readError(ErrorCode code, const DescribedTable& table, QMap<QString, QString> args = {})
{
    args.insert(QStringLiteral("table"), table.schema.name);
    return sourceError(code, Phase::Read, {}, std::move(args));
}

Result<void> validate(const ReadSpec& spec, const DescribedTable& table)
{
    if (spec.columns.isEmpty())
        return readError(ErrorCode::NothingSelected, table);
    QStringList needed = spec.columns;
    if (!spec.cursorColumn.isEmpty())
        needed.append(spec.cursorColumn);
    for (const QString& column : needed)
        if (!table.schema.column(column))
            return readError(ErrorCode::ColumnMissing, table, {{QStringLiteral("column"), column}});
    if (spec.windowFrom || spec.windowClosed)
        return cursorUnsuitable(table, QStringLiteral("xmin"), QStringLiteral("SQLite rows carry no transaction id"));
    if (!spec.cursorColumn.isEmpty() && cursorKindOf(table, spec.cursorColumn) == CursorKind::None)
        return cursorUnsuitable(table, spec.cursorColumn, whyNoCursor(table, spec.cursorColumn));
    return {};
}

// The rowids that the cursor leaves over, when the cursor is the rowid itself.
RowidSpan bounded(RowidSpan span, const ReadSpec& spec, const DescribedTable& table)
{
    if (spec.cursorColumn.isEmpty() || spec.cursorColumn != table.schema.rowidColumn)
        return span;
    if (spec.cursorFrom)
        span.first = std::max(span.first, spec.cursorFrom->toLongLong());
    if (spec.cursorTo)
        span.second = std::min(span.second, spec.cursorTo->toLongLong());
    return span;
}

// A lower bound on an indexed cursor finds its rows by the index: mostly few, and scattered.
bool usesIndex(const ReadSpec& spec, const DescribedTable& table)
{
    return spec.cursorFrom && spec.cursorColumn != table.schema.rowidColumn && table.schema.isIndexed(spec.cursorColumn);
}

// The ranges of rowids that a part of the key is, when the key is the rowid.
std::optional<std::vector<RowidSpan>> wantedSpans(const ReadSpec& spec, const DescribedTable& table, const RowidSpan& whole)
{
    if (!spec.part || spec.part->buckets.by != KeyBuckets::By::Range || table.schema.rowidColumn.isEmpty()
        || spec.part->buckets.columns != QStringList{table.schema.rowidColumn})
        return std::nullopt;
    std::vector<RowidSpan> spans;
    for (const auto& [first, last] : keyRanges(*spec.part))
        if (const RowidSpan span{std::max(first, whole.first), std::min(last, whole.second)}; span.first <= span.second)
            spans.push_back(span);
    return spans;
}

} // namespace

Result<std::unique_ptr<TableRead>> SqliteRead::make(std::shared_ptr<ReadGroup> group, Connection& connection,
                                                    std::shared_ptr<const DescribedTable> table, const ReadSpec& wanted)
{
    if (Result<void> ok = validate(wanted, *table); !ok)
        return ok.error();
    ReadSpec spec = wanted;
    if (!spec.cursorColumn.isEmpty() && spec.cursorFrom) {
        Result<QString> lower = lowerBound(*table, spec.cursorColumn, *spec.cursorFrom, spec.lookbackSeconds, spec.cursorTo);
        if (!lower)
            return lower.error();
        spec.cursorFrom = *lower;
        if (Result<void> alike = checkSpellings(connection, *table, spec.cursorColumn, *lower); !alike)
            return alike.error();
    }
    std::vector<RowidSpan> slices{{0, 0}};
    bool sliced = false;
    if (!usesIndex(spec, *table)) {
        Result<std::optional<RowidSpan>> span = rowidSpan(connection, table->schema);
        if (!span)
            return span.error();
        sliced = !table->schema.rowidName.isEmpty();
        if (sliced)
            slices.clear();
        if (const std::optional<RowidSpan> rows = *span; rows) {
            const RowidSpan part = bounded(*rows, spec, *table);
            if (std::optional<std::vector<RowidSpan>> spans = wantedSpans(spec, *table, part)) {
                slices = std::move(*spans);
            } else if (part.first <= part.second) {
                Result<std::vector<RowidSpan>> split = splitSpan(connection, table->schema, part);
                if (!split)
                    return split.error();
                slices = std::move(*split);
            }
        }
    }
    return std::unique_ptr<TableRead>(new SqliteRead(std::move(group), std::move(table), std::move(spec), std::move(slices), sliced));
}

SqliteRead::SqliteRead(std::shared_ptr<ReadGroup> group, std::shared_ptr<const DescribedTable> table, ReadSpec spec,
                       std::vector<RowidSpan> slices, bool sliced)
    : m_group(std::move(group)), m_table(std::move(table)), m_spec(std::move(spec)), m_slices(slices), m_sliced(sliced)
{
    m_readers = std::clamp(std::min({m_spec.readers, m_group->size(), static_cast<int>(slices.size())}), 1, 64);
    m_counters.slices = static_cast<int>(slices.size());
    for (const QString& name : m_spec.columns)
        m_columns.push_back({name, m_table->shape.column(name)->type});
}

QByteArray SqliteRead::sql() const
{
    QByteArray text = "SELECT ";
    for (const QString& name : m_spec.columns)
        text += quoted(name) + ", ";
    text.chop(2);
    text += " FROM " + quoted(m_table->schema.name) + " WHERE 1";
    if (m_sliced)
        text += " AND " + quoted(m_table->schema.rowidName) + " BETWEEN ?1 AND ?2";
    if (m_spec.cursorColumn.isEmpty() || (!m_spec.cursorFrom && !m_spec.cursorTo && m_spec.includeNullCursor))
        return text;
    // The + keeps SQLite from walking the cursor's index when ranges of rowids are read.
    const QByteArray cursor = (m_sliced ? "+" : "") + quoted(m_spec.cursorColumn);
    QByteArray filter = cursor + " IS NOT NULL";
    if (m_spec.cursorFrom)
        filter += " AND " + cursor + " >= ?3";
    if (m_spec.cursorTo)
        filter += " AND " + cursor + " <= ?4";
    if (!m_spec.includeNullCursor)
        return text + " AND " + filter;
    return text + " AND ((" + filter + ") OR " + cursor + " IS NULL)";
}

Result<Statement> SqliteRead::prepare(Connection& connection) const
{
    Result<Statement> statement = Statement::prepare(connection, sql(), Phase::Read, m_table->schema.name);
    if (!statement)
        return statement;
    if (m_spec.cursorColumn.isEmpty())
        return statement;
    if (m_spec.cursorFrom)
        if (Result<void> ok = bindCursor(*statement, 3, *m_table, m_spec.cursorColumn, *m_spec.cursorFrom); !ok)
            return ok.error();
    if (m_spec.cursorTo)
        if (Result<void> ok = bindCursor(*statement, 4, *m_table, m_spec.cursorColumn, *m_spec.cursorTo); !ok)
            return ok.error();
    return statement;
}

Result<void> SqliteRead::guardKey(const QStringList& key, const CancelToken& cancel)
{
    std::vector<int> places;
    for (const QString& name : key)
        places.push_back(static_cast<int>(m_spec.columns.indexOf(name)));
    if (key.isEmpty() || std::find(places.begin(), places.end(), -1) != places.end())
        return {};
    m_isKey.assign(m_columns.size(), false);
    for (const int place : places)
        m_isKey[static_cast<std::size_t>(place)] = true;
    if (!m_spec.cursorFrom)
        return {};
    const ReadGroup::Loan loan = m_group->borrow();
    if (!loan.get())
        return sourceError(ErrorCode::Internal, Phase::Read, QStringLiteral("the key is guarded before readers are opened"), {});
    const Connection::Use use(*loan.get(), cancel);
    m_forms.emplace(*m_table, key);
    Result<std::vector<std::uint64_t>> shared = m_forms->shared(*loan.get());
    if (!shared)
        return shared.error();
    m_shared = std::move(*shared);
    if (!m_shared.empty())
        m_sharedKey = std::move(places);
    return {};
}

bool SqliteRead::isShared(const std::vector<sqlite3_value*>& key) const
{
    return std::binary_search(m_shared.begin(), m_shared.end(), m_forms->hash(key));
}

Result<std::unique_ptr<BatchReader>> SqliteRead::openReader(const CancelToken& cancel)
{
    ReadGroup::Loan loan = m_group->borrow();
    if (!loan.get())
        return sourceError(ErrorCode::Internal, Phase::Read, QStringLiteral("more readers than this read is good for"), {});
    LEAT_FAILPOINT("sqlite.reader-open");
    auto reader = std::make_unique<SqliteReader>(*this, std::move(loan), cancel);
    if (Result<void> ok = reader->prepare(); !ok)
        return ok.error();
    return std::unique_ptr<BatchReader>(std::move(reader));
}

} // namespace leat::sqlite
