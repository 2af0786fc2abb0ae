// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparedialog.h"

#include "models/textexport.h"
#include "ui/parts.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::RunComparison", text);
}

} // namespace

void showComparison(QWidget* parent, const std::vector<RunDifference>& lines, const QString& instead)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("compare.dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Compare runs"));
    resizeWithin(dialog, {760, 560});
    auto* model = new QStandardItemModel(0, 4, dialog);
    model->setHorizontalHeaderLabels({tr("What"), tr("Earlier run"), tr("Later run"), tr("Change")});
    for (const RunDifference& line : lines) {
        QList<QStandardItem*> cells;
        for (const QString& text : {line.what, line.first, line.second, line.change}) {
            cells << new QStandardItem(text);
            cells.back()->setToolTip(text);
            QFont font = cells.back()->font();
            font.setBold(!line.change.isEmpty());
            cells.back()->setFont(font);
        }
        model->appendRow(cells);
    }
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    if (instead.isEmpty()) {
        QTableView* view = makeTable("compare.table", tr("Both runs"), model);
        for (const int column : {0, 1, 2})
            view->horizontalHeader()->resizeSection(column, column == 0 ? 160 : 220);
        content->addWidget(view, 1);
    } else {
        content->addWidget(makeParagraph(instead, nullptr));
        content->addStretch();
    }
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* copy = makeButton(tr("Copy"), "compare.copy");
    auto* close = makeButton(tr("Close"), "compare.close", "primary");
    close->setDefault(true);
    copy->setVisible(instead.isEmpty());
    row->addStretch();
    row->addWidget(copy);
    row->addWidget(close);
    auto* column = new QVBoxLayout(dialog);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    QObject::connect(copy, &QPushButton::clicked, dialog, [model] { QGuiApplication::clipboard()->setText(QString::fromUtf8(toCsv(*model))); });
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->open();
}

} // namespace leat
