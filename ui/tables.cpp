// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables.h"

#include "models/runlogmodel.h"
#include "ui/rowdelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace leat {

QTableView* makeTable(const char* objectName, const QString& name, QAbstractItemModel* model)
{
    auto* view = new QTableView;
    view->setObjectName(QString::fromLatin1(objectName));
    view->setAccessibleName(name);
    view->setModel(model);
    view->setItemDelegate(new TextDelegate(view));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(32);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return view;
}

void fitColumns(QTableView* view, int most)
{
    QHeaderView* header = view->horizontalHeader();
    const QAbstractItemView* cells = view; // a table view hides its hint
    for (int column = 0; column + 1 < header->count(); ++column)
        header->resizeSection(column, std::min(column == 0 ? most * 5 / 4 : most, std::max(cells->sizeHintForColumn(column), 24 + header->fontMetrics().horizontalAdvance(view->model()->headerData(column, Qt::Horizontal).toString()))));
    header->resizeSection(header->count() - 1, most * 2 / 3); // at the least: it is stretched
}

QTableView* makeLogTable(const char* objectName, QAbstractItemModel* model)
{
    QTableView* view = makeTable(objectName, QCoreApplication::translate("leat::RunLogModel", "Log lines"), model);
    view->setItemDelegate(new RowDelegate(RowDelegate::Rows::LogLines, -1, -1, view));
    view->verticalHeader()->setDefaultSectionSize(26);
    view->verticalHeader()->setMinimumSectionSize(20);
    view->horizontalHeader()->resizeSection(RunLogModel::Time, 112);
    view->horizontalHeader()->resizeSection(RunLogModel::Level, 72);
    return view;
}

} // namespace leat
