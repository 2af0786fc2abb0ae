// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/runqueue.h"

#include <QTest>

using namespace leat;

namespace {

RunQueue::Entry entry(int run, int source)
{
    return {RunId{run}, SchemaId{run + 1000}, SourceId{source}};
}

} // namespace

class TestRunQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheTotalLimit()
    {
        RunQueue queue(2);
        for (int i = 1; i <= 4; ++i)
            queue.add(entry(i, i));
        QVERIFY(queue.takeNext() && queue.takeNext());
        QVERIFY(!queue.takeNext());
        queue.finished(RunId{1});
        QCOMPARE(queue.takeNext()->run, RunId{3});
        QCOMPARE(queue.queued(), 1);
        QCOMPARE(queue.running(), 2);
    }

    void keepsEachSourcesLimit()
    {
        RunQueue queue(8);
        queue.setSourceLimit(SourceId{1}, 1);
        queue.add(entry(1, 1));
        queue.add(entry(2, 1));
        QVERIFY(queue.takeNext());
        QVERIFY(!queue.takeNext());
        queue.finished(RunId{1});
        QCOMPARE(queue.takeNext()->run, RunId{2});
    }

    void aBigSourceDoesNotKeepASmallOneWaiting()
    {
        RunQueue queue(2);
        for (int i = 1; i <= 1000; ++i)
            queue.add(entry(i, 1));
        queue.add(entry(2000, 2));
        QCOMPARE(queue.takeNext()->run, RunId{1});
        QCOMPARE(queue.takeNext()->run, RunId{2000});
    }

    void knowsWhatIsUnderWay()
    {
        RunQueue queue(1);
        queue.add(entry(1, 1));
        QCOMPARE(queue.runOf(SchemaId{1001}), std::optional(RunId{1}));
        QVERIFY(!queue.isRunning(RunId{1}));
        QVERIFY(queue.takeNext());
        QVERIFY(queue.isRunning(RunId{1}));
        QVERIFY(!queue.removeQueued(RunId{1}));
        QVERIFY(queue.hasSource(SourceId{1}));
        queue.finished(RunId{1});
        QVERIFY(!queue.runOf(SchemaId{1001}));
        QVERIFY(!queue.hasSource(SourceId{1}));
    }

    void dropsQueuedRunsOfASource()
    {
        RunQueue queue(1);
        for (int i = 1; i <= 3; ++i)
            queue.add(entry(i, 1));
        queue.add(entry(4, 2));
        QVERIFY(queue.takeNext());
        QCOMPARE(queue.removeQueuedOf(SourceId{1}).size(), std::size_t(2));
        QCOMPARE(queue.queued(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunQueue)
#include "tst_runqueue.moc"
