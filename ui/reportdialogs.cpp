// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reportdialogs.h"

#include "models/formatting.h"
#include "ui/clearbutton.h"
#include "ui/facts.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QShortcut>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat", text);
}

/// A dialog with a title, room for content and a Close button; `copy` non-empty adds Copy.
QVBoxLayout* openDialog(QWidget* parent, const char* name, const QString& title, QSize size, const QString& copy)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QString::fromLatin1(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    resizeWithin(dialog, size);
    auto* column = new QVBoxLayout(dialog);
    setMargins(column, 0, 0, 0);
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 24, 16);
    column->addLayout(content, 1);
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    row->addStretch();
    if (!copy.isEmpty()) {
        auto* button = makeButton(tr("Copy"), "report.copy");
        QObject::connect(button, &QPushButton::clicked, dialog, [copy] { QGuiApplication::clipboard()->setText(copy); });
        row->addWidget(button);
    }
    auto* close = makeButton(tr("Close"), "report.close", "primary");
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    row->addWidget(close);
    column->addWidget(footer);
    dialog->open();
    return content;
}

void addVerdict(QVBoxLayout* column, bool good, const QString& text)
{
    auto* card = new QFrame;
    card->setProperty("tone", good ? QStringLiteral("good") : QStringLiteral("failed"));
    auto* row = new QHBoxLayout(card);
    setMargins(row, 12, 12, 10);
    const Theme theme = themeOf(QGuiApplication::palette());
    auto* glyph = new QLabel;
    glyph->setPixmap(tintedIcon(good ? QStringLiteral("ok") : QStringLiteral("failed"), good ? theme.good : theme.failed, 20, 1));
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addWidget(makeParagraph(text, "strong"), 1);
    column->addWidget(card);
}

void addKeys(QString& text, const QString& title, const QStringList& keys, qint64 total)
{
    if (total == 0)
        return;
    text += QStringLiteral("%1 (%2)\n").arg(title, formatCount(total));
    for (const QString& key : keys)
        text += QStringLiteral("  ") + key + QLatin1Char('\n');
    if (total > keys.size())
        text += QStringLiteral("  ") + tr("and %1 more").arg(formatCount(total - keys.size())) + QLatin1Char('\n');
    text += QLatin1Char('\n');
}

QString cellText(const std::optional<QString>& cell)
{
    constexpr qsizetype kLongest = 80;
    if (!cell)
        return QStringLiteral("NULL");
    return cell->size() <= kLongest ? *cell : cell->left(kLongest) + QStringLiteral("…");
}

} // namespace

void showVerifyReport(QWidget* parent, const VerifyReport& report, const std::function<void()>& repair, const std::function<void()>& syncAgain)
{
    QString keys;
    addKeys(keys, tr("Missing in the warehouse"), report.missingKeys, report.missing);
    if (!report.keepsVersions)
        addKeys(keys, tr("Not at the source any more"), report.extraKeys, report.extra);
    addKeys(keys, tr("Same key, other values"), report.differingKeys, report.differing);
    for (const ValueDifference& value : report.values)
        keys += tr("%1, column %2: %3 at the source, %4 here").arg(value.key, value.column, cellText(value.source), cellText(value.warehouse)) + QLatin1Char('\n');
    const bool good = report.equal() || report.repaired;
    const QString verdict = report.repaired ? tr("%1 differed from its source and was repaired.").arg(report.label)
        : report.equal() ? tr("%1 is equal to its source, row by row.").arg(report.label)
                         : tr("%1 differs from its source.").arg(report.label);
    QVBoxLayout* column = openDialog(parent, "verify.dialog", tr("Verify %1").arg(report.label), QSize(560, report.equal() ? 320 : 520), verdict + QStringLiteral("\n\n") + keys);
    addVerdict(column, good, verdict);
    auto* facts = new FactGrid;
    facts->fillBelow();
    facts->add(tr("Rows at the source"), formatCount(report.sourceRows));
    facts->add(tr("Rows here"), formatCount(report.warehouseRows));
    facts->add(tr("Compared"), report.byKey ? tr("by key and a hash of each row") : report.keepsVersions ? tr("as wholes; earlier versions stay by design") : tr("as wholes, because the table has no key"));
    facts->add(tr("Rows that travelled"), formatCount(report.rowsTransferred));
    if (report.pending > 0)
        facts->add(tr("Not synced yet"), tr("%1 rows; the next sync brings them").arg(formatCount(report.pending)));
    facts->add(tr("Snapshot of"), formatAbsolute(report.at));
    column->addWidget(facts);
    if (report.equal()) {
        column->addStretch();
        return;
    }
    auto* list = new QPlainTextEdit(keys.trimmed());
    list->setObjectName(QStringLiteral("verify.keys"));
    list->setAccessibleName(tr("Keys that differ"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setFont(fixedFont());
    column->addWidget(list, 1);
    if (report.repaired)
        return;
    if (!report.pendingKnown)
        column->addWidget(makeParagraph(tr("Rows that changed at the source after the last sync count too: sync first, then verify again."), "muted"));
    column->addWidget(makeParagraph(tr("Repairing replaces only the ranges that differ. The cursor stays."), "muted"));
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, kGrid);
    row->addStretch();
    auto* button = makeButton(tr("Repair"), "verify.repair");
    auto* again = makeButton(tr("Sync and compare again"), "verify.syncAgain");
    row->addWidget(again);
    row->addWidget(button);
    column->addLayout(row);
    QObject::connect(button, &QPushButton::clicked, button, [button, repair] {
        repair();
        button->window()->close();
    });
    QObject::connect(again, &QPushButton::clicked, again, [again, syncAgain] {
        syncAgain();
        again->window()->close();
    });
}

namespace {

QString reconcileVerdict(const ReconcileReport& report)
{
    if (report.held)
        return tr("Many rows of %1 are gone at the source. Nothing was deleted yet.").arg(report.label);
    if (report.deleted == 0)
        return tr("No row of %1 is gone at the source.").arg(report.label);
    return report.mode == DeleteMode::Hard ? tr("%1 rows that are gone at the source were deleted.").arg(formatCount(report.deleted))
                                           : tr("%1 rows that are gone at the source were marked as deleted.").arg(formatCount(report.deleted));
}

} // namespace

void showReconcileReport(QWidget* parent, const ReconcileReport& report, const std::function<void()>& review)
{
    QString keys;
    addKeys(keys, tr("Not at the source any more"), report.goneKeys, report.gone);
    addKeys(keys, tr("Missing in the warehouse"), report.missingKeys, report.missing);
    const QString verdict = reconcileVerdict(report);
    QVBoxLayout* column = openDialog(parent, "reconcile.dialog", tr("Deletes of %1").arg(report.label), QSize(560, keys.isEmpty() ? 320 : 520), verdict + QStringLiteral("\n\n") + keys);
    addVerdict(column, !report.held, verdict);
    auto* facts = new FactGrid;
    facts->fillBelow();
    facts->add(tr("Rows at the source"), formatCount(report.sourceRows));
    facts->add(tr("Rows here"), formatCount(report.warehouseRows));
    if (report.purged > 0)
        facts->add(tr("Purged"), tr("%1 rows that were marked earlier").arg(formatCount(report.purged)));
    if (report.pending > 0)
        facts->add(tr("Not synced yet"), tr("%1 rows; the next sync brings them").arg(formatCount(report.pending)));
    if (report.missing > 0)
        facts->add(tr("Missing here"), tr("%1 rows; verify and repair brings them").arg(formatCount(report.missing)));
    if (report.nullKeys > 0)
        facts->add(tr("Without a whole key"), tr("%1 rows; they are never taken for deleted").arg(formatCount(report.nullKeys)));
    facts->add(tr("Keys that travelled"), formatCount(report.keysTransferred));
    facts->add(tr("Snapshot of"), formatAbsolute(report.at));
    column->addWidget(facts);
    if (keys.isEmpty())
        return column->addStretch();
    auto* list = new QPlainTextEdit(keys.trimmed());
    list->setObjectName(QStringLiteral("reconcile.keys"));
    list->setAccessibleName(tr("Keys that differ"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setFont(fixedFont());
    column->addWidget(list, 1);
    if (!report.held)
        return;
    auto* button = makeButton(tr("Review deletes…"), "reconcile.review");
    column->addWidget(button, 0, Qt::AlignRight);
    QObject::connect(button, &QPushButton::clicked, button, [button, review] {
        button->window()->close();
        review();
    });
}

void showShortcuts(QWidget* parent, const QList<QAction*>& actions)
{
    QVBoxLayout* column = openDialog(parent, "shortcuts.dialog", tr("Keyboard shortcuts"), QSize(480, 560), {});
    auto* search = new QLineEdit;
    search->setObjectName(QStringLiteral("shortcuts.search"));
    search->setAccessibleName(tr("Search shortcuts"));
    search->setPlaceholderText(tr("Search"));
    showClearButton(search);
    column->addWidget(search);
    auto* facts = new FactGrid;
    facts->fillBelow();
    QList<QPair<QString, QString>> entries;
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty())
            entries.append({action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…")), action->shortcut().toString(QKeySequence::NativeText)});
    const auto fill = [facts, entries](const QString& filter) {
        facts->begin();
        for (const auto& [text, keys] : entries)
            if (text.contains(filter, Qt::CaseInsensitive))
                facts->add(keys, text);
        facts->end();
    };
    fill({});
    QObject::connect(search, &QLineEdit::textChanged, facts, fill);
    auto* holder = new QWidget;
    auto* inner = new QVBoxLayout(holder);
    setMargins(inner, 0, 0, 0);
    inner->addWidget(facts);
    inner->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("shortcuts.list"));
    scroll->setAccessibleName(tr("Shortcuts"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(holder);
    column->addWidget(scroll, 1);
    search->setFocus();
}

void showSearchHelp(QWidget* parent, const std::vector<std::pair<QString, QString>>& examples)
{
    QVBoxLayout* column = openDialog(parent, "searchHelp.dialog", tr("The language of the search"), QSize(620, 480), {});
    column->addWidget(makeParagraph(tr("All terms must hold. Terms of one kind are alternatives. What is not understood is searched for as a word."), "muted"));
    auto* facts = new FactGrid;
    facts->fillBelow();
    for (const auto& [example, meaning] : examples)
        facts->add(example, meaning);
    facts->end();
    column->addWidget(facts);
    column->addStretch();
}

void showAbout(QWidget* parent, const QString& profilePath, const QString& warehousePath)
{
    const QString version = QStringLiteral(LEAT_VERSION);
    const QString text = QStringLiteral("Leat %1, Qt %2\n%3\n%4").arg(version, QString::fromLatin1(qVersion()), profilePath, warehousePath);
    QVBoxLayout* column = openDialog(parent, "about.dialog", tr("About Leat"), QSize(520, 320), text);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 16);
    auto* art = new QLabel;
    art->setPixmap(applicationIcon().pixmap(QSize(56, 56)));
    head->addWidget(art);
    auto* titles = new QVBoxLayout;
    titles->addWidget(makeLabel(QStringLiteral("Leat %1").arg(version), "title"));
    titles->addWidget(makeLabel(tr("Keeps your own warehouse in step with your databases."), "muted"));
    head->addLayout(titles, 1);
    column->addLayout(head);
    auto* facts = new FactGrid;
    facts->fillBelow();
    facts->add(tr("Profile"), profilePath);
    facts->add(tr("Warehouse"), warehousePath);
    facts->add(QStringLiteral("Qt"), QString::fromLatin1(qVersion()));
    facts->add(tr("Licence"), tr("GPL-3.0-or-later"));
    column->addWidget(facts);
    column->addStretch();
}

} // namespace leat
