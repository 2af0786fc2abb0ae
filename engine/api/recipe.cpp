// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/recipe.h"

#include "engine/api/frequency.h"
#include "engine/api/methods.h"
#include "engine/api/recipesteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Recipe", text);
}

/// A plan under way: fields are added with what they shall be.
class Planner
{
public:
    Planner(RecipeId id, const RecipeFacts& facts, const SchemaPatch& choice) : m_facts(facts), m_choice(choice) { m_plan.id = id; }

    RecipePlan plan()
    {
        switch (m_plan.id) {
        case RecipeId::ToIncremental: toIncremental(); break;
        case RecipeId::ReplaceCursor: replaceCursor(); break;
        case RecipeId::Frequency: frequency(); break;
        case RecipeId::Pause: pause(true); break;
        case RecipeId::Resume: pause(false); break;
        case RecipeId::ToCdc: toCdc(); break;
        case RecipeId::CdcKey: cdcKey(); break;
        case RecipeId::ToWebhook: toWebhook(); break;
        case RecipeId::FromWebhook: fromWebhook(); break;
        case RecipeId::WebhookSecret: webhookSecret(); break;
        }
        finish();
        return m_plan;
    }

private:
    const SchemaConfig& present() const { return m_facts.schema.config; }

    void refuse(const QString& reason, const QString& instead = {})
    {
        m_refused = true;
        m_plan.reason = reason;
        m_plan.instead = instead;
    }

    bool hasOptions()
    {
        if (!m_facts.options)
            refuse(tr("The source has to be read first."), tr("Test the connection, then try again."));
        return m_facts.options.has_value();
    }

    /// Proposed cursors, the best first; `without` is left out.
    QStringList cursors(const QString& without = {}) const
    {
        QStringList names;
        for (const CursorCandidate& candidate : m_facts.options->incrementalFields)
            if (candidate.field != without)
                candidate.recommended ? names.prepend(candidate.field) : names.append(candidate.field);
        return names;
    }

    /// The cursor that is meant; nothing when what was chosen cannot be one (T34).
    std::optional<QString> cursor(const QStringList& offered)
    {
        const QString wanted = m_choice.incrementalField.value_or(offered.value(0));
        if (offered.contains(wanted))
            return wanted;
        refuse(tr("“%1” cannot be the cursor of this table now.").arg(wanted),
            offered.isEmpty() ? tr("Add a column to the table at the source that says when a row changed, or sync complete copies.")
                              : tr("Choose one of %1, or add a column at the source that says when a row changed.").arg(offered.join(QStringLiteral(", "))));
        return std::nullopt;
    }

    QString whyCursor(const QString& field) const
    {
        for (const CursorCandidate& candidate : m_facts.options->incrementalFields)
            if (candidate.field == field)
                return tr("“%1”: %2.").arg(field, candidate.reason);
        return {};
    }

    void setCursor(SchemaConfig& config, const QString& field) const
    {
        config.incrementalField = field;
        for (const CursorCandidate& candidate : m_facts.options->incrementalFields)
            if (candidate.field == field)
                config.incrementalFieldType = candidate.type;
    }

    QStringList key() const
    {
        if (m_choice.primaryKeyColumns)
            return *m_choice.primaryKeyColumns;
        const QStringList& set = present().primaryKeyColumns;
        return set.isEmpty() && m_facts.options ? m_facts.options->detectedPrimaryKeys : set;
    }

    void propose(const SchemaConfig& planned, const QStringList& fields)
    {
        for (const QString& field : fields)
            m_plan.fields.push_back({field, fieldText(present(), field), fieldText(planned, field)});
        for (const QString& field : changedFields(present(), planned))
            if (fields.contains(field) || field == QLatin1String("incremental_field_type") || field == QLatin1String("sync_time_of_day"))
                (void)setField(m_plan.patch, field, field == QLatin1String("sync_time_of_day") && !planned.syncTimeOfDay.isValid() ? QStringLiteral("none") : fieldText(planned, field));
    }

    void finish()
    {
        m_plan.possible = !m_refused;
        m_plan.steps = recipeSteps(m_plan.id, m_facts);
        if (!m_refused)
            m_plan.nothingToDo = m_plan.patch.isEmpty() && m_plan.id != RecipeId::WebhookSecret;
    }

    void toIncremental()
    {
        if (!hasOptions())
            return;
        if (!m_facts.options->incrementalAvailable)
            return refuse(m_facts.options->incrementalFields.empty() ? tr("No column of this table can be a cursor.") : tr("This table has no key that identifies its rows."),
                tr("Keep complete copies, or add a column to the table at the source that says when a row changed."));
        QStringList offered = cursors();
        if (offered.contains(present().incrementalField))
            offered.move(offered.indexOf(present().incrementalField), 0);
        m_plan.candidates = offered;
        const std::optional<QString> field = cursor(offered);
        if (!field)
            return;
        if (key().isEmpty())
            return refuse(tr("No columns are known that identify a row, so changed rows could not replace old ones."),
                tr("Name the key columns, or use append, which keeps every version of a row."));
        SchemaConfig planned = present();
        planned.syncType = SyncType::Incremental;
        planned.primaryKeyColumns = key();
        setCursor(planned, *field);
        propose(planned, {QStringLiteral("sync_type"), QStringLiteral("incremental_field"), QStringLiteral("primary_key_columns")});
        m_plan.reason = whyCursor(*field);
        m_plan.warning = tr("Nothing is wiped. The next sync copies every row once more; the ones after it are the cheap ones.");
    }

    void replaceCursor()
    {
        if (present().syncType != SyncType::Incremental && present().syncType != SyncType::Append)
            return refuse(tr("This table reads by no cursor (sync_type=%1).").arg(toString(present().syncType)), tr("To read only what changed, use “%1”.").arg(recipeTitle(RecipeId::ToIncremental)));
        if (!hasOptions())
            return;
        const QStringList offered = cursors(present().incrementalField);
        m_plan.candidates = offered;
        const bool gone = m_facts.options->shape.column(present().incrementalField) == nullptr;
        SchemaConfig planned = present();
        if (m_choice.syncType == SyncType::FullRefresh || (offered.isEmpty() && !m_choice.incrementalField)) {
            planned.syncType = SyncType::FullRefresh;
            propose(planned, {QStringLiteral("sync_type")});
            m_plan.reason = offered.isEmpty() ? tr("No other column fits, so the table goes back to complete copies.") : tr("Complete copies need no cursor.");
            return;
        }
        const std::optional<QString> field = cursor(offered);
        if (!field)
            return;
        setCursor(planned, *field);
        propose(planned, {QStringLiteral("incremental_field")});
        m_plan.reason = gone ? tr("“%1” is no longer in the table. %2").arg(present().incrementalField, whyCursor(*field)) : whyCursor(*field);
        m_plan.warning = tr("The stored position belongs to “%1”; a resync makes sure that no row is missed.").arg(present().incrementalField);
    }

    void frequency()
    {
        if (present().syncType == SyncType::Cdc)
            return refuse(tr("Change data capture follows the source all the time; it has no frequency."));
        SchemaConfig planned = present();
        const bool never = present().syncFrequency == SyncFrequency::Never;
        planned.syncFrequency = m_choice.syncFrequency.value_or(never ? suggestedFrequency(present().syncType) : present().syncFrequency);
        planned.syncTimeOfDay = !takesTimeOfDay(planned.syncFrequency) ? QTime() : m_choice.syncTimeOfDay.value_or(present().syncTimeOfDay);
        propose(planned, {QStringLiteral("sync_frequency"), QStringLiteral("sync_time_of_day")});
        m_plan.syncs = false;
        m_plan.reason = tr("Only the schedule changes: no row is touched, and no sync is needed.");
    }

    void pause(bool on)
    {
        SchemaConfig planned = present();
        planned.shouldSync = !on;
        propose(planned, {QStringLiteral("should_sync")});
        m_plan.syncs = !on;
        m_plan.reason = on ? tr("Rows, position and settings stay; nothing runs until you resume.") : tr("Goes on from the stored position; a sync follows at once.");
    }

    void toCdc()
    {
        if (!hasOptions())
            return;
        if (m_facts.sourceType != QLatin1String("postgres") || !m_facts.options->cdcAvailable)
            return refuse(methodUnavailable(SyncType::Cdc, m_facts.sourceType), methodInstead(SyncType::Cdc, m_facts.sourceType));
        if (!m_facts.cdcReady.value_or(false))
            return refuse(m_facts.cdcReady ? tr("The server does not fulfil what change data capture needs.") : tr("What change data capture needs of the server has not been checked."),
                tr("It needs wal_level=logical, a free replication slot and a role that may replicate. Nothing is changed before all of that is proven."));
        if (key().isEmpty())
            return refuse(tr("No columns are known that identify a row."), tr("Give the table a primary key at the source."));
        SchemaConfig planned = present();
        planned.syncType = SyncType::Cdc;
        planned.primaryKeyColumns = key();
        planned.cdcTableMode = m_choice.cdcTableMode.value_or(CdcTableMode::Consolidated);
        propose(planned, {QStringLiteral("sync_type"), QStringLiteral("primary_key_columns"), QStringLiteral("cdc_table_mode")});
        m_plan.needsCopy = true;
        m_plan.warning = tr("The table must be copied anew, because change data capture shapes it differently; the old one stays until the copy is ready.");
    }

    void cdcKey()
    {
        if (present().syncType != SyncType::Cdc)
            return refuse(tr("This table does not sync by change data capture (sync_type=%1).").arg(toString(present().syncType)), tr("Change the key of an incremental table in its configuration."));
        if (key().isEmpty() || !m_choice.primaryKeyColumns)
            return refuse(tr("Name the columns that shall identify a row."));
        SchemaConfig planned = present();
        planned.primaryKeyColumns = key();
        propose(planned, {QStringLiteral("primary_key_columns")});
        m_plan.needsCopy = true;
        m_plan.warning = tr("Deletions and updates that are stored were matched by the old key: without a copy, rows would be double or updates missed.");
    }

    bool refuseWithoutWebhooks()
    {
        if (m_facts.options && m_facts.options->supportsWebhooks)
            return false;
        refuse(methodUnavailable(SyncType::Webhook, m_facts.sourceType), methodInstead(SyncType::Webhook, m_facts.sourceType));
        return true;
    }

    void toWebhook()
    {
        if (!hasOptions() || refuseWithoutWebhooks())
            return;
        SchemaConfig planned = present();
        planned.syncType = SyncType::Webhook;
        propose(planned, {QStringLiteral("sync_type")});
        m_plan.syncs = false;
        m_plan.reason = m_facts.webhookRegistered ? tr("A webhook is registered already; it is used.") : tr("A webhook is registered at the service.");
        m_plan.warning = present().syncFrequency == SyncFrequency::Never
            ? tr("The rows stay. Set a frequency, such as once a day, as the safety net for pushes that get lost.")
            : tr("The rows stay, and so does the frequency: it is the safety net for pushes that get lost.");
    }

    void fromWebhook()
    {
        if (present().syncType != SyncType::Webhook)
            return refuse(tr("This table does not sync by webhook (sync_type=%1).").arg(toString(present().syncType)));
        if (!hasOptions())
            return;
        SchemaConfig planned = present();
        const QStringList offered = cursors();
        m_plan.candidates = offered;
        const bool byCursor = m_choice.syncType.value_or(SyncType::Incremental) != SyncType::FullRefresh && !offered.isEmpty();
        planned.syncType = byCursor ? m_choice.syncType.value_or(SyncType::Incremental) : SyncType::FullRefresh;
        if (byCursor) {
            const std::optional<QString> field = cursor(offered);
            if (!field)
                return;
            setCursor(planned, *field);
            planned.primaryKeyColumns = key();
        }
        propose(planned, {QStringLiteral("sync_type"), QStringLiteral("incremental_field"), QStringLiteral("primary_key_columns")});
        m_plan.reason = m_facts.otherWebhookTables == 0 ? tr("No other table of the source uses the webhook, so it is deleted at the service.")
                                                        : tr("Other tables of the source use the webhook too, so it stays.");
    }

    void webhookSecret()
    {
        if (present().syncType != SyncType::Webhook)
            return refuse(tr("This table does not sync by webhook (sync_type=%1).").arg(toString(present().syncType)), methodInstead(SyncType::Webhook, m_facts.sourceType));
        if (refuseWithoutWebhooks())
            return;
        m_plan.syncs = false;
        m_plan.reason = tr("The next push is checked against the new secret; no sync is needed.");
    }

    const RecipeFacts& m_facts;
    const SchemaPatch& m_choice;
    RecipePlan m_plan;
    bool m_refused = false;
};

} // namespace

RecipePlan planRecipe(RecipeId id, const RecipeFacts& facts, const SchemaPatch& choice)
{
    return Planner(id, facts, choice).plan();
}

} // namespace leat
