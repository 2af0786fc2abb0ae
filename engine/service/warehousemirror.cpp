// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/warehousemirror.h"

#include "engine/warehouse/columnnames.h"

#include <algorithm>

namespace leat {

namespace {

QString doubtKey(SchemaId id)
{
    return QStringLiteral("copy.doubt.%1").arg(id.value);
}

QString settledKey(SchemaId id)
{
    return QStringLiteral("copy.settled.%1").arg(id.value);
}

// DuckDB's names are the same whatever their case.
QString placeOf(const WarehouseTable& table)
{
    return foldName(table.schema + QLatin1Char('.') + table.table);
}

} // namespace

bool storedBy(StateStore& state, const SchemaInfo& schema, const StoredState& stored)
{
    if (schema.lastSyncedAt.isValid())
        return true;
    HistoryFilter filter;
    filter.schemaId = schema.id;
    filter.before = RunId{stored.last.runId + 1};
    filter.limit = 1;
    const Result<HistoryPage> page = state.history(filter);
    return page && !page->runs.empty() && page->runs.front().id.value == stored.last.runId;
}

std::optional<CopyDoubt> copyDoubtOf(StateStore& state, SchemaId id)
{
    const Result<QString> text = state.value(doubtKey(id));
    const QStringList words = text ? text->split(QLatin1Char(' ')) : QStringList();
    if (words.size() != 3)
        return std::nullopt;
    return CopyDoubt{words[0] == QLatin1String("lost"), words[1].toLongLong(), QDateTime::fromString(words[2], Qt::ISODateWithMs).toUTC()};
}

// An older copy that a sync came after is no longer one, also where it found nothing to store.
Result<void> keepCopyDoubt(StateStore& state, SchemaId id, const std::optional<CopyDoubt>& doubt)
{
    if (!doubt)
        if (const std::optional<CopyDoubt> before = copyDoubtOf(state, id); before && !before->lost)
            if (Result<void> ok = state.setValue(settledKey(id), QString::number(before->figure)); !ok)
                return ok;
    return state.setValue(doubtKey(id), !doubt ? QString() : QStringLiteral("%1 %2 %3")
        .arg(doubt->lost ? QStringLiteral("lost") : QStringLiteral("older")).arg(doubt->figure).arg(doubt->at.toString(Qt::ISODateWithMs)));
}

Result<void> forgetFindings(StateStore& state, SchemaId id)
{
    if (Result<void> ok = state.setProof(id, {}); !ok)
        return ok;
    return state.setReconcile(id, {});
}

Result<void> forgetRows(StateStore& state, SchemaId id)
{
    if (Result<void> ok = forgetFindings(state, id); !ok)
        return ok;
    return state.mirror(id, -1, {}, {});
}

Result<int> WarehouseMirror::run()
{
    const auto states = m_parts.warehouse->states();
    if (!states)
        return states.error();
    Result<std::vector<TrashRecord>> trash = m_parts.warehouse->trashed();
    if (!trash)
        return trash.error();
    m_trash = std::move(*trash);
    if (Result<void> ok = raiseFence(*states); !ok)
        return ok.error();
    std::map<QString, const StoredState*> there;
    for (const auto& [table, state] : *states)
        there[placeOf(table)] = &state;
    int repaired = 0;
    for (const SchemaInfo& schema : m_world.world().schemas) {
        const auto found = there.find(foldName(schema.warehouseTable));
        const bool has = found != there.end() && found->second->tableExists && storedBy(*m_parts.state, schema, *found->second);
        const Result<bool> shown = has ? show(schema, *found->second) : showGone(schema);
        if (!shown)
            return shown.error();
        repaired += *shown ? 1 : 0;
    }
    if (repaired > 0)
        if (Result<void> ok = m_world.reload(*m_parts.state); !ok)
            return ok.error();
    return repaired;
}

// A profile that is younger than the warehouse, or an older copy, must be able to store at once, whatever the clock
// was when the warehouse's last run took its number.
Result<void> WarehouseMirror::raiseFence(const std::vector<std::pair<WarehouseTable, StoredState>>& states)
{
    qint64 greatest = 0;
    for (const auto& [table, state] : states)
        greatest = std::max(greatest, state.last.fence);
    for (const TrashRecord& record : m_trash)
        greatest = std::max(greatest, record.fence);
    return m_parts.state->raiseFence(greatest);
}

Result<bool> WarehouseMirror::show(const SchemaInfo& schema, const StoredState& stored)
{
    const Result<bool> older = isOlder(schema, stored);
    if (!older)
        return older.error();
    const QString cursor = stored.last.cursor.value.value_or(QString());
    const bool same = schema.rows == stored.tableRows && schema.cursorText == cursor && schema.lastSyncedAt.isValid();
    if (same && (!*older || schema.lastSyncedAt == stored.committedAt))
        return false;
    if (Result<void> ok = m_parts.state->mirror(schema.id, stored.tableRows, cursor, stored.committedAt); !ok)
        return ok.error();
    return true;
}

// By the number of the last run that stored something: rows and cursor may well be the same.
Result<bool> WarehouseMirror::isOlder(const SchemaInfo& schema, const StoredState& stored)
{
    if (schema.lastRun.value <= stored.last.runId)
        return false;
    const Result<qint64> newest = m_parts.state->storedFence(schema.id, RunId{stored.last.runId});
    if (!newest)
        return newest.error();
    if (*newest <= stored.last.fence)
        return false;
    const Result<QString> settled = m_parts.state->value(settledKey(schema.id));
    if (settled && settled->toLongLong() == *newest)
        return false;
    const CopyDoubt doubt{false, *newest, stored.committedAt};
    if (copyDoubtOf(*m_parts.state, schema.id) != doubt)
        if (Result<void> ok = keepCopyDoubt(*m_parts.state, schema.id, doubt); !ok)
            return ok.error();
    return true;
}

// Rows that went to the trash just before a process was killed are where somebody wanted them; others are lost.
Result<bool> WarehouseMirror::showGone(const SchemaInfo& schema)
{
    if (!schema.lastSyncedAt.isValid())
        return false;
    if (schema.rows != 0 && !wentToTheTrash(schema))
        if (Result<void> ok = keepCopyDoubt(*m_parts.state, schema.id, CopyDoubt{true, schema.rows, schema.lastSyncedAt}); !ok)
            return ok.error();
    if (Result<void> ok = forgetRows(*m_parts.state, schema.id); !ok)
        return ok.error();
    return true;
}

bool WarehouseMirror::wentToTheTrash(const SchemaInfo& schema) const
{
    return std::any_of(m_trash.begin(), m_trash.end(), [place = foldName(schema.warehouseTable), &schema](const TrashRecord& record) {
        return placeOf({record.schema, record.table}) == place && record.trashedAt >= schema.lastSyncedAt;
    });
}

} // namespace leat
