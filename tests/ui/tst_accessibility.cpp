// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecontrol.h"
#include "ui/addsourcedialog.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"
#include "ui/sourcespage.h"
#include "ui/theme.h"
#include "ui/windowactions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

#include <set>

using namespace leat;
using namespace leat::test;

class AccessibilityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Appearance>(*qApp); }
    void init()
    {
        m_control = std::make_unique<FakeControl>(worlds::shop());
        worlds::fillShop(*m_control);
        m_window = std::make_unique<MainWindow>(m_control.get(), WindowServices{nullptr, m_look.get(), {}});
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_control.reset();
    }
    void palettesHaveContrast_data();
    void palettesHaveContrast();
    void everyControlHasANameAndAnObjectName();
    void dialogsHaveNames();
    void shortcutsAreUnambiguous();
    void mnemonicsAreUnique();
    void everyActionIsInAMenu();
    void lookSwitchesLive();

private:
    void checkNames(QWidget* root);
    std::unique_ptr<Appearance> m_look;
    std::unique_ptr<FakeControl> m_control;
    std::unique_ptr<MainWindow> m_window;
};

void AccessibilityTest::palettesHaveContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void AccessibilityTest::palettesHaveContrast()
{
    QFETCH(bool, dark);
    const Theme t = dark ? darkTheme() : lightTheme();
    QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21.0) < 0.01);
    const QColor grounds[] = {t.window, t.surface, t.raised, t.selection};
    const QColor texts[] = {t.text, t.muted, t.accent, t.failed, t.warning, t.running, t.good};
    for (const QColor& ground : grounds)
        for (const QColor& text : texts)
            QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + QStringLiteral(" on ") + ground.name() + QStringLiteral(" ") + QString::number(contrastRatio(text, ground))));
    for (const auto& [text, ground] : {std::pair(t.failed, t.failedSoft), std::pair(t.warning, t.warningSoft), std::pair(t.running, t.runningSoft), std::pair(t.good, t.goodSoft)}) {
        QVERIFY(contrastRatio(text, ground) >= 4.5);
        QVERIFY(contrastRatio(t.text, ground) >= 4.5);
        QVERIFY(contrastRatio(t.accent, ground) >= 4.5);
    }
    QVERIFY(contrastRatio(t.onAccent, t.accent) >= 4.5);
    QVERIFY(contrastRatio(t.field, t.surface) >= 3.0);
    QCOMPARE(themeOf(paletteFor(t)).dark, dark);
    QVERIFY(!styleSheetFor(t).contains(QLatin1Char('@')));
}

void AccessibilityTest::checkNames(QWidget* root)
{
    for (QWidget* w : root->findChildren<QWidget*>()) {
        const bool interactive = qobject_cast<QAbstractButton*>(w) || qobject_cast<QLineEdit*>(w) || qobject_cast<QComboBox*>(w) || qobject_cast<QAbstractSpinBox*>(w)
            || qobject_cast<QAbstractItemView*>(w) || qobject_cast<QPlainTextEdit*>(w);
        const bool qtOwn = w->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<QTabBar*>(w) || (w->parentWidget() && qobject_cast<QTabBar*>(w->parentWidget()))
            || (w->parentWidget() && (qobject_cast<QComboBox*>(w->parentWidget()) || qobject_cast<QAbstractSpinBox*>(w->parentWidget()) || qobject_cast<QLineEdit*>(w->parentWidget())))
            || w->inherits("QHeaderView") || w->inherits("QTableCornerButton") || w->inherits("QComboBoxListView") || w->inherits("QToolBarExtension");
        if (!interactive || qtOwn)
            continue;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(w);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        const QString where = QString::fromLatin1(w->metaObject()->className()) + QStringLiteral(" ") + w->objectName() + QStringLiteral(" in ") + root->objectName();
        QVERIFY2(!name.isEmpty() || !w->isVisibleTo(root), qPrintable(where + QStringLiteral(" has no name")));
        QVERIFY2(w->objectName().contains(QLatin1Char('.')), qPrintable(where + QStringLiteral(" ") + name + QStringLiteral(" has no object name")));
    }
}

void AccessibilityTest::everyControlHasANameAndAnObjectName()
{
    checkNames(m_window.get());
    m_window->actions().goHistory->trigger();
    checkNames(m_window.get());
    m_window->actions().goHome->trigger();
    checkNames(m_window.get());
}

void AccessibilityTest::dialogsHaveNames()
{
    m_window->openAddSource();
    auto* add = m_window->findChild<AddSourceDialog*>();
    checkNames(add);
    add->flow().chooseType(QStringLiteral("postgres"));
    checkNames(add);
    add->flow().setName(QStringLiteral("web"));
    add->flow().setSetting(QStringLiteral("host"), QStringLiteral("h"));
    add->flow().setSetting(QStringLiteral("database"), QStringLiteral("d"));
    add->flow().setSetting(QStringLiteral("user"), QStringLiteral("u"));
    add->flow().next();
    QTRY_COMPARE(add->flow().step(), AddSourceFlow::Step::Tables);
    checkNames(add);
    add->flow().next();
    checkNames(add);
    add->close();
    m_window->openSchemaDialog(SchemaId{106});
    m_window->openSourceDialog(SourceId{1});
    m_window->sourcesPage()->select(SourceId{1});
    m_window->actions().removeSource->trigger();
    m_window->actions().shortcuts->trigger();
    m_window->actions().searchHelp->trigger();
    m_window->actions().about->trigger();
    m_window->openPalette();
    m_window->openSettings(QStringLiteral("engine"));
    m_window->openTrash();
    m_window->openRotate(SourceId{2});
    m_window->openRewind(SchemaId{106});
    m_window->openDiagnosis(SourceId{2}, {});
    m_window->openWelcome();
    m_window->openRecipe(SchemaId{106}, RecipeId::ToIncremental);
    m_window->openRecipe(SchemaId{106}, RecipeId::Frequency);
    for (QDialog* dialog : m_window->findChildren<QDialog*>())
        checkNames(dialog);
}

void AccessibilityTest::shortcutsAreUnambiguous()
{
    std::set<QString> seen;
    for (QAction* action : m_window->findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            const QString text = keys.toString();
            if (!text.isEmpty() && action->isEnabled())
                QVERIFY2(seen.insert(text).second, qPrintable(text + QStringLiteral(" twice, second at ") + action->objectName()));
        }
    QVERIFY(seen.size() >= 15);
}

void AccessibilityTest::mnemonicsAreUnique()
{
    const auto letterOf = [](const QString& text) {
        const qsizetype at = text.indexOf(QLatin1Char('&'));
        return at >= 0 && at + 1 < text.size() ? text[at + 1].toLower() : QChar();
    };
    std::vector<QList<QAction*>> groups{m_window->menuBar()->actions()};
    for (QMenu* menu : m_window->menuBar()->findChildren<QMenu*>())
        groups.push_back(menu->actions());
    for (const QList<QAction*>& group : groups) {
        std::set<QChar> seen;
        for (QAction* action : group)
            if (const QChar letter = letterOf(action->text()); !letter.isNull())
                QVERIFY2(seen.insert(letter).second, qPrintable(action->text()));
    }
}

void AccessibilityTest::everyActionIsInAMenu()
{
    std::set<QAction*> inMenus;
    for (QMenu* menu : m_window->menuBar()->findChildren<QMenu*>())
        for (QAction* action : menu->actions())
            inMenus.insert(action);
    for (QAction* action : m_window->actions().all()) {
        QVERIFY2(inMenus.count(action) == 1, qPrintable(action->objectName()));
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
    }
}

void AccessibilityTest::lookSwitchesLive()
{
    m_window->actions().lookDark->trigger();
    QVERIFY(qApp->palette().color(QPalette::Window).lightnessF() < 0.3F);
    m_window->actions().lookContrast->trigger();
    QVERIFY(qApp->palette().color(QPalette::Window) == QColor(Qt::black));
    m_window->actions().lookLight->trigger();
    QVERIFY(qApp->palette().color(QPalette::Window).lightnessF() > 0.9F);
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
