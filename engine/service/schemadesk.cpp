// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/schemadesk.h"

#include "engine/service/schemarules.h"
#include "engine/state/schemastatus.h"
#include "engine/sync/verifyrun.h"

#include <QCoreApplication>

namespace leat {

namespace {

Error noSuchTable(SchemaId id)
{
    return makeError(ErrorCode::NotFound, {},
        {{QStringLiteral("what"), QCoreApplication::translate("SchemaDesk", "table")},
            {QStringLiteral("name"), QString::number(id.value)}});
}

QString fullLabel(const SchemaInfo& schema)
{
    return schema.sourceName + QLatin1Char('.') + schema.label;
}

SchemaStatus statusAtRest(const SchemaInfo& schema)
{
    SchemaPast past{std::nullopt, schema.lastSyncedAt.isValid(), {}};
    if (schema.latestError)
        past.latestError = schema.latestError->code;
    return restingStatus(schema.config, past);
}

} // namespace

WarehouseTable warehouseTableOf(const SchemaInfo& schema)
{
    const qsizetype dot = schema.warehouseTable.indexOf(QLatin1Char('.'), schema.sourceName.size());
    return {schema.sourceName, schema.warehouseTable.mid(dot + 1)};
}

SchemaDesk::SchemaDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                       std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_runs(runs), m_changed(std::move(changed))
{
}

Result<std::vector<SchemaDesk::Change>> SchemaDesk::changes(const SetSchemas& command)
{
    std::vector<Change> list;
    for (SchemaId id : command.ids) {
        const SchemaInfo* schema = m_world.schema(id);
        const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
        if (!source)
            return noSuchTable(id);
        // A change under a running sync would mix two configurations (seed id T66); pausing waits.
        if (needsSourceCheck(command.patch) && m_runs.isBusy(id))
            return makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(*schema)}});
        list.push_back({*schema, *source, applied(schema->config, command.patch)});
        if (Result<void> ok = checkTimeOfDay(list.back().config); !ok)
            return ok.error();
    }
    return list;
}

Result<void> SchemaDesk::check(Change& change, const CancelToken& cancel)
{
    Result<std::shared_ptr<Source>> source = m_sources.get(change.source);
    if (!source)
        return source.error();
    Result<SyncOptions> options = (*source)->options(change.schema.table, cancel);
    if (!options)
        return options.error();
    Result<SchemaConfig> config = checkedConfig(change.config, *options, fullLabel(change.schema));
    if (!config)
        return config.error();
    change.config = *config;
    if (!keyNeedsProof(change.config, *options))
        return {};
    Result<KeyCheck> proof = (*source)->checkKey(change.schema.table, change.config.primaryKeyColumns, cancel);
    if (!proof)
        return proof.error();
    const QMap<QString, QString> args{{QStringLiteral("table"), fullLabel(change.schema)},
        {QStringLiteral("column"), change.config.primaryKeyColumns.join(QStringLiteral(", "))},
        {QStringLiteral("example"), proof->examples.join(QStringLiteral("; "))}};
    if (proof->hasNulls)
        return makeError(ErrorCode::KeyHasNulls, {}, args);
    if (!proof->unique)
        return makeError(ErrorCode::KeyNotUnique, {}, args);
    return {};
}

Result<Reply> SchemaDesk::store(const std::vector<Change>& changes, qint64 expectedRevision)
{
    for (const Change& change : changes) {
        SchemaInfo* schema = m_world.schema(change.schema.id);
        if (!schema)
            return noSuchTable(change.schema.id);
        Result<qint64> revision = m_parts.state->setConfig(change.schema.id, change.config,
            expectedRevision != 0 ? expectedRevision : change.schema.revision, m_parts.actor);
        if (!revision) {
            Error error = revision.error();
            error.args.insert(QStringLiteral("subject"), fullLabel(change.schema));
            return error;
        }
        schema->config = change.config;
        schema->revision = *revision;
        if (!schema->currentRun.isValid())
            schema->status = statusAtRest(*schema);
        m_world.touched(schema->id);
    }
    m_changed();
    return Reply(Done());
}

QFuture<ReplyPtr> SchemaDesk::set(const SetSchemas& command)
{
    Result<std::vector<Change>> list = changes(command);
    if (!list)
        return AskDesk::answer(list.error());
    if (!needsSourceCheck(command.patch))
        return AskDesk::answer(store(*list, command.expectedRevision));
    auto shared = std::make_shared<std::vector<Change>>(std::move(*list));
    return m_ask.ask(
        [this, shared](const CancelToken& cancel) -> Result<Reply> {
            for (Change& change : *shared)
                if (Result<void> ok = check(change, cancel); !ok)
                    return ok.error();
            return Reply(Done());
        },
        [this, shared, expected = command.expectedRevision](Result<Reply>& reply) {
            if (reply)
                reply = store(*shared, expected);
        });
}

QFuture<ReplyPtr> SchemaDesk::options(const LoadOptions& command)
{
    const SchemaInfo* schema = m_world.schema(command.id);
    const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
    if (!source)
        return AskDesk::answer(noSuchTable(command.id));
    return m_ask.ask(
        [this, info = *source, table = schema->table](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            Result<SyncOptions> options = (*opened)->options(table, cancel);
            if (!options)
                return options.error();
            return Reply(std::move(*options));
        },
        {});
}

QFuture<ReplyPtr> SchemaDesk::verify(const VerifySchema& command)
{
    const SchemaInfo* schema = m_world.schema(command.id);
    const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
    if (!source)
        return AskDesk::answer(noSuchTable(command.id));
    const CancelSource cancelSource;
    m_verifying.insert_or_assign(command.id, cancelSource);
    return m_ask.ask(
        [this, info = *source, table = *schema](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            Result<VerifyReport> report
                = verifySchema(**opened, *m_parts.warehouse, table, warehouseTableOf(table), cancel);
            if (!report)
                return report.error();
            return Reply(std::move(*report));
        },
        [this, id = command.id](Result<Reply>&) { m_verifying.erase(id); }, cancelSource);
}

void SchemaDesk::cancelVerify(const std::vector<SchemaId>& ids)
{
    for (SchemaId id : ids)
        if (const auto it = m_verifying.find(id); it != m_verifying.end())
            it->second.cancel();
}

} // namespace leat
