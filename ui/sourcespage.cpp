// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcespage.h"

#include "models/formatting.h"
#include "models/wording.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/problemstrip.h"
#include "ui/requests.h"
#include "ui/rowdelegate.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>
#include <set>

namespace leat {

namespace {
constexpr int kStripRows = 3;
}

SourcesPage::SourcesPage(Requests* requests, QWidget* parent)
    : QWidget(parent)
    , m_requests(requests)
    , m_model(requests->control())
    , m_proxy(&m_model)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("tables.page"));
    m_pages->addWidget(makeTreePage());
    m_pages->addWidget(makeEmptyPage());
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addWidget(m_pages);
    connect(requests->control(), &Control::changed, this, &SourcesPage::apply);
    connect(&m_proxy, &QAbstractItemModel::rowsInserted, m_tree, [this](const QModelIndex& parentIndex) {
        if (!parentIndex.isValid())
            m_tree->expandToDepth(0);
    });
    apply();
    m_tree->expandAll();
    if (m_proxy.rowCount() > 0)
        m_tree->setCurrentIndex(m_proxy.index(0, 0));
}

QWidget* SourcesPage::makeTreePage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 16, 16, 12);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 12);
    m_title = makeLabel(tr("Sources"), "title");
    m_summary = makeLabel({}, "muted");
    head->addWidget(m_title);
    head->addWidget(m_summary, 0, Qt::AlignBottom);
    head->addStretch();
    column->addLayout(head);
    m_strip = new ProblemStrip(m_requests->control(), "problems", kStripRows, true);
    column->addWidget(m_strip);
    makeTree();
    column->addWidget(m_tree, 1);
    m_nothingFound = new QWidget;
    auto* none = new QVBoxLayout(m_nothingFound);
    setMargins(none, 0, 48, 12);
    none->addWidget(makeLabel(tr("No table matches the search."), "muted"), 0, Qt::AlignHCenter);
    auto* clear = makeButton(tr("Clear the search"), "tables.clearSearch");
    none->addWidget(clear, 0, Qt::AlignHCenter);
    none->addStretch();
    column->addWidget(m_nothingFound, 1);
    m_nothingFound->hide();
    connect(clear, &QPushButton::clicked, this, &SourcesPage::clearFilterWanted);
    return page;
}

void SourcesPage::makeTree()
{
    m_tree = new QTreeView;
    m_tree->setObjectName(QStringLiteral("tables.tree"));
    m_tree->setAccessibleName(tr("Sources and tables"));
    m_tree->setModel(&m_proxy);
    m_tree->setItemDelegate(new RowDelegate(RowDelegate::Rows::Schemas, SourceTableModel::Status, SourceTableModel::Progress, m_tree));
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setUniformRowHeights(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(SourceTableModel::Name, Qt::AscendingOrder);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(20);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* header = m_tree->header();
    header->setObjectName(QStringLiteral("tables.header"));
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(52);
    // How far a run is stands beside its rows, and not where a narrow window ends.
    header->moveSection(header->visualIndex(SourceTableModel::Progress), header->visualIndex(SourceTableModel::Rows) + 1);
    setWidths();
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SourcesPage::selectionChanged);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SourcesPage::selectionChanged);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) { Q_EMIT contextMenuWanted(m_tree->viewport()->mapToGlobal(at)); });
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const SchemaInfo* schema = m_model.schema(m_proxy.mapToSource(index)))
            Q_EMIT openSchema(schema->id);
        else if (const SourceInfo* source = m_model.source(m_proxy.mapToSource(index)))
            Q_EMIT openSource(source->id);
    });
}

/// Columns as wide as their longest usual words, in every language.
void SourcesPage::setWidths()
{
    const int least[] = {148, 120, 108, 104, 98, 54, 122, 80};
    QHeaderView* header = m_tree->header();
    const auto wide = [this](const QString& text) { return 24 + m_tree->fontMetrics().horizontalAdvance(text); };
    for (int i = 0; i < int(std::size(least)); ++i)
        header->resizeSection(i, std::max(least[i], 24 + header->fontMetrics().horizontalAdvance(m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString())));
    const auto widen = [header](int column, int width) { header->resizeSection(column, std::max(header->sectionSize(column), width)); };
    widen(SourceTableModel::Status, 24 + wide(runStatusWord(RunStatus::HeldBack)));
    for (int row = 0; row < m_model.rowCount(); ++row)
        widen(SourceTableModel::Method, wide(m_model.index(row, SourceTableModel::Method).data().toString()));
}

QWidget* SourcesPage::makeEmptyPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    setMargins(column, 48, 48, 12);
    column->addStretch(2);
    auto* art = new QLabel;
    art->setPixmap(applicationIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    column->addWidget(art, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(makeLabel(tr("Your data, in your own warehouse"), "title"), 0, Qt::AlignHCenter);
    QLabel* text = makeParagraph(tr("Connect a database and Leat keeps an exact copy of its tables in a DuckDB file on this computer."), "muted");
    text->setAlignment(Qt::AlignHCenter);
    text->setMinimumWidth(440);
    text->setMaximumWidth(440);
    text->setFixedHeight(text->heightForWidth(440));
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    auto* buttons = new QHBoxLayout;
    setMargins(buttons, 0, 0, 12);
    auto* add = makeButton(tr("Add a source"), "empty.addSource", "primary");
    add->setIcon(lineIconOnAccent(QStringLiteral("plus")));
    add->setAutoDefault(true);
    auto* sample = makeButton(tr("Try the sample"), "empty.trySample");
    sample->setIcon(lineIcon(QStringLiteral("sample")));
    sample->setAutoDefault(true);
    buttons->addStretch();
    buttons->addWidget(add);
    buttons->addWidget(sample);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(makeLabel(tr("The sample is an offline shop of ten tables. It takes seconds and can be removed."), "caption"), 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(add, &QPushButton::clicked, this, &SourcesPage::addSourceWanted);
    connect(sample, &QPushButton::clicked, m_requests, &Requests::createSample);
    return page;
}

void SourcesPage::apply()
{
    const WorldPtr world = m_requests->control()->snapshot();
    m_pages->setCurrentIndex(world->sources.empty() ? 1 : 0);
    int selected = 0;
    int running = 0;
    for (const SchemaInfo& s : world->schemas) {
        selected += s.status != SchemaStatus::Off ? 1 : 0;
        running += s.status == SchemaStatus::Running ? 1 : 0;
    }
    QStringList parts{tr("%n source(s)", nullptr, int(world->sources.size())), tr("%n table(s)", nullptr, selected)};
    if (running > 0)
        parts << tr("%1 running").arg(running);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    const bool found = m_proxy.rowCount() > 0;
    m_tree->setVisible(found);
    m_nothingFound->setVisible(!found);
}

void SourcesPage::setTitle(const QString& title) { m_title->setText(title); }

void SourcesPage::setQuery(const QString& text)
{
    m_proxy.setQuery(text);
    if (!text.isEmpty())
        m_tree->expandAll();
    apply();
    // A search that found nothing took the current row along.
    if (!m_tree->currentIndex().isValid() && m_proxy.rowCount() > 0)
        m_tree->setCurrentIndex(m_proxy.index(0, 0));
}

void SourcesPage::selectRow(const QModelIndex& sourceIndex)
{
    QModelIndex index = m_proxy.mapFromSource(sourceIndex);
    if (!index.isValid() && !m_proxy.query().isEmpty()) {
        Q_EMIT clearFilterWanted();
        index = m_proxy.mapFromSource(sourceIndex);
    }
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
}

void SourcesPage::select(SourceId id) { selectRow(m_model.indexOf(id)); }
void SourcesPage::select(SchemaId id) { selectRow(m_model.indexOf(id)); }

SchemaId SourcesPage::currentSchema() const
{
    const SchemaInfo* schema = m_model.schema(m_proxy.mapToSource(m_tree->currentIndex()));
    return schema ? schema->id : SchemaId();
}

SourceId SourcesPage::currentSource() const
{
    const QModelIndex index = m_proxy.mapToSource(m_tree->currentIndex());
    if (const SchemaInfo* schema = m_model.schema(index))
        return schema->sourceId;
    const SourceInfo* source = m_model.source(index);
    return source ? source->id : SourceId();
}

std::vector<SchemaId> SourcesPage::selectedSchemas(bool withOff) const
{
    std::vector<SchemaId> ids;
    std::set<qint64> seen;
    const auto take = [&](const SchemaInfo* s, bool named) {
        if (s && (named || withOff || s->config.shouldSync) && seen.insert(s->id.value).second)
            ids.push_back(s->id);
    };
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows) {
        const QModelIndex index = m_proxy.mapToSource(row);
        if (const SchemaInfo* schema = m_model.schema(index)) {
            take(schema, true);
            continue;
        }
        // A source stands for its tables that are shown; not where some of them are selected beside it.
        if (std::any_of(rows.begin(), rows.end(), [&row](const QModelIndex& other) { return other.parent() == row; }))
            continue;
        for (const SchemaId id : m_model.schemasUnder(index))
            if (m_proxy.mapFromSource(m_model.indexOf(id)).isValid())
                take(m_model.schema(m_model.indexOf(id)), false);
    }
    return ids;
}

} // namespace leat
