// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/api/tableshape.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace leat {

/// A change that many people want, done in the order that keeps the data right (seed ids T52–T61).
enum class RecipeId {
    ToIncremental,                 ///< T52
    ReplaceCursor,                 ///< T54
    Frequency,                     ///< T56
    Pause, Resume,                 ///< T61
    ToCdc,                         ///< T53
    CdcKey,                        ///< T55
    ToWebhook,                     ///< T57, T58
    FromWebhook,                   ///< T59
    WebhookSecret,                 ///< T60
};
/// "to-incremental": stable, for the command line.
QString toString(RecipeId id);
std::optional<RecipeId> recipeFromString(const QString& text);
/// In the order in which they are offered.
std::vector<RecipeId> allRecipes();
/// Translated: what it does, and in one sentence when it is the right one.
QString recipeTitle(RecipeId id);
QString recipePurpose(RecipeId id);
/// Whether the source must be read before it can be planned.
bool recipeReadsSource(RecipeId id);

/// What a recipe is planned from.
struct RecipeFacts
{
    SchemaInfo schema;
    QString sourceType;
    std::optional<SyncOptions> options = {};   ///< read from the live source; unset: not read
    std::optional<bool> cdcReady = {};         ///< the server fulfils what CDC needs (T14); unset: not checked
    bool webhookRegistered = false;            ///< at the service (T15)
    int otherWebhookTables = 0;                ///< of the same source (T59)
};

/// A field that the recipe is about: what it is and what it shall be (T62).
struct RecipeField
{
    QString field;                 ///< "sync_type"
    QString present;
    QString planned;
    bool isAlreadySet() const { return present == planned; }
    bool operator==(const RecipeField&) const = default;
};

/// What a recipe would do to one table, or why it cannot.
struct RecipePlan
{
    RecipeId id = RecipeId::ToIncremental;
    bool possible = false;
    bool nothingToDo = false;      ///< every field is as planned
    QString reason;                ///< translated: why not; where possible, why this is proposed
    QString instead;               ///< translated: what to do where it is not possible
    QString warning;               ///< translated: what to know before
    QStringList candidates;        ///< cursors to choose from, the proposed one first
    std::vector<RecipeField> fields;
    SchemaPatch patch;             ///< only what differs
    bool needsCopy = false;        ///< a complete copy has to follow, whatever else is chosen
    bool syncs = true;             ///< a sync follows
    QStringList steps;             ///< translated, in order
};

/// Pure. `choice` says what a person picked: cursor, key, frequency, time of day, sync type.
RecipePlan planRecipe(RecipeId id, const RecipeFacts& facts, const SchemaPatch& choice = {});

/// The recipes that answer an error of a schema, the best first (T2, T54).
std::vector<RecipeId> recipesFor(const Error& error);
/// The field of a configuration that an error speaks of: "incremental_field"; empty: none of them (T2).
QString fieldInTrouble(const SchemaConfig& config, const Error& error);

QJsonObject toJson(const RecipePlan& plan);

} // namespace leat
