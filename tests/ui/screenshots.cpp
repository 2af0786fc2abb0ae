// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the pictures of docs/: screenshots DIR. The window is the real one over scripted data.
#include "tests/support/fakecontrol.h"
#include "ui/addsourcedialog.h"
#include "ui/appearance.h"
#include "ui/historyview.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/reportdialogs.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

void settle() { QTest::qWait(120); }

void save(QWidget& widget, const QString& folder, const QString& name, const QString& look)
{
    settle();
    const QString path = QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name, look));
    if (!widget.grab().save(path))
        qFatal("cannot write %s", qPrintable(path));
}

QDialog* topDialog(MainWindow& window)
{
    QDialog* found = nullptr;
    for (QDialog* dialog : window.findChildren<QDialog*>())
        if (dialog->isVisible())
            found = dialog;
    return found;
}

void shootDialogs(MainWindow& window, const QString& folder, const QString& look)
{
    window.openAddSource();
    auto* add = window.findChild<AddSourceDialog*>();
    save(*add, folder, QStringLiteral("add-source-type"), look);
    QString url = QStringLiteral("postgresql://leat@db.example.com/shop");
    add->flow().parseUrl(Secret::take(url));
    settle();
    add->flow().test();
    save(*add, folder, QStringLiteral("add-source-connection"), look);
    add->flow().next();
    settle();
    save(*add, folder, QStringLiteral("add-source-tables"), look);
    add->flow().next();
    save(*add, folder, QStringLiteral("add-source-review"), look);
    add->close();
    settle();
    window.openSchemaDialog(SchemaId{106});
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("table-settings"), look);
        dialog->close();
    }
    settle();
    window.openSourceDialog(SourceId{2});
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("source-connection"), look);
        dialog->close();
    }
    settle();
    window.actions().verify->trigger();
    settle();
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("verify"), look);
        dialog->close();
    }
    settle();
    window.actions().shortcuts->trigger();
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("shortcuts"), look);
        dialog->close();
    }
    settle();
}

void shootAll(Appearance& appearance, const QString& folder, bool dark)
{
    const QString look = dark ? QStringLiteral("dark") : QStringLiteral("light");
    appearance.setMode(dark ? Appearance::Mode::Dark : Appearance::Mode::Light);
    {
        FakeControl control(worlds::empty());
        MainWindow window(&control, {nullptr, &appearance, {}});
        window.resize(1440, 900);
        window.show();
        save(window, folder, QStringLiteral("empty"), look);
    }
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    MainWindow window(&control, {nullptr, &appearance, {}});
    window.resize(1440, 900);
    window.show();
    settle();
    window.sourcesPage()->select(SchemaId{106});
    save(window, folder, QStringLiteral("main"), look);
    window.sourcesPage()->select(SchemaId{104});
    save(window, folder, QStringLiteral("held-back"), look);
    window.sourcesPage()->select(SchemaId{201});
    save(window, folder, QStringLiteral("failed"), look);
    window.sourcesPage()->select(SourceId{2});
    save(window, folder, QStringLiteral("source"), look);
    window.sourcesPage()->select(SchemaId{106});
    auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("details.tabs"));
    const char* names[] = {"", "details-columns", "details-history", "details-log"};
    for (int tab = 1; tab < 4; ++tab) {
        tabs->setCurrentIndex(tab);
        save(window, folder, QString::fromLatin1(names[tab]), look);
    }
    tabs->setCurrentIndex(0);
    window.actions().goProblems->trigger();
    save(window, folder, QStringLiteral("problems"), look);
    window.actions().goHistory->trigger();
    settle();
    window.historyPage()->view()->setCurrentIndex(window.historyPage()->model().index(3, 0));
    save(window, folder, QStringLiteral("history"), look);
    window.actions().goTables->trigger();
    window.sourcesPage()->select(SchemaId{106});
    shootDialogs(window, folder, look);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc != 2) {
        qWarning("usage: screenshots DIR");
        return 64;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (!QDir().mkpath(folder)) {
        qWarning("cannot make %s", argv[1]);
        return 73;
    }
    installLanguage(app);
    Appearance appearance(app);
    shootAll(appearance, folder, false);
    shootAll(appearance, folder, true);
    return 0;
}
