// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"
#include "tests/support/handclock.h"
#include "tests/support/pgserver.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace leat;
using leat::test::EngineFixture;
using leat::test::HandClock;
using leat::test::HandTime;
using leat::test::PgServer;

namespace {

const QString kShop = QStringLiteral("acme");
constexpr int kTables = 1000;

/// Stands where the server was: takes every connection, hangs up, and notes when.
class Doorman : public QTcpServer
{
public:
    Doorman(std::shared_ptr<HandTime> time, int port) : m_time(std::move(time))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* caller = nextPendingConnection()) {
                m_calls.push_back(m_time->wall);
                caller->abort();
                caller->deleteLater();
            }
        });
        if (!listen(QHostAddress::LocalHost, quint16(port)))
            qFatal("the port is taken: %s", qPrintable(errorString()));
    }
    const std::vector<qint64>& calls() const { return m_calls; }

private:
    std::shared_ptr<HandTime> m_time;
    std::vector<qint64> m_calls;
};

struct Place
{
    std::shared_ptr<HandTime> time = std::make_shared<HandTime>();
    EngineFixture engine{[t = time](EngineOptions& options) {
        options.schedule = true;
        options.scheduleWaitMs = 5;
        options.makeClock = [t] { return std::make_unique<HandClock>(t); };
        QByteArray phrase("for the test");
        options.vaultPassphrase = std::make_shared<Secret>(Secret::take(phrase));
    }};

    SourceInfo source() const { return engine.world()->sources.front(); }
    SourceId add(const QMap<QString, QString>& settings, const char* password = nullptr)
    {
        AddSource command;
        command.draft.name = kShop;
        command.draft.type = QStringLiteral("postgres");
        command.draft.settings = settings;
        if (password) {
            QByteArray secret(password);
            command.draft.secrets.emplace(QStringLiteral("password"), Secret::take(secret));
        }
        Result<SourceAdded> added = engine.askFor<SourceAdded>(std::move(command));
        return added ? added->id : SourceId();
    }
    bool planAll(const char* frequency)
    {
        SetSchemas command;
        for (const SchemaInfo& schema : engine.world()->schemas)
            command.ids.push_back(schema.id);
        const QString text = QLatin1String(frequency);
        if (!setField(command.patch, QStringLiteral("sync_frequency"), text) || !setField(command.patch, QStringLiteral("should_sync"), QStringLiteral("true")))
            return false;
        return bool(engine.ask(std::move(command)));
    }
    qint64 completed() const
    {
        const WorldPtr world = engine.world();
        return std::count_if(world->schemas.begin(), world->schemas.end(), [](const SchemaInfo& s) { return s.status == SchemaStatus::Ok; });
    }
    /// Nothing runs, nothing is due, no probe is under way.
    bool settle()
    {
        return QTest::qWaitFor([&] {
            const int before = time->looks;
            return QTest::qWaitFor([&] { return time->looks >= before + 3; }, 10'000) && engine.world()->engine.running == 0
                && (source().triesHeld || source().nextProbeAt > time->now());
        }, 20'000);
    }
};

} // namespace

class TestEngineBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (const QString missing = PgServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
    }

    // A thousand tables whose server is away for five minutes: one probe asks for all of them.
    void aThousandTablesAreNoStorm_T222()
    {
        PgServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.exec(QStringLiteral("DO $$ BEGIN FOR i IN 1..%1 LOOP EXECUTE format('CREATE TABLE t%s (id int)', i); END LOOP; END $$").arg(kTables)));
        Place place;
        QVERIFY(place.add(server.tcpSettings()).isValid());
        QCOMPARE(place.engine.world()->schemas.size(), size_t(kTables));
        QVERIFY(place.engine.ask(PauseScheduler{}));
        QVERIFY(place.planAll("1min"));
        server.stop();
        const qint64 start = place.time->wall;
        {
            Doorman doorman(place.time, server.port());
            QVERIFY(place.engine.ask(ResumeScheduler{}));
            QVERIFY(QTest::qWaitFor([&] { return place.source().status == SourceStatus::Error; }, 20'000));
            QVERIFY(place.settle());
            const size_t first = doorman.calls().size();
            QVERIFY2(first >= 1 && first <= 2, qPrintable(QString::number(first)));     // what ran side by side
            for (int step = 0; step < 60; ++step) {
                place.time->turn(5'000);
                QVERIFY(place.settle());
            }
            std::vector<qint64> probes(doorman.calls().begin() + qsizetype(first), doorman.calls().end());
            QVERIFY(!probes.empty());
            qint64 last = start;
            for (const qint64 at : probes) {
                QVERIFY2(at - last >= 30'000, qPrintable(QString::number(at - last)));
                last = at;
            }
            QVERIFY(probes.size() <= 10);
            QCOMPARE(place.completed(), 0);
            const Result<HistoryPage> runs = place.engine.askFor<HistoryPage>(LoadHistory{});
            QVERIFY(runs->runs.size() <= 2);           // no table was tried meanwhile
            QCOMPARE(place.engine.world()->incidents.size(), size_t(1));
            QVERIFY(place.engine.world()->incidents.front().health != Health::PausedByLeat);
        }
        QVERIFY2(server.launch(), qPrintable(server.error()));
        place.time->turn(place.time->now().msecsTo(place.source().nextProbeAt));
        QVERIFY(QTest::qWaitFor([&] { return place.source().status == SourceStatus::Ok; }, 20'000));
        QVERIFY(QTest::qWaitFor([&] { return place.completed() >= 20; }, 60'000));
        QVERIFY(!place.source().nextProbeAt.isValid());
    }

    // The server refuses the port: found by a probe, resumed by a probe, and a daily table does not wait for tomorrow.
    void whatFailedWithItsSourceIsDueWhenItAnswers()
    {
        PgServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.exec(QStringLiteral("CREATE TABLE orders (id int); INSERT INTO orders VALUES (1)")));
        Place place;
        QVERIFY(place.add(server.tcpSettings()).isValid());
        QVERIFY(place.planAll("24hour"));
        QVERIFY(QTest::qWaitFor([&] { return place.completed() == 1; }, 20'000));
        server.stop();
        place.time->turn(24 * 3'600'000);
        QVERIFY(QTest::qWaitFor([&] { return place.source().status == SourceStatus::Error; }, 20'000));
        QVERIFY(place.settle());
        QVERIFY(place.engine.world()->schemas.front().nextRetryAt == place.source().nextProbeAt);
        place.time->turn(place.time->now().msecsTo(place.source().nextProbeAt));
        QVERIFY(place.settle());
        QVERIFY(place.source().status == SourceStatus::Error);
        QVERIFY2(server.launch(), qPrintable(server.error()));
        const QDateTime before = place.engine.world()->schemas.front().lastSyncedAt;
        place.time->turn(place.time->now().msecsTo(place.source().nextProbeAt));
        QVERIFY(QTest::qWaitFor([&] { return place.engine.world()->schemas.front().lastSyncedAt > before; }, 20'000));
        QVERIFY(place.completed() == 1);
    }

    // A changed password: the server sees one refused login a worker and then none for a day.
    void aRefusedLoginLocksNoAccount_T153()
    {
        PgServer server;
        PgServer::Options options;
        options.password = true;
        QVERIFY2(server.start(options), qPrintable(server.error()));
        QVERIFY(server.exec(QStringLiteral("CREATE ROLE reader LOGIN PASSWORD 'first'; "
            "DO $$ BEGIN FOR i IN 1..20 LOOP EXECUTE format('CREATE TABLE t%s (id int)', i); END LOOP; END $$; "
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")));
        const auto refused = [&server] {
            QFile log(server.dataDir() + QStringLiteral("/server.log"));
            return log.open(QIODevice::ReadOnly) ? log.readAll().count("password authentication failed") : -1;
        };
        Place place;
        QVERIFY(place.add(server.tcpSettings(QStringLiteral("postgres"), QStringLiteral("reader")), "first").isValid());
        QVERIFY(place.planAll("1min"));
        QVERIFY(QTest::qWaitFor([&] { return place.completed() == 20; }, 30'000));
        QVERIFY(server.exec(QStringLiteral("ALTER ROLE reader PASSWORD 'second'; "
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'")));
        place.time->turn(60'000);
        QVERIFY(QTest::qWaitFor([&] { return place.source().triesHeld; }, 20'000));
        QVERIFY(place.settle());
        for (int step = 0; step < 24; ++step) {
            place.time->turn(3'600'000);
            QVERIFY(place.settle());
        }
        QVERIFY2(refused() >= 1 && refused() <= 3, qPrintable(QString::number(refused())));
        QVERIFY(place.source().latestError->code == ErrorCode::AuthenticationFailed);
        QVERIFY(!place.engine.world()->schemas.front().nextRetryAt.isValid());
        // Also after a restart.
        const auto before = refused();
        place.engine.reopen();
        QVERIFY(place.source().triesHeld);
        place.time->turn(3'600'000);
        QVERIFY(place.settle());
        QCOMPARE(refused(), before);
        RotateCredentials rotate;
        rotate.id = place.source().id;
        QByteArray secret("second");
        rotate.secrets.emplace(QStringLiteral("password"), Secret::take(secret));
        QVERIFY(place.engine.ask(std::move(rotate)));
        QVERIFY(QTest::qWaitFor([&] { return place.completed() == 20; }, 30'000));
        QVERIFY(!place.source().triesHeld);
        QVERIFY(refused() <= before + 1);              // the person's own test looks at the old one too
    }
};

QTEST_GUILESS_MAIN(TestEngineBreaker)
#include "tst_enginebreaker.moc"
