// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables.h"

#include "models/runlogmodel.h"
#include "ui/rowdelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace leat {

QTableView* makeTable(const char* objectName, const QString& name, QAbstractItemModel* model)
{
    auto* view = new QTableView;
    view->setObjectName(QString::fromLatin1(objectName));
    view->setAccessibleName(name);
    view->setModel(model);
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

QTableView* makeLogView(const char* objectName, RunLogModel* model)
{
    QTableView* view = makeTable(objectName, QCoreApplication::translate("leat::RunLogModel", "Log lines"), model);
    view->setItemDelegate(new RowDelegate(RowDelegate::Rows::LogLines, -1, -1, view));
    view->verticalHeader()->setDefaultSectionSize(26);
    view->verticalHeader()->setMinimumSectionSize(20);
    view->horizontalHeader()->resizeSection(RunLogModel::Time, 120);
    view->horizontalHeader()->resizeSection(RunLogModel::Level, 72);
    QObject::connect(model, &QAbstractItemModel::rowsAboutToBeInserted, view, [view] {
        const QScrollBar* bar = view->verticalScrollBar();
        view->setProperty("atEnd", bar->value() >= bar->maximum());
    });
    QObject::connect(model, &QAbstractItemModel::rowsInserted, view, [view] {
        if (view->property("atEnd").toBool())
            view->scrollToBottom();
    });
    return view;
}

} // namespace leat
