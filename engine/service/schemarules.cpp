// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/schemarules.h"

#include "engine/api/frequency.h"
#include "engine/api/methods.h"

#include <QCoreApplication>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SchemaRules", text);
}

Error ruleError(ErrorCode code, const QString& label, QMap<QString, QString> args = {})
{
    args.insert(QStringLiteral("table"), label);
    return makeError(code, {}, std::move(args));
}

const CursorCandidate* candidate(const SyncOptions& options, const QString& field)
{
    for (const CursorCandidate& c : options.incrementalFields)
        if (c.field == field)
            return &c;
    return nullptr;
}

QString candidateNames(const SyncOptions& options)
{
    QStringList names;
    for (const CursorCandidate& c : options.incrementalFields)
        names.append(c.field);
    return names.isEmpty() ? tr("no column of this table") : names.join(QStringLiteral(", "));
}

// timestamp and datetime are two spellings of one family in the seeds (T21).
bool typesAgree(CursorType chosen, CursorType real)
{
    const auto family = [](CursorType type) {
        switch (type) {
        case CursorType::Timestamp:
        case CursorType::DateTime: return 0;
        case CursorType::Date: return 1;
        case CursorType::Integer:
        case CursorType::Numeric: return 2;
        case CursorType::ObjectId: return 3;
        }
        return 4;
    };
    return family(chosen) == family(real);
}

Result<void> checkColumns(const SchemaConfig& config, const SyncOptions& options, const QString& label)
{
    for (const QStringList& list : {config.columns, config.primaryKeyColumns})
        for (const QString& column : list)
            if (!options.shape.column(column))
                return ruleError(ErrorCode::ColumnMissing, label, {{QStringLiteral("column"), column}});
    return {};
}

Result<void> checkCursor(SchemaConfig& config, const SyncOptions& options, const QString& label)
{
    if (config.incrementalField.isEmpty())
        return config.lateCommits == LateCommits::Xmin ? Result<void>() : ruleError(ErrorCode::CursorRequired, label);
    const ColumnShape* column = options.shape.column(config.incrementalField);
    if (!column)
        return ruleError(ErrorCode::ColumnMissing, label, {{QStringLiteral("column"), config.incrementalField}});
    const CursorCandidate* field = candidate(options, config.incrementalField);
    QString reason;
    if (!field)
        reason = tr("its type %1 does not grow with changes").arg(column->sourceType);
    else if (config.incrementalFieldType && !typesAgree(*config.incrementalFieldType, field->type))
        reason = tr("its type is %1, not %2").arg(toString(field->type), toString(*config.incrementalFieldType));
    if (!reason.isEmpty())
        return ruleError(ErrorCode::CursorUnsuitable, label,
            {{QStringLiteral("column"), config.incrementalField}, {QStringLiteral("reason"), reason},
                {QStringLiteral("allowed"), candidateNames(options)}});
    if (!config.incrementalFieldType)
        config.incrementalFieldType = field->type;
    return {};
}

} // namespace

Result<void> checkSyncType(const SchemaConfig& config, const QString& sourceType, const QString& label)
{
    QString reason = methodUnavailable(config.syncType, sourceType);
    if (reason.isEmpty())
        return {};
    reason.chop(1); // the error's sentence has its own full stop
    QStringList offered;
    for (SyncType type : {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append})
        offered.append(toString(type));
    return ruleError(ErrorCode::SyncTypeUnavailable, label,
        {{QStringLiteral("value"), toString(config.syncType)}, {QStringLiteral("reason"), reason},
            {QStringLiteral("allowed"), offered.join(QStringLiteral(", "))}});
}

Result<void> checkTimeOfDay(const SchemaConfig& config)
{
    if (!config.syncTimeOfDay.isValid() || takesTimeOfDay(config.syncFrequency))
        return {};
    return makeError(ErrorCode::InvalidOption, {},
        {{QStringLiteral("option"), QStringLiteral("sync_time_of_day")},
            {QStringLiteral("value"), config.syncTimeOfDay.toString(QStringLiteral("HH:mm:ss"))},
            {QStringLiteral("allowed"), tr("none, or a sync_frequency of 24hour, 7day or 30day")}});
}

bool needsSourceCheck(const SchemaPatch& patch)
{
    return patch.syncType || patch.incrementalField || patch.incrementalFieldType || patch.primaryKeyColumns
        || patch.columns || patch.lateCommits;
}

Result<SchemaConfig> checkedConfig(SchemaConfig config, const SyncOptions& options, const QString& label)
{
    if (Result<void> ok = checkSyncType(config, {}, label); !ok)
        return ok.error();
    if (Result<void> ok = checkColumns(config, options, label); !ok)
        return ok.error();
    if (config.syncType == SyncType::FullRefresh)
        return config;
    if (Result<void> ok = checkCursor(config, options, label); !ok)
        return ok.error();
    if (config.syncType == SyncType::Incremental && config.primaryKeyColumns.isEmpty())
        config.primaryKeyColumns = options.detectedPrimaryKeys;
    if (config.syncType == SyncType::Incremental && config.primaryKeyColumns.isEmpty())
        return ruleError(ErrorCode::KeyRequired, label);
    return config;
}

bool keyNeedsProof(const SchemaConfig& config, const SyncOptions& options)
{
    if (config.syncType != SyncType::Incremental)
        return false;
    const auto covers = [&config](const QStringList& key) {
        return !key.isEmpty() && std::all_of(key.begin(), key.end(), [&config](const QString& column) {
            return config.primaryKeyColumns.contains(column);
        });
    };
    return !covers(options.shape.primaryKey)
        && std::none_of(options.shape.uniqueKeys.begin(), options.shape.uniqueKeys.end(), covers);
}

SchemaConfig fullRefreshConfig()
{
    SchemaConfig config;
    config.shouldSync = true;
    return config;
}

} // namespace leat
