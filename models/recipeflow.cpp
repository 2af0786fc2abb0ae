// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipeflow.h"

#include "engine/api/whendone.h"

namespace leat {

RecipeFlow::RecipeFlow(Control* control, SchemaId schema, RecipeId recipe, QObject* parent)
    : QObject(parent)
    , m_control(control)
    , m_id(schema)
    , m_recipe(recipe)
{
    connect(control, &Control::changed, this, &RecipeFlow::look);
}

QString RecipeFlow::subject() const
{
    return m_facts.schema.sourceName + QLatin1Char('.') + m_facts.schema.label;
}

void RecipeFlow::start()
{
    const WorldPtr world = m_control->snapshot();
    const SchemaInfo* schema = world->schema(m_id);
    if (schema == nullptr)
        return fail(makeError(ErrorCode::TableMissing));
    m_facts = {};
    m_facts.schema = *schema;
    if (const SourceInfo* source = world->source(schema->sourceId))
        m_facts.sourceType = source->type;
    for (const SchemaInfo& other : world->schemas)
        if (other.sourceId == schema->sourceId && other.id != m_id && other.config.syncType == SyncType::Webhook)
            ++m_facts.otherWebhookTables;
    m_step = Step::Plan;
    m_error.reset();
    if (!recipeReadsSource(m_recipe))
        return replan();
    m_busy = Busy::Reading;
    const quint64 generation = ++m_generation;
    whenReplied<SyncOptions>(m_control->send(LoadOptions{m_id}), this, [this, generation](Result<SyncOptions> options) {
        if (generation != m_generation)
            return;
        m_busy = Busy::Nothing;
        if (options)
            m_facts.options = *options;
        else
            m_error = options.error();
        replan();
    });
    replan();
}

void RecipeFlow::replan()
{
    m_plan = planRecipe(m_recipe, m_facts, m_choice);
    Q_EMIT changed();
}

void RecipeFlow::fail(const Error& error)
{
    m_error = error;
    m_busy = Busy::Nothing;
    Q_EMIT changed();
}

void RecipeFlow::choose(const SchemaPatch& choice)
{
    m_choice = choice;
    replan();
}

void RecipeFlow::weigh()
{
    if (m_busy != Busy::Nothing || !m_plan.possible || m_plan.nothingToDo)
        return;
    m_busy = Busy::Weighing;
    m_error.reset();
    Q_EMIT changed();
    const quint64 generation = ++m_generation;
    whenReplied<ChangePreview>(m_control->send(PreviewChange{{m_id}, m_plan.patch}), this, [this, generation](Result<ChangePreview> preview) {
        if (generation != m_generation)
            return;
        if (!preview)
            return fail(preview.error());
        m_busy = Busy::Nothing;
        m_change = preview->changes.empty() ? SchemaChange() : preview->changes.front();
        // Where a copy has to follow there is nothing to choose (T53, T55).
        if (m_plan.needsCopy)
            std::erase_if(m_change.impact.options, [](const AfterOption& option) { return option.after != AfterChange::Resync; });
        if (m_change.error)
            m_error = m_change.error;
        else
            m_step = Step::Effect;
        Q_EMIT changed();
    });
}

void RecipeFlow::back()
{
    ++m_generation;
    m_busy = Busy::Nothing;
    m_step = Step::Plan;
    m_error.reset();
    Q_EMIT changed();
}

void RecipeFlow::apply(AfterChange after, const QString& rewindTo, WhenRunning whenRunning)
{
    if (m_busy != Busy::Nothing || m_step != Step::Effect)
        return;
    SetSchemas command;
    command.ids = {m_id};
    command.patch = m_plan.patch;
    command.expectedRevision = m_facts.schema.revision;
    command.after = m_plan.needsCopy ? AfterChange::Resync : after;
    command.rewindTo = rewindTo;
    command.whenRunning = whenRunning;
    m_busy = Busy::Applying;
    m_outcome = {};
    m_error.reset();
    Q_EMIT changed();
    whenDone(m_control->send(std::move(command)), this, [this](Result<Reply>& reply) {
        const auto* bulk = reply ? std::get_if<BulkResult>(&*reply) : nullptr;
        if (!reply)
            return fail(reply.error());
        if (bulk && !bulk->items.empty() && bulk->items.front().error)
            return fail(*bulk->items.front().error);
        m_step = Step::Result;
        if (bulk && !bulk->items.empty() && bulk->items.front().run.isValid())
            return follow(bulk->items.front().run);
        m_plan.syncs ? sync() : check();
    });
}

void RecipeFlow::sync()
{
    whenReplied<SyncAccepted>(m_control->send(SyncSchemas{{m_id}, Trigger::Manual, false, false}), this, [this](Result<SyncAccepted> accepted) {
        if (!accepted)
            return fail(accepted.error());
        accepted->runs.empty() ? check() : follow(accepted->runs.front());
    });
}

void RecipeFlow::follow(RunId run)
{
    m_outcome.run = run;
    m_busy = Busy::Syncing;
    Q_EMIT changed();
}

void RecipeFlow::look(const ChangeSet& changes)
{
    if (m_busy != Busy::Syncing)
        return;
    for (const RunInfo& run : changes.finishedRuns)
        if (run.id == m_outcome.run) {
            m_outcome.ran = run;
            return check();
        }
    Q_EMIT changed(); // progress
}

/// The last step: what is stored is what was planned.
void RecipeFlow::check()
{
    const SchemaInfo* now = m_control->snapshot()->schema(m_id);
    m_outcome.stored = now != nullptr && applied(now->config, m_plan.patch) == now->config;
    m_outcome.ended = true;
    m_busy = Busy::Nothing;
    Q_EMIT changed();
}

} // namespace leat
