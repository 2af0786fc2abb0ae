// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/jsonview.h"

#include "engine/api/jsonvalues.h"

#include <QJsonArray>

namespace leat {

namespace {

QString modeName(DeleteMode mode)
{
    switch (mode) {
    case DeleteMode::Off: break;
    case DeleteMode::Soft: return QStringLiteral("soft");
    case DeleteMode::Hard: return QStringLiteral("hard");
    case DeleteMode::Purge: return QStringLiteral("purge");
    }
    return QStringLiteral("off");
}

DeleteMode modeFromName(const QString& name)
{
    for (DeleteMode mode : {DeleteMode::Soft, DeleteMode::Hard, DeleteMode::Purge})
        if (modeName(mode) == name)
            return mode;
    return DeleteMode::Off;
}

QDateTime readTime(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

QJsonObject toJson(const ReconcileReport& report)
{
    return {
        {QStringLiteral("table"), report.label},
        {QStringLiteral("at"), timeValue(report.at)},
        {QStringLiteral("mode"), modeName(report.mode)},
        {QStringLiteral("source_rows"), report.sourceRows},
        {QStringLiteral("warehouse_rows"), report.warehouseRows},
        {QStringLiteral("gone"), report.gone},
        {QStringLiteral("deleted"), report.deleted},
        {QStringLiteral("purged"), report.purged},
        {QStringLiteral("missing"), report.missing},
        {QStringLiteral("pending"), report.pendingKnown ? QJsonValue(report.pending) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("null_keys"), report.nullKeys},
        {QStringLiteral("held"), report.held},
        {QStringLiteral("method"), toString(report.method)},
        {QStringLiteral("keys_transferred"), report.keysTransferred},
        {QStringLiteral("buckets"), report.buckets},
        {QStringLiteral("differing_buckets"), report.differingBuckets},
        {QStringLiteral("gone_keys"), QJsonArray::fromStringList(report.goneKeys)},
        {QStringLiteral("missing_keys"), QJsonArray::fromStringList(report.missingKeys)},
    };
}

QJsonObject toJson(const ReconcileNote& note)
{
    return {
        {QStringLiteral("at"), timeValue(note.at)},
        {QStringLiteral("tried_at"), timeValue(note.triedAt)},
        {QStringLiteral("mode"), modeName(note.mode)},
        {QStringLiteral("source_rows"), note.sourceRows},
        {QStringLiteral("warehouse_rows"), note.warehouseRows},
        {QStringLiteral("gone"), note.gone},
        {QStringLiteral("deleted"), note.deleted},
        {QStringLiteral("purged"), note.purged},
        {QStringLiteral("missing"), note.missing},
        {QStringLiteral("pending"), note.pending},
        {QStringLiteral("held"), note.held},
        {QStringLiteral("from_copy"), note.fromCopy},
        {QStringLiteral("runs_since"), note.runsSince},
        {QStringLiteral("error"), note.error ? QJsonValue(toJson(*note.error)) : QJsonValue(QJsonValue::Null)},
    };
}

ReconcileNote reconcileNoteFromJson(const QJsonObject& json)
{
    const auto number = [&json](const char* name) { return json[QLatin1String(name)].toInteger(); };
    ReconcileNote note;
    note.at = readTime(json[QLatin1String("at")]);
    note.triedAt = readTime(json[QLatin1String("tried_at")]);
    note.mode = modeFromName(json[QLatin1String("mode")].toString());
    note.sourceRows = number("source_rows");
    note.warehouseRows = number("warehouse_rows");
    note.gone = number("gone");
    note.deleted = number("deleted");
    note.purged = number("purged");
    note.missing = number("missing");
    note.pending = number("pending");
    note.held = json[QLatin1String("held")].toBool();
    note.fromCopy = json[QLatin1String("from_copy")].toBool();
    note.runsSince = int(number("runs_since"));
    if (const QJsonObject error = json[QLatin1String("error")].toObject(); !error.isEmpty())
        note.error = errorFromJson(error);
    return note;
}

} // namespace leat
