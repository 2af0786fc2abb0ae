// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipedialog.h"

#include "engine/api/candidatewords.h"
#include "engine/api/frequency.h"
#include "models/formatting.h"
#include "models/frequencywords.h"
#include "models/wording.h"
#include "ui/facts.h"
#include "ui/impactview.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimeEdit>

namespace leat {

using Step = RecipeFlow::Step;
using Busy = RecipeFlow::Busy;

namespace {

QString fieldWord(const QString& field)
{
    const std::pair<const char*, QString> words[] = {{"sync_type", RecipeDialog::tr("Method")}, {"incremental_field", RecipeDialog::tr("Cursor")},
        {"primary_key_columns", RecipeDialog::tr("Key columns")}, {"should_sync", RecipeDialog::tr("Takes part in syncs")}, {"sync_frequency", RecipeDialog::tr("Frequency")},
        {"sync_time_of_day", RecipeDialog::tr("Time of day")}, {"cdc_table_mode", RecipeDialog::tr("Table mode")}};
    for (const auto& [name, word] : words)
        if (field == QLatin1String(name))
            return word;
    return field;
}

} // namespace

RecipeDialog::RecipeDialog(Control* control, SchemaId schema, RecipeId recipe, QWidget* parent)
    : QDialog(parent)
    , m_flow(control, schema, recipe)
    , m_schema(schema)
    , m_recipe(recipe)
    , m_pages(new QStackedWidget(this))
    , m_error(new ErrorCard("recipe", this))
    , m_back(makeButton(tr("Back"), "recipe.back"))
    , m_close(makeButton(tr("Cancel"), "recipe.close"))
    , m_editor(makeButton(tr("Open the configuration"), "recipe.editor", "link"))
    , m_verify(makeButton(tr("Compare every row"), "recipe.verify", "link"))
    , m_next(makeButton(tr("Next"), "recipe.next", "primary"))
{
    setObjectName(QStringLiteral("recipe.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(recipeTitle(recipe));
    resizeWithin(this, {680, 640});
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(makeLabel(recipeTitle(recipe), "title"));
    m_subject = makeLabel({}, "muted");
    m_subject->setObjectName(QStringLiteral("recipe.subject"));
    content->addWidget(m_subject);
    auto* steps = new QHBoxLayout;
    setMargins(steps, 0, 0, 16);
    const QStringList words{tr("What changes"), tr("What it does"), tr("Result")};
    for (int i = 0; i < words.size(); ++i) {
        m_steps.push_back(makeLabel(tr("%1 %2").arg(i + 1).arg(words[i]), "step"));
        steps->addWidget(m_steps.back());
    }
    steps->addStretch();
    content->addLayout(steps);
    content->addWidget(makeLine());
    for (QWidget* page : {makePlan(), makeEffect(), makeResult()})
        m_pages->addWidget(page);
    content->addWidget(m_pages, 1);
    content->addWidget(m_error);
    m_error->hide();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    m_busy = makeLabel({}, "muted");
    row->addWidget(m_editor);
    row->addWidget(m_verify);
    row->addWidget(m_busy);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_close);
    row->addWidget(m_next);
    m_next->setDefault(true);
    auto* outer = new QVBoxLayout(this);
    setMargins(outer, 0, 0, 0);
    outer->addLayout(content, 1);
    outer->addWidget(footer);
    frameIfProtected(this, *control->snapshot(), sourcesOf(*control->snapshot(), {schema}));
    connect(&m_flow, &RecipeFlow::changed, this, &RecipeDialog::showState);
    connect(m_back, &QPushButton::clicked, &m_flow, &RecipeFlow::back);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &RecipeDialog::next);
    connect(m_editor, &QPushButton::clicked, this, [this] {
        Q_EMIT editorWanted(m_schema);
        reject();
    });
    connect(m_verify, &QPushButton::clicked, this, [this] {
        Q_EMIT verifyWanted(m_schema);
        reject();
    });
    m_flow.start();
}

QWidget* RecipeDialog::makePlan()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 0, 0, 12);
    m_headline = makeParagraph({}, "heading");
    m_headline->setObjectName(QStringLiteral("recipe.headline"));
    m_reason = makeParagraph({});
    m_reason->setObjectName(QStringLiteral("recipe.reason"));
    m_instead = makeParagraph({});
    m_instead->setObjectName(QStringLiteral("recipe.instead"));
    auto* choices = new QWidget;
    m_choices = new QFormLayout(choices);
    m_choices->setContentsMargins(0, 0, 0, 0);
    m_choices->setHorizontalSpacing(16);
    m_choices->setVerticalSpacing(kGrid);
    m_choices->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeChoices(m_choices);
    m_fieldsTitle = makeLabel(tr("From what it is to what it shall be"), "section");
    m_fields = new FactGrid;
    m_fields->setObjectName(QStringLiteral("recipe.fields"));
    m_warning = makeParagraph({}, "muted");
    m_order = makeParagraph({}, "caption");
    m_order->setObjectName(QStringLiteral("recipe.order"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_headline, m_reason, m_instead, choices, m_fieldsTitle, m_fields, m_warning, m_order})
        column->addWidget(part);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("recipe.scroll"));
    scroll->setAccessibleName(tr("What changes"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void RecipeDialog::makeChoices(QFormLayout* form)
{
    const auto add = [form](const QString& text, QWidget* editor, const char* name) {
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(text);
        QLabel* label = makeLabel(text);
        label->setMinimumHeight(30);
        label->setBuddy(editor);
        form->addRow(label, editor);
    };
    m_cursor = new QComboBox;
    add(tr("Cursor"), m_cursor, "recipe.cursor");
    m_key = new QLineEdit;
    m_key->setToolTip(tr("Columns that identify a row, separated by commas."));
    add(tr("Key columns"), m_key, "recipe.key");
    m_frequency = new QComboBox;
    for (const SyncFrequency value : allFrequencies())
        m_frequency->addItem(frequencyWord(value), int(value));
    add(tr("Frequency"), m_frequency, "recipe.frequency");
    m_timeRow = new QWidget;
    auto* line = new QHBoxLayout(m_timeRow);
    setMargins(line, 0, 0, kGrid);
    const TimeOfDay at = addTimeOfDay(line);
    at.on->setObjectName(QStringLiteral("recipe.atTime"));
    at.time->setObjectName(QStringLiteral("recipe.time"));
    m_atTime = at.on;
    m_time = at.time;
    line->addStretch();
    form->addRow(QString(), m_timeRow);
    connect(m_cursor, &QComboBox::activated, this, &RecipeDialog::choose);
    connect(m_key, &QLineEdit::editingFinished, this, &RecipeDialog::choose);
    connect(m_frequency, &QComboBox::activated, this, &RecipeDialog::choose);
    connect(m_atTime, &QCheckBox::clicked, this, &RecipeDialog::choose);
    connect(m_time, &QTimeEdit::timeChanged, this, &RecipeDialog::choose);
}

QWidget* RecipeDialog::makeEffect()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 0, 0, 12);
    m_impact = new ImpactView;
    m_effectWarning = makeParagraph({}, "muted");
    column->addWidget(m_impact);
    column->addWidget(m_effectWarning);
    column->addWidget(makeParagraph(tr("Nothing has been done yet."), "muted"));
    column->addStretch();
    connect(m_impact, &ImpactView::choiceChanged, this, &RecipeDialog::showState);
    return page;
}

QWidget* RecipeDialog::makeResult()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 0, 0, 12);
    m_result = makeParagraph({}, "heading");
    m_result->setObjectName(QStringLiteral("recipe.result"));
    m_checks = new FactGrid;
    m_checks->setObjectName(QStringLiteral("recipe.checks"));
    column->addWidget(m_result);
    column->addWidget(m_checks);
    column->addStretch();
    return page;
}

/// What stands in the visible fields, as the plan's choice.
void RecipeDialog::choose()
{
    if (m_filling)
        return;
    SchemaPatch choice = m_flow.choice();
    const RecipePlan& plan = m_flow.plan();
    if (!plan.candidates.isEmpty() && m_cursor->currentIndex() >= 0) {
        choice.incrementalField = m_cursor->currentData().toString();
        // The last entry is no column: complete copies need none (T54).
        choice.syncType = choice.incrementalField->isEmpty() ? std::optional<SyncType>(SyncType::FullRefresh) : std::nullopt;
        if (choice.incrementalField->isEmpty())
            choice.incrementalField.reset();
    }
    if (m_choices->isRowVisible(m_key)) {
        QStringList key;
        for (const QString& part : m_key->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            if (!part.trimmed().isEmpty())
                key << part.trimmed();
        choice.primaryKeyColumns = key;
    }
    if (m_recipe == RecipeId::Frequency) {
        choice.syncFrequency = SyncFrequency(m_frequency->currentData().toInt());
        choice.syncTimeOfDay = m_atTime->isChecked() && takesTimeOfDay(*choice.syncFrequency) ? m_time->time() : QTime();
    }
    m_flow.choose(choice);
}

void RecipeDialog::next()
{
    if (m_flow.step() == Step::Plan && !m_flow.plan().possible)
        return m_flow.start(); // the source may answer now
    if (m_flow.step() == Step::Plan)
        return m_flow.weigh();
    if (m_flow.step() == Step::Effect)
        m_flow.apply(m_impact->after(), m_impact->rewindTo(), m_impact->whenRunning());
}

QString RecipeDialog::busyText() const
{
    switch (m_flow.busy()) {
    case Busy::Nothing: return {};
    case Busy::Reading: return tr("Reading the source…");
    case Busy::Weighing: return tr("Looking what it does…");
    case Busy::Applying: return tr("Changing the configuration…");
    case Busy::Syncing: return tr("Syncing…");
    }
    return {};
}

void RecipeDialog::showState()
{
    const Step step = m_flow.step();
    const RecipePlan& plan = m_flow.plan();
    m_pages->setCurrentIndex(int(step));
    for (size_t i = 0; i < m_steps.size(); ++i)
        setLook(m_steps[i], "current", int(i) == int(step));
    m_subject->setText(m_flow.subject());
    if (step == Step::Plan)
        showPlan();
    if (step == Step::Effect)
        m_impact->setChange(m_flow.change(), m_flow.facts().schema.cursorText);
    m_effectWarning->setText(plan.warning);
    m_effectWarning->setVisible(!plan.warning.isEmpty());
    if (step == Step::Result)
        showResult();
    m_error->setVisible(m_flow.error().has_value());
    if (m_flow.error())
        m_error->setError(*m_flow.error());
    m_busy->setText(busyText());
    const bool idle = m_flow.busy() == Busy::Nothing;
    m_back->setVisible(step == Step::Effect);
    m_back->setEnabled(idle);
    m_close->setText(step == Step::Result || !plan.possible ? tr("Close") : tr("Cancel"));
    m_editor->setVisible(step == Step::Plan && !plan.possible && idle);
    m_verify->setVisible(step == Step::Result && m_flow.outcome().good());
    const bool again = step == Step::Plan && !plan.possible && m_flow.error();
    m_next->setVisible(step != Step::Result && (plan.possible || again));
    m_next->setText(again ? tr("Try again") : step == Step::Plan ? tr("Next") : plan.syncs ? tr("Change and sync") : tr("Change"));
    const bool ready = again || (step == Step::Effect ? m_impact->isComplete() : plan.possible && !plan.nothingToDo);
    m_backToNext |= m_next->hasFocus();
    m_next->setEnabled(idle && ready);
    if (step == Step::Result && m_backToNext)
        m_close->setFocus();
    else if (m_backToNext && m_next->isEnabled())
        m_next->setFocus();
    m_backToNext = m_backToNext && !m_next->isEnabled() && step != Step::Result;
}

void RecipeDialog::showPlan()
{
    const RecipePlan& plan = m_flow.plan();
    const bool reading = m_flow.busy() == Busy::Reading;
    m_headline->setText(reading ? tr("Reading what can be chosen…") : !plan.possible ? tr("Not possible now") : plan.nothingToDo && m_recipe != RecipeId::Frequency ? tr("It is so already") : recipePurpose(m_recipe));
    m_reason->setText(reading ? QString() : plan.reason);
    m_instead->setText(reading || plan.instead.isEmpty() ? QString() : tr("Instead: %1").arg(plan.instead));
    m_instead->setVisible(!m_instead->text().isEmpty());
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_warning->setText(plan.warning);
    m_warning->setVisible(!plan.warning.isEmpty());
    m_filling = true;
    const bool byCursor = !plan.candidates.isEmpty() && !reading;
    m_choices->setRowVisible(m_cursor, byCursor);
    if (byCursor) {
        const QString chosen = m_flow.choice().incrementalField.value_or(plan.patch.incrementalField.value_or(plan.candidates.first()));
        m_cursor->clear();
        for (const QString& name : plan.candidates)
            m_cursor->addItem(name, name);
        for (const CursorCandidate& candidate : m_flow.facts().options->incrementalFields)
            if (const int at = m_cursor->findData(candidate.field); at >= 0) {
                m_cursor->setItemText(at, candidate.recommended ? tr("%1 (%2), recommended").arg(candidate.field, candidate.sourceType) : tr("%1 (%2)").arg(candidate.field, candidate.sourceType));
                m_cursor->setItemData(at, evidenceClauses(candidate).join(QStringLiteral(" · ")), Qt::ToolTipRole);
            }
        if (m_recipe == RecipeId::ReplaceCursor)
            m_cursor->addItem(tr("None: sync complete copies"), QString());
        m_cursor->setCurrentIndex(m_flow.choice().syncType == SyncType::FullRefresh ? m_cursor->count() - 1 : m_cursor->findData(chosen));
    }
    const bool byKey = !reading && (m_recipe == RecipeId::ToIncremental || m_recipe == RecipeId::CdcKey) && m_flow.facts().options && m_flow.facts().options->incrementalAvailable;
    m_choices->setRowVisible(m_key, byKey);
    if (byKey && !m_key->hasFocus())
        m_key->setText(m_flow.choice().primaryKeyColumns.value_or(m_flow.facts().schema.config.primaryKeyColumns.isEmpty() ? m_flow.facts().options->detectedPrimaryKeys : m_flow.facts().schema.config.primaryKeyColumns).join(QStringLiteral(", ")));
    const bool schedule = m_recipe == RecipeId::Frequency && plan.possible;
    m_choices->setRowVisible(m_frequency, schedule);
    m_choices->setRowVisible(m_timeRow, schedule);
    if (schedule) {
        const SchemaConfig planned = applied(m_flow.facts().schema.config, plan.patch);
        m_frequency->setCurrentIndex(m_frequency->findData(int(planned.syncFrequency)));
        m_atTime->setEnabled(takesTimeOfDay(planned.syncFrequency));
        m_atTime->setChecked(planned.syncTimeOfDay.isValid());
        m_time->setEnabled(planned.syncTimeOfDay.isValid());
        if (planned.syncTimeOfDay.isValid())
            m_time->setTime(planned.syncTimeOfDay);
    }
    m_filling = false;
    m_fieldsTitle->setVisible(!plan.fields.empty());
    m_fields->begin();
    const auto shown = [](const QString& value) { return value.isEmpty() ? tr("none") : value; };
    for (const RecipeField& field : plan.fields)
        m_fields->add(fieldWord(field.field), field.isAlreadySet() ? tr("%1 (set already)").arg(shown(field.present)) : tr("%1 → %2").arg(shown(field.present), shown(field.planned)));
    m_fields->end();
    QStringList order;
    for (const QString& one : plan.steps)
        order << tr("%1. %2").arg(order.size() + 1).arg(one);
    m_order->setText(plan.possible && !reading ? order.join(QLatin1Char('\n')) : QString());
    m_order->setVisible(!m_order->text().isEmpty());
}

void RecipeDialog::showResult()
{
    const RecipeFlow::Outcome& outcome = m_flow.outcome();
    m_result->setText(!outcome.ended ? tr("Under way…") : outcome.good() ? tr("Done and checked") : tr("Not as it should be"));
    m_checks->begin();
    const QString yes = QStringLiteral("✓ ");
    const QString no = QStringLiteral("✗ ");
    if (outcome.ended)
        m_checks->add(tr("Configuration"), outcome.stored ? yes + tr("stored as planned") : no + tr("differs from the plan"));
    if (outcome.ran && outcome.ran->status == RunStatus::Completed)
        m_checks->add(tr("Sync"), yes + tr("%1 rows read in %2").arg(formatCount(outcome.ran->rowsRead), formatDuration(outcome.ran->startedAt.msecsTo(outcome.ran->finishedAt))));
    else if (outcome.ran)
        m_checks->add(tr("Sync"), no + (outcome.ran->error ? noticeOf(*outcome.ran->error).text : runStatusWord(outcome.ran->status)));
    else if (outcome.run.isValid())
        m_checks->add(tr("Sync"), tr("runs; you can close this meanwhile"));
    m_checks->end();
}

} // namespace leat
