// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/protection.h"
#include "tests/ui/windowfixture.h"
#include "ui/addsourcedialog.h"
#include "ui/checkview.h"
#include "ui/elidedlabel.h"
#include "ui/flowlayout.h"
#include "ui/parts.h"
#include "ui/rowdelegate.h"
#include "ui/sourcespage.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStyle>
#include <QTableView>
#include <QTimeEdit>
#include <QToolButton>
#include <QTreeView>

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
    void lowHistoryShowsWholeLines();
    void longNamesAreCutInTheMiddle();
    void dialogsFitASmallScreen();
    void rightToLeftMirrorsTheWindow();
    void chipsGoOnBelow();
    void shorterReportLeavesNoLines();
    void linesEndWhereTheyAreAsked();
    void problemsStandBelowEachOther();
    void selectionBarKeepsItsWords();
    void nothingToApplyTakesNoRoom();
    void rightToLeftWordsStandAtTheRight();
    void rightToLeftKeepsDataAndFigures();
    void rightToLeftTrashIsReady();

private:
    static constexpr QSize kScreen{960, 540};
    void openNarrow()
    {
        open(worlds::shop());
        m_window->resize(kScreen);
        QTRY_COMPARE(m_window->size(), kScreen);
        QTest::qWait(20); // layouts follow
    }
    /// Like openNarrow(), right to left for as long as what is given back lives.
    [[nodiscard]] auto openRightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        open(worlds::shop());
        return qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
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

void NarrowTest::lowHistoryShowsWholeLines()
{
    openNarrow();
    m_window->actions().goHistory->trigger();
    auto* log = part<QTableView>("history.log");
    QTRY_VERIFY(log && inWindow(log) && log->model()->rowCount() > 0);
    QTRY_VERIFY2(log->viewport()->visibleRegion().boundingRect().height() >= 2 * log->verticalHeader()->defaultSectionSize(),
        qPrintable(QString::number(log->viewport()->visibleRegion().boundingRect().height())));
    // Charts are not cut: the run below them makes room, and comes back with the list.
    part<QToolButton>("history.asChart")->click();
    auto* chart = m_window->findChild<QWidget*>(QStringLiteral("history.rows.chart"));
    QTRY_VERIFY(chart && chart->isVisible());
    auto* both = m_window->findChild<QSplitter*>(QStringLiteral("history.splitter"));
    QTRY_VERIFY(!log->isVisible());
    QTRY_VERIFY(both->widget(0)->height() >= both->widget(0)->minimumHeight() && both->rect().contains(QRect(chart->mapTo(both, QPoint()), chart->size())));
    m_window->resize(1440, 900);
    QTRY_VERIFY(log->isVisible());
    part<QToolButton>("history.asChart")->click();
    QTRY_VERIFY(log->isVisible());
}

void NarrowTest::longNamesAreCutInTheMiddle()
{
    ElidedLabel label("muted");
    const QString path = QStringLiteral("/home/someone/") + QStringLiteral("a_long_folder/").repeated(20) + QStringLiteral("shop.db");
    label.setWhole(path);
    label.resize(300, 20);
    label.show();
    QTRY_VERIFY(label.text().size() < path.size());
    QVERIFY2(label.text().startsWith(QStringLiteral("/home/")) && label.text().endsWith(QStringLiteral("shop.db")), qPrintable(label.text()));
    QVERIFY(label.fontMetrics().horizontalAdvance(label.text()) <= label.width());
    QCOMPARE(label.toolTip(), path);
    QCOMPARE(label.accessibleName(), path);
    label.resize(4000, 20);
    QTRY_COMPARE(label.text(), path);
    QVERIFY(label.toolTip().isEmpty());
    label.resize(120, 80);
    label.setSentence(QStringLiteral("A sentence of some words that wraps"));
    QCOMPARE(label.text(), QStringLiteral("A sentence of some words that wraps"));
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

void NarrowTest::linesEndWhereTheyAreAsked()
{
    QWidget box;
    auto* flow = new FlowLayout(8, &box);
    std::vector<QWidget*> parts;
    for (int i = 0; i < 3; ++i) {
        parts.push_back(new QWidget);
        parts.back()->setFixedSize(100, 20);
        flow->addWidget(parts.back());
    }
    flow->setTrailing(true);
    flow->setGeometry(QRect(0, 0, 300, 200));
    QCOMPARE(parts[0]->pos(), QPoint(92, 0));
    QCOMPARE(parts[1]->pos(), QPoint(200, 0));
    QCOMPARE(parts[2]->pos(), QPoint(200, 28));
}

/// Rows put their ways into a menu while the layout is at work.
void NarrowTest::problemsStandBelowEachOther()
{
    openNarrow();
    const auto apart = [this] {
        const auto* first = part<QWidget>("problems.row");
        const auto* second = part<QWidget>("problems.2.row");
        return first && second && first->geometry().bottom() < second->geometry().top();
    };
    QTRY_VERIFY(apart());
    // A page that was left and a card that comes lay everything out again.
    m_window->actions().goHistory->trigger();
    QTest::qWait(20);
    m_window->actions().goTables->trigger();
    QTRY_VERIFY(apart());
    m_control->edit([](World& world) { world.sources.front().settings.insert(QLatin1String(kProductionKey), QStringLiteral("true")); });
    ChangeSet changes;
    changes.structure = true;
    m_control->tell(changes);
    for (const int width : {1440, 960, 1000, 960}) {
        m_window->resize(width, kScreen.height());
        QTRY_COMPARE(m_window->width(), width);
        QTest::qWait(50); // not only for a moment
        QTRY_VERIFY2(apart(), qPrintable(QString::number(width)));
    }
}

void NarrowTest::selectionBarKeepsItsWords()
{
    openNarrow();
    const int details = part<QDockWidget>("details.dock")->width();
    m_window->sourcesPage()->tree()->selectAll();
    QTRY_VERIFY(part<QWidget>("bulk.bar"));
    const auto whole = [&] {
        for (const QToolButton* button : part<QWidget>("bulk.bar")->findChildren<QToolButton*>())
            if (button->width() < button->sizeHint().width() || button->accessibleName().isEmpty())
                return false;
        for (const QLabel* label : part<QWidget>("bulk.bar")->findChildren<QLabel*>())
            if (label->width() < label->sizeHint().width())
                return false;
        return true;
    };
    QTRY_VERIFY(whole());
    QCOMPARE(part<QToolButton>("bulk.sync")->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QCOMPARE(part<QDockWidget>("details.dock")->width(), details);
    m_window->resize(1440, 900);
    QTRY_COMPARE(part<QToolButton>("bulk.sync")->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    QTRY_VERIFY(whole());
}

void NarrowTest::nothingToApplyTakesNoRoom()
{
    openNarrow();
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_VERIFY(part<QWidget>("schema.impact"));
    QTRY_VERIFY(part<QWidget>("schema.impact")->height() <= 48);
    const auto told = [&] {
        for (const QLabel* label : part<QWidget>("schema.impact")->findChildren<QLabel*>())
            if (label->text() == QLatin1String("Nothing changed yet."))
                return label->isVisible() && label->height() <= part<QWidget>("schema.impact")->height(); // its words stand in its middle
        return false;
    };
    QTRY_VERIFY(told());
}

void NarrowTest::rightToLeftWordsStandAtTheRight()
{
    const auto back = openRightToLeft();
    m_window->sourcesPage()->select(SchemaId{106});
    int seen = 0;
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        ++seen;
        const Qt::Alignment side = QStyle::visualAlignment(Qt::RightToLeft, label->alignment()) & Qt::AlignHorizontal_Mask & ~Qt::AlignAbsolute;
        QVERIFY2(side == Qt::AlignRight || side == Qt::AlignHCenter, qPrintable(label->text()));
        QVERIFY2(label->alignment() & (Qt::AlignAbsolute | Qt::AlignHCenter), qPrintable(label->text())); // else it follows its text
    }
    QVERIFY(seen > 20);
}

namespace {
struct OpenDelegate : TextDelegate
{
    using TextDelegate::initStyleOption;
};
} // namespace

void NarrowTest::rightToLeftKeepsDataAndFigures()
{
    const auto back = openRightToLeft();
    const QAbstractItemModel* model = m_window->sourcesPage()->tree()->model();
    QVERIFY(model->headerData(3, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignAbsolute);
    QStandardItemModel data;
    data.appendRow(new QStandardItem(QStringLiteral("text[]")));
    data.appendRow(new QStandardItem(QString::fromUtf8("\u05e9\u05dc\u05d5\u05dd")));
    const auto shown = [&](int row, Qt::LayoutDirection direction) {
        QStyleOptionViewItem option;
        option.direction = direction;
        OpenDelegate().initStyleOption(&option, data.index(row, 0));
        return option.text;
    };
    QCOMPARE(shown(0, Qt::RightToLeft), QChar(0x2066) + QStringLiteral("text[]") + QChar(0x2069));
    QCOMPARE(shown(0, Qt::LeftToRight), QStringLiteral("text[]"));
    QCOMPARE(shown(1, Qt::RightToLeft), data.item(1)->text());
    QWidget box;
    const TimeOfDay time = addTimeOfDay(new QHBoxLayout(&box));
    QCOMPARE(time.time->text(), QStringLiteral("02:00"));
}

void NarrowTest::rightToLeftTrashIsReady()
{
    const auto back = openRightToLeft();
    m_window->openTrash();
    QTRY_VERIFY(part<QPushButton>("trash.restore") && part<QPushButton>("trash.restore")->isEnabled());
}

QTEST_MAIN(NarrowTest)
#include "tst_narrow.moc"
