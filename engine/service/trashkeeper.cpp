// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/trashkeeper.h"

#include "engine/api/jsonview.h"
#include "engine/api/trashrules.h"
#include "engine/base/failpoint.h"
#include "engine/service/schemadesk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace leat {

namespace {

const QString kDaysKey = QStringLiteral("trash/days");
const QString kBytesKey = QStringLiteral("trash/max_bytes");

QString tr(const char* text)
{
    return QCoreApplication::translate("TrashKeeper", text);
}

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// All that a restore needs when the schema, or its whole source, is gone by then. No secrets.
QString contextOf(const SchemaInfo& schema, const SourceInfo& source)
{
    QJsonObject settings;
    for (auto it = source.settings.cbegin(); it != source.settings.cend(); ++it)
        settings[it.key()] = it.value();
    return compact({
        {QStringLiteral("config"), toJson(schema.config)},
        {QStringLiteral("namespace"), schema.table.nameSpace},
        {QStringLiteral("table"), schema.table.name},
        {QStringLiteral("kind"), toString(schema.kind)},
        {QStringLiteral("source"), QJsonObject{
            {QStringLiteral("name"), source.name},
            {QStringLiteral("type"), source.type},
            {QStringLiteral("summary"), source.summary},
            {QStringLiteral("default_namespace"), source.defaultNamespace},
            {QStringLiteral("secrets"), QJsonArray::fromStringList(source.secretKeys)},
            {QStringLiteral("settings"), settings},
        }},
    });
}

QJsonObject contextFrom(const TrashRecord& record)
{
    return QJsonDocument::fromJson(record.note.context.toUtf8()).object();
}

Error wouldDelete(const TrashPage& page, const std::vector<qint64>& ids)
{
    QStringList names;
    for (const TrashItem& item : page.items)
        if (std::find(ids.begin(), ids.end(), item.id) != ids.end() && !names.contains(item.name))
            names.append(item.name);
    return makeError(ErrorCode::ConfirmationNeeded, {}, {{QStringLiteral("subject"), QStringLiteral("trash")},
        {QStringLiteral("reason"), tr("no room would be left for %1; delete that for good first").arg(names.join(QStringLiteral(", ")))}});
}

TableName tableOf(const QJsonObject& context)
{
    return {context[QLatin1String("namespace")].toString(), context[QLatin1String("table")].toString()};
}

} // namespace

TrashLimits TrashKeeper::limits()
{
    TrashLimits limits;
    if (Result<QString> days = m_parts.state->value(kDaysKey); days && !days->isEmpty())
        limits.days = days->toInt();
    if (Result<QString> bytes = m_parts.state->value(kBytesKey); bytes && !bytes->isEmpty())
        limits.maxBytes = bytes->toLongLong();
    return limits;
}

Result<void> TrashKeeper::setLimits(const TrashLimits& limits)
{
    if (limits.days < 0 || limits.days > 3650 || limits.maxBytes < 0)
        return makeError(ErrorCode::InvalidOption, {},
            {{QStringLiteral("option"), QStringLiteral("trash")}, {QStringLiteral("value"), QString::number(limits.days)},
                {QStringLiteral("allowed"), QStringLiteral("0–3650 days, 0 or more bytes")}});
    const TrashLimits before = this->limits();
    if (Result<void> ok = keepWithin(); !ok)
        return ok;
    const Result<TrashPage> now = page();
    if (!now)
        return now.error();
    // Only a confirmed purge deletes at once.
    if (const std::vector<qint64> gone = beyondLimits(*now, limits, m_parts.clock->nowUtc()); !gone.empty())
        return wouldDelete(*now, gone);
    if (Result<void> ok = m_parts.state->setValue(kDaysKey, QString::number(limits.days)); !ok)
        return ok;
    if (Result<void> ok = m_parts.state->setValue(kBytesKey, QString::number(limits.maxBytes)); !ok)
        return ok;
    const auto json = [](const TrashLimits& l) {
        return QJsonObject{{QStringLiteral("days"), l.days}, {QStringLiteral("max_bytes"), l.maxBytes}};
    };
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("trash.limits"), QStringLiteral("trash"),
        compact({{QStringLiteral("before"), json(before)}, {QStringLiteral("after"), json(limits)}})});
}

QDateTime TrashKeeper::expiry(const QDateTime& trashedAt)
{
    return trashedAt.addDays(limits().days);
}

Result<TrashPage> TrashKeeper::page()
{
    Result<std::vector<TrashRecord>> records = m_parts.warehouse->trashed();
    if (!records)
        return records.error();
    TrashPage page;
    page.limits = limits();
    for (const TrashRecord& record : *records)
        page.items.push_back({record.id, record.note.label, record.schema, record.note.action, record.note.actor, record.rows,
            record.bytes, record.cursorText, record.trashedAt, record.trashedAt.addDays(page.limits.days)});
    return page;
}

Result<void> TrashKeeper::put(const SchemaInfo& schema, const SourceInfo& source, const QString& action)
{
    const TrashNote note{action, m_parts.actor, fullLabel(schema), contextOf(schema, source)};
    Result<qint64> id = m_parts.warehouse->trash(warehouseTableOf(schema), note);
    if (!id && id.error().code != ErrorCode::WarehouseMissing)
        return id.error();
    LEAT_FAILPOINT("trash.before-mirror");
    // Killed before this, the next start sees that the warehouse has nothing and mends the mirror.
    if (Result<void> ok = m_parts.state->mirror(schema.id, -1, {}, {}); !ok)
        return ok;
    if (!id)
        return {};
    LEAT_FAILPOINT("trash.before-audit");
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("schema.") + action, fullLabel(schema),
        compact({{QStringLiteral("trash"), *id}, {QStringLiteral("rows"), schema.rows}})});
}

Result<void> TrashKeeper::putUnknown(const WarehouseTable& table)
{
    const QString label = table.schema + QLatin1Char('.') + table.table;
    const Result<qint64> id = m_parts.warehouse->trash(table, {QStringLiteral("doctor"), m_parts.actor, label, QStringLiteral("{}")});
    if (!id)
        return id.error();
    LEAT_FAILPOINT("trash.before-audit");
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("doctor.trash"), label,
        compact({{QStringLiteral("trash"), *id}})});
}

// It goes back as it was: a table of nobody.
Result<QString> TrashKeeper::restoreUnknown(const TrashRecord& record, const World& world)
{
    const QString label = record.schema + QLatin1Char('.') + record.table;
    for (const SchemaInfo& schema : world.schemas)
        if (schema.warehouseTable.compare(label, Qt::CaseInsensitive) == 0)
            return makeError(ErrorCode::AlreadyExists, {}, {{QStringLiteral("what"), QStringLiteral("table")}, {QStringLiteral("name"), label}});
    const Result<StoredState> state = m_parts.warehouse->restore(record.id, {QStringLiteral("restore"), m_parts.actor, label, QStringLiteral("{}")});
    if (!state)
        return state.error();
    LEAT_FAILPOINT("restore.before-audit");
    if (Result<void> ok = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("trash.restore"), label,
            compact({{QStringLiteral("trash"), record.id}})}); !ok)
        return ok.error();
    return label;
}

Result<SourceInfo> TrashKeeper::sourceFor(const TrashRecord& record, const QJsonObject& context, const World& world)
{
    for (const SourceInfo& source : world.sources)
        if (source.name == record.schema)
            return source;
    const QJsonObject kept = context[QLatin1String("source")].toObject();
    SourceInfo source;
    source.name = kept[QLatin1String("name")].toString();
    source.type = kept[QLatin1String("type")].toString();
    source.summary = kept[QLatin1String("summary")].toString();
    source.defaultNamespace = kept[QLatin1String("default_namespace")].toString();
    for (const QJsonValue& key : kept[QLatin1String("secrets")].toArray())
        source.secretKeys.append(key.toString());
    source.secretState = source.secretKeys.isEmpty() ? SecretState::NotNeeded : SecretState::Missing;
    const QJsonObject settings = kept[QLatin1String("settings")].toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        source.settings[it.key()] = it.value().toString();
    // Several tables of one source come back one by one: the first makes it.
    Result<std::vector<SourceInfo>> now = m_parts.state->sources();
    if (!now)
        return now.error();
    for (const SourceInfo& there : *now)
        if (there.name == source.name)
            return there;
    Result<SourceId> id = m_parts.state->addSource(source, m_parts.actor);
    if (!id)
        return id.error();
    source.id = *id;
    return source;
}

// The schema that the rows belong to, made again when it is gone.
Result<SchemaInfo> TrashKeeper::place(const TrashRecord& record, const World& world)
{
    const QJsonObject context = contextFrom(record);
    Result<SourceInfo> source = sourceFor(record, context, world);
    if (!source)
        return source.error();
    SchemaInfo schema;
    schema.sourceId = source->id;
    schema.sourceName = source->name;
    schema.table = tableOf(context);
    schema.kind = tableKindFromString(context[QLatin1String("kind")].toString()).value_or(TableKind::Table);
    LEAT_FAILPOINT("restore.place");
    Result<std::vector<SchemaId>> ids = m_parts.state->addSchemas({schema}, m_parts.actor);
    if (!ids)
        return ids.error();
    Result<std::vector<SchemaInfo>> all = m_parts.state->schemas();
    if (!all)
        return all.error();
    const auto found = std::find_if(all->begin(), all->end(), [&](const SchemaInfo& s) { return s.id == ids->front(); });
    const QString home = record.schema + QLatin1Char('.') + record.table;
    if (found == all->end() || found->warehouseTable != home)
        return makeError(ErrorCode::AlreadyExists, {},
            {{QStringLiteral("what"), QStringLiteral("table")}, {QStringLiteral("name"), home}});
    return *found;
}

Result<QString> TrashKeeper::restore(qint64 id, const World& world)
{
    Result<std::vector<TrashRecord>> records = m_parts.warehouse->trashed();
    if (!records)
        return records.error();
    const auto record = std::find_if(records->begin(), records->end(), [id](const TrashRecord& r) { return r.id == id; });
    if (record == records->end())
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), QStringLiteral("trash item")}, {QStringLiteral("name"), QString::number(id)}});
    if (contextFrom(*record).isEmpty())
        return restoreUnknown(*record, world);
    Result<SchemaInfo> schema = place(*record, world);
    if (!schema)
        return schema.error();
    // A run under way would write over what comes back.
    if (const SchemaInfo* known = world.schema(schema->id); known && known->currentRun.isValid())
        return makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(*known)}});
    const SourceInfo* source = world.source(schema->sourceId);
    // What is there now goes to the trash with the configuration it was loaded by.
    const TrashNote note{QStringLiteral("restore"), m_parts.actor, fullLabel(*schema),
        source ? contextOf(*schema, *source) : record->note.context};
    // The configuration first: killed in between, the item is still there and can be restored again.
    LEAT_FAILPOINT("restore.config");
    const SchemaConfig config = schemaConfigFromJson(contextFrom(*record)[QLatin1String("config")].toObject());
    if (Result<qint64> revision = m_parts.state->setConfig(schema->id, config, 0, m_parts.actor); !revision)
        return revision.error();
    LEAT_FAILPOINT("restore.configured");
    Result<StoredState> state = m_parts.warehouse->restore(id, note);
    if (!state)
        return state.error();
    LEAT_FAILPOINT("restore.before-mirror");
    if (Result<void> ok = m_parts.state->mirror(schema->id, state->tableRows, state->last.cursor.value.value_or(QString()),
            state->committedAt); !ok)
        return ok.error();
    LEAT_FAILPOINT("restore.before-audit");
    if (Result<void> ok = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("trash.restore"),
            fullLabel(*schema), compact({{QStringLiteral("trash"), id}})}); !ok)
        return ok.error();
    return fullLabel(*schema);
}

Result<void> TrashKeeper::purge(qint64 id)
{
    if (Result<void> ok = m_parts.warehouse->purge(id); !ok)
        return ok;
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("trash.purge"),
        QString::number(id), QStringLiteral("{}")});
}

Result<void> TrashKeeper::keepWithin()
{
    const Result<TrashPage> now = page();
    if (!now)
        return now.error();
    for (const qint64 id : beyondLimits(*now, now->limits, m_parts.clock->nowUtc()))
        if (Result<void> ok = purge(id); !ok)
            return ok;
    return {};
}

} // namespace leat
