// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartcard.h"

#include "ui/parts.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

namespace leat {

ChartCard::ChartCard(const char* prefix, const QString& title, SeriesModel* model, RunChart::Shape shape, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_summary(makeLabel({}, "caption"))
    , m_pages(new QStackedWidget)
{
    const auto named = [prefix](const char* part) { return QByteArray(prefix) + '.' + part; };
    setProperty("role", QStringLiteral("card"));
    setObjectName(QString::fromLatin1(named("card")));
    m_chart = new RunChart(named("chart").constData(), title, model, shape);
    m_table = makeTable(named("table").constData(), title, model);
    m_table->setProperty("role", QStringLiteral("bare"));
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_asTable = makeIconButton(QStringLiteral("table"), tr("Show “%1” as a table").arg(title), named("asTable").constData());
    m_asTable->setCheckable(true);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, kGrid);
    head->addWidget(makeLabel(title, "section"));
    head->addWidget(m_summary);
    head->addStretch();
    head->addWidget(m_asTable);
    m_pages->addWidget(m_chart);
    m_pages->addWidget(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 7, 16, 12); // the button is higher than the words, which stand as in other cards
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    const auto say = [this] { m_summary->setText(m_model->summary()); };
    connect(model, &QAbstractItemModel::modelReset, this, say);
    connect(m_asTable, &QToolButton::toggled, this, [this](bool table) { m_pages->setCurrentIndex(table ? 1 : 0); });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { Q_EMIT m_chart->pointActivated(index.row()); });
    say();
}

bool ChartCard::showsTable() const { return m_pages->currentIndex() == 1; }

} // namespace leat
