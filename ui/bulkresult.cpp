// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulkresult.h"

#include "engine/api/errortext.h"
#include "models/textexport.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::BulkResult", text);
}

QStandardItemModel* makeModel(const BulkResult& result, QObject* parent)
{
    const Theme theme = themeOf(QApplication::palette());
    auto* model = new QStandardItemModel(0, 2, parent);
    model->setHorizontalHeaderLabels({tr("Table"), tr("Result")});
    for (const ItemOutcome& item : result.items) {
        const QString sign = item.error ? QStringLiteral("failed") : QStringLiteral("ok");
        auto* name = new QStandardItem(QIcon(tintedIcon(sign, item.error ? theme.failed : theme.good, 16, 1)), item.name);
        const ErrorText text = item.error ? describe(*item.error) : ErrorText{item.run.isValid() ? tr("Done; a sync is queued") : tr("Done"), {}};
        auto* outcome = new QStandardItem(text.remedy.isEmpty() ? text.sentence : text.sentence + QLatin1Char(' ') + text.remedy);
        outcome->setToolTip(outcome->text());
        model->appendRow({name, outcome});
    }
    return model;
}

} // namespace

void showBulkResult(QWidget* parent, const QString& title, const BulkResult& result)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("bulkResult.dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    resizeWithin(dialog, {640, 400});
    QStandardItemModel* model = makeModel(result, dialog);
    const auto done = std::count_if(result.items.begin(), result.items.end(), [](const ItemOutcome& item) { return !item.error; });
    QTableView* view = makeTable("bulkResult.table", tr("Result of each table"), model);
    view->horizontalHeader()->resizeSection(0, 200);
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addWidget(makeLabel(tr("%1 of %2 done").arg(done).arg(result.items.size()), "heading"));
    content->addWidget(view, 1);
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* copy = makeButton(tr("Copy"), "bulkResult.copy");
    auto* close = makeButton(tr("Close"), "bulkResult.close", "primary");
    close->setDefault(true);
    row->addStretch();
    row->addWidget(copy);
    row->addWidget(close);
    auto* column = new QVBoxLayout(dialog);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    QObject::connect(copy, &QPushButton::clicked, dialog, [model] { QApplication::clipboard()->setText(QString::fromUtf8(toCsv(*model))); });
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->open();
}

} // namespace leat
