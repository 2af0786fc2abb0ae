// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schemadraft.h"

#include "engine/api/methods.h"
#include "models/wording.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::SchemaDraft", text);
}

template <typename T>
void setIfChanged(std::optional<T>& field, const T& now, const T& before)
{
    if (now != before)
        field = now;
}

} // namespace

SchemaDraft::SchemaDraft(const SchemaInfo& base, const QString& sourceType)
    : config(base.config)
    , m_base(base)
    , m_sourceType(sourceType)
{
}

void SchemaDraft::setOptions(const SyncOptions& options)
{
    m_options = options;
    m_hasOptions = true;
}

void SchemaDraft::setSyncType(SyncType type)
{
    config.syncType = type;
    if (type != SyncType::FullRefresh && config.incrementalField.isEmpty())
        setCursor(m_options.suggestedField);
    if (type == SyncType::Incremental && config.primaryKeyColumns.isEmpty())
        config.primaryKeyColumns = m_options.detectedPrimaryKeys;
}

void SchemaDraft::setCursor(const QString& field)
{
    config.incrementalField = field;
    for (const CursorCandidate& candidate : m_options.incrementalFields)
        if (candidate.field == field)
            config.incrementalFieldType = candidate.type;
}

QString SchemaDraft::whyNot(SyncType type) const
{
    const bool offered = type == SyncType::Cdc ? m_options.cdcAvailable : type != SyncType::Webhook || m_options.supportsWebhooks;
    if (!offered)
        return methodUnavailable(type, m_sourceType);
    if (!m_hasOptions)
        return {};
    if (type == SyncType::Incremental && !m_options.incrementalAvailable)
        return m_options.incrementalFields.empty() ? tr("No column of this table can be a cursor.")
                                                   : tr("This table has no key that identifies its rows.");
    if (type == SyncType::Append && !m_options.appendAvailable)
        return tr("No column of this table can be a cursor.");
    if (type == SyncType::FullRefresh && !m_options.fullRefreshAvailable)
        return tr("The source cannot read the whole table.");
    return {};
}

SchemaPatch SchemaDraft::patch() const
{
    SchemaPatch patch;
    const SchemaConfig& before = m_base.config;
    setIfChanged(patch.syncType, config.syncType, before.syncType);
    setIfChanged(patch.incrementalField, config.incrementalField, before.incrementalField);
    if (config.incrementalFieldType && config.incrementalFieldType != before.incrementalFieldType)
        patch.incrementalFieldType = config.incrementalFieldType;
    setIfChanged(patch.primaryKeyColumns, config.primaryKeyColumns, before.primaryKeyColumns);
    setIfChanged(patch.shouldSync, config.shouldSync, before.shouldSync);
    setIfChanged(patch.columns, config.columns, before.columns);
    setIfChanged(patch.lookbackSeconds, config.lookbackSeconds, before.lookbackSeconds);
    setIfChanged(patch.lateCommits, config.lateCommits, before.lateCommits);
    setIfChanged(patch.errorBudget, config.errorBudget, before.errorBudget);
    setIfChanged(patch.verifyEvery, config.verifyEvery, before.verifyEvery);
    setIfChanged(patch.deletes, config.deletes, before.deletes);
    setIfChanged(patch.reconcileEvery, config.reconcileEvery, before.reconcileEvery);
    setIfChanged(patch.deleteLimit, config.deleteLimit, before.deleteLimit);
    setIfChanged(patch.syncFrequency, config.syncFrequency, before.syncFrequency);
    setIfChanged(patch.syncTimeOfDay, config.syncTimeOfDay, before.syncTimeOfDay);
    return patch;
}

bool SchemaDraft::isChanged() const { return !patch().isEmpty(); }

QStringList SchemaDraft::requiredColumns() const
{
    QStringList names = config.primaryKeyColumns;
    if (config.syncType != SyncType::FullRefresh && !config.incrementalField.isEmpty())
        names << config.incrementalField;
    return names;
}

QStringList SchemaDraft::problems() const
{
    QStringList out;
    if (config.syncType != m_base.config.syncType)
        if (const QString why = whyNot(config.syncType); !why.isEmpty() && config.primaryKeyColumns.isEmpty())
            out << why;
    if (config.syncType != SyncType::FullRefresh && config.incrementalField.isEmpty())
        out << tr("Choose a cursor column.");
    if (config.syncType == SyncType::Incremental && config.primaryKeyColumns.isEmpty())
        out << tr("Name the columns that identify a row.");
    if (m_hasOptions)
        for (const QString& column : requiredColumns())
            if (m_options.shape.column(column) == nullptr)
                out << tr("The source has no column “%1”.").arg(column);
    if (config.lookbackSeconds < 0)
        out << tr("The lookback cannot be negative.");
    return out;
}

QStringList SchemaDraft::effects() const
{
    QStringList out;
    const SchemaPatch p = patch();
    const bool hasData = m_base.rows > 0 || m_base.lastSyncedAt.isValid();
    if (p.syncType)
        out << tr("The method becomes “%1”.").arg(syncTypeWord(*p.syncType));
    if (hasData && (p.incrementalField || p.primaryKeyColumns) && config.syncType != SyncType::FullRefresh)
        out << tr("Rows that are already in the warehouse were matched differently. A sync from scratch is advised.");
    if (hasData && p.syncType && (*p.syncType == SyncType::Append || m_base.config.syncType == SyncType::Append))
        out << tr("The next sync copies the table anew. The old one stays until the copy is ready.");
    if (p.columns)
        out << tr("The next sync copies the table anew with the chosen columns. The old one stays until the copy is ready.");
    if (p.lookbackSeconds || p.lateCommits || p.errorBudget)
        out << tr("From the next sync on. Nothing else changes.");
    if (p.verifyEvery)
        out << tr("Comparing reads and changes nothing; what differs is shown, not repaired.");
    if (p.deletes)
        out << deletesExplained(config);
    if (p.shouldSync)
        out << (*p.shouldSync ? tr("The table takes part in syncs again.") : tr("The table is paused. Its data stay in the warehouse."));
    return out;
}

} // namespace leat
