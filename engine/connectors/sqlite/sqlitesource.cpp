// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitesource.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/sqlite/sqlitecheck.h"
#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqlitecursorscan.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqlitekeycheck.h"
#include "engine/connectors/sqlite/sqliteshape.h"
#include "engine/connectors/sqlite/sqlitesnapshot.h"

#include <QCoreApplication>

namespace leat::sqlite {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SqliteSource", text);
}

// One read transaction, so that a schema change in the middle is not half seen.
Result<void> begin(Connection& connection)
{
    Result<bool> begun = connection.beginRead(connection.busyTimeoutMs());
    if (!begun)
        return begun.error();
    if (!*begun)
        return sourceError(ErrorCode::FileLocked, Phase::Discover, QStringLiteral("SQLite: database is locked"),
            {{QStringLiteral("path"), connection.path()}});
    return {};
}

void suggest(SyncOptions& options, const QStringList& refusals)
{
    const bool hasKey = !options.detectedPrimaryKeys.isEmpty();
    const CursorCandidate* best = options.incrementalFields.empty() ? nullptr : &options.incrementalFields.front();
    QStringList reasons;
    if (best && changeRank(best->field) == 3 && hasKey && options.shape.kind == TableKind::Table) {
        options.suggested = SyncType::Incremental;
        options.suggestedField = best->field;
        reasons.append(tr("%1 says when a row changed").arg(best->field));
    } else if (options.shape.kind == TableKind::View) {
        reasons.append(tr("a view is computed anew each time"));
    } else if (!hasKey) {
        reasons.append(tr("there is no primary key to update rows by"));
    } else {
        reasons.append(tr("no column says when a row changed"));
    }
    options.suggestionReason = (reasons + refusals).join(QStringLiteral("; "));
}

} // namespace

Result<CheckReport> SqliteSource::check(const std::function<void(const CheckReport&)>& onStep, const CancelToken& cancel)
{
    return checkFile(m_settings, onStep, cancel);
}

Result<void> SqliteSource::probe(const CancelToken& cancel)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(m_settings, cancel);
    return connection ? Result<void>() : connection.error();
}

Result<std::vector<TableListing>> SqliteSource::listTables(const CancelToken& cancel)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(m_settings, cancel);
    if (!connection)
        return connection.error();
    const Connection::Use use(**connection, cancel);
    if (Result<void> ok = begin(**connection); !ok)
        return ok.error();
    Result<std::vector<SchemaTable>> tables = listSchema(**connection);
    if (!tables)
        return tables.error();
    std::vector<TableListing> listings;
    for (SchemaTable& table : *tables) {
        Result<TableListing> listing = listingOf(**connection, table);
        if (!listing)
            return listing.error();
        listings.push_back(std::move(*listing));
    }
    return listings;
}

Result<SyncOptions> SqliteSource::options(const TableName& table, const CancelToken& cancel)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(m_settings, cancel);
    if (!connection)
        return connection.error();
    const Connection::Use use(**connection, cancel);
    if (Result<void> ok = begin(**connection); !ok)
        return ok.error();
    Result<DescribedTable> described = describeTable(**connection, table.name);
    if (!described)
        return described.error();
    Result<CursorFindings> cursors = findCursors(**connection, *described);
    if (!cursors)
        return cursors.error();
    SyncOptions options;
    options.shape = described->shape;
    options.incrementalFields = std::move(cursors->candidates);
    options.detectedPrimaryKeys = described->shape.primaryKey;
    options.incrementalAvailable = !options.incrementalFields.empty();
    options.appendAvailable = !options.incrementalFields.empty();
    suggest(options, cursors->refusals);
    return options;
}

Result<KeyCheck> SqliteSource::checkKey(const TableName& table, const QStringList& key, const CancelToken& cancel)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(m_settings, cancel);
    if (!connection)
        return connection.error();
    const Connection::Use use(**connection, cancel);
    if (Result<void> ok = begin(**connection); !ok)
        return ok.error();
    Result<SchemaTable> schema = findTable(**connection, table.name);
    if (!schema)
        return schema.error();
    return sqlite::checkKey(**connection, *schema, key);
}

Result<std::unique_ptr<TableSnapshot>> SqliteSource::openSnapshot(const TableName& table, const CancelToken& cancel)
{
    LEAT_FAILPOINT("sqlite.snapshot");
    return SqliteSnapshot::open(m_settings, table.name, cancel);
}

} // namespace leat::sqlite
