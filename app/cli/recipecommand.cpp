// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changeview.h"
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/nearest.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/syncwatch.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"
#include "engine/api/recipe.h"

#include <algorithm>

namespace leat {

namespace {

struct RecipeOptions
{
    QString recipe;
    QString table;
    QStringList fields;            ///< "incremental_field=updated_at"
    QString then;
    QString whenRunning;
    bool yes = false;
    bool noSync = false;
};
using RecipeOptionsPtr = std::shared_ptr<RecipeOptions>;

/// One recipe on its way; handed from step to step.
struct Cooking
{
    RecipeOptionsPtr options;
    RecipeId id = RecipeId::ToIncremental;
    SchemaInfo schema;
    SchemaPatch choice;
    ChangeChoices choices;
    RecipePlan plan;
    AfterChange after = AfterChange::Keep;
};
using CookingPtr = std::shared_ptr<Cooking>;

QStringList recipeNames()
{
    QStringList names;
    for (const RecipeId id : allRecipes())
        names.append(toString(id));
    return names;
}

RecipeFacts factsOf(const World& world, const SchemaInfo& schema, std::optional<SyncOptions> options)
{
    RecipeFacts facts;
    facts.schema = schema;
    facts.options = std::move(options);
    if (const SourceInfo* source = world.source(schema.sourceId))
        facts.sourceType = source->type;
    for (const SchemaInfo& other : world.schemas)
        if (other.sourceId == schema.sourceId && other.id != schema.id && other.config.syncType == SyncType::Webhook)
            ++facts.otherWebhookTables;
    return facts;
}

void listFor(Session& session, const SchemaInfo& schema)
{
    session.tryAsk<SyncOptions>(LoadOptions{schema.id}, [&session, schema](const Result<SyncOptions>& options) {
        const RecipeFacts facts = factsOf(*session.world(), schema, options ? std::optional<SyncOptions>(*options) : std::nullopt);
        TextTable table({{Cli::tr("RECIPE")}, {Cli::tr("POSSIBLE")}, {Cli::tr("WHAT")}, {Cli::tr("WHY")}});
        QJsonArray plans;
        for (const RecipeId id : allRecipes()) {
            const RecipePlan plan = planRecipe(id, facts);
            plans.append(toJson(plan));
            table.add({toString(id), plan.nothingToDo ? Cell(Cli::tr("already set"), Tone::Faint) : plan.possible ? Cell(Cli::tr("yes"), Tone::Good) : Cell(Cli::tr("no"), Tone::Warning),
                recipeTitle(id), plan.reason});
        }
        if (session.out().json())
            session.out().document(QJsonObject{{QStringLiteral("name"), fullName(schema)}, {QStringLiteral("recipes"), plans}});
        else
            session.out().table(table);
        session.finish();
    });
}

void list(Session& session, const QString& name)
{
    if (!name.isEmpty()) {
        const Try<SchemaInfo> schema = findSchema(*session.world(), name);
        return schema ? listFor(session, *schema) : session.fail(schema.failure());
    }
    TextTable table({{Cli::tr("RECIPE")}, {Cli::tr("WHAT")}, {Cli::tr("WHEN")}});
    QJsonArray all;
    for (const RecipeId id : allRecipes()) {
        table.add({toString(id), recipeTitle(id), recipePurpose(id)});
        all.append(QJsonObject{{QStringLiteral("recipe"), toString(id)}, {QStringLiteral("title"), recipeTitle(id)}, {QStringLiteral("purpose"), recipePurpose(id)}});
    }
    if (session.out().json())
        session.out().document(all);
    else
        session.out().table(table);
    session.finish();
}

Try<CookingPtr> readOptions(const World& world, const RecipeOptionsPtr& options)
{
    const auto cooking = std::make_shared<Cooking>();
    cooking->options = options;
    const std::optional<RecipeId> id = recipeFromString(options->recipe);
    if (!id)
        return usageFailure(ErrorCode::InvalidArgument, Cli::tr("There is no recipe “%1”.").arg(options->recipe),
            didYouMean(nearest(options->recipe, recipeNames())) + QLatin1Char(' ') + Cli::tr("Known: %1.").arg(recipeNames().join(QStringLiteral(", "))));
    cooking->id = *id;
    const Try<SchemaInfo> schema = findSchema(world, options->table);
    if (!schema)
        return schema.failure();
    cooking->schema = *schema;
    for (const QString& word : options->fields) {
        const QString field = word.section(QLatin1Char('='), 0, 0);
        if (const Result<void> read = setField(cooking->choice, field, word.section(QLatin1Char('='), 1)); !read)
            return badField(read.error(), field);
    }
    const Try<ChangeChoices> choices = readChangeChoices(options->then, options->whenRunning);
    if (!choices)
        return choices.failure();
    cooking->choices = *choices;
    return cooking;
}

void printPlan(Output& out, const RecipePlan& plan)
{
    out.note(plan.possible ? recipeTitle(plan.id) : Cli::tr("%1: not possible now.").arg(recipeTitle(plan.id)));
    TextTable table({{Cli::tr("FIELD")}, {Cli::tr("PRESENT")}, {Cli::tr("PLANNED")}, {Cli::tr("STATE")}});
    for (const RecipeField& field : plan.fields)
        table.add({field.field, field.present, field.planned, field.isAlreadySet() ? Cell(Cli::tr("already set"), Tone::Faint) : Cell(Cli::tr("changes"), Tone::Good)});
    if (!table.isEmpty())
        out.table(table);
    for (const QString& sentence : {plan.reason, plan.instead, plan.warning})
        if (!sentence.isEmpty())
            out.note(sentence);
    if (plan.candidates.size() > 1)
        out.note(Cli::tr("To choose from: %1 (incremental_field=…)").arg(plan.candidates.join(QStringLiteral(", "))));
}

/// Plans with what the source says now, where the recipe needs it, and goes on.
void plan(Session& session, const CookingPtr& cooking, std::function<void()> then)
{
    const auto planned = [&session, cooking, then](std::optional<SyncOptions> options) {
        cooking->plan = planRecipe(cooking->id, factsOf(*session.world(), cooking->schema, std::move(options)), cooking->choice);
        then();
    };
    if (!recipeReadsSource(cooking->id))
        return planned(std::nullopt);
    session.ask<SyncOptions>(LoadOptions{cooking->schema.id}, [planned](const SyncOptions& options) { planned(options); });
}

void finishWith(Session& session, const CookingPtr& cooking, QJsonObject more, int code)
{
    if (session.out().json()) {
        QJsonObject json{{QStringLiteral("name"), fullName(cooking->schema)}, {QStringLiteral("plan"), toJson(cooking->plan)}};
        for (auto it = more.begin(); it != more.end(); ++it)
            json.insert(it.key(), it.value());
        session.out().document(json);
    }
    session.finish(code);
}

void show(Session& session, const RecipeOptionsPtr& options)
{
    const Try<CookingPtr> read = readOptions(*session.world(), options);
    if (!read)
        return session.fail(read.failure());
    const CookingPtr cooking = *read;
    plan(session, cooking, [&session, cooking] {
        Output& out = session.out();
        if (!out.json()) {
            printPlan(out, cooking->plan);
            int number = 0;
            for (const QString& step : cooking->plan.steps)
                out.data(QStringLiteral("%1. %2\n").arg(++number).arg(step));
        }
        if (!cooking->plan.possible || cooking->plan.patch.isEmpty())
            return finishWith(session, cooking, {}, exitcode::Ok);
        session.ask<ChangePreview>(PreviewChange{{cooking->schema.id}, cooking->plan.patch}, [&session, cooking](const ChangePreview& preview) {
            if (!session.out().json())
                printPreview(session.out(), preview, cooking->plan.patch);
            finishWith(session, cooking, {{QStringLiteral("preview"), toJson(preview)}}, exitcode::Ok);
        });
    });
}

/// The last step: what is stored is what was planned, and the sync, if any, went well.
void check(Session& session, const CookingPtr& cooking, const std::vector<RunInfo>& runs, int code)
{
    const SchemaId id = cooking->schema.id;
    const SchemaPatch patch = cooking->plan.patch;
    const auto stored = [id, patch](const World& world) {
        const SchemaInfo* now = world.schema(id);
        return now != nullptr && applied(now->config, patch) == now->config;
    };
    session.whenWorld(stored, [&session, cooking, runs, code, stored](const WorldPtr& world) {
        const bool good = stored(*world) && code == exitcode::Ok;
        if (good)
            session.out().note(runs.empty() ? Cli::tr("Checked: the configuration is stored.") : Cli::tr("Checked: the configuration is stored, and the sync succeeded."));
        QJsonObject more{{QStringLiteral("verified"), good}};
        if (const SchemaInfo* now = world->schema(cooking->schema.id))
            more.insert(QStringLiteral("schema"), schemaJson(*world, *now));
        if (!runs.empty())
            more.insert(QStringLiteral("sync"), syncJson(runs, code));
        finishWith(session, cooking, more, code != exitcode::Ok ? code : good ? exitcode::Ok : exitcode::SomeFailed);
    });
}

void applyPlan(Session& session, const CookingPtr& cooking)
{
    SetSchemas command;
    command.ids = {cooking->schema.id};
    command.patch = cooking->plan.patch;
    command.expectedRevision = cooking->schema.revision;
    command.whenRunning = cooking->choices.whenRunning;
    if (cooking->after == AfterChange::Rewind) {
        command.after = AfterChange::Rewind;
        command.rewindTo = cooking->choices.rewindTo;
    }
    // One table: the answer is Done, or the result of its one item after a rewind.
    whenDone(session.control().send(std::move(command)), &session, [&session, cooking](Result<Reply>& reply) {
        if (!reply)
            return session.fail(refusedChange(reply.error()));
        if (const auto* bulk = std::get_if<BulkResult>(&*reply); bulk && !bulk->ok())
            return session.fail(refusedChange(*bulk->items.front().error));
        const bool copy = cooking->after == AfterChange::Resync;
        if (!copy && (!cooking->plan.syncs || cooking->options->noSync))
            return check(session, cooking, {}, exitcode::Ok);
        const SyncSchemas sync{{cooking->schema.id}, Trigger::Command, copy, false};
        syncAndReport(session, {cooking->schema}, sync, [&session, cooking](const std::vector<RunInfo>& runs, int code) { check(session, cooking, runs, code); });
    });
}

void confirmThenApply(Session& session, const CookingPtr& cooking, const ChangePreview& preview)
{
    const SchemaChange& change = preview.changes.front();
    if (change.error)
        return session.fail(*change.error);
    cooking->after = cooking->choices.after.value_or(cooking->plan.needsCopy ? AfterChange::Resync : change.impact.suggested);
    if (cooking->plan.needsCopy && cooking->after != AfterChange::Resync)
        return session.fail(usageFailure(ErrorCode::InvalidOption, Cli::tr("This recipe needs a complete copy."), Cli::tr("Leave --then out.")));
    const bool weighty = change.impact.verdict >= ImpactVerdict::ResyncAdvised || cooking->plan.needsCopy;
    const QString name = fullName(cooking->schema);
    if (weighty && !cooking->options->yes
        && !session.confirm(Cli::tr("%1: this goes on with “--then %2”.").arg(name, toString(cooking->after)), name))
        return;
    applyPlan(session, cooking);
}

void run(Session& session, const RecipeOptionsPtr& options)
{
    const Try<CookingPtr> read = readOptions(*session.world(), options);
    if (!read)
        return session.fail(read.failure());
    const CookingPtr cooking = *read;
    plan(session, cooking, [&session, cooking] {
        const RecipePlan& plan = cooking->plan;
        if (!plan.possible)
            return session.fail(Failure{makeError(ErrorCode::SyncTypeUnavailable), ErrorText{plan.reason, plan.instead}});
        if (!session.out().json())
            printPlan(session.out(), plan);
        if (plan.nothingToDo) {
            session.out().note(Cli::tr("Nothing to change: it is so already."));
            return finishWith(session, cooking, {{QStringLiteral("verified"), true}}, exitcode::Ok);
        }
        session.ask<ChangePreview>(PreviewChange{{cooking->schema.id}, plan.patch}, [&session, cooking](const ChangePreview& preview) {
            if (!session.out().json())
                printPreview(session.out(), preview, cooking->plan.patch);
            confirmThenApply(session, cooking, preview);
        });
    });
}

RecipeOptionsPtr addNames(CLI::App* command)
{
    const auto options = std::make_shared<RecipeOptions>();
    addText(command, "RECIPE", options->recipe, Cli::tr("a name of “recipe list”"))->required();
    addText(command, "TABLE", options->table, Cli::tr("source.table"))->required();
    addTexts(command, "FIELDS", options->fields, Cli::tr("what to choose: incremental_field=…, sync_frequency=…"));
    return options;
}

} // namespace

void addRecipeCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* noun = addCommand(root, "recipe", Cli::tr("changes that many want, step by step"),
        {QStringLiteral("leatctl recipe list shop.orders"), QStringLiteral("leatctl recipe show to-incremental shop.orders"),
            QStringLiteral("leatctl recipe run frequency shop.orders sync_frequency=1hour")});
    noun->require_subcommand(1);

    CLI::App* listing = addCommand(noun, "list", Cli::tr("all recipes; of a table, which are possible now"));
    const auto name = std::make_shared<QString>();
    addText(listing, "TABLE", *name, Cli::tr("source.table"));
    onCommand(listing, invocation, EngineNeed::Required, [name](Session& s) { list(s, *name); });

    CLI::App* showing = addCommand(noun, "show", Cli::tr("what a recipe would change, and how it goes; changes nothing"));
    const RecipeOptionsPtr shown = addNames(showing);
    onCommand(showing, invocation, EngineNeed::Required, [shown](Session& s) { show(s, shown); });

    CLI::App* running = addCommand(noun, "run", Cli::tr("change, sync and check"));
    const RecipeOptionsPtr options = addNames(running);
    addText(running, "--then", options->then, Cli::tr("resync, rewind=VALUE or keep; else what is suggested"))->type_name("CHOICE");
    addText(running, "--when-running", options->whenRunning, Cli::tr("wait for the sync that runs, or cancel it"))->type_name("CHOICE");
    addSwitch(running, "--no-sync", options->noSync, Cli::tr("leave the sync to the schedule"));
    addSwitch(running, "-y,--yes", options->yes, Cli::tr("do not ask where rows are copied anew or read again"));
    onCommand(running, invocation, EngineNeed::Required, [options](Session& s) { run(s, options); });
}

} // namespace leat
