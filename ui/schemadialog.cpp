// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schemadialog.h"

#include "engine/api/frequency.h"
#include "engine/api/whendone.h"
#include "models/frequencywords.h"
#include "models/wording.h"
#include "ui/icons.h"
#include "ui/impactview.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/rowdelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTimeEdit>

namespace leat {

namespace {
constexpr int kMaxLookback = 365 * 24 * 3600;
constexpr int kAskAfterMs = 150;
constexpr int kTyping = 1;             // edits of one text field are undone as one

/// The configuration before and after one edit.
class ConfigEdit : public QUndoCommand
{
public:
    ConfigEdit(const QString& text, int merge, SchemaConfig before, SchemaConfig after, std::function<void(const SchemaConfig&)> put)
        : QUndoCommand(text)
        , m_merge(merge)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_put(std::move(put))
    {
    }
    void undo() override { m_put(m_before); }
    void redo() override { m_put(m_after); }
    int id() const override { return m_merge; }
    bool mergeWith(const QUndoCommand* other) override
    {
        m_after = static_cast<const ConfigEdit*>(other)->m_after;
        return true;
    }

private:
    int m_merge;
    SchemaConfig m_before;
    SchemaConfig m_after;
    std::function<void(const SchemaConfig&)> m_put;
};

} // namespace

SchemaDialog::SchemaDialog(Control* control, const SchemaInfo& schema, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_draft(schema)
    , m_error(new ErrorCard("schema", this))
{
    setObjectName(QStringLiteral("schema.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("How %1.%2 syncs").arg(schema.sourceName, schema.label));
    resize(1040, 760);
    m_shownColumns.setSourceModel(&m_columns);
    m_shownColumns.setFilterRole(SearchRole);
    m_shownColumns.setFilterCaseSensitivity(Qt::CaseInsensitive);

    auto* left = new QVBoxLayout;
    setMargins(left, 24, 24, 16);
    left->addWidget(makeLabel(tr("%1.%2").arg(schema.sourceName, schema.label), "title"));
    left->addWidget(makeMethods());
    left->addWidget(makeFields());
    m_problems = makeParagraph({}, "problem");
    left->addWidget(m_problems);
    left->addStretch();
    auto* form = new QWidget;
    form->setLayout(left);
    form->setAutoFillBackground(false);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("schema.scroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form);
    scroll->viewport()->setAutoFillBackground(false);
    auto* body = new QHBoxLayout;
    setMargins(body, 0, 0, 0);
    body->addWidget(scroll, 1);
    body->addWidget(makeColumns(), 1);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(body, 1);
    auto* errorRow = new QHBoxLayout;
    setMargins(errorRow, 24, 0, 0);
    errorRow->addWidget(m_error);
    column->addLayout(errorRow);
    m_error->hide();
    column->addWidget(makeFooter());
    m_ask.setSingleShot(true);
    m_ask.setInterval(kAskAfterMs);
    connect(&m_ask, &QTimer::timeout, this, &SchemaDialog::askPreview);
    fill();
    loadOptions();
}

/// One edit that can be undone. `change` alters m_draft.
template <typename Change>
void SchemaDialog::edit(const QString& what, Change change)
{
    const SchemaConfig before = m_draft.config;
    change();
    if (m_draft.config == before)
        return;
    const int merge = what.isEmpty() ? kTyping : -1;
    m_undo.push(new ConfigEdit(what, merge, before, m_draft.config, [this](const SchemaConfig& config) { setConfig(config); }));
}

void SchemaDialog::setConfig(const SchemaConfig& config)
{
    m_draft.config = config;
    fill();
}

void SchemaDialog::focusField(const QString& field)
{
    const std::pair<const char*, QWidget*> fields[] = {{"sync_type", m_methods->checkedButton()}, {"incremental_field", m_cursor}, {"primary_key_columns", m_key},
        {"sync_frequency", m_frequency}, {"sync_time_of_day", m_time->isEnabled() ? static_cast<QWidget*>(m_time) : m_frequency}, {"columns", m_columnView}};
    for (const auto& [name, editor] : fields)
        if (field == QLatin1String(name) && editor != nullptr)
            editor->setFocus(Qt::ShortcutFocusReason);
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
        why->setContentsMargins(24, 0, 0, 0);
        column->addWidget(why);
    }
    connect(m_methods, &QButtonGroup::idClicked, this, [this](int id) {
        edit(tr("method"), [this, id] { m_draft.setSyncType(SyncType(id)); });
        fill();
    });
    return box;
}

QWidget* SchemaDialog::makeFields()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
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
    m_cursorReason = makeLabel({}, "caption");
    form->addRow(QString(), m_cursorReason);
    m_key = new QLineEdit;
    m_key->setToolTip(tr("Columns that identify a row, separated by commas."));
    add(tr("Key columns"), m_key, "schema.key");
    auto* keyRow = new QWidget;
    auto* keyLine = new QHBoxLayout(keyRow);
    setMargins(keyLine, 0, 0, kGrid);
    m_checkKey = makeButton(tr("Check uniqueness"), "schema.checkKey", "link");
    m_checkKey->setToolTip(tr("Counts at the source whether these columns identify every row."));
    m_keyResult = makeLabel({}, "caption");
    keyLine->addWidget(m_checkKey);
    keyLine->addWidget(m_keyResult, 1);
    form->addRow(QString(), keyRow);
    m_frequency = new QComboBox;
    for (const SyncFrequency value : allFrequencies())
        m_frequency->addItem(frequencyWord(value), int(value));
    add(tr("Frequency"), m_frequency, "schema.frequency");
    auto* timeRow = new QWidget;
    makeSchedule(timeRow);
    form->addRow(QString(), timeRow);
    m_lookback = new QSpinBox;
    m_lookback->setRange(0, kMaxLookback);
    m_lookback->setSuffix(tr(" s"));
    m_lookback->setToolTip(tr("Reads this much before the cursor again, for rows that were committed late."));
    add(tr("Lookback"), m_lookback, "schema.lookback");
    m_late = new QComboBox;
    for (const LateCommits value : {LateCommits::Auto, LateCommits::Xmin, LateCommits::Cursor})
        m_late->addItem(lateCommitsWord(value), int(value));
    m_late->setToolTip(tr("How rows that are committed late, below the cursor, are found."));
    add(tr("Late commits"), m_late, "schema.lateCommits");
    connect(m_cursor, &QComboBox::activated, this, [this] {
        edit(tr("cursor"), [this] { m_draft.setCursor(m_cursor->currentData().toString()); });
        fill();
    });
    connect(m_key, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_keyResult->clear();
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
    m_atTime = new QCheckBox(tr("at"));
    m_atTime->setObjectName(QStringLiteral("schema.atTime"));
    m_atTime->setAccessibleName(tr("At a time of day"));
    m_time = new QTimeEdit(QTime(2, 0));
    m_time->setObjectName(QStringLiteral("schema.time"));
    m_time->setAccessibleName(tr("Time of day"));
    m_time->setDisplayFormat(QStringLiteral("HH:mm"));
    row->addWidget(m_atTime);
    row->addWidget(m_time);
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

void SchemaDialog::checkKey()
{
    m_keyResult->setText(tr("Counting at the source…"));
    m_checkKey->setEnabled(false);
    whenReplied<KeyReport>(m_control->send(CheckKey{m_draft.base().id, m_draft.config.primaryKeyColumns}), this, [this](Result<KeyReport> report) {
        m_checkKey->setEnabled(true);
        if (!report)
            m_keyResult->setText(noticeOf(report.error()).text);
        else if (!report->unique)
            m_keyResult->setText(tr("Not unique: %1").arg(report->examples.join(QStringLiteral(", "))));
        else
            m_keyResult->setText(report->hasNulls ? tr("Unique, but some rows have no value") : tr("Every row has its own key"));
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
    auto* search = new QLineEdit;
    search->setObjectName(QStringLiteral("schema.columnSearch"));
    search->setAccessibleName(tr("Search columns"));
    search->setPlaceholderText(tr("Search columns"));
    search->setClearButtonEnabled(true);
    search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
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
    m_columnView->horizontalHeader()->resizeSection(0, 144);
    m_columnView->horizontalHeader()->resizeSection(1, 112);
    m_columnView->horizontalHeader()->resizeSection(2, 104);
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
    auto* impact = new QScrollArea;
    impact->setObjectName(QStringLiteral("schema.impact"));
    impact->setAccessibleName(tr("What Apply will do"));
    impact->setWidgetResizable(true);
    impact->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    impact->setMinimumHeight(152);
    impact->setMaximumHeight(220);
    impact->setWidget(m_impact);
    m_impact->setAutoFillBackground(false);
    impact->viewport()->setAutoFillBackground(false);
    column->addWidget(impact);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, kGrid);
    m_status = makeLabel({}, "muted");
    auto* reread = makeButton(tr("Read the source again"), "schema.reread", "link");
    m_cli = makeButton(tr("Copy as CLI"), "schema.copyCli", "link");
    QToolButton* undo = makeIconButton(QStringLiteral("undo"), tr("Undo"), "schema.undo");
    QToolButton* redo = makeIconButton(QStringLiteral("redo"), tr("Redo"), "schema.redo");
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    undo->setEnabled(false);
    redo->setEnabled(false);
    auto* cancel = makeButton(tr("Discard"), "schema.cancel");
    m_apply = makeButton(tr("Apply changes"), "schema.apply", "primary");
    m_apply->setShortcut(QKeySequence::Save);
    m_apply->setDefault(true);
    for (QWidget* part : std::initializer_list<QWidget*>{undo, redo, reread, m_cli, m_status})
        row->addWidget(part);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_apply);
    column->addLayout(row);
    connect(undo, &QToolButton::clicked, &m_undo, &QUndoStack::undo);
    connect(redo, &QToolButton::clicked, &m_undo, &QUndoStack::redo);
    connect(&m_undo, &QUndoStack::canUndoChanged, undo, &QWidget::setEnabled);
    connect(&m_undo, &QUndoStack::canRedoChanged, redo, &QWidget::setEnabled);
    connect(m_impact, &ImpactView::choiceChanged, this, &SchemaDialog::showState);
    connect(m_cli, &QPushButton::clicked, this, &SchemaDialog::copyCli);
    connect(reread, &QPushButton::clicked, this, &SchemaDialog::loadOptions);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &SchemaDialog::apply);
    return footer;
}

void SchemaDialog::loadOptions()
{
    m_status->setText(tr("Reading the source…"));
    whenReplied<SyncOptions>(m_control->send(LoadOptions{m_draft.base().id}), this, [this](Result<SyncOptions> options) {
        m_status->clear();
        m_error->setVisible(!options);
        if (!options) {
            m_error->setError(options.error());
            return;
        }
        m_draft.setOptions(*options);
        m_filling = true;
        m_columns.setShape(options->shape, m_draft.config.columns);
        m_filling = false;
        fill();
    });
}

void SchemaDialog::fill()
{
    m_filling = true;
    m_methods->button(int(m_draft.config.syncType))->setChecked(true);
    for (QAbstractButton* button : m_methods->buttons()) {
        const auto type = SyncType(m_methods->id(button));
        const QString why = m_draft.whyNot(type);
        button->setEnabled(why.isEmpty() || type == m_draft.config.syncType);
        if (auto* text = findChild<QLabel*>(QStringLiteral("schema.methodText.") + toString(type)))
            text->setText(why.isEmpty() ? syncTypeExplained(type) : why);
    }
    m_cursor->clear();
    for (const CursorCandidate& candidate : m_draft.options().incrementalFields)
        m_cursor->addItem(tr("%1 (%2)").arg(candidate.field, candidate.sourceType), candidate.field);
    if (m_cursor->findData(m_draft.config.incrementalField) < 0 && !m_draft.config.incrementalField.isEmpty())
        m_cursor->addItem(m_draft.config.incrementalField, m_draft.config.incrementalField);
    m_cursor->setCurrentIndex(m_cursor->findData(m_draft.config.incrementalField));
    QString reason;
    for (const CursorCandidate& candidate : m_draft.options().incrementalFields)
        if (candidate.field == m_draft.config.incrementalField)
            reason = candidate.reason;
    m_cursorReason->setText(reason);
    m_cursorReason->setVisible(!reason.isEmpty());
    if (const QString key = m_draft.config.primaryKeyColumns.join(QStringLiteral(", ")); !m_key->hasFocus() || m_key->text().remove(QLatin1Char(' ')) != QString(key).remove(QLatin1Char(' ')))
        m_key->setText(key); // not while the same is being typed: the cursor would jump
    m_frequency->setCurrentIndex(m_frequency->findData(int(m_draft.config.syncFrequency)));
    const QTime time = m_draft.config.syncTimeOfDay;
    m_atTime->setChecked(time.isValid());
    if (time.isValid())
        m_time->setTime(time);
    m_lookback->setValue(int(std::min<qint64>(m_draft.config.lookbackSeconds, kMaxLookback)));
    m_late->setCurrentIndex(m_late->findData(int(m_draft.config.lateCommits)));
    if (m_draft.hasOptions() && m_columns.selection() != m_draft.config.columns)
        m_columns.setShape(m_draft.options().shape, m_draft.config.columns); // undone or redone
    m_filling = false;
    showState();
}

void SchemaDialog::showState()
{
    if (m_filling)
        return;
    const bool byCursor = m_draft.config.syncType != SyncType::FullRefresh;
    m_cursor->setEnabled(byCursor);
    m_lookback->setEnabled(byCursor);
    m_late->setEnabled(byCursor);
    m_columns.setRequired(m_draft.requiredColumns());
    m_columnCount->setText(m_columns.rowCount() == 0 ? QString() : tr("%1 of %n", nullptr, m_columns.rowCount()).arg(m_columns.checkedCount()));
    const QStringList problems = m_draft.problems();
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
    const bool daily = takesTimeOfDay(m_draft.config.syncFrequency);
    m_atTime->setEnabled(daily);
    m_time->setEnabled(daily && m_draft.config.syncTimeOfDay.isValid());
    m_checkKey->setEnabled(!m_draft.config.primaryKeyColumns.isEmpty());
    const bool changed = m_draft.isChanged();
    if (!changed) {
        m_preview.reset();
        m_previewed.reset();
        m_ask.stop();
        m_impact->showText(tr("Nothing changed yet."));
    } else if (m_previewed != m_draft.config) {
        m_ask.start();
    }
    const bool refused = m_preview && !m_preview->changes.empty() && m_preview->changes.front().error;
    const int fields = m_preview && !m_preview->changes.empty() ? int(m_preview->changes.front().impact.fields.size()) : 0;
    m_apply->setText(fields > 0 ? tr("Apply %n change(s)", nullptr, fields) : tr("Apply changes"));
    const bool answered = m_previewed == m_draft.config;
    m_apply->setEnabled(changed && answered && problems.isEmpty() && !refused && !m_busy && m_impact->isComplete());
    m_cli->setEnabled(changed && answered && m_preview);
}

void SchemaDialog::askPreview()
{
    const quint64 asked = ++m_asked;
    const SchemaConfig config = m_draft.config;
    PreviewChange command;
    command.ids = {m_draft.base().id};
    command.patch = m_draft.patch();
    whenReplied<ChangePreview>(m_control->send(std::move(command)), this, [this, asked, config](Result<ChangePreview> preview) {
        if (asked != m_asked || config != m_draft.config)
            return; // edited meanwhile: the newer answer counts
        m_previewed = config;
        if (preview)
            return showPreview(*preview);
        m_preview.reset();
        m_impact->showText(noticeOf(preview.error()).text);
        showState();
    });
}

void SchemaDialog::showPreview(const ChangePreview& preview)
{
    m_preview = preview;
    if (preview.changes.empty()) {
        m_impact->showText(tr("Nothing changed yet."));
    } else if (const SchemaChange& change = preview.changes.front(); change.error) {
        const Notice notice = noticeOf(*change.error);
        m_impact->showText(notice.text + QLatin1Char(' ') + notice.remedy);
    } else {
        m_impact->setChange(change, m_draft.base().cursorText);
    }
    showState();
}

void SchemaDialog::copyCli()
{
    if (m_preview)
        QGuiApplication::clipboard()->setText(m_preview->cli);
}

void SchemaDialog::apply()
{
    m_busy = true;
    showState();
    SetSchemas command;
    command.ids = {m_draft.base().id};
    command.patch = m_draft.patch();
    command.expectedRevision = m_draft.base().revision;
    command.after = m_impact->after();
    command.rewindTo = m_impact->rewindTo();
    command.whenRunning = m_impact->whenRunning();
    // One table: the answer is Done, or the result of its one item.
    whenDone(m_control->send(std::move(command)), this, [this](Result<Reply>& reply) {
        m_busy = false;
        const auto* bulk = reply ? std::get_if<BulkResult>(&*reply) : nullptr;
        std::optional<Error> trouble;
        int syncs = 0;
        if (!reply)
            trouble = reply.error();
        for (const ItemOutcome& item : bulk ? bulk->items : std::vector<ItemOutcome>()) {
            trouble = item.error ? item.error : trouble;
            syncs += item.run.isValid() ? 1 : 0;
        }
        if (!trouble) {
            Q_EMIT applied(m_draft.base().sourceName + QLatin1Char('.') + m_draft.base().label, syncs);
            return accept();
        }
        m_error->setError(*trouble);
        m_error->show();
        showState();
    });
}

} // namespace leat
