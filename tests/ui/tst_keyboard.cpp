// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/historyview.h"
#include "ui/homepage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTableView>

#include <set>

using namespace leat;
using namespace leat::test;

/// Every page by keyboard alone, and what a page shows when there is nothing to show.
class KeyboardTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void tabReachesEverything_data();
    void tabReachesEverything();
    void tabComesBackInDialogs();
    void shortcutsMeanOneThing();
    void newProfileOffersTheWayOnEverywhere();
    void noRunFitsOffersAllRuns();
    void emptyTrashSaysWhatItIsFor();
    void problemsOfAllNumbers_data();
    void problemsOfAllNumbers();

private:
    std::set<QWidget*> walk(QWidget* window, int most);
    static bool wantsFocus(const QWidget* widget);
};

bool KeyboardTest::wantsFocus(const QWidget* widget)
{
    const bool control = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget)
        || qobject_cast<const QAbstractItemView*>(widget);
    const bool inside = qobject_cast<const QComboBox*>(widget->parentWidget()) || qobject_cast<const QLineEdit*>(widget->parentWidget())
        || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton") || widget->objectName().startsWith(QStringLiteral("qt_")) || widget->parentWidget()->inherits("QTabBar");
    return control && !inside && widget->isVisible() && widget->isEnabled();
}

/// What Tab visits, from where the focus is.
std::set<QWidget*> KeyboardTest::walk(QWidget* window, int most)
{
    std::set<QWidget*> seen;
    for (int i = 0; i < most && QApplication::focusWidget() != nullptr; ++i) {
        seen.insert(QApplication::focusWidget());
        QTest::keyClick(window->windowHandle(), Qt::Key_Tab);
    }
    return seen;
}

void KeyboardTest::tabReachesEverything_data()
{
    QTest::addColumn<QString>("place");
    for (const char* place : {"action.go.home", "action.go.tables", "action.go.problems", "action.go.history"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void KeyboardTest::tabReachesEverything()
{
    QFETCH(QString, place);
    open(worlds::shop());
    m_window->findChild<QAction*>(place)->trigger();
    if (place == QLatin1String("action.go.tables"))
        m_window->sourcesPage()->select(SchemaId{106});
    QTRY_VERIFY(!m_window->homePage()->isVisible() || m_window->homePage()->heat().rowCount() > 0);
    QTRY_VERIFY(!m_window->historyPage()->isVisible() || m_window->historyPage()->model().rowCount() > 0);
    QVERIFY(QApplication::focusWidget() != nullptr);
    const std::set<QWidget*> seen = walk(m_window.get(), 150);
    for (QWidget* widget : m_window->findChildren<QWidget*>())
        if (wantsFocus(widget) && widget->window() == m_window.get())
            QVERIFY2(seen.count(widget) == 1, qPrintable(place + QStringLiteral(": Tab never comes to ") + widget->objectName()));
    QVERIFY(seen.size() > 12);
}

void KeyboardTest::tabComesBackInDialogs()
{
    open(worlds::shop());
    const std::function<void()> ways[] = {[&] { m_window->openSchemaDialog(SchemaId{106}); }, [&] { m_window->openSourceDialog(SourceId{2}); }, [&] { m_window->openRotate(SourceId{2}); },
        [&] { m_window->openSettings(QStringLiteral("engine")); }, [&] { m_window->openTrash(); }, [&] { m_window->openDiagnosis(SourceId{2}, {}); }};
    for (const auto& way : ways) {
        way();
        QPointer<QDialog> dialog;
        const auto find = [&] {
            for (QDialog* one : m_window->findChildren<QDialog*>())
                if (one->isVisible())
                    dialog = one;
            return dialog != nullptr && dialog->isActiveWindow();
        };
        QTRY_VERIFY(find());
        QTest::qWait(20); // its answers have come
        if (QApplication::focusWidget() == nullptr)
            QTest::keyClick(dialog->windowHandle(), Qt::Key_Tab);
        const std::set<QWidget*> seen = walk(dialog, 80);
        for (QWidget* widget : dialog->findChildren<QWidget*>())
            if (wantsFocus(widget) && !qobject_cast<QAbstractButton*>(widget)) // of radio buttons Tab visits one
                QVERIFY2(seen.count(widget) == 1, qPrintable(dialog->objectName() + QStringLiteral(": Tab never comes to ") + widget->objectName()));
        QTest::keyClick(dialog->windowHandle(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
    }
}

/// 11-ux §4.12: no two actions of the window share keys, enabled or not.
void KeyboardTest::shortcutsMeanOneThing()
{
    open(worlds::shop());
    std::map<QString, QString> seen;
    for (const QAction* action : m_window->findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            const auto [at, fresh] = seen.emplace(keys.toString(), action->objectName());
            QVERIFY2(fresh || at->second == action->objectName(), qPrintable(keys.toString() + QStringLiteral(" is ") + at->second + QStringLiteral(" and ") + action->objectName()));
        }
    for (const char* keys : {"Ctrl+P", "Ctrl+F", "F5", "Ctrl+R", "Ctrl+Shift+R", "Ctrl+.", "Ctrl+D", "Ctrl+N", "Ctrl+L", "Ctrl+E", "Alt+1", "Alt+5", "F6", "F9", "Ctrl+,", "Ctrl+Q"})
        QVERIFY2(seen.count(QString::fromLatin1(keys)) == 1, keys);
}

void KeyboardTest::newProfileOffersTheWayOnEverywhere()
{
    open(worlds::empty());
    for (QAction* place : {m_window->actions().goHome, m_window->actions().goTables, m_window->actions().goProblems, m_window->actions().goActive}) {
        place->trigger();
        QVERIFY2(part("empty.addSource") && part("empty.addSource")->isEnabled(), qPrintable(place->objectName()));
        QVERIFY2(part("empty.trySample"), qPrintable(place->objectName()));
    }
    m_window->actions().goHistory->trigger();
    QTRY_VERIFY(m_window->historyPage()->isVisible());
    QTRY_VERIFY(!part<QTableView>("history.table")); // a sentence instead of an empty table
    QVERIFY(!part("history.showAll"));
}

void KeyboardTest::noRunFitsOffersAllRuns()
{
    open(worlds::shop());
    m_window->actions().goHistory->trigger();
    QTRY_VERIFY(part<QTableView>("history.table") && m_window->historyPage()->model().rowCount() > 0);
    auto* status = part<QComboBox>("history.status");
    status->setCurrentIndex(status->findData(int(RunStatus::Interrupted)));
    Q_EMIT status->activated(status->currentIndex());
    QTRY_VERIFY(part("history.showAll"));
    QVERIFY(!part<QTableView>("history.table"));
    click("history.showAll");
    QTRY_VERIFY(part<QTableView>("history.table"));
    QTRY_VERIFY(m_window->historyPage()->model().rowCount() > 0);
    QCOMPARE(status->currentIndex(), 0);
}

void KeyboardTest::emptyTrashSaysWhatItIsFor()
{
    open(worlds::shop());
    m_control->trash.items.clear();
    m_window->openTrash();
    QTRY_VERIFY(part<QDialog>("trash.dialog"));
    QTRY_VERIFY(!part<QTableView>("trash.items"));
    QVERIFY(!part("trash.restore")->isEnabled());
    QVERIFY(!part("trash.purge")->isEnabled());
}

void KeyboardTest::problemsOfAllNumbers_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("shown");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("as many as fit") << 3 << 3;
    QTest::newRow("many") << 40 << 3;
}

void KeyboardTest::problemsOfAllNumbers()
{
    QFETCH(int, count);
    QFETCH(int, shown);
    World world = worlds::shop();
    const Incident pattern = world.incidents.back();
    world.incidents.clear();
    for (int i = 0; i < count; ++i) {
        world.incidents.push_back(pattern);
        world.incidents.back().id += QString::number(i);
    }
    open(world);
    int rows = 0;
    for (const QWidget* row : m_window->sourcesPage()->findChildren<QWidget*>(QRegularExpression(QStringLiteral("^problems.*\\.row$"))))
        rows += row->isVisible() ? 1 : 0;
    QCOMPARE(rows, shown);
    QCOMPARE(part("problems.all") != nullptr, count > shown);
    if (count > shown) {
        click("problems.all");
        QVERIFY(m_window->actions().goProblems->isChecked());
    }
}

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
