// SPDX-License-Identifier: GPL-3.0-or-later
// The last two pages of the dialog: tables and review.
#include "models/formatting.h"
#include "models/frequencywords.h"
#include "models/wording.h"
#include "ui/addsourcedialog.h"
#include "ui/checkview.h"
#include "ui/clearbutton.h"
#include "ui/facts.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/rowdelegate.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>

namespace leat {

namespace {

/// Edits the method by a list; the other cells as text.
class ChoiceDelegate : public RowDelegate
{
public:
    explicit ChoiceDelegate(QObject* parent)
        : RowDelegate(Rows::Choices, TableChoiceModel::Why, -1, parent)
    {
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.column() != TableChoiceModel::Method) {
            QWidget* editor = RowDelegate::createEditor(parent, option, index);
            editor->setObjectName(QStringLiteral("addSource.cell"));
            editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
            return editor;
        }
        auto* box = new QComboBox(parent);
        box->setObjectName(QStringLiteral("addSource.method"));
        box->setAccessibleName(AddSourceDialog::tr("Method"));
        for (const SyncType type : {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append})
            box->addItem(syncTypeWord(type), int(type));
        connect(box, &QComboBox::activated, this, [this, box] {
            Q_EMIT const_cast<ChoiceDelegate*>(this)->commitData(box);
            Q_EMIT const_cast<ChoiceDelegate*>(this)->closeEditor(box);
        });
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        if (auto* box = qobject_cast<QComboBox*>(editor))
            box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
        else
            RowDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        if (auto* box = qobject_cast<QComboBox*>(editor))
            model->setData(index, box->currentData());
        else
            RowDelegate::setModelData(editor, model, index);
    }
};

} // namespace

QWidget* AddSourceDialog::makeTablesPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 24, 24, 12);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, kGrid);
    auto* search = new QLineEdit;
    search->setObjectName(QStringLiteral("addSource.tableSearch"));
    search->setAccessibleName(tr("Search tables"));
    search->setPlaceholderText(tr("Search tables"));
    showClearButton(search);
    showSign(search, QStringLiteral("search"));
    search->setMaximumWidth(280);
    connect(search, &QLineEdit::textChanged, &m_shown, &QSortFilterProxyModel::setFilterFixedString);
    auto* all = makeButton(tr("Tick all shown"), "addSource.tickAll");
    auto* none = makeButton(tr("Clear all shown"), "addSource.tickNone");
    connect(all, &QPushButton::clicked, this, [this] { tickShown(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickShown(false); });
    m_tablesSummary = makeLabel({}, "muted");
    head->addWidget(search, 1);
    head->addWidget(all);
    head->addWidget(none);
    head->addStretch();
    head->addWidget(m_tablesSummary);
    column->addLayout(head);

    m_tables = new QTableView;
    m_tables->setObjectName(QStringLiteral("addSource.tables"));
    m_tables->setAccessibleName(tr("Tables of the source"));
    m_tables->setModel(&m_shown);
    m_tables->setItemDelegate(new ChoiceDelegate(m_tables));
    m_tables->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tables->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_tables->setShowGrid(false);
    m_tables->setSortingEnabled(true);
    m_tables->sortByColumn(TableChoiceModel::Table, Qt::AscendingOrder);
    m_tables->setTabKeyNavigation(false);
    m_tables->setWordWrap(false);
    m_tables->verticalHeader()->hide();
    m_tables->verticalHeader()->setDefaultSectionSize(32);
    QHeaderView* header = m_tables->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const int widths[] = {184, 112, 116, 112, 88};
    for (int i = 0; i < int(std::size(widths)); ++i)
        header->resizeSection(i, widths[i]);
    column->addWidget(m_tables, 1);
    column->addWidget(makeLabel(tr("Space ticks a table. F2 or a double click changes method, cursor or key."), "caption"));
    return page;
}

QWidget* AddSourceDialog::makeReviewPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 24, 24, 16);
    column->addWidget(makeLabel(tr("Ready to create"), "title"));
    m_review = makeFrame("card");
    new QVBoxLayout(m_review);
    column->addWidget(m_review);
    auto* schedule = new QHBoxLayout;
    setMargins(schedule, 0, 0, 12);
    auto* frequency = new QComboBox;
    frequency->setObjectName(QStringLiteral("addSource.frequency"));
    frequency->setAccessibleName(tr("How often the tables sync"));
    frequency->addItem(tr("Every 6 hours by cursor, complete copies once a day (suggested)"), -1);
    for (const SyncFrequency value : allFrequencies())
        frequency->addItem(frequencyWord(value), int(value));
    QLabel* label = makeLabel(tr("Then sync"));
    label->setBuddy(frequency);
    schedule->addWidget(label);
    schedule->addWidget(frequency);
    schedule->addStretch();
    column->addLayout(schedule);
    column->addWidget(makeParagraph(tr("By themselves while this window or “leatctl run-scheduler” is open. Every table's frequency can be changed later."), "caption"));
    connect(frequency, &QComboBox::activated, this, [this, frequency] {
        const int value = frequency->currentData().toInt();
        m_choices.setFrequency(value < 0 ? std::nullopt : std::optional(SyncFrequency(value)));
    });
    m_error = new CheckView("addSource.createError");
    column->addWidget(m_error);
    column->addWidget(makeParagraph(tr("The first sync copies each ticked table into the warehouse. You can close this window meanwhile, cancel a sync, or change a table's method at any time."), "muted"));
    column->addStretch();
    return page;
}

void AddSourceDialog::showReview()
{
    delete m_review->layout();
    qDeleteAll(m_review->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    auto* column = new QVBoxLayout(m_review);
    setMargins(column, 16, 16, 12);
    auto* facts = new FactGrid(m_review);
    int counts[3] = {};
    for (const TableChoice& choice : m_choices.choices())
        ++counts[int(choice.config.syncType)];
    facts->add(tr("Source"), m_flow.name());
    facts->add(tr("Type"), m_flow.type() ? m_flow.type()->title : QString());
    facts->add(tr("Connection"), m_flow.connectionText());
    facts->add(tr("Password"), m_flow.hasSecret(QStringLiteral("password")) ? tr("kept in the keychain") : tr("none"));
    facts->add(tr("Tables"), tr("%1 of %n", nullptr, m_choices.rowCount()).arg(m_choices.checkedCount()));
    for (const SyncType type : {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append})
        if (counts[int(type)] > 0)
            facts->add(syncTypeWord(type), tr("%n table(s)", nullptr, counts[int(type)]));
    if (m_choices.checkedRows() > 0)
        facts->add(tr("First sync"), tr("about %1 rows").arg(formatCount(m_choices.checkedRows())));
    facts->add(tr("In the warehouse"), tr("%1.<table>").arg(m_flow.name()));
    column->addWidget(facts);
}

void AddSourceDialog::tickShown(bool on)
{
    std::vector<int> rows;
    for (int row = 0; row < m_shown.rowCount(); ++row)
        rows.push_back(m_shown.mapToSource(m_shown.index(row, 0)).row());
    m_choices.setChecked(rows, on);
}

} // namespace leat
