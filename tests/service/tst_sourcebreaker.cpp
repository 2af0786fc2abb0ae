// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/schedule/schedule.h"
#include "engine/service/sourcebreaker.h"

#include <QTest>

using namespace leat;

namespace {

const SourceId kShop{1};
const QDateTime kNoon(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

Error refused()
{
    Error error = makeError(ErrorCode::ConnectionRefused);
    error.owner = Owner::Source;
    error.phase = Phase::Connect;
    return error;
}

} // namespace

class TestSourceBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probesComeLaterEachTime_T222()
    {
        SourceBreaker breaker([] { return 0.0; });
        QVERIFY(!breaker.isOpen(kShop));
        QDateTime now = kNoon;
        QList<qint64> waits;
        for (int i = 0; i < 8; ++i) {
            breaker.failed(kShop, refused(), now, now.addSecs(1));
            waits << now.addSecs(1).secsTo(breaker.nextProbe(kShop));
            now = breaker.nextProbe(kShop);
        }
        QCOMPARE(waits, (QList<qint64>{30, 60, 120, 240, 480, 600, 600, 600}));
    }

    void runsSideBySideAreOneFailure()
    {
        SourceBreaker breaker([] { return 0.0; });
        for (int i = 0; i < 1000; ++i)
            breaker.failed(kShop, refused(), kNoon, kNoon.addSecs(5 + i / 500));
        QCOMPARE(breaker.nextProbe(kShop), kNoon.addSecs(35));
    }

    void jitterOnlyAdds_T222()
    {
        for (const double jitter : {0.0, 0.3, 1.0, 7.0, -1.0}) {
            for (int failures = 1; failures < 40; ++failures) {
                const qint64 wait = probeDelaySeconds(RetryClass::Transient, failures, jitter);
                QVERIFY(wait >= 30 && wait <= 750);
                QVERIFY(probeDelaySeconds(RetryClass::NeedsUser, failures, jitter) >= 900);
            }
        }
        QVERIFY(probeDelaySeconds(RetryClass::Transient, 3, 1.0) > probeDelaySeconds(RetryClass::Transient, 3, 0.0));
    }

    void aRefusedLoginIsNotTriedAgain_T153()
    {
        SourceBreaker breaker([] { return 0.0; });
        breaker.failed(kShop, makeError(ErrorCode::AuthenticationFailed), kNoon, kNoon);
        QVERIFY(breaker.isOpen(kShop) && breaker.isHeld(kShop));
        QVERIFY(!breaker.nextProbe(kShop).isValid());
        breaker.failed(kShop, refused(), kNoon.addSecs(1), kNoon.addSecs(2));
        QVERIFY(breaker.isHeld(kShop));
        QVERIFY(breaker.answered(kShop));
        QVERIFY(!breaker.isOpen(kShop) && !breaker.isHeld(kShop));
        QVERIFY(!breaker.answered(kShop));
    }

    // A program that is started anew each time would never come to a probe that is always to come.
    void aStartAsksAtOnceButForRefusedLogins_T153_T222()
    {
        SourceBreaker breaker([] { return 0.0; });
        breaker.recall(kShop, refused(), kNoon);
        QVERIFY(breaker.isOpen(kShop));
        QCOMPARE(breaker.nextProbe(kShop), kNoon);
        breaker.failed(kShop, refused(), kNoon, kNoon.addSecs(1));
        QCOMPARE(breaker.nextProbe(kShop), kNoon.addSecs(31));
        const SourceId locked{2};
        breaker.recall(locked, makeError(ErrorCode::AuthenticationFailed), kNoon);
        QVERIFY(breaker.isHeld(locked) && !breaker.nextProbe(locked).isValid());
    }

    void anAnswerWithoutACompletedRunKeepsTheCount()
    {
        SourceBreaker breaker([] { return 0.0; });
        breaker.failed(kShop, refused(), kNoon, kNoon);
        breaker.answered(kShop);
        breaker.failed(kShop, refused(), kNoon.addSecs(31), kNoon.addSecs(31));
        QCOMPARE(breaker.nextProbe(kShop), kNoon.addSecs(31 + 60));
        breaker.answered(kShop);
        breaker.worked(kShop);
        breaker.failed(kShop, refused(), kNoon.addSecs(100), kNoon.addSecs(100));
        QCOMPARE(breaker.nextProbe(kShop), kNoon.addSecs(130));
    }

    void sourcesAreApart()
    {
        SourceBreaker breaker([] { return 0.0; });
        breaker.failed(kShop, refused(), kNoon, kNoon);
        QVERIFY(!breaker.isOpen(SourceId{2}));
    }

    void aClockSetBackWaitsForNothing_T150()
    {
        SourceBreaker breaker([] { return 0.0; });
        breaker.failed(kShop, refused(), kNoon, kNoon);
        breaker.clockSetBack(kNoon.addDays(-1));
        QCOMPARE(breaker.nextProbe(kShop), kNoon.addDays(-1).addSecs(30));
    }
};

QTEST_GUILESS_MAIN(TestSourceBreaker)
#include "tst_sourcebreaker.moc"
