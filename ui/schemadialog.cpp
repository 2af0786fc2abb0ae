// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schemadialog.h"

#include "engine/api/whendone.h"
#include "models/wording.h"
#include "ui/icons.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/rowdelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>

namespace leat {

namespace {
constexpr int kMaxLookback = 365 * 24 * 3600;
}

SchemaDialog::SchemaDialog(Control* control, const SchemaInfo& schema, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_draft(schema)
    , m_error(new ErrorCard("schema", this))
{
    setObjectName(QStringLiteral("schema.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("How %1.%2 syncs").arg(schema.sourceName, schema.label));
    resize(960, 640);
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
    auto* body = new QHBoxLayout;
    setMargins(body, 0, 0, 0);
    body->addLayout(left, 1);
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
    fill();
    loadOptions();
}

QWidget* SchemaDialog::makeMethods()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    setMargins(column, 0, 0, kGrid);
    m_methods = new QButtonGroup(this);
    for (const SyncType type : {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append}) {
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
        m_draft.setSyncType(SyncType(id));
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
        m_draft.setCursor(m_cursor->currentData().toString());
        fill();
    });
    connect(m_key, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_draft.config.primaryKeyColumns.clear();
        for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
            if (!part.trimmed().isEmpty())
                m_draft.config.primaryKeyColumns << part.trimmed();
        showState();
    });
    connect(m_lookback, &QSpinBox::valueChanged, this, [this](int value) {
        m_draft.config.lookbackSeconds = value;
        showState();
    });
    connect(m_late, &QComboBox::activated, this, [this] {
        m_draft.config.lateCommits = LateCommits(m_late->currentData().toInt());
        showState();
    });
    return box;
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
            m_draft.config.columns = m_columns.selection();
        showState();
    });
    return panel;
}

QWidget* SchemaDialog::makeFooter()
{
    auto* footer = makeFrame("footer", this);
    auto* column = new QVBoxLayout(footer);
    setMargins(column, 24, 12, kGrid);
    m_effects = makeParagraph({}, "muted");
    column->addWidget(m_effects);
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, kGrid);
    m_status = makeLabel({}, "muted");
    auto* reread = makeButton(tr("Read the source again"), "schema.reread", "link");
    auto* cancel = makeButton(tr("Discard"), "schema.cancel");
    m_apply = makeButton(tr("Apply changes"), "schema.apply", "primary");
    m_apply->setShortcut(QKeySequence::Save);
    m_apply->setDefault(true);
    row->addWidget(reread);
    row->addWidget(m_status);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_apply);
    column->addLayout(row);
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
    m_key->setText(m_draft.config.primaryKeyColumns.join(QStringLiteral(", ")));
    m_lookback->setValue(int(std::min<qint64>(m_draft.config.lookbackSeconds, kMaxLookback)));
    m_late->setCurrentIndex(m_late->findData(int(m_draft.config.lateCommits)));
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
    const QStringList effects = m_draft.effects();
    m_effects->setText(m_draft.isChanged() ? effects.join(QLatin1Char(' ')) : tr("Nothing changed yet."));
    m_apply->setEnabled(m_draft.isChanged() && problems.isEmpty() && !m_busy);
}

void SchemaDialog::apply()
{
    m_busy = true;
    showState();
    SetSchemas command;
    command.ids = {m_draft.base().id};
    command.patch = m_draft.patch();
    command.expectedRevision = m_draft.base().revision;
    whenReplied<Done>(m_control->send(std::move(command)), this, [this](Result<Done> reply) {
        m_busy = false;
        if (reply)
            return accept();
        m_error->setError(reply.error());
        m_error->show();
        showState();
    });
}

} // namespace leat
