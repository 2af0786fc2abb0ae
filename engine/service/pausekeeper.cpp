// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/pausekeeper.h"

#include "engine/service/schemadesk.h"

#include <algorithm>

namespace leat {

namespace {

constexpr qint64 kPersistsSeconds = 600;

// An empty list is no proof: the database is being restored, or another file lies at the path.
Result<bool> tableIsGone(Source& source, const TableName& table, const CancelToken& cancel)
{
    const Result<std::vector<TableListing>> tables = source.listTables(cancel);
    if (!tables)
        return tables.error();
    return !tables->empty() && std::none_of(tables->begin(), tables->end(),
        [&table](const TableListing& listing) { return listing.table == table; });
}

Result<bool> columnIsGone(Source& source, const TableName& table, const QString& column, const CancelToken& cancel)
{
    const Result<SyncOptions> options = source.options(table, cancel);
    if (!options)
        return options.error();
    return !options->shape.columns.empty() && !options->shape.column(column) && !options->shape.hiddenColumns.contains(column);
}

} // namespace

PauseKeeper::PauseKeeper(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask,
    const Classifier& classifier, std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_classifier(classifier), m_changed(std::move(changed))
{
}

void PauseKeeper::ended(const RunInfo& run)
{
    if (run.status == RunStatus::Cancelled || run.status == RunStatus::Interrupted)
        return;
    const SchemaInfo* schema = m_world.schema(run.schemaId);
    const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
    std::optional<PauseRule> rule;
    if (source && schema->config.shouldSync && run.status == RunStatus::Failed && run.error)
        rule = pauseRuleOf(*run.error, source->type, m_classifier);
    if (!rule) {
        m_suspicions.erase(run.schemaId);
        return;
    }
    Suspicion& known = m_suspicions[run.schemaId];
    if (known.ruleId != rule->ruleId || known.subject != rule->subject) {
        known = {rule->ruleId, rule->subject, run.finishedAt, false};
        return;
    }
    if (!known.asking && known.since.secsTo(run.finishedAt) >= kPersistsSeconds) {
        known.asking = true;
        prove(*schema, *source, *rule, *run.error);
    }
}

void PauseKeeper::prove(const SchemaInfo& schema, const SourceInfo& source, const PauseRule& rule, const Error& error)
{
    auto proven = std::make_shared<bool>(false);
    m_ask.ask(
        [this, proven, rule, info = source, table = schema.table](const CancelToken& cancel) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            const Result<bool> gone = rule.proof == PauseProof::TableGone ? tableIsGone(**opened, table, cancel)
                : columnIsGone(**opened, table, rule.subject, cancel);
            if (!gone)
                return gone.error();
            *proven = *gone;
            return Reply(Done());
        },
        [this, proven, id = schema.id, revision = schema.revision, ruleId = rule.ruleId, error](Result<Reply>& reply) {
            if (const auto known = m_suspicions.find(id); known != m_suspicions.end())
                known->second.asking = false;
            if (reply && *proven)
                pause(id, revision, {QStringLiteral("engine"), m_parts.clock->nowUtc(), ruleId, error});
        });
}

// What a person changed meanwhile comes first.
void PauseKeeper::pause(SchemaId id, qint64 revision, const PauseNote& note)
{
    SchemaInfo* schema = m_world.schema(id);
    if (!schema || !schema->config.shouldSync || schema->revision != revision || schema->currentRun.isValid())
        return;
    Result<qint64> stored = m_parts.state->pauseSchema(id, note);
    if (!stored) {
        qWarning("A pause could not be recorded: %s", qUtf8Printable(m_parts.redactor.redact(stored.error().detail)));
        return;
    }
    m_suspicions.erase(id);
    schema->config.shouldSync = false;
    schema->revision = *stored;
    schema->pause = note;
    showAtRest(*schema);
    m_world.touched(id);
    m_changed();
}

} // namespace leat
