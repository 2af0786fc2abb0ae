// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/forwardclock.h"
#include "tests/support/pgshop.h"

#include <QFile>
#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

const PrivilegeCheck* checkOf(const CredentialReport& report, const QString& name)
{
    for (const PrivilegeCheck& check : report.tables)
        if (check.name == name)
            return &check;
    return nullptr;
}

} // namespace

/// Passwords are renewed and cursors set back on a real PostgreSQL, with the secrets in a real vault.
class TestEngineCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PgServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        PgServer::Options options;
        options.password = true;
        QVERIFY2(m_server.start(options), qPrintable(m_server.error()));
    }
    void init()
    {
        m_forward = std::make_shared<std::atomic<qint64>>(0);
        m_shop = std::make_unique<PgShop>(m_server, PgShop::Login::Password, [forward = m_forward](EngineOptions& options) {
            options.makeClock = [forward] { return std::make_unique<ForwardClock>(forward); };
        });
    }
    void cleanup() { m_shop.reset(); }

    void aWrongPasswordIsRefusedAndTheOldOneStays_D46();
    void everyEnabledTableIsTried_D34();
    void waitingTablesGoOn_D46_D58();
    void theOldPasswordComesBackWithinADay();
    void theOldPasswordIsForgottenAfterADay();
    void sourcesWithTheSamePasswordAreNamed();
    void anotherAddressAsksForThePasswordAgain();
    void aRewindReadsExactlyWhatItCounted_S14();

private:
    QString shopOf(const char* text) const { return QString::fromLatin1(text).arg(m_shop->database); }
    void setPassword(const char* password) { m_shop->setPassword(QLatin1String(password)); }
    Result<RotationResult> rotate(const char* password, bool sync = true)
    {
        RotateCredentials command;
        command.id = m_shop->sourceId;
        command.secrets = passwordOf(QLatin1String(password));
        command.sync = sync;
        return m_shop->engine.askFor<RotationResult>(std::move(command));
    }
    Result<RotationResult> rollBack()
    {
        RotateCredentials command;
        command.id = m_shop->sourceId;
        command.rollback = true;
        return m_shop->engine.askFor<RotationResult>(std::move(command));
    }
    Result<CredentialReport> tryPassword(const char* password)
    {
        return m_shop->engine.askFor<CredentialReport>(TestCredentials{m_shop->sourceId, passwordOf(QLatin1String(password))});
    }
    RunStatus syncOrders() { return m_shop->engine.sync(m_shop->ordersId()).status; }

    PgServer m_server;
    ForwardClock::Seconds m_forward;
    std::unique_ptr<PgShop> m_shop;
};

void TestEngineCredentials::aWrongPasswordIsRefusedAndTheOldOneStays_D46()
{
    const Result<RotationResult> refused = rotate("wrong");
    QVERIFY(!refused && refused.error().code == ErrorCode::AuthenticationFailed);
    QVERIFY(!refused.error().detail.contains(QStringLiteral("wrong")));
    QVERIFY(syncOrders() == RunStatus::Completed); // the stored one is still the first
    m_shop->engine.reopen();
    QVERIFY(syncOrders() == RunStatus::Completed);
    QVERIFY(!rollBack()); // nothing was replaced
}

void TestEngineCredentials::everyEnabledTableIsTried_D34()
{
    m_shop->sql(shopOf("REVOKE SELECT ON customers FROM %1"));
    const Result<CredentialReport> same = tryPassword("first");
    QVERIFY(same);
    QVERIFY(same->ok()); // what neither can read is not the new password's fault
    QVERIFY(checkOf(*same, QStringLiteral("acme.orders"))->before && checkOf(*same, QStringLiteral("acme.orders"))->after);
    QVERIFY(!checkOf(*same, QStringLiteral("acme.customers"))->before && !checkOf(*same, QStringLiteral("acme.customers"))->after);

    // The stored password no longer logs in: the new one must read everything that syncs.
    setPassword("second");
    const Result<RotationResult> refused = rotate("second");
    QVERIFY(!refused && refused.error().code == ErrorCode::PermissionDenied);
    QCOMPARE(refused.error().args.value(QStringLiteral("table")), QStringLiteral("acme.customers"));
    m_shop->sql(shopOf("GRANT SELECT ON customers TO %1"));
    QVERIFY(rotate("second"));
    QVERIFY(syncOrders() == RunStatus::Completed);
}

void TestEngineCredentials::waitingTablesGoOn_D46_D58()
{
    setPassword("second");
    m_shop->sql(QStringLiteral("INSERT INTO orders VALUES (1001, '2026-02-01', 'new')"));
    QVERIFY(syncOrders() == RunStatus::Failed);
    const Result<RotationResult> rotated = rotate("second");
    QVERIFY(rotated && rotated->report.ok());
    QCOMPARE(rotated->runs.size(), std::size_t(1)); // customers had not failed: it waits for its time
    const std::optional<RunInfo> run = m_shop->engine.waitForRun(rotated->runs.front());
    QVERIFY(run && run->status == RunStatus::Completed);
    QVERIFY(run->schemaId == m_shop->ordersId());
    QVERIFY(m_shop->source().status == SourceStatus::Ok);
    QVERIFY(m_shop->equal(m_shop->ordersId()));

    // Without syncing, what failed keeps waiting.
    setPassword("third");
    QVERIFY(syncOrders() == RunStatus::Failed);
    const Result<RotationResult> quiet = rotate("third", false);
    QVERIFY(quiet && quiet->runs.empty());
    QVERIFY(syncOrders() == RunStatus::Completed);
}

void TestEngineCredentials::theOldPasswordComesBackWithinADay()
{
    setPassword("second");
    const Result<RotationResult> rotated = rotate("second");
    QVERIFY(rotated);
    QVERIFY(rotated->rollbackUntil.isValid());
    // The old one is tested like any other: it is refused while the server does not take it.
    const Result<RotationResult> refused = rollBack();
    QVERIFY(!refused && refused.error().code == ErrorCode::AuthenticationFailed);
    QVERIFY(syncOrders() == RunStatus::Completed);
    setPassword("first");
    QVERIFY(syncOrders() == RunStatus::Failed);
    *m_forward = 23 * 3600;
    QVERIFY(rollBack());
    QVERIFY(syncOrders() == RunStatus::Completed);
    m_shop->engine.reopen();
    QVERIFY(syncOrders() == RunStatus::Completed);
}

void TestEngineCredentials::theOldPasswordIsForgottenAfterADay()
{
    setPassword("second");
    QVERIFY(rotate("second"));
    setPassword("first");
    *m_forward = 25 * 3600;
    const Result<RotationResult> late = rollBack();
    QVERIFY(!late && late.error().code == ErrorCode::NotFound);
    m_shop->engine.reopen(); // and it leaves the vault
    *m_forward = 0;
    QVERIFY(!rollBack());
}

void TestEngineCredentials::sourcesWithTheSamePasswordAreNamed()
{
    m_shop->add(QStringLiteral("twin"), QStringLiteral("first"));
    setPassword("second");
    const Result<RotationResult> rotated = rotate("second");
    QVERIFY(rotated);
    QCOMPARE(rotated->report.sharedWith, QStringList{QStringLiteral("twin")});
    // They keep the old one, so it is shared no longer.
    const Result<CredentialReport> now = tryPassword("second");
    QVERIFY(now && now->sharedWith.isEmpty());
}

void TestEngineCredentials::anotherAddressAsksForThePasswordAgain()
{
    // Any server that the stored password must never be sent to.
    PgServer other;
    PgServer::Options options;
    options.password = true;
    options.settings = {QStringLiteral("log_connections = on")};
    QVERIFY2(other.start(options), qPrintable(other.error()));
    QVERIFY(other.exec(QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD 'there'").arg(m_shop->database)));
    QVERIFY(other.exec(QStringLiteral("CREATE DATABASE %1").arg(m_shop->database)));
    QVERIFY(other.exec(QStringLiteral("CREATE TABLE orders(id int PRIMARY KEY, updated_at timestamptz NOT NULL, note text); GRANT SELECT ON orders TO %1").arg(m_shop->database), m_shop->database));
    const QMap<QString, QString> there{{QStringLiteral("port"), QString::number(other.port())}};
    const Result<Reply> refused = m_shop->engine.ask(UpdateSource{m_shop->sourceId, there, {}});
    QVERIFY(!refused && refused.error().code == ErrorCode::EndpointChanged);
    QCOMPARE(m_shop->source().settings.value(QStringLiteral("port")), QString::number(m_server.port()));
    QVERIFY(syncOrders() == RunStatus::Completed); // still at the old place
    QFile log(other.dataDir() + QStringLiteral("/server.log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(!log.readAll().contains("user=" + m_shop->database.toUtf8())); // nobody even knocked there
    QVERIFY(m_shop->engine.ask(UpdateSource{m_shop->sourceId, there, passwordOf(QStringLiteral("there"))}));
    const Result<CheckReport> check = m_shop->engine.askFor<CheckReport>(TestSource{m_shop->sourceId, {}});
    QVERIFY(check && check->ok());
    QVERIFY(log.readAll().contains("user=" + m_shop->database.toUtf8()));
}

void TestEngineCredentials::aRewindReadsExactlyWhatItCounted_S14()
{
    const SchemaId orders = m_shop->ordersId();
    QVERIFY(m_shop->engine.set(orders, {QStringLiteral("late_commits=cursor")}));
    QVERIFY(syncOrders() == RunStatus::Completed);
    // A row behind the cursor is not seen …
    m_shop->sql(QStringLiteral("UPDATE orders SET note = 'late' WHERE id = 960"));
    QVERIFY(syncOrders() == RunStatus::Completed);
    QVERIFY(!m_shop->equal(orders));
    const QString value = m_shop->value(QStringLiteral("SELECT updated_at::text FROM orders WHERE id = 951"));
    const QString before = m_shop->orders().cursorText;
    const Result<RewindReport> counted = m_shop->engine.askFor<RewindReport>(RewindSchema{orders, value, true});
    QVERIFY(counted);
    QCOMPARE(counted->rows, 50);
    QCOMPARE(counted->before, before);
    QCOMPARE(m_shop->orders().cursorText, before); // counting changes nothing
    // … until the cursor is set back to before it: those rows are read, and no others.
    QVERIFY(m_shop->engine.ask(RewindSchema{orders, value, false}));
    const RunInfo run = m_shop->engine.sync(orders);
    QVERIFY(run.status == RunStatus::Completed);
    QCOMPARE(run.rowsRead, counted->rows);
    QVERIFY(m_shop->equal(orders));
    QCOMPARE(m_shop->orders().cursorText, before);
    const Result<RewindReport> ahead = m_shop->engine.askFor<RewindReport>(RewindSchema{orders, QStringLiteral("2027-01-01 00:00:00+00"), true});
    QVERIFY(!ahead && ahead.error().code == ErrorCode::InvalidOption);
}

QTEST_GUILESS_MAIN(TestEngineCredentials)
#include "tst_enginecredentials.moc"
