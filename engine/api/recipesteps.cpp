// SPDX-License-Identifier: GPL-3.0-or-later
// Names, words and steps of the recipes; recipe.cpp has their rules.
#include "engine/api/recipesteps.h"

#include "engine/api/jsonview.h"
#include "engine/api/names.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace leat {

namespace {

constexpr std::array kNames{
    Name<RecipeId>{RecipeId::ToIncremental, "to-incremental"},
    Name<RecipeId>{RecipeId::ReplaceCursor, "replace-cursor"},
    Name<RecipeId>{RecipeId::Frequency, "frequency"},
    Name<RecipeId>{RecipeId::Pause, "pause"},
    Name<RecipeId>{RecipeId::Resume, "resume"},
    Name<RecipeId>{RecipeId::ToCdc, "to-cdc"},
    Name<RecipeId>{RecipeId::CdcKey, "cdc-key"},
    Name<RecipeId>{RecipeId::ToWebhook, "to-webhook"},
    Name<RecipeId>{RecipeId::FromWebhook, "from-webhook"},
    Name<RecipeId>{RecipeId::WebhookSecret, "webhook-secret"},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("Recipe", text);
}

} // namespace

QString toString(RecipeId id) { return nameOf(kNames, id); }
std::optional<RecipeId> recipeFromString(const QString& text) { return valueOf(kNames, text); }

std::vector<RecipeId> allRecipes()
{
    std::vector<RecipeId> all;
    for (const auto& [id, name] : kNames)
        all.push_back(id);
    return all;
}

QString recipeTitle(RecipeId id)
{
    switch (id) {
    case RecipeId::ToIncremental: return tr("Read only what changed");
    case RecipeId::ReplaceCursor: return tr("Choose another cursor");
    case RecipeId::Frequency: return tr("Change how often it syncs");
    case RecipeId::Pause: return tr("Pause the table");
    case RecipeId::Resume: return tr("Resume the table");
    case RecipeId::ToCdc: return tr("Follow the change log (CDC)");
    case RecipeId::CdcKey: return tr("Change the key of a CDC table");
    case RecipeId::ToWebhook: return tr("Let the service push changes");
    case RecipeId::FromWebhook: return tr("Stop using the webhook");
    case RecipeId::WebhookSecret: return tr("Replace the webhook's signing secret");
    }
    return {};
}

QString recipePurpose(RecipeId id)
{
    switch (id) {
    case RecipeId::ToIncremental: return tr("From complete copies to incremental: for tables that are large or change little.");
    case RecipeId::ReplaceCursor: return tr("For a cursor column that was dropped, renamed or is not kept up to date.");
    case RecipeId::Frequency: return tr("For data that come too late, or syncs that cost too much.");
    case RecipeId::Pause: return tr("Leaves the table out of syncs; nothing is deleted.");
    case RecipeId::Resume: return tr("Takes the table along again, and syncs it now.");
    case RecipeId::ToCdc: return tr("For PostgreSQL tables whose deletions and every single change matter.");
    case RecipeId::CdcKey: return tr("For a key that does not identify the rows of a table that follows the change log.");
    case RecipeId::ToWebhook: return tr("For services that tell what changed by themselves.");
    case RecipeId::FromWebhook: return tr("Back to reading in bulk.");
    case RecipeId::WebhookSecret: return tr("For pushes that fail the check of their signature.");
    }
    return {};
}

bool recipeReadsSource(RecipeId id)
{
    return id != RecipeId::Frequency && id != RecipeId::Pause && id != RecipeId::Resume && id != RecipeId::WebhookSecret;
}

QStringList recipeSteps(RecipeId id, const RecipeFacts& facts)
{
    const QString read = tr("Read the present configuration");
    const QString candidates = tr("Read from the source what can be chosen now");
    const QString preview = tr("Show what the change does to the rows, and ask");
    const QString apply = tr("Change the configuration, only what differs");
    const QString copy = tr("Copy the table anew beside the old one, and swap it in");
    const QString sync = tr("Sync the table");
    const QString check = tr("Check that the configuration is stored and the sync succeeded");
    switch (id) {
    case RecipeId::ToIncremental: return {read, candidates, preview, apply, sync, check};
    case RecipeId::ReplaceCursor: return {read, candidates, preview, apply, copy, check};
    case RecipeId::Frequency:
    case RecipeId::Pause: return {read, preview, apply, tr("Check that the configuration is stored")};
    case RecipeId::Resume: return {read, preview, apply, sync, check};
    case RecipeId::ToCdc: return {read, tr("Check what change data capture needs of the server"), candidates, preview, apply, copy, check};
    case RecipeId::CdcKey: return {read, candidates, preview, apply, copy, check};
    case RecipeId::ToWebhook:
        return {read, candidates, preview, apply, facts.webhookRegistered ? tr("Use the webhook that is registered") : tr("Register a webhook, as none is registered"), tr("Check that the configuration is stored")};
    case RecipeId::FromWebhook:
        return {read, candidates, preview, apply, facts.otherWebhookTables == 0 ? tr("Delete the webhook, as no other table uses it") : tr("Leave the webhook, as other tables use it"), sync, check};
    case RecipeId::WebhookSecret: return {read, tr("Ask for the new secret"), tr("Store it in the keychain"), tr("Wait for the next push to be accepted")};
    }
    return {};
}

std::vector<RecipeId> recipesFor(const Error& error)
{
    switch (error.code) {
    case ErrorCode::CursorUnsuitable:
    case ErrorCode::CursorRequired:
    case ErrorCode::CursorHasNulls:
    case ErrorCode::CursorInFuture:
    case ErrorCode::CursorWentBackwards:
    case ErrorCode::ColumnMissing: return {RecipeId::ReplaceCursor};
    default: return {};
    }
}

QString fieldInTrouble(const SchemaConfig& config, const Error& error)
{
    const QString column = error.args.value(QStringLiteral("column"));
    switch (error.code) {
    case ErrorCode::ColumnMissing:
        if (column == config.incrementalField)
            return QStringLiteral("incremental_field");
        if (config.primaryKeyColumns.contains(column))
            return QStringLiteral("primary_key_columns");
        return config.columns.contains(column) ? QStringLiteral("columns") : QString();
    case ErrorCode::KeyRequired:
    case ErrorCode::KeyNotUnique:
    case ErrorCode::KeyHasNulls: return QStringLiteral("primary_key_columns");
    case ErrorCode::CursorRequired:
    case ErrorCode::CursorUnsuitable:
    case ErrorCode::CursorHasNulls:
    case ErrorCode::CursorInFuture:
    case ErrorCode::CursorWentBackwards:
    case ErrorCode::CursorConfigChanged: return QStringLiteral("incremental_field");
    case ErrorCode::NothingSelected:
    case ErrorCode::ValueUnrepresentable: return QStringLiteral("columns");
    case ErrorCode::SyncTypeUnavailable: return QStringLiteral("sync_type");
    default: return {};
    }
}

QJsonObject toJson(const RecipePlan& plan)
{
    QJsonArray fields;
    for (const RecipeField& field : plan.fields)
        fields.append(QJsonObject{{QStringLiteral("field"), field.field}, {QStringLiteral("present"), field.present},
            {QStringLiteral("planned"), field.planned}, {QStringLiteral("already_set"), field.isAlreadySet()}});
    return {
        {QStringLiteral("recipe"), toString(plan.id)},
        {QStringLiteral("title"), recipeTitle(plan.id)},
        {QStringLiteral("possible"), plan.possible},
        {QStringLiteral("nothing_to_do"), plan.nothingToDo},
        {QStringLiteral("reason"), plan.reason},
        {QStringLiteral("instead"), plan.instead},
        {QStringLiteral("warning"), plan.warning},
        {QStringLiteral("candidates"), QJsonArray::fromStringList(plan.candidates)},
        {QStringLiteral("fields"), fields},
        {QStringLiteral("patch"), toJson(plan.patch)},
        {QStringLiteral("needs_copy"), plan.needsCopy},
        {QStringLiteral("syncs"), plan.syncs},
        {QStringLiteral("steps"), QJsonArray::fromStringList(plan.steps)},
    };
}

} // namespace leat
