// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/addsourcedialog.h"
#include "ui/checkview.h"
#include "ui/flowlayout.h"

#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace leat;
using namespace leat::test;

/// Small screens, large letters, right to left: a full HD screen at 200 % leaves 960 × 540.
class NarrowTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void windowFitsASmallScreen();
    void searchStaysInANarrowWindow();
    void problemsKeepTheirWaysInANarrowWindow();
    void pagesNeedNoSidewaysScrolling();
    void dialogsFitASmallScreen();
    void rightToLeftMirrorsTheWindow();
    void chipsGoOnBelow();
    void shorterReportLeavesNoLines();

private:
    static constexpr QSize kScreen{960, 540};
    void openNarrow()
    {
        open(worlds::shop());
        m_window->resize(kScreen);
        QTRY_COMPARE(m_window->size(), kScreen);
        QTest::qWait(20); // layouts follow
    }
    bool inWindow(QWidget* widget)
    {
        return widget != nullptr && m_window->rect().contains(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()));
    }
};

void NarrowTest::windowFitsASmallScreen()
{
    openNarrow();
    QVERIFY(m_window->minimumSize().width() <= kScreen.width() && m_window->minimumSize().height() <= kScreen.height());
    QVERIFY2(m_window->minimumSizeHint().width() <= kScreen.width(), qPrintable(QString::number(m_window->minimumSizeHint().width())));
    QVERIFY2(m_window->minimumSizeHint().height() <= kScreen.height(), qPrintable(QString::number(m_window->minimumSizeHint().height())));
}

void NarrowTest::searchStaysInANarrowWindow()
{
    openNarrow();
    auto* search = part<QLineEdit>("main.search");
    QTRY_VERIFY(search && inWindow(search));
    QVERIFY(search->width() >= 180);
    // The places are signs with a name, and wide again when there is room.
    QVERIFY(part("nav.go.history")->width() < 80);
    QVERIFY(!part("nav.go.history")->accessibleName().isEmpty());
    m_window->resize(1440, 900);
    QTRY_VERIFY(part("nav.go.history")->width() > 120);
}

void NarrowTest::problemsKeepTheirWaysInANarrowWindow()
{
    openNarrow();
    QTRY_VERIFY(part("problems.more"));
    QVERIFY(!part("problems.why"));
    QVERIFY(inWindow(part("problems.action")));
    auto* menu = m_window->findChild<QMenu*>(QStringLiteral("problems.menu"));
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().back()->trigger();
    QTRY_VERIFY(part<QDialog>("diagnosis.dialog"));
}

void NarrowTest::pagesNeedNoSidewaysScrolling()
{
    openNarrow();
    m_window->actions().goHome->trigger();
    for (const char* name : {"home.trash", "home.count.ok", "home.problem.action"})
        QTRY_VERIFY2(part(name) && part(name)->mapTo(m_window.get(), QPoint(part(name)->width(), 0)).x() <= kScreen.width(), name);
    m_window->actions().goHistory->trigger();
    for (const char* name : {"history.source", "history.period"})
        QTRY_VERIFY2(part<QWidget>(name) && inWindow(part<QWidget>(name)), name);
}

void NarrowTest::dialogsFitASmallScreen()
{
    open(worlds::shop());
    m_window->sourcesPage()->select(SchemaId{106});
    const WindowActions& a = m_window->actions();
    const std::function<void()> ways[] = {[&] { m_window->openAddSource(); }, [&] { m_window->openSchemaDialog(SchemaId{106}); }, [&] { m_window->openSourceDialog(SourceId{2}); },
        [&] { a.verify->trigger(); }, [&] { a.shortcuts->trigger(); }, [&] { a.searchHelp->trigger(); }, [&] { a.doctor->trigger(); }, [&] { a.about->trigger(); },
        [&] { a.syncScratch->trigger(); }, [&] { m_window->openPalette(); }, [&] { m_window->openSettings(QStringLiteral("engine")); }, [&] { m_window->openRotate(SourceId{2}); },
        [&] { m_window->openTrash(); }, [&] { a.deleteData->trigger(); }, [&] { m_window->openRewind(SchemaId{106}); }, [&] { m_window->openDiagnosis(SourceId{2}, {}); },
        [&] { m_window->openWelcome(); }};
    for (const auto& way : ways) {
        way();
        QDialog* dialog = nullptr;
        const auto find = [&] {
            for (QDialog* one : m_window->findChildren<QDialog*>())
                dialog = one->isVisible() ? one : dialog;
            return dialog != nullptr;
        };
        QTRY_VERIFY(find());
        const QSize least = dialog->minimumSizeHint().expandedTo(dialog->minimumSize());
        QVERIFY2(least.width() <= kScreen.width() - 16 && least.height() <= kScreen.height() - 40,
            qPrintable(QStringLiteral("%1 needs %2×%3").arg(dialog->objectName()).arg(least.width()).arg(least.height())));
        dialog->close();
        delete dialog;
    }
}

void NarrowTest::rightToLeftMirrorsTheWindow()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    open(worlds::shop());
    m_window->sourcesPage()->select(SchemaId{106});
    auto* dock = part<QDockWidget>("details.dock");
    const int details = dock ? dock->mapTo(m_window.get(), QPoint()).x() : -1;
    const int places = part("nav.go.home")->mapTo(m_window.get(), QPoint()).x();
    const int search = part<QLineEdit>("main.search")->mapTo(m_window.get(), QPoint()).x();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(details >= 0 && details < 100);
    QVERIFY(places > m_window->width() - 220);
    QVERIFY(search < 100);
}

void NarrowTest::chipsGoOnBelow()
{
    QWidget box;
    auto* flow = new FlowLayout(8, &box);
    std::vector<QWidget*> parts;
    for (int i = 0; i < 4; ++i) {
        auto* one = new QWidget;
        one->setFixedSize(100, 20);
        flow->insertWidget(0, one); // each before the ones that are there
        parts.push_back(one);
    }
    box.resize(216, 200);
    flow->setGeometry(QRect(0, 0, 216, 200));
    QCOMPARE(parts[3]->pos(), QPoint(0, 0));
    QCOMPARE(parts[2]->pos(), QPoint(108, 0));
    QCOMPARE(parts[0]->pos(), QPoint(108, 28));
    QCOMPARE(flow->heightForWidth(216), 48);
    QCOMPARE(flow->heightForWidth(500), 20);
    box.setLayoutDirection(Qt::RightToLeft);
    flow->setGeometry(QRect(0, 0, 216, 200));
    QCOMPARE(parts[3]->pos(), QPoint(116, 0));
}

/// A test of a connection that fails early has fewer lines than the one before it.
void NarrowTest::shorterReportLeavesNoLines()
{
    CheckView view("some");
    CheckReport report;
    report.steps = {{CheckStep::Kind::Dns, CheckStep::State::Ok, QStringLiteral("found"), 1, {}}, {CheckStep::Kind::Login, CheckStep::State::Ok, QStringLiteral("logged in"), 1, {}}};
    view.setReport(report);
    view.show();
    report.steps = {{CheckStep::Kind::Dns, CheckStep::State::Failed, QStringLiteral("not found"), 1, {}}};
    view.setReport(report);
    QStringList shown;
    for (const QLabel* label : view.findChildren<QLabel*>())
        if (label->isVisible())
            shown << label->text();
    QVERIFY(shown.contains(QStringLiteral("not found")));
    QVERIFY(!shown.contains(QStringLiteral("logged in")));
}

QTEST_MAIN(NarrowTest)
#include "tst_narrow.moc"
