// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/trashkeeper.h"

#include "engine/api/trashrules.h"
#include "engine/base/failpoint.h"
#include "engine/service/schemadesk.h"
#include "engine/service/trashcontext.h"
#include "engine/service/warehousemirror.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace leat {

namespace {

const QString kDaysKey = QStringLiteral("trash/days");
const QString kBytesKey = QStringLiteral("trash/max_bytes");

constexpr int kIdleDays = 2;       // a profile in use notes something more often than that

QString tr(const char* text)
{
    return QCoreApplication::translate("TrashKeeper", text);
}

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
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

Result<void> TrashKeeper::put(const SchemaInfo& schema, const SourceInfo& source, const QString& action, const std::vector<SchemaInfo>& along)
{
    const TrashNote note{action, m_parts.actor, fullLabel(schema), toText({schema, source, along})};
    Result<qint64> id = m_parts.warehouse->trash(warehouseTableOf(schema), note);
    if (!id && id.error().code != ErrorCode::WarehouseMissing)
        return id.error();
    LEAT_FAILPOINT("trash.before-mirror");
    // Killed before this, the next start sees that the warehouse has nothing and mends the mirror.
    if (Result<void> ok = forgetRows(*m_parts.state, schema.id); !ok)
        return ok;
    if (Result<void> ok = keepCopyDoubt(*m_parts.state, schema.id, {}); !ok)
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

Result<void> TrashKeeper::purge(qint64 id)
{
    if (Result<void> ok = m_parts.warehouse->purge(id); !ok)
        return ok;
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("trash.purge"),
        QString::number(id), QStringLiteral("{}")});
}

// A profile that was left alone for as long looks the same; it is tidied at the next start.
void TrashKeeper::judgeClock(const World& world)
{
    QDateTime newest;
    const auto note = [&newest](const QDateTime& at) {
        if (at.isValid() && (!newest.isValid() || at > newest))
            newest = at;
    };
    for (const SchemaInfo& schema : world.schemas) {
        note(schema.lastSyncedAt);
        note(schema.lastStartedAt);
    }
    if (const Result<std::vector<AuditEntry>> trail = m_parts.state->auditTrail(1); trail && !trail->empty())
        note(trail->front().at);
    if (const Result<std::vector<TrashRecord>> records = m_parts.warehouse->trashed(); records)
        for (const TrashRecord& record : *records)
            note(record.trashedAt);
    m_clockAhead = newest.isValid() && newest.addDays(kIdleDays) < m_parts.clock->nowUtc();
}

Result<void> TrashKeeper::keepWithin()
{
    const Result<TrashPage> now = page();
    if (!now)
        return now.error();
    // Under a clock that is ahead nothing is past its time for certain.
    const QDateTime time = m_clockAhead ? QDateTime::fromMSecsSinceEpoch(0, Qt::UTC) : m_parts.clock->nowUtc();
    for (const qint64 id : beyondLimits(*now, now->limits, time))
        if (Result<void> ok = purge(id); !ok)
            return ok;
    return {};
}

} // namespace leat
