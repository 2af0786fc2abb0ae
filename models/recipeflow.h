// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "engine/api/recipe.h"

#include <QObject>

namespace leat {

/// A recipe on its way, without a window: read, plan, weigh, apply, sync, check. Answers to a
/// choice that was changed meanwhile are dropped. Main thread; `control` must outlive the flow.
class RecipeFlow : public QObject
{
    Q_OBJECT
public:
    enum class Step { Plan, Effect, Result };
    enum class Busy { Nothing, Reading, Weighing, Applying, Syncing };
    /// What became of it. A sync that was not asked for counts as good.
    struct Outcome
    {
        bool ended = false;
        bool stored = false;               ///< the configuration is as it was planned
        RunId run;                         ///< the sync that followed, if any
        std::optional<RunInfo> ran;
        bool good() const { return ended && stored && (!run.isValid() || (ran && ran->status == RunStatus::Completed)); }
    };

    RecipeFlow(Control* control, SchemaId schema, RecipeId recipe, QObject* parent = nullptr);

    /// Reads the table, and the source where the recipe needs it.
    void start();
    const RecipePlan& plan() const { return m_plan; }
    const RecipeFacts& facts() const { return m_facts; }
    const SchemaPatch& choice() const { return m_choice; }
    void choose(const SchemaPatch& choice);
    /// From the plan to its effect, which the engine weighs.
    void weigh();
    const SchemaChange& change() const { return m_change; }
    void back();
    void apply(AfterChange after, const QString& rewindTo, WhenRunning whenRunning);
    Step step() const { return m_step; }
    Busy busy() const { return m_busy; }
    const Outcome& outcome() const { return m_outcome; }
    const std::optional<Error>& error() const { return m_error; }
    QString subject() const;

Q_SIGNALS:
    void changed();

private:
    void replan();
    void fail(const Error& error);
    void sync();
    void follow(RunId run);
    void look(const ChangeSet& changes);
    void check();

    Control* m_control;
    SchemaId m_id;
    RecipeId m_recipe;
    RecipeFacts m_facts;
    SchemaPatch m_choice;
    RecipePlan m_plan;
    SchemaChange m_change;
    Outcome m_outcome;
    Step m_step = Step::Plan;
    Busy m_busy = Busy::Nothing;
    std::optional<Error> m_error;
    quint64 m_generation = 0;
};

} // namespace leat
