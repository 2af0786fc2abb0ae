// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/format.h"

#include "clilab.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace leat;
using lab::FakeControl;

namespace {

QDateTime inHours(int hours)
{
    return QDateTime::currentDateTimeUtc().addSecs(hours * 3600);
}

std::vector<QJsonObject> jsonLines(const QString& text)
{
    std::vector<QJsonObject> lines;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines.push_back(QJsonDocument::fromJson(line.toUtf8()).object());
    return lines;
}

/// What run-scheduler tells when a comparison that is due ends by `change`.
std::vector<QJsonObject> toldOfComparison(const std::function<void(SchemaInfo&)>& change)
{
    lab::CliLab lab;
    lab.engine.schema(QStringLiteral("orders")).nextVerifyAt = inHours(-1);
    lab.meanwhile = [&](CliRunner&) {
        FakeControl& control = *lab.engine.control;
        QTimer::singleShot(10, &control, [&lab, &control, &change] {
            change(lab.engine.schema(QStringLiteral("orders")));
            Q_EMIT control.changed({});
        });
    };
    return jsonLines(lab.run("--json run-scheduler --once").out);
}

} // namespace

class TestCliSchedule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds");
        const auto row = [](const char* text, qint64 seconds) { QTest::newRow(text) << QString::fromLatin1(text) << seconds; };
        row("90", 90);
        row("90s", 90);
        row("30m", 1800);
        row("2h", 7200);
        row("1d", 86400);
        row("1h30m", 5400);
        for (const char* bad : {"", "h", "-1h", "2 h", "2w", "1h30", "99999999999"})
            row(bad, -1);
    }
    void spans()
    {
        QFETCH(QString, text);
        QFETCH(qint64, seconds);
        QCOMPARE(secondsOf(text).value_or(-1), seconds);
    }

    void nextIsShownEverywhere_T24()
    {
        lab::CliLab lab;
        SchemaInfo& orders = lab.engine.schema(QStringLiteral("orders"));
        orders.config.syncFrequency = SyncFrequency::EveryDay;
        orders.config.syncTimeOfDay = QTime(2, 30);
        orders.nextRunAt = QDateTime(QDate(2099, 1, 2), QTime(3, 4, 5), Qt::UTC);
        lab.engine.world.engine.nextRunAt = orders.nextRunAt;
        lab.engine.schema(QStringLiteral("customers")).nextRunAt = inHours(-1);
        QVERIFY(lab.run("--plain schema list").out.contains(QStringLiteral("2099-01-02T03:04:05Z")));
        QVERIFY(lab.run("schema list").out.contains(QStringLiteral("due")));
        const QString shown = lab.run("--plain schema show shop.orders").out;
        QVERIFY(shown.contains(QStringLiteral("24hour")) && shown.contains(QStringLiteral("02:30:00")));
        QVERIFY(shown.contains(QStringLiteral("2099-01-02T03:04:05Z")));
        QCOMPARE(lab.run("--json schema show shop.orders").json()[QLatin1String("next_run_at")].toString(),
            QStringLiteral("2099-01-02T03:04:05.000Z"));
        QVERIFY(lab.run("--plain status").out.contains(QStringLiteral("2099-01-02T03:04:05Z")));
        QCOMPARE(lab.run("--json status").json()[QLatin1String("engine")][QLatin1String("scheduler")][QLatin1String("next_run_at")].toString(),
            QStringLiteral("2099-01-02T03:04:05.000Z"));
    }

    void pauseAndResume()
    {
        lab::CliLab lab;
        lab.engine.answer = [&](Command& command) -> std::optional<Result<Reply>> {
            if (const auto* pause = std::get_if<PauseScheduler>(&command)) {
                lab.engine.world.engine.schedulerPaused = true;
                lab.engine.world.engine.pausedUntil = pause->until;
                return Reply(Done());
            }
            if (std::holds_alternative<ResumeScheduler>(command)) {
                lab.engine.world.engine.schedulerPaused = false;
                return Reply(Done());
            }
            return std::nullopt;
        };
        QVERIFY(lab.run("scheduler pause").out.contains(QStringLiteral("paused")));
        QVERIFY(!lab.engine.last<PauseScheduler>()->until.isValid());
        QVERIFY(lab.run("scheduler pause --for 2h").out.contains(QStringLiteral("paused until")));
        QVERIFY(qAbs(lab.engine.last<PauseScheduler>()->until.secsTo(inHours(2))) < 60);
        QVERIFY(lab.run("--json scheduler status").json()[QLatin1String("paused")].toBool());
        QCOMPARE(lab.run("scheduler pause --for soon").code, exitcode::Usage);
        QVERIFY(lab.run("scheduler resume").out.contains(QStringLiteral("on")));
        QVERIFY(!lab.engine.opened->schedule);          // ordinary commands start nothing
    }

    void timeZone_T25()
    {
        lab::CliLab lab;
        lab.engine.answer = [&](Command& command) -> std::optional<Result<Reply>> {
            if (const auto* zone = std::get_if<SetTimeZone>(&command)) {
                lab.engine.world.engine.timeZone = zone->id;
                lab.engine.world.engine.timeZoneIsSystem = zone->id.isEmpty();
                return Reply(Done());
            }
            return std::nullopt;
        };
        QVERIFY(lab.run("profile set timezone=Europe/Berlin").out.contains(QStringLiteral("Europe/Berlin")));
        QCOMPARE(lab.run("profile set timezone=system").code, 0);
        QVERIFY(lab.engine.last<SetTimeZone>()->id.isEmpty());
        QCOMPARE(lab.run("profile set colour=blue").code, exitcode::Usage);
        QCOMPARE(lab.run("profile").code, 0);
    }

    void onceEndsWhenNothingIsDue()
    {
        lab::CliLab lab;
        const lab::Ran ran = lab.run("--json run-scheduler --once");
        QCOMPARE(ran.code, 0);
        QVERIFY(lab.engine.opened->schedule);
        const std::vector<QJsonObject> lines = jsonLines(ran.out);
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(lines.front()[QLatin1String("event")].toString(), QStringLiteral("started"));
        QCOMPARE(lines.back()[QLatin1String("event")].toString(), QStringLiteral("stopped"));
    }

    void comparisonsAreToldAndWaitedFor()
    {
        const std::vector<QJsonObject> lines = toldOfComparison([](SchemaInfo& orders) {
            orders.proof.verifiedAt = QDateTime::currentDateTimeUtc();
            orders.proof.missing = 2;
            orders.nextVerifyAt = inHours(24);
        });
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[1][QLatin1String("event")].toString(), QStringLiteral("verified"));
        QCOMPARE(lines[1][QLatin1String("name")].toString(), QStringLiteral("shop.orders"));
        QCOMPARE(lines[1][QLatin1String("proof")][QLatin1String("missing")].toInt(), 2);
    }

    void comparisonsThatFailAreTold()
    {
        const std::vector<QJsonObject> lines = toldOfComparison([](SchemaInfo& orders) {
            orders.verifyFailure = {QDateTime::currentDateTimeUtc(), makeError(ErrorCode::HostUnknown)};
            orders.nextVerifyAt = inHours(1);
        });
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[1][QLatin1String("event")].toString(), QStringLiteral("not-verified"));
        QCOMPARE(lines[1][QLatin1String("name")].toString(), QStringLiteral("shop.orders"));
        QCOMPARE(lines[1][QLatin1String("error")][QLatin1String("code")].toString(), QStringLiteral("host-unknown"));
    }

    void onceWaitsForWhatIsDueAndSaysHowItEnded()
    {
        lab::CliLab lab;
        lab.engine.schema(QStringLiteral("orders")).nextRunAt = inHours(-1);
        lab.meanwhile = [&](CliRunner&) {
            FakeControl& control = *lab.engine.control;
            QTimer::singleShot(10, &control, [&lab, &control] {
                SchemaInfo& orders = lab.engine.schema(QStringLiteral("orders"));
                orders.currentRun = RunId{7};
                orders.status = SchemaStatus::Running;
                Q_EMIT control.changed({});
                orders.currentRun = {};
                orders.status = SchemaStatus::Failed;
                orders.nextRunAt = inHours(1);
                control.end({lab::runOf(orders, RunId{7}, RunStatus::Failed,
                    makeError(ErrorCode::TableMissing, {}, {{QStringLiteral("table"), QStringLiteral("orders")}}))});
            });
        };
        const lab::Ran ran = lab.run("run-scheduler --once");
        QVERIFY(ran.out.contains(QStringLiteral("shop.orders: started")));
        QVERIFY(ran.out.contains(QStringLiteral("shop.orders: failed")));
        QVERIFY(ran.code != 0);
    }

    void onceWaitsForAnswersOfSources_T222()
    {
        for (const bool answers : {false, true}) {
            lab::CliLab lab;
            SourceInfo& shop = lab.engine.world.sources.front();
            shop.status = SourceStatus::Error;
            shop.latestError = makeError(ErrorCode::ConnectionRefused);
            shop.nextProbeAt = inHours(-1);
            lab.engine.schema(QStringLiteral("orders")).config.shouldSync = true;
            lab.engine.schema(QStringLiteral("orders")).config.syncFrequency = SyncFrequency::EveryHour;
            bool ran = false;
            lab.meanwhile = [&](CliRunner&) {
                FakeControl& control = *lab.engine.control;
                QTimer::singleShot(10, &control, [&lab, &control, &shop, &ran, answers] {
                    shop.nextProbeAt = answers ? QDateTime() : inHours(1);
                    if (!answers)
                        return Q_EMIT control.changed({});
                    shop.status = SourceStatus::Ok;
                    SchemaInfo& orders = lab.engine.schema(QStringLiteral("orders"));
                    orders.nextRunAt = QDateTime::currentDateTimeUtc();
                    Q_EMIT control.changed({});
                    orders.nextRunAt = inHours(1);
                    ran = true;
                    control.end({lab::runOf(orders, RunId{7}, RunStatus::Completed)});
                });
            };
            const lab::Ran once = lab.run("run-scheduler --once");
            QCOMPARE(once.code, answers ? 0 : int(exitcode::Unreachable));
            QCOMPARE(ran, answers);
        }
        // Nobody waits for the scheduler while it is paused, nor for a source that nothing syncs from.
        lab::CliLab lab;
        SourceInfo& shop = lab.engine.world.sources.front();
        shop.status = SourceStatus::Error;
        shop.nextProbeAt = inHours(-1);
        lab.engine.world.engine.schedulerPaused = true;
        for (SchemaInfo& schema : lab.engine.world.schemas)
            schema.config.shouldSync = false;
        QCOMPARE(lab.run("run-scheduler --once").code, 0);
    }

    void itEndsWhenTheTimeIsOver()
    {
        lab::CliLab lab;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(lab.run("run-scheduler --for 1").code, 0);
        QVERIFY(timer.elapsed() >= 900 && timer.elapsed() < 10'000);
        QCOMPARE(lab.run("run-scheduler --for never").code, exitcode::Usage);
    }

    void signalsEndItAtOnce()
    {
        for (const int code : {exitcode::Interrupted, exitcode::Terminated}) {
            lab::CliLab lab;
            lab.meanwhile = [code](CliRunner& runner) { QTimer::singleShot(20, &runner, [&runner, code] { runner.interrupt(code); }); };
            QElapsedTimer timer;
            timer.start();
            const lab::Ran ran = lab.run("run-scheduler");
            QCOMPARE(ran.code, code);
            QVERIFY(timer.elapsed() < 1000);
            QVERIFY(ran.out.contains(QStringLiteral("Stopped.")));
            QCOMPARE(lab.engine.closed, 1);             // which is what cancels the runs
        }
    }
};

QTEST_GUILESS_MAIN(TestCliSchedule)
#include "tst_clischedule.moc"
