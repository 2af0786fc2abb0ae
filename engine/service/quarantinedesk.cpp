// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/quarantinedesk.h"

#include "engine/service/schemadesk.h"

#include <QJsonDocument>

namespace leat {

QuarantineDesk::QuarantineDesk(EngineParts& parts, WorldKeeper& world, AskDesk& ask, RunDesk& runs, std::function<void()> changed)
    : m_parts(parts), m_world(world), m_ask(ask), m_runs(runs), m_changed(std::move(changed))
{
}

Result<void> QuarantineDesk::load()
{
    return showQuarantined(*m_parts.warehouse, m_world);
}

QFuture<ReplyPtr> QuarantineDesk::page(const LoadQuarantine& command)
{
    const SchemaInfo* schema = m_world.schema(command.id);
    if (!schema)
        return AskDesk::answer(noSuchTable(command.id));
    return m_ask.ask(
        [this, table = warehouseTableOf(*schema), limit = command.limit](const CancelToken&) -> Result<Reply> {
            Result<QuarantinePage> page = m_parts.warehouse->quarantine(table, limit);
            if (!page)
                return page.error();
            return Reply(std::move(*page));
        },
        {});
}

QFuture<ReplyPtr> QuarantineDesk::replay(const ReplayQuarantine& command)
{
    return change(command.id, "quarantine.replay",
        [this, ids = command.ids](const WarehouseTable& table) { return m_parts.warehouse->replayQuarantine(table, ids); });
}

QFuture<ReplyPtr> QuarantineDesk::drop(const DropQuarantine& command)
{
    const SchemaInfo* schema = m_world.schema(command.id);
    const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
    if (source && protectionOf(*source) == Protection::ReadOnly)
        return AskDesk::answer(makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), source->name}}));
    return change(command.id, "quarantine.drop",
        [this, ids = command.ids](const WarehouseTable& table) { return m_parts.warehouse->dropQuarantine(table, ids); });
}

QFuture<ReplyPtr> QuarantineDesk::change(SchemaId id, const char* action, Change work)
{
    const SchemaInfo* schema = m_world.schema(id);
    if (!schema)
        return AskDesk::answer(noSuchTable(id));
    if (m_runs.isBusy(id))
        return AskDesk::answer(makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(*schema)}}));
    return m_ask.ask(
        [this, action, work = std::move(work), table = warehouseTableOf(*schema), subject = fullLabel(*schema)](const CancelToken&) -> Result<Reply> {
            const Result<QuarantineReport> report = work(table);
            if (!report)
                return report.error();
            if (Result<void> noted = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QLatin1String(action), subject,
                    QString::fromUtf8(QJsonDocument(toJson(*report)).toJson(QJsonDocument::Compact))}); !noted)
                return noted.error();
            return Reply(*report);
        },
        [this, id](Result<Reply>& reply) {
            const auto* report = reply ? std::get_if<QuarantineReport>(&*reply) : nullptr;
            SchemaInfo* shown = m_world.schema(id);
            if (!report || !shown)
                return;
            shown->quarantined = report->left;
            shown->rows += shown->rows < 0 ? 0 : report->stored;
            if (Result<void> ok = m_parts.state->mirror(id, shown->rows, shown->cursorText, shown->lastSyncedAt); !ok)
                reply = ok.error();
            m_world.touched(id);
            m_changed();
        });
}

Result<void> showQuarantined(Warehouse& warehouse, WorldKeeper& world)
{
    const auto counts = warehouse.quarantineCounts();
    if (!counts)
        return counts.error();
    for (const SchemaInfo& known : world.world().schemas) {
        qint64 rows = 0;
        for (const auto& [table, count] : *counts)
            if (warehouseTableOf(known) == table)
                rows = count;
        world.schema(known.id)->quarantined = rows;
    }
    return {};
}

} // namespace leat
