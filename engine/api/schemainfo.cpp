// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/schemainfo.h"

#include "engine/api/frequency.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>

namespace leat {

namespace {

Error invalid(const QString& field, const QString& value, const QString& allowed)
{
    return makeError(ErrorCode::InvalidOption, {},
        {{QStringLiteral("option"), field}, {QStringLiteral("value"), value}, {QStringLiteral("allowed"), allowed}});
}

std::optional<bool> readBool(const QString& text)
{
    for (const char* yes : {"true", "yes", "on", "1"})
        if (text.compare(QLatin1String(yes), Qt::CaseInsensitive) == 0)
            return true;
    for (const char* no : {"false", "no", "off", "0"})
        if (text.compare(QLatin1String(no), Qt::CaseInsensitive) == 0)
            return false;
    return std::nullopt;
}

std::optional<QStringList> readList(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return QStringList{};
    if (!trimmed.startsWith(QLatin1Char('['))) {
        QStringList list;
        for (const QString& part : trimmed.split(QLatin1Char(',')))
            list.append(part.trimmed());
        return list.contains(QString()) ? std::nullopt : std::optional(list);
    }
    const QJsonDocument json = QJsonDocument::fromJson(trimmed.toUtf8());
    if (!json.isArray())
        return std::nullopt;
    QStringList list;
    for (const QJsonValue& value : json.array()) {
        if (!value.isString())
            return std::nullopt;
        list.append(value.toString());
    }
    return list;
}

using Setter = Result<void> (*)(SchemaPatch&, const QString&, const QString&);
struct Field
{
    const char* name;
    Setter set;
};

Result<void> setSyncType(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.syncType = syncTypeFromString(value);
    if (!patch.syncType)
        return invalid(field, value, QStringLiteral("full_refresh, incremental, append, cdc, webhook"));
    return {};
}

Result<void> setCursorField(SchemaPatch& patch, const QString&, const QString& value)
{
    patch.incrementalField = value;
    return {};
}

Result<void> setCursorType(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.incrementalFieldType = cursorTypeFromString(value);
    if (!patch.incrementalFieldType)
        return invalid(field, value, QStringLiteral("datetime, date, timestamp, integer, numeric, objectid"));
    return {};
}

Result<void> setKey(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.primaryKeyColumns = readList(value);
    if (!patch.primaryKeyColumns)
        return invalid(field, value, QStringLiteral("id or tenant_id,id or [\"a,b\",\"c\"]"));
    return {};
}

Result<void> setShouldSync(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.shouldSync = readBool(value);
    if (!patch.shouldSync)
        return invalid(field, value, QStringLiteral("true, false"));
    return {};
}

Result<void> setColumns(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.columns = value == QLatin1String("*") ? std::optional(QStringList{}) : readList(value);
    if (!patch.columns)
        return invalid(field, value, QStringLiteral("a,b,c or * for all"));
    return {};
}

Result<void> setLookback(SchemaPatch& patch, const QString& field, const QString& value)
{
    bool ok = false;
    const qint64 seconds = value.toLongLong(&ok);
    if (!ok || seconds < 0)
        return invalid(field, value, QStringLiteral("0 or more seconds"));
    patch.lookbackSeconds = seconds;
    return {};
}

Result<void> setLateCommits(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.lateCommits = lateCommitsFromString(value);
    if (!patch.lateCommits)
        return invalid(field, value, QStringLiteral("auto, xmin, cursor"));
    return {};
}

Result<void> setCdcTableMode(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.cdcTableMode = cdcTableModeFromString(value);
    if (!patch.cdcTableMode)
        return invalid(field, value, QStringLiteral("consolidated, cdc_only, both"));
    return {};
}

Result<void> setFrequency(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.syncFrequency = syncFrequencyFromString(value);
    if (!patch.syncFrequency)
        return invalid(field, value, syncFrequencyNames().join(QStringLiteral(", ")));
    return {};
}

Result<void> setTimeOfDay(SchemaPatch& patch, const QString& field, const QString& value)
{
    QTime time;
    for (const char* format : {"HH:mm:ss", "HH:mm"})
        if (!time.isValid())
            time = QTime::fromString(value, QLatin1String(format));
    const bool none = value.isEmpty() || value.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0;
    if (!time.isValid() && !none)
        return invalid(field, value, QStringLiteral("HH:MM:SS, HH:MM, none"));
    patch.syncTimeOfDay = time;
    return {};
}

Result<void> setErrorBudget(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.errorBudget = errorBudgetFromString(value);
    if (!patch.errorBudget)
        return invalid(field, value, QStringLiteral("0, a number of rows, or a share up to 100%, like 0.5%"));
    return {};
}

Result<void> setVerifyEvery(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.verifyEvery = verifyEveryFromString(value);
    if (!patch.verifyEvery)
        return invalid(field, value, QStringLiteral("off, daily, weekly"));
    return {};
}

Result<void> setDeletes(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.deletes = deletePolicyFromString(value);
    if (!patch.deletes)
        return invalid(field, value, QStringLiteral("off, soft, hard, or purge:DAYS like purge:30"));
    return {};
}

Result<void> setReconcileEvery(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.reconcileEvery = reconcileCadenceFromString(value);
    if (!patch.reconcileEvery)
        return invalid(field, value, QStringLiteral("1run, 10runs, ") + syncFrequencyNames().join(QStringLiteral(", ")));
    return {};
}

Result<void> setDeleteLimit(SchemaPatch& patch, const QString& field, const QString& value)
{
    patch.deleteLimit = deleteLimitFromString(value);
    if (!patch.deleteLimit)
        return invalid(field, value, QStringLiteral("a share like 20%, a number of rows, or both: 20%,100000"));
    return {};
}

constexpr Field kFields[] = {
    {"sync_type", setSyncType},
    {"incremental_field", setCursorField},
    {"incremental_field_type", setCursorType},
    {"primary_key_columns", setKey},
    {"should_sync", setShouldSync},
    {"columns", setColumns},
    {"sync_frequency", setFrequency},
    {"sync_time_of_day", setTimeOfDay},
    {"cdc_table_mode", setCdcTableMode},
    {"incremental_field_lookback_seconds", setLookback},
    {"late_commits", setLateCommits},
    {"error_budget", setErrorBudget},
    {"verify_every", setVerifyEvery},
    {"deletes", setDeletes},
    {"reconcile_every", setReconcileEvery},
    {"delete_limit", setDeleteLimit},
};

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, substitute});
        }
    }
    return row.back();
}

QString nearestField(const QString& typed)
{
    QString best;
    int bestDistance = 6;
    for (const QString& name : schemaFieldNames()) {
        const int distance = editDistance(typed, name);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = name;
        }
    }
    return best;
}

} // namespace

QString toString(const ErrorBudget& budget)
{
    return budget.percent > 0 ? QString::number(budget.percent, 'g', 6) + QLatin1Char('%') : QString::number(budget.rows);
}

std::optional<ErrorBudget> errorBudgetFromString(const QString& text)
{
    const QString trimmed = text.trimmed();
    bool ok = false;
    if (trimmed.endsWith(QLatin1Char('%'))) {
        const double percent = trimmed.chopped(1).trimmed().toDouble(&ok);
        return ok && percent >= 0 && percent <= 100 ? std::optional(ErrorBudget{0, percent}) : std::nullopt;
    }
    const qint64 rows = trimmed.toLongLong(&ok);
    return ok && rows >= 0 ? std::optional(ErrorBudget{rows, 0}) : std::nullopt;
}

bool SchemaPatch::isEmpty() const
{
    return !syncType && !incrementalField && !incrementalFieldType && !primaryKeyColumns && !shouldSync
        && !columns && !lookbackSeconds && !lateCommits && !cdcTableMode && !syncFrequency && !syncTimeOfDay
        && !errorBudget && !verifyEvery && !deletes && !reconcileEvery && !deleteLimit;
}

SchemaConfig applied(SchemaConfig config, const SchemaPatch& patch)
{
    if (patch.syncType)
        config.syncType = *patch.syncType;
    if (patch.incrementalField) {
        // The type belongs to the column: a new column is typed anew unless the patch says how.
        if (config.incrementalField != *patch.incrementalField)
            config.incrementalFieldType.reset();
        config.incrementalField = *patch.incrementalField;
    }
    if (patch.incrementalFieldType)
        config.incrementalFieldType = patch.incrementalFieldType;
    if (patch.primaryKeyColumns)
        config.primaryKeyColumns = *patch.primaryKeyColumns;
    if (patch.shouldSync)
        config.shouldSync = *patch.shouldSync;
    if (patch.columns)
        config.columns = *patch.columns;
    if (patch.lookbackSeconds)
        config.lookbackSeconds = *patch.lookbackSeconds;
    if (patch.lateCommits)
        config.lateCommits = *patch.lateCommits;
    if (patch.errorBudget)
        config.errorBudget = *patch.errorBudget;
    if (patch.verifyEvery)
        config.verifyEvery = *patch.verifyEvery;
    if (patch.deletes)
        config.deletes = *patch.deletes;
    if (patch.reconcileEvery)
        config.reconcileEvery = *patch.reconcileEvery;
    if (patch.deleteLimit)
        config.deleteLimit = *patch.deleteLimit;
    if (patch.cdcTableMode)
        config.cdcTableMode = *patch.cdcTableMode;
    if (patch.syncFrequency) {
        config.syncFrequency = *patch.syncFrequency;
        // A time of day means nothing for less than a day (T25): it goes unless the patch insists.
        if (!takesTimeOfDay(config.syncFrequency))
            config.syncTimeOfDay = {};
    }
    if (patch.syncTimeOfDay)
        config.syncTimeOfDay = *patch.syncTimeOfDay;
    return config;
}

Result<void> setField(SchemaPatch& patch, const QString& field, const QString& value)
{
    for (const Field& known : kFields)
        if (field == QLatin1String(known.name))
            return known.set(patch, field, value);
    return makeError(ErrorCode::UnknownOption, {},
        {{QStringLiteral("option"), field}, {QStringLiteral("nearest"), nearestField(field)},
            {QStringLiteral("allowed"), schemaFieldNames().join(QStringLiteral(", "))}});
}

namespace {

// Plain where no name holds a comma or could be read as something else, JSON otherwise.
QString listText(const QStringList& list)
{
    const bool plain = std::none_of(list.begin(), list.end(), [](const QString& name) {
        return name.contains(QLatin1Char(',')) || name != name.trimmed() || name.isEmpty() || name.startsWith(QLatin1Char('['))
            || name == QLatin1String("*");
    });
    return plain ? list.join(QLatin1Char(','))
                 : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

} // namespace

QStringList patchedFields(const SchemaPatch& patch)
{
    const auto isSet = [&patch](const QString& field) {
        const auto is = [&field](const char* name) { return field == QLatin1String(name); };
        return (is("sync_type") && patch.syncType) || (is("incremental_field") && patch.incrementalField)
            || (is("incremental_field_type") && patch.incrementalFieldType) || (is("primary_key_columns") && patch.primaryKeyColumns)
            || (is("should_sync") && patch.shouldSync) || (is("columns") && patch.columns)
            || (is("sync_frequency") && patch.syncFrequency) || (is("sync_time_of_day") && patch.syncTimeOfDay)
            || (is("cdc_table_mode") && patch.cdcTableMode)
            || (is("incremental_field_lookback_seconds") && patch.lookbackSeconds) || (is("late_commits") && patch.lateCommits)
            || (is("error_budget") && patch.errorBudget) || (is("verify_every") && patch.verifyEvery)
            || (is("deletes") && patch.deletes)
            || (is("reconcile_every") && patch.reconcileEvery) || (is("delete_limit") && patch.deleteLimit);
    };
    QStringList fields;
    for (const QString& field : schemaFieldNames())
        if (isSet(field))
            fields.append(field);
    return fields;
}

QString fieldText(const SchemaConfig& config, const QString& field)
{
    const auto is = [&field](const char* name) { return field == QLatin1String(name); };
    if (is("sync_type"))
        return toString(config.syncType);
    if (is("incremental_field"))
        return config.incrementalField;
    if (is("incremental_field_type"))
        return config.incrementalFieldType ? toString(*config.incrementalFieldType) : QString();
    if (is("primary_key_columns"))
        return listText(config.primaryKeyColumns);
    if (is("should_sync"))
        return config.shouldSync ? QStringLiteral("true") : QStringLiteral("false");
    if (is("columns"))
        return config.columns.isEmpty() ? QStringLiteral("*") : listText(config.columns);
    if (is("sync_frequency"))
        return toString(config.syncFrequency);
    if (is("sync_time_of_day"))
        return config.syncTimeOfDay.isValid() ? config.syncTimeOfDay.toString(QStringLiteral("HH:mm:ss")) : QString();
    if (is("cdc_table_mode"))
        return toString(config.cdcTableMode);
    if (is("incremental_field_lookback_seconds"))
        return QString::number(config.lookbackSeconds);
    if (is("late_commits"))
        return toString(config.lateCommits);
    if (is("error_budget"))
        return toString(config.errorBudget);
    if (is("verify_every"))
        return toString(config.verifyEvery);
    if (is("deletes"))
        return toString(config.deletes);
    if (is("reconcile_every"))
        return toString(config.reconcileEvery);
    if (is("delete_limit"))
        return toString(config.deleteLimit);
    return {};
}

QStringList changedFields(const SchemaConfig& before, const SchemaConfig& after)
{
    QStringList changed;
    for (const QString& field : schemaFieldNames())
        if (fieldText(before, field) != fieldText(after, field))
            changed.append(field);
    return changed;
}

QStringList schemaFieldNames()
{
    QStringList names;
    for (const Field& known : kFields)
        names.append(QLatin1String(known.name));
    return names;
}

bool isStale(const SchemaInfo& schema, const QDateTime& now)
{
    const qint64 interval = periodSeconds(schema.config.syncFrequency);
    // Without a copy its last run counts. What happened more than an interval from now was noted by a clock that
    // was wrong, and says nothing.
    const QDateTime& since = schema.lastSyncedAt.isValid() ? schema.lastSyncedAt : schema.lastStartedAt;
    const qint64 age = since.isValid() ? since.secsTo(now) : 0;
    return interval > 0 && (age > 2 * interval || age < -interval);
}

bool tracksDeletes(const SchemaInfo& schema)
{
    return schema.config.syncType == SyncType::FullRefresh
        || (reconciles(schema.config) && schema.config.deletes.mode != DeleteMode::Off);
}

bool reconciles(const SchemaConfig& config)
{
    return config.syncType == SyncType::Incremental;
}

} // namespace leat
