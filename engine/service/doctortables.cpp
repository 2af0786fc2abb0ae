// SPDX-License-Identifier: GPL-3.0-or-later
// What state store, warehouse and disk say of each other.
#include "engine/service/doctor.h"
#include "engine/service/schemadesk.h"
#include "engine/service/warehousemirror.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <map>

namespace leat {

namespace {

using State = DoctorFinding::State;

QString tr(const char* text)
{
    return QCoreApplication::translate("Doctor", text);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString label(const WarehouseTable& table)
{
    return table.schema + QLatin1Char('.') + table.table;
}

} // namespace

// Rows and cursor are the warehouse's to say; what only the profile shows otherwise is shown anew.
DoctorCheck Doctor::agreement(const World& world, const WarehouseInventory& inventory)
{
    const QString name = tr("State and warehouse");
    const Result<std::vector<std::pair<WarehouseTable, StoredState>>> states = m_parts.warehouse->states();
    if (!states)
        return {findingOf(QStringLiteral("agreement"), name, states.error()), {}};
    const Result<std::vector<SchemaInfo>> schemas = m_parts.state->schemas();
    if (!schemas)
        return {findingOf(QStringLiteral("agreement"), name, schemas.error()), {}};
    std::map<QString, const StoredState*> stored;
    for (const auto& [table, state] : *states)
        stored[label(table).toLower()] = &state;
    std::map<QString, qint64> counted;
    for (const WarehouseInventory::Counted& each : inventory.tables)
        counted[label(each.table).toLower()] = each.rows;

    DoctorCheck check{{name, State::Ok, {}, {}, QStringLiteral("agreement")}, {}};
    const auto mirror = [&](const SchemaInfo& schema, const QString& problem, qint64 rows, const QString& cursor, const QDateTime& at) {
        check.finding.items.append(problem);
        const QString full = fullLabel(schema);
        check.ways.push_back({{QStringLiteral("mirror:") + full, tr("Show %1 as it is").arg(full),
            tr("Takes rows, position and time from the warehouse. No row is touched."), false, {}}, {},
            [this, id = schema.id, rows, cursor, at, full]() -> Result<QString> {
                if (Result<void> ok = m_parts.state->mirror(id, rows, cursor, at); !ok)
                    return ok.error();
                return audited(QStringLiteral("mirror"), full, tr("%1 is shown as the warehouse has it.").arg(full));
            }, {}});
    };
    for (const SchemaInfo& schema : *schemas) {
        const SchemaInfo* live = world.schema(schema.id);
        if (!live || live->currentRun.isValid())
            continue; // between the warehouse's commit and the profile's they differ
        const QString full = fullLabel(schema);
        const QString key = label(warehouseTableOf(schema)).toLower();
        const auto at = stored.find(key);
        if (at == stored.end() || at->second->tableExists)
            if (const std::optional<CopyDoubt> doubt = copyDoubtOf(*m_parts.state, schema.id))
                addDoubt(check, schema, *doubt);
        if (at == stored.end()) {
            if (schema.lastSyncedAt.isValid())
                mirror(schema, tr("%1: synced says the profile, the warehouse has nothing of it.").arg(full), -1, {}, {});
            continue;
        }
        const StoredState& state = *at->second;
        if (!storedBy(*m_parts.state, schema, state))
            continue; // another source's: a table that is not known
        const QString cursor = state.last.cursor.value.value_or(QString());
        const auto rows = counted.find(key);
        if (!state.tableExists) {
            check.finding.items.append(tr("%1: its table was dropped by another program.").arg(full));
            const SourceInfo* source = world.source(schema.sourceId);
            check.ways.push_back({{QStringLiteral("rebuild:") + full, tr("Copy %1 anew").arg(full),
                tr("Forgets the position, so that the next sync copies the whole table. Settings stay; the position goes to the trash."), false, {}}, {},
                [this, schema, source = source ? *source : SourceInfo(), full]() -> Result<QString> {
                    if (Result<void> ok = m_trash.put(schema, source, QStringLiteral("doctor")); !ok)
                        return ok.error();
                    return tr("The next sync copies %1 anew.").arg(full);
                }, {}});
        } else if (schema.rows != state.tableRows || schema.cursorText != cursor) {
            mirror(schema, schema.cursorText == cursor
                    ? tr("%1: the profile shows %2 rows, the warehouse has %3.").arg(full, number(schema.rows), number(state.tableRows))
                    : tr("%1: the profile shows the position “%2”, the warehouse has “%3”.").arg(full, schema.cursorText, cursor),
                state.tableRows, cursor, state.committedAt);
        } else if (rows != counted.end() && rows->second < 0) {
            check.finding.items.append(tr("%1: its rows cannot be counted.").arg(full));
        } else if (rows != counted.end() && rows->second != state.tableRows) {
            const QString problem = tr("%1: %2 rows were synced, %3 are there: another program changed them.").arg(full, number(state.tableRows), number(rows->second));
            check.finding.items.append(problem);
            check.ways.push_back({{QStringLiteral("repair:") + full, tr("Compare %1 with its source and repair").arg(full),
                tr("Replaces the ranges that differ by the source's rows and removes rows that only the warehouse has. The position stays."), true, {}},
                problem, {}, schema.id, std::max<qint64>(0, rows->second - state.tableRows)});
        } else if (state.last.runId > schema.lastRun.value) {
            HistoryFilter filter;
            filter.schemaId = schema.id;
            filter.limit = 1;
            const Result<HistoryPage> newest = m_parts.state->history(filter);
            if (newest && !newest->runs.empty() && state.last.runId > newest->runs.front().id.value)
                check.finding.items.append(tr("%1: run %2 wrote it last, which this profile does not know; it may be an older copy. Verify the table.").arg(full).arg(state.last.runId));
        }
    }
    check.finding.text = tr("Tables: %1, all as the profile says.").arg(int(states->size()));
    if (!check.finding.items.isEmpty()) {
        check.finding.state = State::Problem;
        check.finding.text = tr("Tables not as the profile says: %1.").arg(int(check.finding.items.size()));
        check.finding.remedy = tr("Leat is the only program that should write to the warehouse. Copy rows to a file of your own to change them.");
    }
    return check;
}

// What the start found gone, or older than it was.
void Doctor::addDoubt(DoctorCheck& check, const SchemaInfo& schema, const CopyDoubt& doubt)
{
    const QString full = fullLabel(schema);
    const QString at = QLocale().toString(doubt.at.toLocalTime(), QLocale::ShortFormat);
    if (!doubt.lost) {
        check.finding.items.append(tr("%1: the warehouse is an older copy, which stored it last on %2. The next sync brings it up to date.").arg(full, at));
        return;
    }
    const QString rows = doubt.figure < 0 ? tr("an unknown number") : number(doubt.figure);
    check.finding.items.append(schema.lastSyncedAt.isValid()
        ? tr("%1: it was copied anew after its rows were lost (%2, last synced on %3); earlier versions are not in the new copy.").arg(full, rows, at)
        : tr("%1: its rows (%2, last synced on %3) are no longer in the warehouse. The next sync copies the table anew.").arg(full, rows, at));
    if (!schema.lastSyncedAt.isValid())
        return;
    check.ways.push_back({{QStringLiteral("accept-loss:") + full, tr("Do without the lost rows of %1").arg(full),
        tr("Only ends this notice. Nothing is changed."), false, {}}, {},
        [this, id = schema.id, full]() -> Result<QString> {
            if (Result<void> ok = keepCopyDoubt(*m_parts.state, id, {}); !ok)
                return ok.error();
            return audited(QStringLiteral("accept-loss"), full, tr("The rows that %1 lost are no longer reported.").arg(full));
        }, {}});
}

// Tables of removed sources, and what a person made: both are kept until somebody says otherwise.
DoctorCheck Doctor::unknownTables(const World& world, const WarehouseInventory& inventory)
{
    DoctorCheck check{{tr("Unknown tables"), State::Ok, tr("none"), {}, QStringLiteral("unknown-tables")}, {}};
    QSet<QString> known;
    QSet<QString> namesakes;
    for (const SchemaInfo& schema : world.schemas) {
        const bool stored = schema.lastSyncedAt.isValid() || schema.currentRun.isValid();
        (stored ? known : namesakes).insert(label(warehouseTableOf(schema)).toLower());
    }
    for (const WarehouseInventory::Counted& each : inventory.tables) {
        const QString full = label(each.table);
        if (known.contains(full.toLower()))
            continue;
        const QString item = each.rows < 0 ? full : tr("%1, rows: %2").arg(full, number(each.rows));
        if (namesakes.contains(full.toLower())) { // it could not come back from the trash to where it was
            check.finding.items.append(tr("%1; the table of this name has not been synced yet and did not store them").arg(item));
            continue;
        }
        check.finding.items.append(item);
        const auto source = std::find_if(world.sources.begin(), world.sources.end(), [&each](const SourceInfo& s) { return s.name.compare(each.table.schema, Qt::CaseInsensitive) == 0; });
        if (source != world.sources.end() && protectionOf(*source) == Protection::ReadOnly)
            continue;
        check.ways.push_back({{QStringLiteral("trash:") + full, tr("Move %1 to the trash").arg(full),
            tr("The trash keeps it for a while and can bring it back."), true, {}}, item,
            [this, table = each.table, full]() -> Result<QString> {
                if (Result<void> ok = m_trash.putUnknown(table); !ok)
                    return ok.error();
                return tr("%1 lies in the trash.").arg(full);
            }, {}});
    }
    if (check.finding.items.isEmpty())
        return check;
    check.finding.state = State::Warning;
    check.finding.text = tr("Tables of removed sources or of other programs: %1.").arg(int(check.finding.items.size()));
    check.finding.remedy = tr("They are kept and can be queried. Move those to the trash that nobody needs.");
    return check;
}

DoctorCheck Doctor::leftovers(const WarehouseInventory& inventory)
{
    DoctorCheck check{{tr("Half-filled tables"), State::Ok, tr("none"), {}, QStringLiteral("leftovers")}, {}};
    if (inventory.leftovers.empty())
        return check;
    for (const WarehouseTable& table : inventory.leftovers)
        check.finding.items.append(label(table));
    check.finding.state = State::Warning;
    check.finding.text = tr("Staging tables that no sync works on: %1.").arg(int(inventory.leftovers.size()));
    check.finding.remedy = tr("They take room until the next start, which drops them.");
    check.ways.push_back({{QStringLiteral("drop-leftovers"), tr("Drop half-filled tables"),
        tr("Drops copies that were never finished. No row that was synced is in them."), true, {}},
        check.finding.items.join(QLatin1Char('\n')), [this, tables = inventory.leftovers]() -> Result<QString> {
            const Result<int> dropped = m_parts.warehouse->dropLeftovers(tables);
            if (!dropped)
                return dropped.error();
            return audited(QStringLiteral("drop-leftovers"), QStringLiteral("warehouse"), tr("Half-filled tables dropped: %1.").arg(*dropped));
        }, {}});
    return check;
}

DoctorCheck Doctor::keptCopies()
{
    const QString name = tr("Interrupted copies");
    const Result<std::vector<KeptCopy>> copies = m_parts.warehouse->keptCopies();
    if (!copies)
        return {findingOf(QStringLiteral("interrupted-copies"), name, copies.error()), {}};
    DoctorCheck check{{name, State::Ok, tr("none"), {}, QStringLiteral("interrupted-copies")}, {}};
    std::vector<WarehouseTable> tables;
    for (const KeptCopy& copy : *copies) {
        qint64 rows = 0;
        for (const PieceRows& piece : copy.pieces)
            rows += piece.rows;
        tables.push_back(copy.table);
        check.finding.items.append(tr("%1: %2 rows are kept; the next sync goes on with them.").arg(label(copy.table), number(rows)));
    }
    if (tables.empty())
        return check;
    check.finding.text = tr("Tables whose copy can go on: %1.").arg(int(tables.size()));
    check.ways.push_back({{QStringLiteral("forget-copies"), tr("Give interrupted copies up"),
        tr("Drops what they have read so far; the next sync reads these tables from their beginning."), true, {}},
        check.finding.items.join(QLatin1Char('\n')), [this, tables]() -> Result<QString> {
            const Result<int> forgotten = m_parts.warehouse->forgetCopies(tables);
            if (!forgotten)
                return forgotten.error();
            return audited(QStringLiteral("forget-copies"), QStringLiteral("warehouse"), tr("Interrupted copies given up: %1.").arg(*forgotten));
        }, {}});
    return check;
}

DoctorCheck Doctor::leases(const World& world)
{
    const QString name = tr("Leases");
    const Result<std::vector<StaleLease>> stale = m_parts.state->staleLeases();
    if (!stale)
        return {findingOf(QStringLiteral("leases"), name, stale.error()), {}};
    DoctorCheck check{{name, State::Ok, tr("none that nobody holds"), {}, QStringLiteral("leases")}, {}};
    std::vector<RunId> runs;
    for (const StaleLease& lease : *stale) {
        const SchemaInfo* schema = world.schema(lease.schemaId);
        if (schema && schema->currentRun == lease.runId)
            continue; // ours, and only slow to say so
        const QString full = schema ? fullLabel(*schema) : QString::number(lease.schemaId.value);
        runs.push_back(lease.runId);
        check.finding.items.append(tr("%1: run %2 of %3").arg(full).arg(lease.runId.value).arg(lease.holder.isEmpty() ? tr("an unknown program") : lease.holder));
    }
    if (runs.empty())
        return check;
    check.finding.state = State::Warning;
    check.finding.text = tr("Runs that nobody works on: %1.").arg(int(runs.size()));
    check.finding.remedy = tr("Their tables are shown as running. A sync takes such a lease over by itself.");
    check.ways.push_back({{QStringLiteral("free-leases"), tr("Free the tables"),
        tr("Marks the runs as interrupted. Should one still be alive, it can no longer write."), false, {}}, {},
        [this, runs]() -> Result<QString> {
            const Result<int> freed = m_parts.state->freeLeases(runs);
            if (!freed)
                return freed.error();
            return audited(QStringLiteral("free-leases"), QStringLiteral("profile"), tr("Tables freed: %1.").arg(*freed));
        }, {}});
    return check;
}

DoctorCheck Doctor::spilled(const WarehouseInventory& inventory)
{
    DoctorCheck check{{tr("Temporary files"), State::Ok, tr("none left behind"), {}, QStringLiteral("temp")}, {}};
    if (inventory.spilled.isEmpty())
        return check;
    check.finding.state = State::Warning;
    check.finding.items = inventory.spilled;
    check.finding.text = tr("Files of programs that have ended: %1, %2.").arg(int(inventory.spilled.size())).arg(QLocale().formattedDataSize(inventory.spilledBytes));
    check.finding.remedy = tr("They only take room.");
    check.ways.push_back({{QStringLiteral("empty-temp"), tr("Remove temporary files"), tr("Removes them for good; nothing reads them any more."), true, {}},
        check.finding.items.join(QLatin1Char('\n')), [this, files = inventory.spilled]() -> Result<QString> {
            const Result<int> removed = m_parts.warehouse->removeSpilled(files);
            if (!removed)
                return removed.error();
            return audited(QStringLiteral("empty-temp"), QStringLiteral("warehouse"), tr("Temporary files removed: %1.").arg(*removed));
        }, {}});
    return check;
}

} // namespace leat
