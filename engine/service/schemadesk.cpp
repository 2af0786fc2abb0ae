// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/schemadesk.h"

#include "engine/api/jsonview.h"
#include "engine/state/schemastatus.h"
#include "engine/sync/verifyrun.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace leat {

namespace {

QString keyCheckName(SchemaId id)
{
    return QStringLiteral("key_check/%1").arg(id.value);
}

} // namespace

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

void showAtRest(SchemaInfo& schema)
{
    SchemaPast past{std::nullopt, schema.lastSyncedAt.isValid(), {}};
    if (schema.latestError && schema.latestError->code != ErrorCode::DeletesHeld)
        past.latestError = schema.latestError->code;
    schema.status = restingStatus(schema.config, past);
    showHeldDeletes(schema);
}

QFuture<ReplyPtr> runAside(RunDesk& runs, SyncSchemas order, std::function<Result<Reply>()> take)
{
    auto promise = std::make_shared<QPromise<ReplyPtr>>();
    promise->start();
    const std::vector<SchemaId> ids = order.ids;
    runs.whenIdle(ids, [&runs, order = std::move(order), take = std::move(take), promise](bool idle) {
        const Result<Reply> queued = idle ? runs.sync(order) : Result<Reply>(makeError(ErrorCode::Cancelled));
        if (!queued)
            return AskDesk::answerInto(promise, queued.error());
        runs.whenIdle(order.ids, [take, promise](bool) { AskDesk::answerInto(promise, take()); });
    });
    return promise->future();
}

WarehouseTable warehouseTableOf(const SchemaInfo& schema)
{
    const qsizetype dot = schema.warehouseTable.indexOf(QLatin1Char('.'), schema.sourceName.size());
    return {schema.sourceName, schema.warehouseTable.mid(dot + 1)};
}

void rememberKeyCheck(EngineParts& parts, SchemaId id, const KeyReport& report)
{
    // Convenience only: a check that cannot be remembered is still a check.
    (void)parts.state->setValue(keyCheckName(id), QString::fromUtf8(QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact)));
}

std::optional<KeyReport> rememberedKeyCheck(EngineParts& parts, SchemaId id)
{
    const Result<QString> text = parts.state->value(keyCheckName(id));
    const QJsonObject json = QJsonDocument::fromJson(text ? text->toUtf8() : QByteArray()).object();
    if (json.isEmpty())
        return std::nullopt;
    const auto list = [&json](const char* name) {
        QStringList words;
        for (const QJsonValue& value : json.value(QLatin1String(name)).toArray())
            words.append(value.toString());
        return words;
    };
    return KeyReport{list("primary_key_columns"), json.value(QLatin1String("unique")).toBool(), json.value(QLatin1String("has_nulls")).toBool(),
        list("examples"), QDateTime::fromString(json.value(QLatin1String("checked_at")).toString(), Qt::ISODateWithMs)};
}

SchemaDesk::SchemaDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                       std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_runs(runs), m_changed(std::move(changed))
{
}

QFuture<ReplyPtr> SchemaDesk::checkKey(const CheckKey& command)
{
    const SchemaInfo* schema = m_world.schema(command.id);
    const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
    if (!source)
        return AskDesk::answer(noSuchTable(command.id));
    return m_ask.ask(
        [this, id = command.id, info = *source, table = schema->table, columns = command.columns](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            Result<KeyCheck> check = (*opened)->checkKey(table, columns, cancel);
            if (!check)
                return check.error();
            const KeyReport report{columns, check->unique, check->hasNulls, check->examples, m_parts.clock->nowUtc()};
            rememberKeyCheck(m_parts, id, report);
            return Reply(report);
        },
        {});
}

QFuture<ReplyPtr> SchemaDesk::options(const LoadOptions& command)
{
    const SchemaInfo* schema = m_world.schema(command.id);
    const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
    if (!source)
        return AskDesk::answer(noSuchTable(command.id));
    return m_ask.ask(
        [this, id = command.id, info = *source, table = schema->table](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            Result<SyncOptions> options = (*opened)->options(table, cancel);
            if (!options)
                return options.error();
            options->lastKeyCheck = rememberedKeyCheck(m_parts, id);
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
    if (command.repair) {
        SyncSchemas order;
        order.ids = {command.id};
        order.repair = true;
        order.confirmedDeletes = command.confirmedDeletes;
        return runAside(m_runs, std::move(order), [this, id = command.id]() -> Result<Reply> {
            Result<VerifyReport> report = m_runs.takeRepair(id);
            return report ? Result<Reply>(Reply(std::move(*report))) : Result<Reply>(report.error());
        });
    }
    const CancelSource cancelSource;
    m_verifying.insert_or_assign(command.id, cancelSource);
    return m_ask.ask(
        [this, info = *source, table = *schema](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            // On the engine's clock, by which the next comparison is planned.
            const QDateTime began = m_parts.clock->nowUtc();
            Result<VerifyReport> report
                = verifySchema(**opened, *m_parts.warehouse, table, warehouseTableOf(table), cancel);
            if (!report)
                return report.error();
            report->at = began;
            return Reply(std::move(*report));
        },
        [this, id = command.id](Result<Reply>& reply) {
            m_verifying.erase(id);
            SchemaInfo* found = m_world.schema(id);
            const VerifyReport* report = reply ? std::get_if<VerifyReport>(&*reply) : nullptr;
            if (!found || !report)
                return;
            keepProof(m_parts, *found, *report);
            if (m_onVerified)
                m_onVerified(*report);
            m_world.touched(id);
            m_changed();
        }, cancelSource);
}

void SchemaDesk::cancelVerify(const std::vector<SchemaId>& ids)
{
    for (SchemaId id : ids)
        if (const auto it = m_verifying.find(id); it != m_verifying.end())
            it->second.cancel();
}

} // namespace leat
