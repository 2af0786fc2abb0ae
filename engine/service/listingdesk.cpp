// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/listingdesk.h"

#include "engine/api/frequency.h"
#include "engine/api/sourcerules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace leat {

namespace {

const TableListing* listingOf(const std::vector<TableListing>& tables, const TableName& name)
{
    const auto found = std::find_if(tables.begin(), tables.end(), [&name](const TableListing& t) { return t.table == name; });
    return found == tables.end() ? nullptr : &*found;
}

QString labelOf(const TableName& table, const SourceInfo& source)
{
    return table.nameSpace == source.defaultNamespace ? table.name : table.nameSpace + QLatin1Char('.') + table.name;
}

// New tables sync as often as most of the source's do.
SyncFrequency usualFrequency(const std::vector<SchemaInfo>& schemas)
{
    std::map<SyncFrequency, int> counts;
    for (const SchemaInfo& schema : schemas)
        if (schema.config.shouldSync)
            ++counts[schema.config.syncFrequency];
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? SyncFrequency::Never : most->first;
}

QString auditDetail(const RefreshResult& result)
{
    const QJsonObject json{{QStringLiteral("added"), QJsonArray::fromStringList(result.added)},
        {QStringLiteral("enabled"), QJsonArray::fromStringList(result.enabled)},
        {QStringLiteral("vanished"), QJsonArray::fromStringList(result.vanished)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

std::vector<SchemaInfo> schemasOf(const std::vector<TableListing>& tables, const SourceInfo& source)
{
    std::vector<SchemaInfo> schemas;
    for (const TableListing& table : tables) {
        SchemaInfo schema;
        schema.sourceId = source.id;
        schema.sourceName = source.name;
        schema.table = table.table;
        schema.kind = table.kind;
        schema.estimatedRows = table.estimatedRows;
        schemas.push_back(schema);
    }
    return schemas;
}

ListingDesk::ListingDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_changed(std::move(changed))
{
    connect(&m_timer, &QTimer::timeout, this, &ListingDesk::wake);
}

void ListingDesk::load()
{
    if (m_parts.scheduler.enabled)
        m_timer.start(m_parts.scheduler.longestWaitMs);
}

bool ListingDesk::isDue(const SourceInfo& source) const
{
    const qint64 every = refreshSecondsOf(source);
    // A source that fails is tried by its tables' own schedule, which knows how often is too often.
    if (every == 0 || source.status == SourceStatus::Error || !source.tablesListedAt.isValid())
        return false;
    const auto tried = m_tried.find(source.id);
    const QDateTime last = tried == m_tried.end() ? source.tablesListedAt : std::max(tried->second, source.tablesListedAt);
    return last.secsTo(m_parts.clock->nowUtc()) >= every;
}

void ListingDesk::wake()
{
    if (m_world.engine().schedulerPaused)
        return;
    for (const SourceInfo& source : m_world.world().sources)
        if (isDue(source)) {
            m_tried[source.id] = m_parts.clock->nowUtc();
            (void)refresh({source.id});
        }
}

QFuture<ReplyPtr> ListingDesk::refresh(const RefreshSource& command)
{
    const SourceInfo* source = m_world.source(command.id);
    if (!source)
        return AskDesk::answer(makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), tr("source")}, {QStringLiteral("name"), QString::number(command.id.value)}}));
    std::vector<SchemaInfo> known;
    for (const SchemaInfo* schema : m_world.schemasOf(command.id))
        known.push_back(*schema);
    return m_ask.ask(
        [this, info = *source, known](const CancelToken& cancel) -> Result<Reply> {
            Result<RefreshResult> result = read(info, known, cancel);
            if (!result)
                return result.error();
            return Reply(std::move(*result));
        },
        [this, id = command.id, name = source->name](Result<Reply>& reply) {
            if (!reply)
                return;
            if (Result<void> ok = m_world.reload(*m_parts.state); !ok)
                reply = ok.error();
            if (const auto* result = reply ? std::get_if<RefreshResult>(&*reply) : nullptr;
                result && (!result->added.isEmpty() || !result->vanished.isEmpty()))
                m_world.listed({id, name, *result});
            m_changed();
        });
}

Result<RefreshResult> ListingDesk::read(const SourceInfo& info, std::vector<SchemaInfo> known, const CancelToken& cancel)
{
    Result<std::shared_ptr<Source>> opened = m_sources.get(info);
    if (!opened)
        return opened.error();
    const Result<std::vector<TableListing>> tables = (*opened)->listTables(cancel);
    if (!tables)
        return tables.error();
    RefreshResult result;
    std::vector<SchemaInfo> fresh;
    for (SchemaInfo& schema : schemasOf(*tables, info)) {
        const bool isKnown = std::any_of(known.begin(), known.end(), [&schema](const SchemaInfo& k) { return k.table == schema.table; });
        if (isKnown)
            continue;
        const QString label = labelOf(schema.table, info);
        result.added.append(label);
        const TableListing& listing = *listingOf(*tables, schema.table);
        if (listing.readable && enablesNew(info, label)) {
            schema.config = suggestedConfig(listing);
            schema.config.syncFrequency = usualFrequency(known);
            result.enabled.append(label);
        }
        fresh.push_back(std::move(schema));
    }
    for (SchemaInfo& schema : known) {
        const TableListing* listing = listingOf(*tables, schema.table);
        if (schema.presentAtSource && !listing)
            result.vanished.append(schema.label);
        schema.presentAtSource = listing != nullptr;
        if (listing) {
            schema.kind = listing->kind;
            schema.estimatedRows = listing->estimatedRows;
        }
    }
    if (Result<void> ok = m_parts.state->updateListing(known); !ok)
        return ok.error();
    if (Result<std::vector<SchemaId>> ids = m_parts.state->addSchemas(fresh, m_parts.actor); !ids)
        return ids.error();
    if (!result.added.isEmpty() || !result.vanished.isEmpty())
        if (Result<void> ok = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("source.refresh"),
                info.name, auditDetail(result)}); !ok)
            return ok.error();
    SourceInfo now = info;
    now.tablesListedAt = m_parts.clock->nowUtc();
    now.status = SourceStatus::Ok;
    now.latestError.reset();
    if (Result<void> ok = m_parts.state->updateSource(now, m_parts.actor); !ok)
        return ok.error();
    return result;
}

} // namespace leat
