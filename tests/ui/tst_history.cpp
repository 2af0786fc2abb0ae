// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historyproxy.h"
#include "tests/ui/windowfixture.h"
#include "ui/chartcard.h"
#include "ui/historyview.h"

#include <QComboBox>
#include <QTableView>

using namespace leat;
using namespace leat::test;

/// History: filters, charts and comparing.
class HistoryTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void filtersByTriggerAndPeriod();
    void chartsFollowTheTable();
    void chartPointOpensItsRun();
    void comparesTwoRuns();
    void comparesWithTheLastGoodOne();
    void comparisonNamesWhatDiffers();

private:
    void openHistory()
    {
        open(worlds::shop());
        m_window->actions().goHistory->trigger();
        QTRY_VERIFY(m_window->historyPage()->shown().rowCount() > 10);
    }
    void choose(const char* name, const QVariant& value)
    {
        auto* box = part<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    }
};

void HistoryTest::filtersByTriggerAndPeriod()
{
    openHistory();
    HistoryProxy& shown = m_window->historyPage()->shown();
    const int all = shown.rowCount();
    choose("history.trigger", int(Trigger::Command));
    QVERIFY(shown.rowCount() > 0 && shown.rowCount() < all);
    for (const RunInfo& run : shown.runs())
        QVERIFY(run.trigger == Trigger::Command);
    choose("history.trigger", -1);
    choose("history.status", int(RunStatus::Failed));
    QTRY_COMPARE(shown.rowCount(), 4);
    choose("history.status", -1);
    QTRY_COMPARE(shown.rowCount(), all);
    shown.setSince(QDateTime::currentDateTimeUtc().addSecs(-3600));
    QVERIFY(shown.rowCount() > 0 && shown.rowCount() < all);
}

void HistoryTest::chartsFollowTheTable()
{
    openHistory();
    click("history.asChart");
    auto* rows = m_window->findChild<RunChart*>(QStringLiteral("history.rows.chart"));
    QVERIFY(rows && rows->isVisible());
    choose("history.status", int(RunStatus::Failed));
    QTRY_VERIFY(rows->accessibleDescription().contains(QStringLiteral("4 failure")));
    click("history.rows.asTable");
    QTRY_COMPARE(part<QTableView>("history.rows.table")->model()->rowCount(), 4);
}

void HistoryTest::chartPointOpensItsRun()
{
    openHistory();
    click("history.asChart");
    auto* took = m_window->findChild<RunChart*>(QStringLiteral("history.took.chart"));
    took->setFocus();
    QTest::keyClick(took, Qt::Key_End);
    QTest::keyClick(took, Qt::Key_Left);
    QTest::keyClick(took, Qt::Key_Return);
    const RunInfo* run = m_window->historyPage()->shown().run(m_window->historyPage()->view()->currentIndex().row());
    QVERIFY(run);
    QVERIFY(took->accessibleName().contains(run->label));
}

void HistoryTest::comparesTwoRuns()
{
    openHistory();
    QTableView* view = m_window->historyPage()->view();
    view->setFocus();
    view->selectRow(2);
    view->selectionModel()->select(view->model()->index(5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(part("history.compare")->text(), QStringLiteral("Compare the two"));
    click("history.compare");
    QTRY_VERIFY(part<QTableView>("compare.table"));
    QVERIFY(part<QTableView>("compare.table")->model()->rowCount() > 8);
}

void HistoryTest::comparesWithTheLastGoodOne()
{
    openHistory();
    choose("history.status", int(RunStatus::Completed));
    choose("history.status", -1);
    QTRY_VERIFY(m_window->historyPage()->shown().rowCount() > 10);
    QTableView* view = m_window->historyPage()->view();
    for (int row = 0; row < view->model()->rowCount(); ++row)
        if (m_window->historyPage()->shown().run(row)->status == RunStatus::Failed) {
            view->selectRow(row);
            break;
        }
    click("history.compare");
    QTRY_VERIFY(part<QTableView>("compare.table"));
}

void HistoryTest::comparisonNamesWhatDiffers()
{
    RunInfo a;
    a.label = QStringLiteral("orders");
    a.status = RunStatus::Completed;
    a.rowsRead = 100;
    RunInfo b = a;
    b.rowsRead = 150;
    b.status = RunStatus::Failed;
    b.error = makeError(ErrorCode::ConnectionLost);
    int differs = 0;
    for (const RunDifference& line : compareRuns(a, b)) {
        differs += line.change.isEmpty() ? 0 : 1;
        if (line.first == QLatin1String("100"))
            QCOMPARE(line.change, QStringLiteral("+50 %"));
    }
    QCOMPARE(differs, 3); // result, rows read, error
}

QTEST_MAIN(HistoryTest)
#include "tst_history.moc"
