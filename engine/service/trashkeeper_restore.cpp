// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing an old generation back. Configuration and rows lie in two stores: what is about to change is written
// down first, so that a restore that fails, or whose process is killed, is taken back or brought to its end.
#include "engine/service/trashkeeper.h"

#include "engine/api/jsonview.h"
#include "engine/base/failpoint.h"
#include "engine/service/schemadesk.h"
#include "engine/service/trashcontext.h"
#include "engine/service/warehousemirror.h"
#include "engine/warehouse/columnnames.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace leat {

namespace {

const QString kRestoringKey = QStringLiteral("trash/restoring");

Error taken(const QString& table)
{
    return makeError(ErrorCode::AlreadyExists, {}, {{QStringLiteral("what"), QStringLiteral("table")}, {QStringLiteral("name"), table}});
}

QString homeOf(const TrashRecord& record)
{
    return record.schema + QLatin1Char('.') + record.table;
}

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<SourceInfo> named(const std::vector<SourceInfo>& sources, const QString& name)
{
    const auto found = std::find_if(sources.begin(), sources.end(), [&name](const SourceInfo& source) { return source.name == name; });
    return found == sources.end() ? std::nullopt : std::optional(*found);
}

} // namespace

Result<void> TrashKeeper::keepIntent(const Intent& intent)
{
    QJsonObject json{{QStringLiteral("trash"), intent.trash}};
    if (!intent.madeSource.isEmpty())
        json[QLatin1String("made_source")] = intent.madeSource;
    if (intent.schema.isValid()) {
        json[QLatin1String("schema")] = intent.schema.value;
        json[QLatin1String("config")] = toJson(intent.before);
    }
    return m_parts.state->setValue(kRestoringKey, compact(json));
}

Result<void> TrashKeeper::settle()
{
    const Result<QString> kept = m_parts.state->value(kRestoringKey);
    if (!kept)
        return kept.error();
    if (kept->isEmpty())
        return {};
    const QJsonObject json = QJsonDocument::fromJson(kept->toUtf8()).object();
    const Intent intent{json[QLatin1String("trash")].toInteger(), json[QLatin1String("made_source")].toString(),
        SchemaId{json[QLatin1String("schema")].toInteger()}, schemaConfigFromJson(json[QLatin1String("config")].toObject())};
    const Result<std::vector<TrashRecord>> records = m_parts.warehouse->trashed();
    if (!records)
        return records.error();
    // An item that is no longer in the trash is back in its place.
    const bool open = std::any_of(records->begin(), records->end(), [&intent](const TrashRecord& r) { return r.id == intent.trash; });
    if (Result<void> ok = open ? takeBack(intent) : bringToEnd(intent.schema); !ok)
        return ok;
    return m_parts.state->setValue(kRestoringKey, {});
}

Result<void> TrashKeeper::takeBack(const Intent& intent)
{
    LEAT_FAILPOINT("restore.take-back");
    if (intent.madeSource.isEmpty()) {
        if (!intent.schema.isValid())
            return {};
        const Result<qint64> revision = m_parts.state->setConfig(intent.schema, intent.before, 0, m_parts.actor);
        if (!revision && revision.error().code != ErrorCode::NotFound)
            return revision.error();
        return {};
    }
    const Result<std::vector<SourceInfo>> sources = m_parts.state->sources();
    if (!sources)
        return sources.error();
    const std::optional<SourceInfo> made = named(*sources, intent.madeSource);
    const Result<std::vector<SchemaInfo>> schemas = m_parts.state->schemas();
    if (!schemas)
        return schemas.error();
    // Where it could not be taken back at once, somebody may have used it since.
    const bool used = made && std::any_of(schemas->begin(), schemas->end(), [&made](const SchemaInfo& schema) {
        return schema.sourceId == made->id && schema.lastRun.isValid();
    });
    if (!made || used)
        return {};
    m_sources.forget(made->id);
    return m_parts.state->removeSource(made->id, m_parts.actor);
}

// The rows are back: of a schema that was made for them no run is noted that stored them.
Result<void> TrashKeeper::bringToEnd(SchemaId id)
{
    if (!id.isValid())
        return {};
    if (Result<void> ok = forgetFindings(*m_parts.state, id); !ok)
        return ok;
    const Result<std::vector<SchemaInfo>> schemas = m_parts.state->schemas();
    if (!schemas)
        return schemas.error();
    const auto states = m_parts.warehouse->states();
    if (!states)
        return states.error();
    for (const SchemaInfo& schema : *schemas)
        for (const auto& [table, stored] : *states)
            if (schema.id == id && foldName(table.schema + QLatin1Char('.') + table.table) == foldName(schema.warehouseTable))
                return m_parts.state->mirror(id, stored.tableRows, stored.last.cursor.value.value_or(QString()), stored.committedAt);
    return {};
}

// It goes back as it was: a table of nobody.
Result<QString> TrashKeeper::restoreUnknown(const TrashRecord& record, const World& world)
{
    const QString label = homeOf(record);
    for (const SchemaInfo& schema : world.schemas)
        if (schema.warehouseTable.compare(label, Qt::CaseInsensitive) == 0)
            return taken(label);
    const Result<StoredState> state = m_parts.warehouse->restore(record.id, {QStringLiteral("restore"), m_parts.actor, label, QStringLiteral("{}")});
    if (!state)
        return state.error();
    LEAT_FAILPOINT("restore.before-audit");
    if (Result<void> ok = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("trash.restore"), label,
            compact({{QStringLiteral("trash"), record.id}})}); !ok)
        return ok.error();
    return label;
}

// The schema that the rows belong to.
Result<TrashKeeper::Place> TrashKeeper::place(const TrashRecord& record, const TrashContext& context)
{
    Intent intent{record.id, {}, {}, {}};
    const Result<std::vector<SourceInfo>> sources = m_parts.state->sources();
    if (!sources)
        return sources.error();
    std::optional<SourceInfo> source = named(*sources, record.schema);
    const Result<std::vector<SchemaInfo>> there = m_parts.state->schemas();
    if (!there)
        return there.error();
    for (const SchemaInfo& schema : *there) {
        if (!source || schema.sourceId != source->id || schema.table != context.table.table)
            continue;
        if (schema.warehouseTable != homeOf(record))
            return taken(homeOf(record));
        intent.schema = schema.id;
        intent.before = schema.config;
        if (Result<void> ok = keepIntent(intent); !ok)
            return ok.error();
        return Place{schema, *source, false};
    }
    const bool isNew = !source;
    if (isNew)
        intent.madeSource = record.schema;
    if (Result<void> ok = keepIntent(intent); !ok)
        return ok.error();
    LEAT_FAILPOINT("restore.place");
    return made(context, source, intent, isNew);
}

// Made again when it is gone; with the whole source also the tables that had no rows to come back with.
Result<TrashKeeper::Place> TrashKeeper::made(const TrashContext& context, std::optional<SourceInfo> source, Intent intent, bool isNew)
{
    std::vector<SchemaInfo> tables{context.table};
    if (isNew) {
        source = context.source;
        const Result<SourceId> id = m_parts.state->addSource(*source, m_parts.actor);
        if (!id)
            return id.error();
        source->id = *id;
        tables.insert(tables.end(), context.along.begin(), context.along.end());
    }
    for (SchemaInfo& schema : tables) {
        schema.sourceId = source->id;
        schema.sourceName = source->name;
    }
    const Result<std::vector<SchemaId>> ids = m_parts.state->addSchemas(tables, m_parts.actor);
    if (!ids)
        return ids.error();
    // A table that waits for its rows in vain is one that nobody has set up.
    intent.schema = ids->front();
    if (Result<void> ok = keepIntent(intent); !ok)
        return ok.error();
    tables.front().id = ids->front();
    return Place{tables.front(), *source, isNew};
}

Result<QString> TrashKeeper::restore(qint64 id, const World& world)
{
    const std::lock_guard turn(m_restoring);
    if (Result<void> ok = settle(); !ok)
        return ok.error();
    const Result<std::vector<TrashRecord>> records = m_parts.warehouse->trashed();
    if (!records)
        return records.error();
    const auto record = std::find_if(records->begin(), records->end(), [id](const TrashRecord& r) { return r.id == id; });
    if (record == records->end())
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), QStringLiteral("trash item")}, {QStringLiteral("name"), QString::number(id)}});
    std::optional<TrashContext> context = trashContextOf(*record);
    if (!context)
        return restoreUnknown(*record, world);
    // Any item of the source may be the one that knows these.
    for (const TrashRecord& other : *records)
        if (const std::optional<TrashContext> has = trashContextOf(other); other.schema == record->schema && has && context->along.empty())
            context->along = has->along;
    Result<QString> done = bringBack(*record, *context, world);
    if (!done)
        if (Result<void> ok = settle(); !ok)
            qWarning("A restore could not be taken back; the next start does it: %s", qUtf8Printable(m_parts.redactor.redact(ok.error().detail)));
    return done;
}

Result<QString> TrashKeeper::bringBack(const TrashRecord& record, const TrashContext& context, const World& world)
{
    const Result<Place> place = this->place(record, context);
    if (!place)
        return place.error();
    const SchemaInfo& schema = place->schema;
    // A run under way would write over what comes back.
    if (const SchemaInfo* known = world.schema(schema.id); known && known->currentRun.isValid())
        return makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(*known)}});
    // What is there now goes to the trash with the configuration it was loaded by.
    const TrashNote note{QStringLiteral("restore"), m_parts.actor, fullLabel(schema),
        place->newSource ? record.note.context : toText({schema, place->source, {}})};
    LEAT_FAILPOINT("restore.config");
    if (Result<qint64> revision = m_parts.state->setConfig(schema.id, context.table.config, 0, m_parts.actor); !revision)
        return revision.error();
    LEAT_FAILPOINT("restore.configured");
    const Result<StoredState> state = m_parts.warehouse->restore(record.id, note);
    if (!state)
        return state.error();
    LEAT_FAILPOINT("restore.before-mirror");
    if (Result<void> ok = forgetFindings(*m_parts.state, schema.id); !ok)
        return ok.error();
    if (Result<void> ok = m_parts.state->mirror(schema.id, state->tableRows, state->last.cursor.value.value_or(QString()),
            state->committedAt); !ok)
        return ok.error();
    LEAT_FAILPOINT("restore.before-audit");
    if (Result<void> ok = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("trash.restore"),
            fullLabel(schema), compact({{QStringLiteral("trash"), record.id}})}); !ok)
        return ok.error();
    if (Result<void> ok = m_parts.state->setValue(kRestoringKey, {}); !ok)
        return ok.error();
    return fullLabel(schema);
}

} // namespace leat
