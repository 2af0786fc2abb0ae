// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of the editor; schemadialog.cpp has what they do.
#include "ui/schemadialog.h"

#include "engine/api/frequency.h"
#include "models/frequencywords.h"
#include "models/wording.h"
#include "ui/deleteseditor.h"
#include "ui/flowlayout.h"
#include "ui/icons.h"
#include "ui/clearbutton.h"
#include "ui/impactview.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/rowdelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTimeEdit>

#include <algorithm>

namespace leat {

namespace {
constexpr int kMaxLookback = 365 * 24 * 3600;
constexpr int kLeastImpact = 24;
constexpr int kMostImpact = 220;

/// As high as what is in it: nothing to tell leaves the room to the form.
class LowArea : public QScrollArea
{
protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool done = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
            setFixedHeight(std::clamp(wanted(), kLeastImpact, std::min(kMostImpact, std::max(kLeastImpact, window()->height() / 3))));
        return done;
    }

private:
    int wanted() const
    {
        const QLayout* inner = widget()->layout();
        return inner->hasHeightForWidth() ? inner->totalHeightForWidth(viewport()->width()) : inner->totalSizeHint().height();
    }
};
}

/// What made the last sync fail, where it is a matter of these fields, and the recipe against it (T54).
QWidget* SchemaDialog::makeTrouble(const SchemaInfo& schema)
{
    if (!schema.latestError || fieldInTrouble(schema.config, *schema.latestError).isEmpty())
        return nullptr;
    auto* box = makeFrame("card");
    box->setProperty("tone", QStringLiteral("warning"));
    box->setObjectName(QStringLiteral("schema.trouble"));
    auto* row = new QHBoxLayout(box);
    setMargins(row, 12, 8, kGrid);
    row->addWidget(makeParagraph(noticeOf(*schema.latestError).text), 1);
    for (const RecipeId id : recipesFor(*schema.latestError)) {
        auto* recipe = makeButton(recipeTitle(id), "schema.troubleRecipe", "link");
        row->addWidget(recipe);
        connect(recipe, &QPushButton::clicked, this, [this, id] { Q_EMIT recipeWanted(m_draft.base().id, id); });
    }
    return box;
}

QWidget* SchemaDialog::makeMethods()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    setMargins(column, 0, 0, kGrid);
    m_methods = new QButtonGroup(this);
    for (const SyncType type : {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append, SyncType::Cdc, SyncType::Webhook}) {
        auto* radio = new QRadioButton(syncTypeWord(type));
        radio->setObjectName(QStringLiteral("schema.method.") + toString(type));
        radio->setToolTip(syncTypeExplained(type));
        radio->setAccessibleDescription(syncTypeExplained(type));
        m_methods->addButton(radio, int(type));
        column->addWidget(radio);
        QLabel* why = makeParagraph(syncTypeExplained(type), "caption");
        why->setObjectName(QStringLiteral("schema.methodText.") + toString(type));
        why->setContentsMargins(leadingMargin(kBelowWords));
        column->addWidget(why);
    }
    connect(m_methods, &QButtonGroup::idClicked, this, [this](int id) {
        edit(tr("method"), [this, id] { m_draft.setSyncType(SyncType(id)); });
        fill();
    });
    column->addWidget(makeWas("sync_type"));
    return box;
}

/// Says what the field was, while it is edited.
QLabel* SchemaDialog::makeWas(const char* field)
{
    QLabel* label = makeLabel({}, "was");
    label->setObjectName(QStringLiteral("schema.was.") + QLatin1String(field));
    label->setVisible(false);
    m_was.emplace_back(QString::fromLatin1(field), label);
    return label;
}

QWidget* SchemaDialog::makeFields()
{
    auto* box = new QWidget;
    auto* form = m_form = new QFormLayout(box);
    const auto addWas = [&](const char* field) { form->addRow(QString(), makeWas(field)); };
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(kGrid);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString& text, QWidget* editor, const char* name) {
        editor->setObjectName(QString::fromLatin1(name));
        editor->setAccessibleName(text);
        QLabel* label = makeLabel(text);
        label->setMinimumHeight(30);
        label->setBuddy(editor);
        form->addRow(label, editor);
    };
    m_cursor = new QComboBox;
    add(tr("Cursor"), m_cursor, "schema.cursor");
    m_cursorReason = makeParagraph({}, "caption");
    m_cursorReason->setObjectName(QStringLiteral("schema.evidence"));
    m_cursorReason->setAlignment((m_cursorReason->alignment() & ~Qt::AlignVertical_Mask) | Qt::AlignTop);
    m_cursorWarning = makeParagraph({}, "problem");
    m_cursorWarning->setObjectName(QStringLiteral("schema.cursorWarning"));
    form->addRow(QString(), m_cursorReason);
    form->addRow(QString(), m_cursorWarning);
    addWas("incremental_field");
    m_key = new QLineEdit;
    m_key->setToolTip(tr("Columns that identify a row, separated by commas."));
    add(tr("Key columns"), m_key, "schema.key");
    auto* keyRow = new QWidget;
    auto* keyLine = new QHBoxLayout(keyRow);
    setMargins(keyLine, 0, 0, kGrid);
    m_checkKey = makeButton(tr("Check uniqueness"), "schema.checkKey", "link");
    m_checkKey->setToolTip(tr("Counts at the source whether these columns identify every row."));
    m_keyResult = makeLabel({}, "caption");
    m_keyResult->setObjectName(QStringLiteral("schema.keyResult"));
    keyLine->addWidget(m_checkKey);
    keyLine->addWidget(m_keyResult, 1);
    form->addRow(QString(), keyRow);
    addWas("primary_key_columns");
    m_frequency = new QComboBox;
    for (const SyncFrequency value : allFrequencies())
        m_frequency->addItem(frequencyWord(value), int(value));
    add(tr("Frequency"), m_frequency, "schema.frequency");
    auto* timeRow = new QWidget;
    makeSchedule(timeRow);
    form->addRow(QString(), timeRow);
    m_nextRuns = makeLabel({}, "caption");
    m_nextRuns->setObjectName(QStringLiteral("schema.nextRuns"));
    form->addRow(QString(), m_nextRuns);
    addWas("sync_frequency");
    addWas("sync_time_of_day");
    m_lookback = new QSpinBox;
    m_lookback->setRange(0, kMaxLookback);
    m_lookback->setSuffix(tr(" s"));
    m_lookback->setToolTip(tr("Reads this much before the cursor again, for rows that were committed late."));
    add(tr("Lookback"), m_lookback, "schema.lookback");
    addWas("incremental_field_lookback_seconds");
    m_late = new QComboBox;
    for (const LateCommits value : {LateCommits::Auto, LateCommits::Xmin, LateCommits::Cursor})
        m_late->addItem(lateCommitsWord(value), int(value));
    m_late->setToolTip(tr("How rows that are committed late, below the cursor, are found."));
    add(tr("Late commits"), m_late, "schema.lateCommits");
    addWas("late_commits");
    m_budget = new QLineEdit;
    m_budget->setPlaceholderText(tr("0, or like 100 or 0.5%"));
    m_budget->setToolTip(tr("So many rows, or this share of a sync, may be set aside when they cannot be stored; more stop the sync."));
    add(tr("Error budget"), m_budget, "schema.errorBudget");
    connect(m_budget, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (const std::optional<ErrorBudget> budget = errorBudgetFromString(text.isEmpty() ? QStringLiteral("0") : text))
            edit({}, [&] { m_draft.config.errorBudget = *budget; });
    });
    addWas("error_budget");
    m_verify = new QComboBox;
    for (const VerifyEvery value : {VerifyEvery::Off, VerifyEvery::Daily, VerifyEvery::Weekly})
        m_verify->addItem(verifyEveryWord(value), int(value));
    m_verify->setToolTip(tr("How often the table is compared with its source by itself, when nothing else is to be done. What was found is shown beside its guarantee."));
    add(tr("Verify"), m_verify, "schema.verifyEvery");
    connect(m_verify, &QComboBox::activated, this, [this] {
        edit(tr("verify"), [this] { m_draft.config.verifyEvery = VerifyEvery(m_verify->currentData().toInt()); });
    });
    addWas("verify_every");
    m_deletes = new DeletesEditor;
    QLabel* deletes = makeLabel(tr("Deleted rows"));
    deletes->setMinimumHeight(30);
    deletes->setAlignment((deletes->alignment() & ~Qt::AlignVertical_Mask) | Qt::AlignTop);
    deletes->setBuddy(m_deletes);
    form->addRow(deletes, m_deletes);
    connect(m_deletes, &DeletesEditor::changed, this, [this] { edit({}, [this] { m_draft.config = m_deletes->edited(m_draft.config); }); });
    for (const char* field : {"deletes", "reconcile_every", "delete_limit"})
        addWas(field);
    connect(m_cursor, &QComboBox::activated, this, [this] {
        edit(tr("cursor"), [this] { m_draft.setCursor(m_cursor->currentData().toString()); });
        fill();
    });
    connect(m_key, &QLineEdit::textEdited, this, [this](const QString& text) {
        edit({}, [&] {
            m_draft.config.primaryKeyColumns.clear();
            for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
                if (!part.trimmed().isEmpty())
                    m_draft.config.primaryKeyColumns << part.trimmed();
        });
    });
    connect(m_checkKey, &QPushButton::clicked, this, &SchemaDialog::checkKey);
    connect(m_lookback, &QSpinBox::valueChanged, this, [this](int value) {
        if (!m_filling)
            edit({}, [&] { m_draft.config.lookbackSeconds = value; });
    });
    connect(m_late, &QComboBox::activated, this, [this] {
        edit(tr("late commits"), [this] { m_draft.config.lateCommits = LateCommits(m_late->currentData().toInt()); });
    });
    return box;
}

void SchemaDialog::makeSchedule(QWidget* box)
{
    auto* row = new QHBoxLayout(box);
    setMargins(row, 0, 0, kGrid);
    const TimeOfDay at = addTimeOfDay(row);
    at.on->setObjectName(QStringLiteral("schema.atTime"));
    at.time->setObjectName(QStringLiteral("schema.time"));
    m_atTime = at.on;
    m_time = at.time;
    const QString zone = m_control->snapshot()->engine.timeZone;
    row->addWidget(makeLabel(zone, "caption"));
    row->addStretch();
    connect(m_frequency, &QComboBox::activated, this, [this] {
        edit(tr("frequency"), [this] {
            m_draft.config.syncFrequency = SyncFrequency(m_frequency->currentData().toInt());
            if (!takesTimeOfDay(m_draft.config.syncFrequency))
                m_draft.config.syncTimeOfDay = {};
        });
    });
    connect(m_atTime, &QCheckBox::clicked, this, [this](bool on) { edit(tr("time of day"), [this, on] { m_draft.config.syncTimeOfDay = on ? m_time->time() : QTime(); }); });
    connect(m_time, &QTimeEdit::timeChanged, this, [this](const QTime& time) {
        if (!m_filling)
            edit({}, [&] { m_draft.config.syncTimeOfDay = time; });
    });
}

QWidget* SchemaDialog::makeColumns()
{
    auto* panel = makeFrame("panel");
    auto* column = new QVBoxLayout(panel);
    setMargins(column, 24, 24, 12);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, kGrid);
    head->addWidget(makeLabel(tr("Columns"), "section"));
    m_columnCount = makeLabel({}, "muted");
    head->addWidget(m_columnCount);
    head->addStretch();
    auto* all = makeButton(tr("All"), "schema.allColumns", "link");
    all->setAccessibleName(tr("Tick all shown columns"));
    auto* none = makeButton(tr("None"), "schema.noColumns", "link");
    none->setAccessibleName(tr("Clear all shown columns"));
    head->addWidget(all);
    head->addWidget(none);
    column->addLayout(head);
    column->addWidget(makeWas("columns"));
    auto* search = new QLineEdit;
    search->setObjectName(QStringLiteral("schema.columnSearch"));
    search->setAccessibleName(tr("Search columns"));
    search->setPlaceholderText(tr("Search columns"));
    showClearButton(search);
    showSign(search, QStringLiteral("search"));
    column->addWidget(search);
    m_columnView = new QTableView;
    m_columnView->setObjectName(QStringLiteral("schema.columns"));
    m_columnView->setAccessibleName(tr("Columns to sync"));
    m_columnView->setModel(&m_shownColumns);
    m_columnView->setItemDelegate(new RowDelegate(RowDelegate::Rows::Choices, -1, -1, m_columnView));
    m_columnView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_columnView->setShowGrid(false);
    m_columnView->setTabKeyNavigation(false);
    m_columnView->setWordWrap(false);
    m_columnView->verticalHeader()->hide();
    m_columnView->verticalHeader()->setDefaultSectionSize(32);
    m_columnView->horizontalHeader()->setStretchLastSection(true);
    m_columnView->horizontalHeader()->setHighlightSections(false);
    m_columnView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_columnView, 1);
    connect(search, &QLineEdit::textChanged, &m_shownColumns, &QSortFilterProxyModel::setFilterFixedString);
    const auto tick = [this](bool on) {
        std::vector<int> rows;
        for (int row = 0; row < m_shownColumns.rowCount(); ++row)
            rows.push_back(m_shownColumns.mapToSource(m_shownColumns.index(row, 0)).row());
        m_columns.setChecked(rows, on);
    };
    connect(all, &QPushButton::clicked, this, [tick] { tick(true); });
    connect(none, &QPushButton::clicked, this, [tick] { tick(false); });
    connect(&m_columns, &ColumnChoiceModel::choiceChanged, this, [this] {
        if (m_draft.hasOptions() && !m_filling)
            edit(tr("columns"), [this] { m_draft.config.columns = m_columns.selection(); });
        showState();
    });
    return panel;
}

QWidget* SchemaDialog::makeFooter()
{
    auto* footer = makeFrame("footer", this);
    auto* column = new QVBoxLayout(footer);
    setMargins(column, 24, 12, kGrid);
    column->addWidget(makeLabel(tr("What Apply will do"), "section"));
    m_impact = new ImpactView;
    auto* impact = new LowArea;
    impact->setObjectName(QStringLiteral("schema.impact"));
    impact->setAccessibleName(tr("What Apply will do"));
    impact->setWidgetResizable(true);
    impact->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    impact->setWidget(m_impact);
    m_impact->setAutoFillBackground(false);
    impact->viewport()->setAutoFillBackground(false);
    column->addWidget(impact);
    m_patch = new QPlainTextEdit;
    m_patch->setObjectName(QStringLiteral("schema.patch"));
    m_patch->setAccessibleName(tr("The fields that are sent"));
    m_patch->setReadOnly(true);
    m_patch->setTabChangesFocus(true);
    m_patch->setFont(fixedFont());
    m_patch->setMaximumHeight(96);
    m_patch->hide();
    column->addWidget(m_patch);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, kGrid);
    auto* tools = new FlowLayout(kGrid); // on a small screen they take two lines
    m_status = makeLabel({}, "muted");
    auto* reread = makeButton(tr("Read the source again"), "schema.reread", "link");
    m_cli = makeButton(tr("Copy as CLI"), "schema.copyCli", "link");
    m_patchButton = makeButton(tr("Show PATCH"), "schema.showPatch", "link");
    m_patchButton->setToolTip(tr("Only changed fields are sent."));
    auto* guided = makeButton(tr("Guided changes"), "schema.guided", "link");
    guided->setMenu(makeRecipeMenu());
    QToolButton* undo = makeIconButton(QStringLiteral("undo"), tr("Undo"), "schema.undo");
    QToolButton* redo = makeIconButton(QStringLiteral("redo"), tr("Redo"), "schema.redo");
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    undo->setEnabled(false);
    redo->setEnabled(false);
    m_discard = makeButton(tr("Close"), "schema.cancel");
    m_apply = makeButton(tr("Apply changes"), "schema.apply", "primary");
    m_apply->setShortcut(QKeySequence::Save);
    m_apply->setDefault(true);
    for (QWidget* part : std::initializer_list<QWidget*>{undo, redo, guided, reread, m_cli, m_patchButton, m_status})
        tools->addWidget(part);
    row->addLayout(tools, 1);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    column->addLayout(row);
    connect(undo, &QToolButton::clicked, &m_undo, &QUndoStack::undo);
    connect(redo, &QToolButton::clicked, &m_undo, &QUndoStack::redo);
    connect(&m_undo, &QUndoStack::canUndoChanged, undo, &QWidget::setEnabled);
    connect(&m_undo, &QUndoStack::canRedoChanged, redo, &QWidget::setEnabled);
    connect(m_impact, &ImpactView::choiceChanged, this, &SchemaDialog::showState);
    connect(m_cli, &QPushButton::clicked, this, &SchemaDialog::copyCli);
    connect(m_patchButton, &QPushButton::clicked, this, [this] {
        m_patchShown = !m_patchShown;
        m_patchButton->setText(m_patchShown ? tr("Hide PATCH") : tr("Show PATCH"));
        showState();
    });
    connect(reread, &QPushButton::clicked, this, &SchemaDialog::loadOptions);
    connect(m_discard, &QPushButton::clicked, this, [this] { m_busy ? reject() : leave(); }); // "Discard" is said: nothing is asked
    connect(m_apply, &QPushButton::clicked, this, &SchemaDialog::apply);
    return footer;
}

/// Every recipe; one that is not possible says why when it is opened.
QMenu* SchemaDialog::makeRecipeMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("schema.recipes"));
    for (const RecipeId id : allRecipes()) {
        QAction* action = menu->addAction(recipeTitle(id));
        action->setObjectName(QStringLiteral("schema.recipe.") + toString(id));
        action->setToolTip(recipePurpose(id));
        connect(action, &QAction::triggered, this, [this, id] { Q_EMIT recipeWanted(m_draft.base().id, id); });
    }
    menu->setToolTipsVisible(true);
    return menu;
}

} // namespace leat
