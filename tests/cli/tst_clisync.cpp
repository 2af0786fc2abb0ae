// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signalwatcher.h"

#include "clilab.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace leat;
using lab::FakeControl;

class TestCliSync final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data();
    void chooses();
    void waitsForEveryRun();
    void shortRunsEndBeforeTheReply();
    void rowsPutIntoQuarantineAreTold();
    void reportsTheWorst();
    void findsRunsWhoseEndWasLost();
    void progressOnATerminalOnly();
    void interruptCancelsAndWaits();
    void terminationGives143();
    void secondInterruptEnds();
    void interruptBeforeTheRunsExist();
    void interruptOfOtherCommands();
    void refusedSync();
    void nothingEnabled();
    void sampleSync();
    void signalsReachTheLoop();
};

namespace {

RunInfo runFor(FakeControl& control, SchemaId id, RunId run, RunStatus status, std::optional<Error> error = {})
{
    return lab::runOf(*control.engine().world.schema(id), run, status, std::move(error));
}

/// Ends the runs one after the other, each in a turn of the event loop of its own.
auto endingOneByOne(std::vector<RunStatus> statuses, ErrorCode code = ErrorCode::KeyRequired)
{
    return [statuses, code](FakeControl& control, const SyncSchemas& sync, const std::vector<RunId>& runs) {
        for (std::size_t i = 0; i < runs.size(); ++i)
            QTimer::singleShot(int(i) * 20 + 10, &control, [&control, id = sync.ids[i], run = runs[i], status = statuses[i % statuses.size()], code] {
                std::optional<Error> error;
                if (status == RunStatus::Failed)
                    error = makeError(code, QStringLiteral("raw"), {{QStringLiteral("table"), QStringLiteral("orders")}});
                control.end({runFor(control, id, run, status, error)});
            });
    };
}

/// Runs that go on until they are cancelled.
struct UntilCancelled
{
    std::vector<SchemaId> ids;
    std::vector<RunId> runs;
    void install(lab::FakeEngine& engine)
    {
        engine.onSync = [this](FakeControl&, const SyncSchemas& sync, const std::vector<RunId>& started) {
            ids = sync.ids;
            runs = started;
        };
        engine.onCancel = [this](FakeControl& control, const CancelSchemas& cancel) {
            QVERIFY(cancel.ids == ids);
            QTimer::singleShot(30, &control, [this, &control] {
                std::vector<RunInfo> ended;
                for (std::size_t i = 0; i < runs.size(); ++i)
                    ended.push_back(runFor(control, ids[i], runs[i], RunStatus::Cancelled, makeError(ErrorCode::Cancelled)));
                control.end(ended);
            });
        };
    }
};

} // namespace

void TestCliSync::chooses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("tables");
    QTest::addColumn<bool>("fromScratch");
    QTest::addColumn<bool>("acceptEmpty");
    QTest::newRow("all enabled") << QStringLiteral("sync") << 2 << false << false;
    QTest::newRow("--all") << QStringLiteral("sync --all") << 2 << false << false;
    QTest::newRow("source") << QStringLiteral("sync --source shop") << 2 << false << false;
    QTest::newRow("pattern takes disabled too") << QStringLiteral("sync shop.*") << 4 << false << false;
    QTest::newRow("named twice") << QStringLiteral("sync shop.orders shop.public.orders") << 1 << false << false;
    QTest::newRow("flags") << QStringLiteral("sync shop.orders --from-scratch --accept-empty") << 1 << true << true;
    QTest::newRow("schema sync") << QStringLiteral("schema sync shop.audit.orders --from-scratch") << 1 << true << false;
}

void TestCliSync::chooses()
{
    QFETCH(QString, line);
    QFETCH(int, tables);
    QFETCH(bool, fromScratch);
    QFETCH(bool, acceptEmpty);
    lab::CliLab lab;
    lab.engine.onSync = endingOneByOne({RunStatus::Completed});
    QCOMPARE(lab.run(line.split(QLatin1Char(' '))).code, 0);
    const SyncSchemas* sync = lab.engine.last<SyncSchemas>();
    QCOMPARE(int(sync->ids.size()), tables);
    QVERIFY(sync->trigger == Trigger::Command);
    QCOMPARE(sync->fromScratch, fromScratch);
    QCOMPARE(sync->acceptEmpty, acceptEmpty);
}

void TestCliSync::waitsForEveryRun()
{
    lab::CliLab lab;
    lab.engine.onSync = endingOneByOne({RunStatus::Completed});
    const lab::Ran ran = lab.run("sync shop.*");
    QCOMPARE(ran.code, 0);
    for (const char* name : {"shop.customers", "shop.orders", "shop.audit.orders", "shop.odd.name"})
        QVERIFY2(ran.out.contains(QLatin1String(name)), name);
    QCOMPARE(ran.out.count(QStringLiteral("completed")), 4);
    QCOMPARE(ran.out.count(QLatin1Char('\n')), 5); // with the titles
    QVERIFY2(ran.err.contains(QStringLiteral("4 tables synced, 0 not")), qPrintable(ran.err));
}

void TestCliSync::shortRunsEndBeforeTheReply()
{
    lab::CliLab lab;
    lab.engine.onSync = [](FakeControl& control, const SyncSchemas& sync, const std::vector<RunId>& runs) {
        control.end({runFor(control, sync.ids[0], runs[0], RunStatus::Completed)});
        // A run of somebody else is not ours to report.
        control.end({runFor(control, sync.ids[0], RunId{999}, RunStatus::Failed, makeError(ErrorCode::Internal))});
    };
    const lab::Ran ran = lab.run("sync shop.orders");
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.count(QStringLiteral("shop.orders")), 1);
}

void TestCliSync::rowsPutIntoQuarantineAreTold()
{
    lab::CliLab lab;
    lab.engine.onSync = [](FakeControl& control, const SyncSchemas& sync, const std::vector<RunId>& runs) {
        RunInfo run = runFor(control, sync.ids[0], runs[0], RunStatus::Completed);
        run.rowsQuarantined = 3;
        control.end({run, runFor(control, sync.ids[1], runs[1], RunStatus::Completed)});
    };
    const lab::Ran ran = lab.run("sync shop.orders shop.customers");
    QCOMPARE(ran.code, 0);
    const QStringList lines = ran.out.split(QLatin1Char('\n'));
    QVERIFY2(lines.at(2).contains(QStringLiteral("rows in quarantine: 3; see “leatctl schema quarantine list shop.orders”")), qPrintable(ran.out));
    QCOMPARE(ran.out.count(QStringLiteral("quarantine list")), 1);
    QVERIFY2(ran.err.contains(QStringLiteral("2 tables synced, 0 not")) && ran.err.contains(QStringLiteral("put into quarantine: 3.")), qPrintable(ran.err));
    const lab::Ran plain = lab.run("sync shop.orders shop.customers --plain");
    for (const QString& line : plain.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        QCOMPARE(line.count(QLatin1Char('\t')), 6);
    QVERIFY2(plain.err.contains(QStringLiteral("shop.orders: rows in quarantine: 3")), qPrintable(plain.err));
    // What lies there is told until it is gone, with the command for each table.
    QVERIFY(!lab.run("status").out.contains(QStringLiteral("Quarantine")));
    lab.engine.world.schemas[1].quarantined = 1200;
    QVERIFY(lab.run("status").out.contains(QStringLiteral("shop.orders: rows in quarantine: 1,200; see “leatctl schema quarantine list shop.orders”")));
    const QJsonArray json = lab.run("status --json").json().object().value(QStringLiteral("quarantine")).toArray();
    QCOMPARE(json.size(), 1);
    QCOMPARE(json.at(0).toObject().value(QStringLiteral("rows")).toInt(), 1200);
}

void TestCliSync::reportsTheWorst()
{
    lab::CliLab lab;
    lab.engine.onSync = endingOneByOne({RunStatus::Completed, RunStatus::Failed});
    const lab::Ran some = lab.run("sync shop.*");
    QCOMPARE(some.code, 1);
    QVERIFY(some.err.contains(QStringLiteral("[key-required]")));
    QVERIFY(some.err.contains(QStringLiteral("2 tables synced, 2 not")));
    QCOMPARE(some.err.count(QStringLiteral("[key-required]")), 1); // told once for both
    QVERIFY2(some.err.contains(QStringLiteral("shop.orders, shop.odd.name: ")), qPrintable(some.err));
    lab.engine.onSync = endingOneByOne({RunStatus::Failed}, ErrorCode::AuthenticationFailed);
    QCOMPARE(lab.run("sync").code, 77);
    const lab::Ran json = lab.run("sync --json");
    QCOMPARE(json.code, 77);
    QCOMPARE(json.json().object().value(QStringLiteral("exit_code")).toInt(), 77);
    QCOMPARE(json.json().object().value(QStringLiteral("runs")).toArray().at(0).toObject().value(QStringLiteral("error")).toObject()
                 .value(QStringLiteral("code")).toString(),
        QStringLiteral("authentication-failed"));
}

void TestCliSync::findsRunsWhoseEndWasLost()
{
    lab::CliLab lab;
    lab.engine.onSync = [](FakeControl& control, const SyncSchemas&, const std::vector<RunId>&) {
        for (SchemaInfo& s : control.engine().world.schemas)
            s.currentRun = {};
    };
    lab.engine.answer = [&lab](Command& command) -> std::optional<Result<Reply>> {
        if (!std::holds_alternative<LoadHistory>(command))
            return std::nullopt;
        HistoryPage page;
        page.runs.push_back(lab::runOf(lab.engine.schema(QStringLiteral("orders")), RunId{1}, RunStatus::Completed));
        return Result<Reply>(Reply(page));
    };
    QCOMPARE(lab.run("sync shop.orders").code, 0);
}

void TestCliSync::progressOnATerminalOnly()
{
    for (const bool tty : {true, false}) {
        lab::CliLab lab;
        lab.terminal.tty = tty;
        lab.terminal.columns = 120;
        lab.terminal.variables["TERM"] = "xterm";
        lab.engine.onSync = [](FakeControl& control, const SyncSchemas& sync, const std::vector<RunId>& runs) {
            QTimer::singleShot(10, &control, [&control] {
                RunProgress progress;
                progress.phase = RunPhase::Reading;
                progress.rows = 5000;
                progress.expectedRows = 20000;
                progress.fraction = 0.25;
                progress.rowsPerSecond = 2500;
                progress.etaSeconds = 6;
                control.engine().schema(QStringLiteral("orders")).progress = progress;
                Q_EMIT control.changed({});
            });
            QTimer::singleShot(30, &control, [&control, id = sync.ids[0], run = runs[0]] {
                control.end({runFor(control, id, run, RunStatus::Completed)});
            });
        };
        const lab::Ran ran = lab.run("sync shop.orders");
        QCOMPARE(ran.code, 0);
        for (const char* part : {"[#####...............] 25 %", "reading", "rows/s", "about 6 s left"})
            QCOMPARE(ran.err.contains(QLatin1String(part)), tty);
        QVERIFY(!ran.out.contains(QStringLiteral("[1A")));
        QCOMPARE(ran.err.contains(QLatin1Char('\x1b')), tty);
    }
}

void TestCliSync::interruptCancelsAndWaits()
{
    for (const bool json : {false, true}) {
        lab::CliLab lab;
        UntilCancelled running;
        running.install(lab.engine);
        lab.meanwhile = [](CliRunner& runner) { QTimer::singleShot(50, &runner, [&runner] { runner.interrupt(130); }); };
        const lab::Ran ran = lab.run(json ? "sync --json" : "sync");
        QCOMPARE(ran.code, 130);
        QVERIFY(lab.engine.last<CancelSchemas>() != nullptr);
        QVERIFY(ran.err.contains(QStringLiteral("Cancelling")));
        if (json)
            QCOMPARE(ran.json().object().value(QStringLiteral("runs")).toArray().size(), 2);
        else
            QCOMPARE(ran.out.count(QStringLiteral("cancelled")), 2); // waited for both
        QVERIFY(!ran.err.contains(QStringLiteral("[cancelled]"))); // no news to who pressed the key
    }
}

void TestCliSync::terminationGives143()
{
    lab::CliLab lab;
    UntilCancelled running;
    running.install(lab.engine);
    lab.meanwhile = [](CliRunner& runner) { QTimer::singleShot(50, &runner, [&runner] { runner.interrupt(143); }); };
    QCOMPARE(lab.run("sync").code, 143);
    QVERIFY(lab.engine.last<CancelSchemas>() != nullptr);
}

void TestCliSync::secondInterruptEnds()
{
    lab::CliLab lab;
    lab.engine.onSync = [](FakeControl&, const SyncSchemas&, const std::vector<RunId>&) {}; // never ends, nor cancels
    lab.meanwhile = [](CliRunner& runner) {
        QTimer::singleShot(50, &runner, [&runner] { runner.interrupt(130); });
        QTimer::singleShot(80, &runner, [&runner] { runner.interrupt(130); });
    };
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(lab.run("sync").code, 130);
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(lab.engine.closed, 1); // the engine stops its work
}

void TestCliSync::interruptBeforeTheRunsExist()
{
    lab::CliLab lab;
    UntilCancelled running;
    running.install(lab.engine);
    lab.meanwhile = [](CliRunner& runner) { runner.interrupt(130); };
    QCOMPARE(lab.run("sync").code, 130);
    QVERIFY(lab.engine.last<CancelSchemas>() != nullptr);
}

void TestCliSync::interruptOfOtherCommands()
{
    lab::CliLab lab;
    lab.meanwhile = [](CliRunner& runner) { runner.interrupt(130); };
    const lab::Ran ran = lab.run("schema verify shop.orders");
    QCOMPARE(ran.code, 130);
    QVERIFY(ran.err.contains(QStringLiteral("[cancelled]")));
    lab.meanwhile = [](CliRunner& runner) { runner.interrupt(143); };
    QCOMPARE(lab.run("query SELECT --json").code, 143);
}

void TestCliSync::refusedSync()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command&) -> std::optional<Result<Reply>> { return Result<Reply>(makeError(ErrorCode::DiskFull)); };
    QCOMPARE(lab.run("sync").code, 73);
    QCOMPARE(lab.run("sync --json").json().object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
        QStringLiteral("disk-full"));
}

void TestCliSync::nothingEnabled()
{
    lab::CliLab lab;
    for (SchemaInfo& schema : lab.engine.world.schemas)
        schema.config.shouldSync = false;
    const lab::Ran ran = lab.run("sync");
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.contains(QStringLiteral("schema resume")));
    QVERIFY(lab.engine.last<SyncSchemas>() == nullptr);
    QCOMPARE(lab.run("sync --json").json().object().value(QStringLiteral("runs")).toArray().size(), 0);
}

void TestCliSync::sampleSync()
{
    lab::CliLab lab;
    lab.engine.onSync = endingOneByOne({RunStatus::Completed});
    QCOMPARE(lab.run("sample create --sync").code, 0);
    QVERIFY(lab.engine.last<SyncSchemas>()->trigger == Trigger::Sample);
    QCOMPARE(lab.engine.last<SyncSchemas>()->ids.size(), std::size_t(2));
}

void TestCliSync::signalsReachTheLoop()
{
    SignalWatcher watcher;
    QSignalSpy spy(&watcher, &SignalWatcher::received);
    raise(SIGINT);
    QVERIFY(spy.wait(5000));
    QCOMPARE(spy.takeFirst().front().toInt(), 130);
    raise(SIGTERM);
    QVERIFY(spy.wait(5000));
    QCOMPARE(spy.takeFirst().front().toInt(), 143);
    raise(SIGPIPE); // ignored: the test goes on
}

QTEST_GUILESS_MAIN(TestCliSync)
#include "tst_clisync.moc"
