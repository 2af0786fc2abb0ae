// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgsource.h"

#include "engine/connectors/postgres/pgcheck.h"
#include "engine/connectors/postgres/pgevidence.h"
#include "engine/connectors/postgres/pglist.h"
#include "engine/connectors/postgres/pgquote.h"
#include "engine/connectors/postgres/pgsnapshot.h"

#include <algorithm>

namespace leat::pg {

namespace {

/// Rolls back on the way out, so that the connection can be used again.
class Ended
{
public:
    explicit Ended(Connection& connection) : m_connection(connection) {}
    ~Ended()
    {
        if (m_connection.isUsable())
            rollBack(m_connection);
    }
    Ended(const Ended&) = delete;
    Ended& operator=(const Ended&) = delete;

private:
    Connection& m_connection;
};

/// json has no equality; its text has.
std::string keyExpression(const ReadableColumn& column)
{
    return column.facts.oid == oid::Json ? textExpression(column.shape.name, column.facts) : quoteName(column.shape.name);
}

Result<KeyCheck> lookAtKey(Connection& connection, const Description& description, const std::vector<const ReadableColumn*>& key,
                           const CancelToken& cancel)
{
    std::string group;
    std::string shown;
    std::string isNull;
    std::string notNull;
    for (const ReadableColumn* c : key) {
        const std::string name = quoteName(c->shape.name);
        group += (group.empty() ? "" : ", ") + keyExpression(*c);
        shown += (shown.empty() ? "" : ", ") + textExpression(c->shape.name, c->facts);
        isNull += (isNull.empty() ? "" : " OR ") + name + " IS NULL";
        notNull += (notNull.empty() ? "" : " AND ") + name + " IS NOT NULL";
    }
    const std::string from = " FROM " + quoteTable(description.shape.table) + " WHERE ";
    const Result<std::vector<Rows>> answers = connection.script("SELECT EXISTS (SELECT 1" + from + "(" + isNull + ")); SELECT " + shown
        + from + notNull + " GROUP BY " + group + " HAVING pg_catalog.count(*) > 1 LIMIT 3", cancel);
    if (!answers)
        return answers.error();
    KeyCheck check;
    check.hasNulls = (*answers)[0].flag(0, 0);
    const Rows& duplicates = (*answers)[1];
    check.unique = duplicates.count() == 0;
    for (int i = 0; i < duplicates.count(); ++i) {
        QStringList parts;
        for (int c = 0; c < duplicates.fields(); ++c)
            parts << duplicates.text(i, c);
        check.examples << parts.join(QStringLiteral(", "));
    }
    return check;
}

bool isDeclaredUnique(const TableShape& shape, const QStringList& key)
{
    const auto covered = [&](const QStringList& unique) {
        return !unique.isEmpty() && std::all_of(unique.cbegin(), unique.cend(), [&](const QString& c) { return key.contains(c); });
    };
    return covered(shape.primaryKey) || std::any_of(shape.uniqueKeys.cbegin(), shape.uniqueKeys.cend(), covered);
}

} // namespace

PostgresSource::PostgresSource(Settings settings, SecretMap secrets) : m_pool(std::move(settings), std::move(secrets)) {}

PostgresSource::~PostgresSource() = default;

QString PostgresSource::defaultNamespace() const
{
    return QStringLiteral("public");
}

Result<CheckReport> PostgresSource::check(const std::function<void(const CheckReport&)>& onStep, const CancelToken& cancel)
{
    return checkConnection(m_pool, onStep, cancel);
}

Result<void> PostgresSource::probe(const CancelToken& cancel)
{
    Result<Lease> lease = m_pool.connect(cancel, {});
    return lease ? Result<void>() : lease.error();
}

Result<std::vector<TableListing>> PostgresSource::listTables(const CancelToken& cancel)
{
    Result<Lease> lease = m_pool.acquire(cancel);
    if (!lease)
        return lease.error();
    (*lease)->setContext({}, Phase::Discover);
    return pg::listTables(**lease, m_pool.settings(), cancel);
}

Result<SyncOptions> PostgresSource::options(const TableName& table, const CancelToken& cancel)
{
    Result<Lease> lease = m_pool.acquire(cancel);
    if (!lease)
        return lease.error();
    (*lease)->setContext(label(table), Phase::Discover);
    const Ended ended(**lease);
    Result<Description> description = beginAndDescribe(**lease, m_pool.settings(), table, m_pool.backendPids(), true, cancel);
    if (!description)
        return description.error();
    if (Result<void> r = gatherEvidence(**lease, *description, cancel); !r)
        return r.error();

    const CursorAdvice advice = adviseCursor(description->cursorFacts(), description->shape.primaryKey, description->shape.kind,
        description->shape.estimatedRows);
    SyncOptions options;
    options.shape = description->shape;
    options.incrementalFields = advice.candidates;
    options.detectedPrimaryKeys = description->shape.primaryKey;
    if (options.detectedPrimaryKeys.isEmpty() && !description->shape.uniqueKeys.empty())
        options.detectedPrimaryKeys = description->shape.uniqueKeys.front();
    // Without a detected key the user can name one; without a cursor there is nothing to name.
    options.incrementalAvailable = !advice.candidates.empty() || description->facts.windowPossible;
    options.appendAvailable = options.incrementalAvailable;
    options.suggested = advice.suggested;
    options.suggestedField = advice.field;
    options.suggestionReason = advice.reason;
    return options;
}

Result<KeyCheck> PostgresSource::checkKey(const TableName& table, const QStringList& key, const CancelToken& cancel)
{
    Result<Lease> lease = m_pool.acquire(cancel);
    if (!lease)
        return lease.error();
    (*lease)->setContext(label(table), Phase::Plan);
    const Ended ended(**lease);
    Result<Description> description = beginAndDescribe(**lease, m_pool.settings(), table, m_pool.backendPids(), false, cancel);
    if (!description)
        return description.error();
    std::vector<const ReadableColumn*> columns;
    for (const QString& name : key) {
        columns.push_back(description->column(name));
        if (columns.back())
            continue;
        Error error = sourceError(ErrorCode::ColumnMissing, {}, (*lease)->context());
        error.args[QStringLiteral("column")] = name;
        return error;
    }
    if (columns.empty())
        return sourceError(ErrorCode::KeyRequired, {}, (*lease)->context());
    const bool nullable = std::any_of(columns.cbegin(), columns.cend(), [](const ReadableColumn* c) { return c->shape.nullable; });
    if (!nullable && isDeclaredUnique(description->shape, key))
        return KeyCheck();
    return lookAtKey(**lease, *description, columns, cancel);
}

Result<std::unique_ptr<TableSnapshot>> PostgresSource::openSnapshot(const TableName& table, const CancelToken& cancel)
{
    Result<std::unique_ptr<Snapshot>> snapshot = Snapshot::open(m_pool, table, cancel);
    if (!snapshot)
        return snapshot.error();
    return std::unique_ptr<TableSnapshot>(std::move(*snapshot));
}

} // namespace leat::pg
