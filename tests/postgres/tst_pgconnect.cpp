// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting: TLS modes, passwords, every way it fails, cancelling.
#include "tests/postgres/pgtesting.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace leat;
using namespace leat::test;

namespace {

/// A port where somebody listens and never answers.
class Silence
{
public:
    Silence()
    {
        m_fd = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in a{};
        a.sin_family = AF_INET;
        a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof a;
        bind(m_fd, reinterpret_cast<sockaddr*>(&a), size);
        listen(m_fd, 8);
        getsockname(m_fd, reinterpret_cast<sockaddr*>(&a), &size);
        port = ntohs(a.sin_port);
    }
    ~Silence() { close(m_fd); }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    int port = 0;

private:
    int m_fd = -1;
};

QString stateOf(const CheckReport& report, CheckStep::Kind kind)
{
    for (const CheckStep& step : report.steps)
        if (step.kind == kind)
            return toString(step.state) + (step.error ? QLatin1Char(' ') + toString(step.error->code) : QString());
    return {};
}

} // namespace

class TestPgConnect : public QObject
{
    Q_OBJECT
    PgServer m_server;

    /// The error of a plain call, and the connection test's failing step.
    void expectFailure(const QMap<QString, QString>& settings, const QByteArray& password, const char* code, CheckStep::Kind step)
    {
        auto source = makeSource(settings, password);
        QVERIFY(source);
        const auto report = source->check({}, {});
        QVERIFY(report.has_value());
        QVERIFY(!report->ok());
        QCOMPARE(stateOf(*report, step), s("failed ") + s(code));
        for (const CheckStep& st : report->steps) {
            if (st.kind < step)
                QVERIFY2(st.state == CheckStep::State::Ok || st.state == CheckStep::State::Skipped, qPrintable(toString(st.kind)));
            if (st.kind > step)
                QVERIFY(st.state == CheckStep::State::Waiting);
            if (st.error) {
                QVERIFY(st.error->owner == Owner::Source);
                QVERIFY(!password.contains("wrong") || !st.error->detail.contains(QString::fromUtf8(password)));
            }
        }
        const auto listed = source->listTables({});
        QVERIFY(!listed);
        QCOMPARE(toString(listed.error().code), s(code));
        QCOMPARE(listed.error().args.value(s("host")), settings.value(s("host")));
    }

    QMap<QString, QString> tls(const char* mode, const char* host = "localhost") const
    {
        auto settings = m_server.tcpSettings(s("postgres"), s("scram"));
        settings[s("host")] = s(host);
        settings.remove(s("sslmode"));
        if (qstrlen(mode) > 0)
            settings[s("sslmode")] = s(mode);
        return settings;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        PgServer::Options options;
        options.tls = true;
        options.password = true;
        QVERIFY2(m_server.start(options), qPrintable(m_server.error()));
        QVERIFY2(m_server.exec(s("CREATE ROLE scram LOGIN PASSWORD 'p@ss w0rd'; CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int); "
                                 "GRANT SELECT ON t TO scram; CREATE DATABASE other; CREATE ROLE poor LOGIN")), qPrintable(m_server.error()));
    }

    void socketCheck()
    {
        auto source = makeSource(m_server.socketSettings(s("postgres"), s("scram")));
        int steps = 0;
        const auto report = source->check([&](const CheckReport&) { ++steps; }, {});
        QVERIFY(report && report->ok());
        QVERIFY(steps >= 3);
        QCOMPARE(stateOf(*report, CheckStep::Kind::Dns), s("skipped"));
        QCOMPARE(stateOf(*report, CheckStep::Kind::Tls), s("skipped"));
        QCOMPARE(stateOf(*report, CheckStep::Kind::Login), s("ok"));
        QCOMPARE(stateOf(*report, CheckStep::Kind::Permissions), s("warning"));   // one of many tables
        QVERIFY(report->steps.back().note.contains(s("1")) && report->steps.back().note.contains(s("2")));
        QVERIFY(report->serverVersion.startsWith(s("1")));
    }

    void tlsModes_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("trust");    // ca, pin, wrongpin, none
        QTest::addColumn<QString>("result");   // ok or the code of the Tls step
        const auto row = [](const char* mode, const char* host, const char* trust, const char* result) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3").arg(s(mode), s(host), s(trust)))) << s(mode) << s(host) << s(trust) << s(result);
        };
        row("", "localhost", "ca", "ok");                       // verify-full is the default
        row("", "127.0.0.1", "ca", "tls-untrusted");            // the name does not match
        row("", "localhost", "none", "tls-untrusted");          // the system does not know our CA
        row("verify-ca", "127.0.0.1", "ca", "ok");
        row("verify-ca", "127.0.0.1", "none", "tls-untrusted");
        row("require", "127.0.0.1", "none", "ok");
        row("prefer", "127.0.0.1", "none", "ok");
        row("", "127.0.0.1", "pin", "ok");                      // the pin alone
        row("", "127.0.0.1", "wrongpin", "tls-untrusted");
        row("require", "127.0.0.1", "wrongpin", "tls-untrusted");
        row("verify-full", "localhost", "capin", "ok");
    }

    void tlsModes()
    {
        QFETCH(QString, mode);
        QFETCH(QString, host);
        QFETCH(QString, trust);
        QFETCH(QString, result);
        auto settings = tls(qPrintable(mode), qPrintable(host));
        if (trust.startsWith(s("ca")))
            settings[s("sslrootcert")] = m_server.caFile();
        if (trust.endsWith(s("pin")))
            settings[s("sslcert_fingerprint")] = trust == s("wrongpin") ? QString(64, QLatin1Char('0')) : m_server.fingerprint();
        auto source = makeSource(settings, "p@ss w0rd");
        QVERIFY(source);
        const auto report = source->check({}, {});
        QVERIFY(report.has_value());
        QCOMPARE(stateOf(*report, CheckStep::Kind::Tcp), s("ok"));
        QCOMPARE(stateOf(*report, CheckStep::Kind::Tls), result == s("ok") ? s("ok") : s("failed ") + result);
        QCOMPARE(report->ok(), result == s("ok"));
        if (result == s("ok"))
            QVERIFY(report->steps[2].note.contains(s("TLSv1")));
    }

    void withoutTls()
    {
        auto source = makeSource(m_server.tcpSettings(s("postgres"), s("scram")), "p@ss w0rd");
        const auto report = source->check({}, {});
        QVERIFY(report && report->ok());
        QCOMPARE(stateOf(*report, CheckStep::Kind::Tls), s("skipped"));
    }

    void badInput()
    {
        using K = CheckStep::Kind;
        expectFailure(m_server.tcpSettings(s("postgres"), s("scram")), "wrong-secret", "authentication-failed", K::Login);
        expectFailure(m_server.tcpSettings(s("postgres"), s("nobody")), "wrong-secret", "authentication-failed", K::Login);
        expectFailure(m_server.tcpSettings(s("nowhere"), s("scram")), "p@ss w0rd", "database-missing", K::Login);
        auto settings = m_server.tcpSettings();
        settings[s("host")] = s("no-such-host.invalid");
        expectFailure(settings, {}, "host-unknown", K::Dns);
        settings[s("host")] = s("127.0.0.1");
        settings[s("port")] = s("1");
        expectFailure(settings, {}, "connection-refused", K::Tcp);
        settings = m_server.socketSettings();
        settings[s("port")] = s("1");
        expectFailure(settings, {}, "connection-refused", K::Login);
        const Silence silence;
        settings = m_server.tcpSettings();
        settings[s("port")] = QString::number(silence.port);
        settings[s("connect_timeout")] = s("1");
        expectFailure(settings, {}, "connection-timeout", K::Login);
    }

    void serverWithoutTls()
    {
        PgServer plain;
        QVERIFY2(plain.start(), qPrintable(plain.error()));
        auto settings = plain.tcpSettings();
        settings[s("host")] = s("localhost");
        settings.remove(s("sslmode"));
        expectFailure(settings, {}, "tls-not-offered", CheckStep::Kind::Tls);
        plain.stop();
    }

    void serverThatWantsTls()
    {
        PgServer strict;
        PgServer::Options options;
        options.tls = true;
        QVERIFY2(strict.start(options), qPrintable(strict.error()));
        QFile hba(strict.dataDir() + s("/pg_hba.conf"));
        QVERIFY(hba.open(QIODevice::WriteOnly | QIODevice::Truncate));
        hba.write("local all all trust\nhostssl all all 127.0.0.1/32 trust\n");
        hba.close();
        QVERIFY(strict.exec(s("SELECT pg_reload_conf(); SELECT pg_sleep(0.3)")));
        expectFailure(strict.tcpSettings(), {}, "tls-required", CheckStep::Kind::Tls);
    }

    void noPrivilegesAtAll()
    {
        auto source = makeSource(m_server.socketSettings(s("postgres"), s("poor")));
        const auto report = source->check({}, {});
        QVERIFY(report && !report->ok());
        QCOMPARE(stateOf(*report, CheckStep::Kind::Permissions), s("failed permission-denied"));
    }

    // T153: after a refused login others wait for a while instead of locking the account.
    void refusedLoginsAreHeldBack()
    {
        auto source = makeSource(m_server.tcpSettings(s("postgres"), s("scram")), "wrong");
        for (int i = 0; i < 50; ++i)
            QVERIFY(source->listTables({}).error().code == ErrorCode::AuthenticationFailed);
        QFile log(m_server.dataDir() + s("/server.log"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().count("password authentication failed for user \"scram\"") <= 4);
    }

    void cancelWhileConnecting()
    {
        const Silence silence;
        auto settings = m_server.tcpSettings();
        settings[s("port")] = QString::number(silence.port);
        auto source = makeSource(settings);
        CancelSource cancel;
        std::thread later([&] { QThread::msleep(150); cancel.cancel(); });
        QElapsedTimer timer;
        timer.start();
        const auto listed = source->listTables(cancel.token());
        later.join();
        QVERIFY(!listed && listed.error().code == ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void cancelledBeforehand()
    {
        CancelSource cancel;
        cancel.cancel();
        auto source = makeSource(m_server.socketSettings());
        QVERIFY(source->listTables(cancel.token()).error().code == ErrorCode::Cancelled);
        QVERIFY(source->check({}, cancel.token()).error().code == ErrorCode::Cancelled);
    }

    // A query at the server, and a read that the server does not feed: both end at once, and the
    // server is told.
    void cancelWhileQueryingAndReading()
    {
        QVERIFY(m_server.exec(s("CREATE VIEW slow AS SELECT i AS id, pg_sleep(0.05)::text AS v FROM generate_series(1, 10000) i")));
        auto source = makeSource(m_server.socketSettings());
        for (const bool reading : {false, true}) {
            CancelSource cancel;
            auto snapshot = source->openSnapshot(table("slow"), cancel.token());
            QVERIFY(snapshot.has_value());
            QElapsedTimer timer;
            std::thread later([&] { QThread::msleep(200); timer.start(); cancel.cancel(); });
            Error error;
            if (reading) {
                ReadSpec spec;
                spec.columns = QStringList{s("id"), s("v")};
                auto read = (*snapshot)->read(spec);
                QCOMPARE(readAll(**read, error, {}, cancel.token()), qint64(-1));
            } else {
                error = source->checkKey(table("slow"), QStringList{s("v")}, cancel.token()).error();
            }
            later.join();
            QVERIFY2(error.code == ErrorCode::Cancelled, qPrintable(toString(error.code)));
            QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(s("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%slow%' AND pid <> pg_backend_pid()")), s("0"), 5000);
        QVERIFY(source->listTables({}).has_value());   // the source still works
    }

    void tooManyConnections()
    {
        QVERIFY(m_server.exec(s("ALTER ROLE poor CONNECTION LIMIT 0")));
        auto source = makeSource(m_server.socketSettings(s("postgres"), s("poor")));
        QVERIFY(source->listTables({}).error().code == ErrorCode::TooManyConnections);
        QVERIFY(source->listTables({}).error().retry == RetryClass::Transient);
    }

    void connectionsAreReused()
    {
        auto source = makeSource(m_server.socketSettings());
        for (int i = 0; i < 20; ++i)
            QVERIFY(source->openSnapshot(table("t"), {}).has_value());
        QCOMPARE(m_server.value(s("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'leat'")), s("1"));
    }

    void serverRestart()   // T152: idle connections that died are noticed, lost ones are transient
    {
        auto source = makeSource(m_server.socketSettings());
        auto snapshot = source->openSnapshot(table("t"), {});
        QVERIFY(snapshot.has_value());
        QVERIFY(source->listTables({}).has_value());   // a second connection, idle afterwards
        m_server.stop(s("fast"));
        const auto lost = (*snapshot)->maxCursor(s("id"));
        QVERIFY(!lost && lost.error().code == ErrorCode::ConnectionLost);
        QVERIFY(lost.error().retry == RetryClass::Transient);
        QVERIFY2(m_server.launch(), qPrintable(m_server.error()));
        QVERIFY(source->listTables({}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPgConnect)
#include "tst_pgconnect.moc"
