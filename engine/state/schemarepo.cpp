// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/schemarepo.h"

#include "engine/state/rowtext.h"
#include "engine/state/schemastatus.h"
#include "engine/state/sourcerepo.h"

namespace leat {

using rowtext::text;

namespace {

QString selection()
{
    return QStringLiteral(
        "SELECT s.id, s.source_id, o.name, s.namespace, s.name, s.label, s.warehouse_name, s.kind, s.config, s.revision, "
        "s.latest_error, s.last_synced_at, s.row_count, s.estimated_rows, s.cursor_text, s.guarantee, s.lost_values, "
        "s.present, s.last_run, s.last_run_status, s.schedule_anchor, coalesce(l.started_at, l.queued_at), s.proof, s.pause, s.reconcile "
        "FROM schemas s JOIN sources o ON o.id = s.source_id LEFT JOIN runs l ON l.id = s.last_run ");
}

SchemaInfo fromRow(const QSqlQuery& row)
{
    SchemaInfo schema;
    schema.id.value = row.value(0).toLongLong();
    schema.sourceId.value = row.value(1).toLongLong();
    schema.sourceName = row.value(2).toString();
    schema.table = {row.value(3).toString(), row.value(4).toString()};
    schema.label = row.value(5).toString();
    schema.warehouseTable = schema.sourceName + QLatin1Char('.') + row.value(6).toString();
    schema.kind = tableKindFromString(row.value(7).toString()).value_or(TableKind::Table);
    schema.config = rowtext::config(row.value(8));
    schema.revision = row.value(9).toLongLong();
    schema.latestError = rowtext::error(row.value(10));
    schema.lastSyncedAt = rowtext::time(row.value(11));
    schema.rows = row.value(12).toLongLong();
    schema.estimatedRows = row.value(13).toLongLong();
    schema.cursorText = row.value(14).toString();
    schema.guarantee = guaranteeFromString(row.value(15).toString()).value_or(Guarantee::Unknown);
    schema.lostValues = row.value(16).toLongLong();
    schema.presentAtSource = row.value(17).toBool();
    schema.lastRun.value = row.value(18).toLongLong();
    schema.scheduleAnchor = rowtext::time(row.value(20));
    schema.lastStartedAt = rowtext::time(row.value(21));
    schema.proof = rowtext::proof(row.value(22));
    schema.pause = rowtext::pause(row.value(23));
    schema.reconcile = rowtext::reconcile(row.value(24));
    SchemaPast past;
    past.lastRun = schema.lastRunStatus = runStatusFromString(row.value(19).toString());
    past.synced = schema.lastSyncedAt.isValid();
    if (schema.latestError)
        past.latestError = schema.latestError->code;
    schema.status = restingStatus(schema.config, past);
    showHeldDeletes(schema);
    return schema;
}

} // namespace

Result<std::vector<SchemaInfo>> SchemaRepo::select(const QString& where, const QVariantList& args)
{
    std::vector<SchemaInfo> schemas;
    Result<void> read = m_database.each(selection() + where, args,
        [&](const QSqlQuery& row) { schemas.push_back(fromRow(row)); });
    if (!read)
        return read.error();
    return schemas;
}

Result<std::vector<SchemaInfo>> SchemaRepo::all()
{
    return select(QStringLiteral("ORDER BY o.name_key, s.label, s.id"), {});
}

Result<SchemaInfo> SchemaRepo::one(SchemaId id)
{
    Result<std::vector<SchemaInfo>> found = select(QStringLiteral("WHERE s.id = ?"), {id.value});
    if (!found)
        return found.error();
    if (found->empty())
        return notFound(QStringLiteral("table"), QString::number(id.value));
    return std::move(found->front());
}

Result<std::map<TableName, SchemaRepo::Existing>> SchemaRepo::existing(SourceId source)
{
    std::map<TableName, Existing> known;
    Result<void> read = m_database.each(
        QStringLiteral("SELECT id, namespace, name, label, warehouse_name FROM schemas WHERE source_id = ?"), {source.value},
        [&](const QSqlQuery& row) {
            known[{row.value(1).toString(), row.value(2).toString()}] = {SchemaId{row.value(0).toLongLong()},
                {row.value(3).toString(), row.value(4).toString()}};
        });
    if (!read)
        return read.error();
    return known;
}

Result<SchemaId> SchemaRepo::insert(const SourceInfo& source, const SchemaInfo& schema, const SchemaNames& names)
{
    Result<qint64> id = m_database.insert(
        QStringLiteral("INSERT INTO schemas (source_id, namespace, name, label, warehouse_name, warehouse_key, kind, config, "
                       "estimated_rows, guarantee, present, pause) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {source.id.value, text(schema.table.nameSpace), text(schema.table.name), names.label, names.warehouseName,
            nameKey(names.warehouseName), toString(schema.kind), rowtext::config(schema.config), schema.estimatedRows,
            toString(schema.guarantee), schema.presentAtSource ? 1 : 0, rowtext::pause(schema.pause)});
    if (!id)
        return id.error();
    return SchemaId{*id};
}

Result<std::vector<SchemaId>> SchemaRepo::add(
    const SourceInfo& source, const std::vector<SchemaInfo>& schemas, QStringList& added)
{
    Result<std::map<TableName, Existing>> known = existing(source.id);
    if (!known)
        return known.error();
    SchemaNamer namer(source.defaultNamespace);
    for (const auto& [table, there] : *known)
        namer.reserve(there.names);
    std::vector<TableName> fresh;
    std::map<TableName, SchemaNames> given;
    for (const SchemaInfo& schema : schemas) {
        if (known->contains(schema.table))
            continue;
        if (schema.warehouseTable.isEmpty()) {
            fresh.push_back(schema.table);
            continue;
        }
        const SchemaNames brought{schema.label, schema.warehouseTable.mid(source.name.size() + 1)};
        if (!namer.isFree(brought))
            return makeError(ErrorCode::AlreadyExists, {},
                {{QStringLiteral("what"), QStringLiteral("table")}, {QStringLiteral("name"), schema.warehouseTable}});
        namer.reserve(brought);
        given.emplace(schema.table, brought);
    }
    std::map<TableName, SchemaNames> names = namer.assign(std::move(fresh));
    names.merge(given);
    std::vector<SchemaId> ids;
    for (const SchemaInfo& schema : schemas) {
        if (const auto there = known->find(schema.table); there != known->end()) {
            ids.push_back(there->second.id);
            continue;
        }
        const SchemaNames& name = names.at(schema.table);
        Result<SchemaId> id = insert(source, schema, name);
        if (!id)
            return id.error();
        ids.push_back(*id);
        added.append(name.label);
        known->emplace(schema.table, Existing{*id, name});
    }
    return ids;
}

Result<void> SchemaRepo::updateListing(const SchemaInfo& schema)
{
    const QVariantList facts{toString(schema.kind), schema.estimatedRows, schema.presentAtSource ? 1 : 0};
    if (schema.id.isValid())
        return m_database.run(QStringLiteral("UPDATE schemas SET kind = ?, estimated_rows = ?, present = ? WHERE id = ?"),
            facts + QVariantList{schema.id.value});
    return m_database.run(QStringLiteral("UPDATE schemas SET kind = ?, estimated_rows = ?, present = ? "
                                         "WHERE source_id = ? AND namespace = ? AND name = ?"),
        facts + QVariantList{schema.sourceId.value, text(schema.table.nameSpace), text(schema.table.name)});
}

Result<void> SchemaRepo::anchorSchedule(SchemaId id)
{
    return m_database.run(QStringLiteral("UPDATE schemas SET schedule_anchor = "
                                         "(SELECT coalesce(started_at, queued_at) FROM runs WHERE runs.id = last_run) WHERE id = ?"),
        {id.value});
}

Result<void> SchemaRepo::setConfig(SchemaId id, const SchemaConfig& config)
{
    return m_database.run(QStringLiteral("UPDATE schemas SET config = ?, revision = revision + 1 WHERE id = ?"),
        {rowtext::config(config), id.value});
}

Result<void> SchemaRepo::setProof(SchemaId id, const Proof& proof)
{
    return m_database.run(QStringLiteral("UPDATE schemas SET proof = ? WHERE id = ?"), {rowtext::proof(proof), id.value});
}

Result<void> SchemaRepo::setReconcile(SchemaId id, const ReconcileNote& note)
{
    return m_database.run(QStringLiteral("UPDATE schemas SET reconcile = ? WHERE id = ?"), {rowtext::reconcile(note), id.value});
}

Result<void> SchemaRepo::setPause(SchemaId id, const std::optional<PauseNote>& note)
{
    return m_database.run(QStringLiteral("UPDATE schemas SET pause = ? WHERE id = ?"), {rowtext::pause(note), id.value});
}

// A commit that is newer than the last sync we know of is one whose process died before it could
// tell us: an older error no longer stands.
Result<void> SchemaRepo::mirror(SchemaId id, qint64 rows, const QString& cursorText, const QDateTime& lastSyncedAt)
{
    const QVariant at = rowtext::time(lastSyncedAt);
    return m_database.run(
        QStringLiteral("UPDATE schemas SET row_count = ?, cursor_text = ?, "
                       "latest_error = CASE WHEN ? > coalesce(last_synced_at, '') THEN NULL ELSE latest_error END, "
                       "last_synced_at = ? WHERE id = ?"),
        {rows, text(cursorText), at, at, id.value});
}

} // namespace leat
