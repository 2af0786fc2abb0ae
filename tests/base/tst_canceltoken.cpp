// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/canceltoken.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace leat;

class TestCancelToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsBackOnceAndOnlyWhenAsked()
    {
        const CancelSource source;
        int calls = 0;
        const auto registration = source.token().onCancel([&calls] { ++calls; });
        QCOMPARE(calls, 0);
        source.cancel();
        source.cancel();
        QCOMPARE(calls, 1);
        QVERIFY(source.token().isCancelled());
    }

    void aLateCallbackRunsAtOnce()
    {
        const CancelSource source;
        source.cancel();
        int calls = 0;
        const auto registration = source.token().onCancel([&calls] { ++calls; });
        QCOMPARE(calls, 1);
    }

    void anUnregisteredCallbackIsNotCalled()
    {
        const CancelSource source;
        int calls = 0;
        {
            const auto registration = source.token().onCancel([&calls] { ++calls; });
        }
        source.cancel();
        QCOMPARE(calls, 0);
    }

    void aDefaultTokenNeverCancels()
    {
        const CancelToken token;
        const auto registration = token.onCancel([] { QFAIL("called"); });
        QVERIFY(!token.isCancelled());
    }

    // What a callback captured may die right after its registration, even while another thread
    // is cancelling (T144).
    void unregisteringWaitsForARunningCallback()
    {
        for (int round = 0; round < 500; ++round) {
            const CancelSource source;
            auto alive = std::make_unique<std::atomic<int>>(1);
            std::atomic<bool> sawDead{false};
            auto registration = std::make_unique<CancelToken::Registration>(
                source.token().onCancel([raw = alive.get(), &sawDead] {
                    std::this_thread::yield();
                    if (raw->load() != 1)
                        sawDead = true;
                }));
            std::thread canceller([&source] { source.cancel(); });
            registration.reset();
            alive->store(0);
            canceller.join();
            QVERIFY(!sawDead.load());
        }
    }
};

QTEST_GUILESS_MAIN(TestCancelToken)
#include "tst_canceltoken.moc"
