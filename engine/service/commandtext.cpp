// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/commandtext.h"

#include <QRegularExpression>

namespace leat {

namespace {

bool isSet(const SchemaPatch& patch, const QString& field)
{
    const auto is = [&field](const char* name) { return field == QLatin1String(name); };
    return (is("sync_type") && patch.syncType) || (is("incremental_field") && patch.incrementalField)
        || (is("incremental_field_type") && patch.incrementalFieldType) || (is("primary_key_columns") && patch.primaryKeyColumns)
        || (is("should_sync") && patch.shouldSync) || (is("columns") && patch.columns)
        || (is("sync_frequency") && patch.syncFrequency) || (is("sync_time_of_day") && patch.syncTimeOfDay)
        || (is("cdc_table_mode") && patch.cdcTableMode)
        || (is("incremental_field_lookback_seconds") && patch.lookbackSeconds) || (is("late_commits") && patch.lateCommits);
}

} // namespace

QString shellWord(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=@%+,-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    QString inside = word;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

QString setCommandText(const QStringList& names, const SchemaPatch& patch, AfterChange after)
{
    QStringList words{QStringLiteral("leatctl schema set")};
    for (const QString& name : names)
        words.append(shellWord(name));
    const SchemaConfig config = applied({}, patch);
    for (const QString& field : schemaFieldNames())
        if (isSet(patch, field))
            words.append(shellWord(field + QLatin1Char('=') + fieldText(config, field)));
    if (after != AfterChange::Keep)
        words.append(QStringLiteral("--then ") + toString(after));
    return words.join(QLatin1Char(' '));
}

} // namespace leat
