// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/unavailable.h"
#include "tests/drills/drillfixture.h"
#include "tests/support/forwardclock.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>

#include <csignal>

using namespace leat;
using namespace leat::test;

namespace {

/// A second session that holds a lock on a table until it is let go.
class TableLock
{
public:
    TableLock(const PgServer& server, const QString& database, const QString& table)
    {
        m_psql.start(PgServer::binary("psql"), {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-h"), server.socketDir(),
            QStringLiteral("-p"), QString::number(server.port()), QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-d"), database});
        m_psql.write(QStringLiteral("BEGIN; LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE; SELECT 'locked';\n").arg(table).toUtf8());
        m_held = m_psql.waitForReadyRead(30'000);
    }
    ~TableLock()
    {
        m_psql.closeWriteChannel();
        m_psql.waitForFinished(30'000);
    }
    bool isHeld() const { return m_held; }

private:
    QProcess m_psql;
    bool m_held = false;
};

} // namespace

/// One drill a branch of the diagnosis: broken for real, seen in the window, mended through it.
class TestDrills : public DrillFixture
{
    Q_OBJECT
private Q_SLOTS:
    void serverStopped_A_D41_D45();
    void passwordChanged_B_D34_D46_D58();
    void readAccessRevoked_D34();
    void cursorColumnDropped_C_D39_D47();
    void tableRenamed_C2_D40_D48();
    void rowsMissedByTheCursor_D_D49_D61();
    void rowsThatDifferAreRepaired_D_D49();
    void changeLogIsNotToBeHad_E_D42_D50();
    void serverHangs_F_D51_D60();
    void programKilled_F_D51();
    void warehouseDamaged_G_D52_D62();
    void webhookIsNotToBeHad_I_D54_D55();

private:
    void waitsForLock(const QString& user, QString& pid);
    QString errorOf(const char* dialog)
    {
        auto* text = m_window->findChild<QPlainTextEdit*>(QLatin1String(dialog) + QStringLiteral(".errorText"));
        return text ? text->toPlainText() : QString();
    }
};

void TestDrills::serverStopped_A_D41_D45()
{
    STEP(openShop());
    m_server.stop();
    STEP(syncInWindow(m_shop->ordersId()));
    STEP(seeProblem(Health::Unreachable, Branch::A));
    STEP(openWays());
    STEP(takeRecommended("wait"));
    QVERIFY(m_server.launch());
    m_shop->sql(QStringLiteral("INSERT INTO orders VALUES (1001, '2026-02-01', 'after the outage')"));
    STEP(click("diagnosis.next")); // Check and sync
    STEP(seeSolved());
    QVERIFY(m_shop->equal(m_shop->ordersId()));
}

void TestDrills::passwordChanged_B_D34_D46_D58()
{
    STEP(openShop(PgShop::Login::Password));
    m_shop->sql(QStringLiteral("INSERT INTO orders VALUES (1001, '2026-02-01', 'unseen so far')"));
    m_shop->setPassword(QStringLiteral("second"));
    STEP(syncInWindow(m_shop->ordersId()));
    STEP(seeProblem(Health::Credentials, Branch::B));
    QCOMPARE(incident().schemas.size(), std::size_t(2)); // one cause, both tables
    STEP(openWays());
    STEP(takeRecommended("rotate"));
    QTRY_VERIFY(part<QLineEdit>("rotate.field.password"));
    QTest::keyClicks(part<QLineEdit>("rotate.field.password"), QStringLiteral("second"));
    STEP(click("rotate.testSaveSync"));
    QTRY_VERIFY_WITH_TIMEOUT(!part<QDialog>("rotate.dialog"), 30'000);
    STEP(seeSolved());
    QVERIFY(m_shop->equal(m_shop->ordersId()));
}

/// What is done outside the program ends with "Check and sync".
void TestDrills::readAccessRevoked_D34()
{
    STEP(openShop());
    m_shop->sql(QStringLiteral("REVOKE SELECT ON orders FROM %1").arg(m_shop->database));
    STEP(syncInWindow(m_shop->ordersId()));
    STEP(seeProblem(Health::Failed, Branch::Other));
    QCOMPARE(incident().diagnosis.category, QStringLiteral("permission"));
    STEP(openWays());
    STEP(takeRecommended("grant"));
    STEP(click("diagnosis.next")); // too early: it is looked at, and is not solved
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("diagnosis.result")->text(), QStringLiteral("Not solved yet"), 30'000);
    m_shop->sql(QStringLiteral("GRANT SELECT ON orders TO %1").arg(m_shop->database));
    STEP(click("diagnosis.next"));
    STEP(seeSolved());
    QVERIFY(m_shop->equal(m_shop->ordersId()));
}

void TestDrills::cursorColumnDropped_C_D39_D47()
{
    STEP(openShop());
    m_shop->sql(QStringLiteral("ALTER TABLE orders DROP COLUMN updated_at, ADD COLUMN changed_at timestamptz NOT NULL DEFAULT '2026-01-15'; "
        "INSERT INTO orders VALUES (1001, 'new', '2026-02-01')"));
    STEP(syncInWindow(m_shop->ordersId()));
    STEP(seeProblem(Health::Failed, Branch::C));
    STEP(openWays());
    STEP(takeRecommended("choose-fields"));
    QTRY_VERIFY(part<QDialog>("schema.dialog"));
    QTRY_VERIFY_WITH_TIMEOUT(part<QComboBox>("schema.cursor")->findData(QStringLiteral("changed_at")) >= 0, 30'000);
    auto* cursor = part<QComboBox>("schema.cursor");
    cursor->setFocus();
    cursor->setCurrentIndex(cursor->findData(QStringLiteral("changed_at")));
    Q_EMIT cursor->activated(cursor->currentIndex());
    STEP(click("schema.apply"));
    QTRY_VERIFY_WITH_TIMEOUT(!part<QDialog>("schema.dialog"), 30'000);
    STEP(seeSolved());
    QVERIFY(m_shop->equal(m_shop->ordersId()));
}

void TestDrills::tableRenamed_C2_D40_D48()
{
    STEP(openShop());
    m_shop->sql(QStringLiteral("ALTER TABLE customers RENAME TO clients"));
    const SchemaId old = m_shop->customersId();
    STEP(syncInWindow(old));
    STEP(seeProblem(Health::Failed, Branch::C2));
    STEP(openWays());
    STEP(takeRecommended("refresh"));
    QTRY_VERIFY(m_shop->id(QStringLiteral("clients")).isValid());
    // The list is new; what is left to do is another step, which the same dialog leads to.
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("diagnosis.result")->text(), QStringLiteral("Something else now"), 30'000);
    STEP(click("diagnosis.back"));
    STEP(takeRecommended("pause"));
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("diagnosis.result")->text(), QStringLiteral("Paused"), 30'000);
    STEP(click("diagnosis.close"));
    const SchemaId fresh = m_shop->id(QStringLiteral("clients"));
    STEP(clickRow(fresh));
    STEP(click("toolbar.table.pause")); // says Resume
    QTRY_VERIFY(world()->schema(fresh)->config.shouldSync);
    STEP(syncInWindow(fresh));
    QTRY_VERIFY(world()->incidents.empty());
    QVERIFY(m_shop->equal(fresh));
    QCOMPARE(m_shop->engine.scalar(QStringLiteral("SELECT count(*) FROM acme.customers")), QStringLiteral("100")); // the copy stays
}

/// A change that does not move the cursor is never seen: all syncs say Completed.
void TestDrills::rowsMissedByTheCursor_D_D49_D61()
{
    STEP(openShop());
    const SchemaId orders = m_shop->ordersId();
    QVERIFY(m_shop->engine.set(orders, {QStringLiteral("late_commits=cursor")}));
    m_shop->sql(QStringLiteral("UPDATE orders SET note = 'changed' WHERE id <= 3; INSERT INTO orders VALUES (1001, '2026-02-01', 'new')"));
    STEP(clickRow(orders));
    m_window->actions().verify->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(part<QPlainTextEdit>("verify.keys"), 30'000);
    QVERIFY(world()->incidents.empty()); // it may merely not be synced yet
    STEP(click("verify.syncAgain"));
    QTRY_VERIFY_WITH_TIMEOUT(part<QPlainTextEdit>("verify.keys"), 30'000);
    QVERIFY(world()->schema(orders)->lastRunStatus == RunStatus::Completed);
    STEP(click("report.close"));
    STEP(seeProblem(Health::NeedsResync, Branch::D));
    QVERIFY(incident().headline.contains(QStringLiteral("3 with other values")));
    m_window.reset();
    m_shop->engine.reopen();
    openWindow(); // it is remembered
    STEP(seeProblem(Health::NeedsResync, Branch::D));
    STEP(openWays());
    QCOMPARE(chosenWay(), QStringLiteral("verify")); // what replaces rows never stands first (D2)
    STEP(click("diagnosis.action.resync"));
    STEP(click("diagnosis.next"));
    QVERIFY(world()->schema(orders)->rows == 1001); // a copy replaces rows: asked once more
    STEP(click("diagnosis.next"));
    STEP(seeSolved());
    QVERIFY(m_shop->equal(orders));
}

/// The recommended way: compared once more, and only what differs is put right; that settles the problem.
void TestDrills::rowsThatDifferAreRepaired_D_D49()
{
    STEP(openShop());
    const SchemaId orders = m_shop->ordersId();
    QVERIFY(m_shop->engine.set(orders, {QStringLiteral("late_commits=cursor")}));
    m_shop->sql(QStringLiteral("UPDATE orders SET note = 'changed' WHERE id <= 3"));
    STEP(clickRow(orders));
    m_window->actions().verify->trigger();
    STEP(click("verify.syncAgain"));
    QTRY_VERIFY_WITH_TIMEOUT(part("report.close"), 30'000);
    STEP(click("report.close"));
    STEP(seeProblem(Health::NeedsResync, Branch::D));
    STEP(openWays());
    STEP(takeRecommended("verify"));
    STEP(click("verify.repair"));
    QTRY_VERIFY_WITH_TIMEOUT(part("report.close") && !part("verify.repair"), 30'000); // it tells that it repaired
    STEP(click("report.close"));
    STEP(seeSolved());
    QVERIFY(m_shop->equal(orders));
    m_window.reset();
    m_shop->engine.reopen();
    QVERIFY(world()->incidents.empty());
}

/// The server's own words; what mends them is shown, with the reason why this version cannot.
void TestDrills::changeLogIsNotToBeHad_E_D42_D50()
{
    STEP(openShop());
    QVERIFY(!m_server.exec(QStringLiteral("SELECT pg_create_logical_replication_slot('s', 'pgoutput')"), m_shop->database));
    FailureEvidence evidence;
    evidence.text = m_server.error();
    evidence.sourceType = QStringLiteral("postgres");
    const Result<Diagnosis> judged = m_shop->engine.askFor<Diagnosis>(DiagnoseText{evidence});
    QVERIFY(judged && judged->branch == Branch::E);
    QVERIFY(judged->actions.front().id == QLatin1String("check-replication"));
    QVERIFY(!unavailableReason(judged->actions.front().id).isEmpty());
    for (const DiagnosisAction& action : judged->actions)
        QVERIFY(action.effect == ActionEffect::KeepsData); // the position is not lost (D61)
    m_window->openSchemaDialog(m_shop->ordersId());
    QTRY_VERIFY(part("schema.method.cdc"));
    QVERIFY(!part("schema.method.cdc")->isEnabled());
    QVERIFY(!part<QLabel>("schema.methodText.cdc")->text().isEmpty());
    QVERIFY(m_shop->engine.set(m_shop->ordersId(), {QStringLiteral("sync_type=cdc")}).error().code == ErrorCode::SyncTypeUnavailable);
}

void TestDrills::waitsForLock(const QString& user, QString& pid)
{
    QTRY_VERIFY_WITH_TIMEOUT(!(pid = m_server.value(QStringLiteral("SELECT pid FROM pg_stat_activity WHERE usename = '%1' AND wait_event_type = 'Lock'").arg(user))).isEmpty(), 30'000);
}

/// A server process that is there and does not answer: no age, but missing progress.
void TestDrills::serverHangs_F_D51_D60()
{
    const auto forward = std::make_shared<std::atomic<qint64>>(0);
    STEP(openShop(PgShop::Login::Trusted, [forward](EngineOptions& options) { options.makeClock = [forward] { return std::make_unique<ForwardClock>(forward); }; }));
    m_shop->sql(QStringLiteral("INSERT INTO orders VALUES (1001, '2026-02-01', 'new')"));
    const SchemaId orders = m_shop->ordersId();
    QString pid;
    {
        const TableLock lock(m_server, m_shop->database, QStringLiteral("orders"));
        QVERIFY(lock.isHeld());
        STEP(clickRow(orders));
        STEP(click("toolbar.table.sync"));
        STEP(waitsForLock(m_shop->database, pid));
        QCOMPARE(::kill(pid.toInt(), SIGSTOP), 0);
    }
    const auto thaw = qScopeGuard([pid] {
        // SIGKILL would make the whole server recover, in the middle of the next drill.
        ::kill(pid.toInt(), SIGTERM);
        ::kill(pid.toInt(), SIGCONT);
    });
    QTRY_VERIFY(world()->schema(orders)->progress->phase != RunPhase::Waiting);
    QSignalSpy told(&m_shop->engine.control(), &Control::changed);
    QVERIFY(told.wait() && told.wait()); // and was seen so
    *forward = 20 * 60;
    STEP(syncInWindow(m_shop->customersId())); // health is judged anew
    STEP(seeProblem(Health::Stuck, Branch::F));
    QVERIFY(incident().headline.contains(QStringLiteral("20 minutes")));
    STEP(openWays());
    STEP(takeRecommended("cancel-sync"));
    STEP(seeSolved());
    QVERIFY(m_shop->equal(orders));
}

/// kill -9 of the program that syncs leaves its run "Running".
void TestDrills::programKilled_F_D51()
{
    STEP(openShop());
    m_shop->sql(QStringLiteral("INSERT INTO orders VALUES (1001, '2026-02-01', 'new')"));
    const QString profile = world()->engine.profilePath;
    m_window.reset();
    m_shop->engine.close();
    {
        const TableLock lock(m_server, m_shop->database, QStringLiteral("orders"));
        QVERIFY(lock.isHeld());
        QProcess leatctl;
        leatctl.start(QStringLiteral(LEATCTL), {QStringLiteral("--profile"), profile, QStringLiteral("sync"), QStringLiteral("acme.orders")});
        QString pid;
        STEP(waitsForLock(m_shop->database, pid));
        leatctl.kill();
        QVERIFY(leatctl.waitForFinished());
    }
    m_shop->engine.reopen();
    STEP(openWindow());
    STEP(seeProblem(Health::Failed, Branch::F));
    STEP(openWays());
    STEP(takeRecommended("sync"));
    STEP(seeSolved());
    QVERIFY(m_shop->equal(m_shop->ordersId()));
}

/// Bytes of the warehouse file that hold the table's key are overwritten while the program is closed.
void TestDrills::warehouseDamaged_G_D52_D62()
{
    STEP(openShop());
    const SchemaId orders = m_shop->ordersId();
    const QString file = world()->engine.warehousePath;
    const QString cursorField = world()->schema(orders)->config.incrementalField;
    m_window.reset();
    m_shop->engine.reopen(); // closing writes everything into the file
    bool number = false;
    const qint64 size = m_shop->engine.scalar(QStringLiteral("SELECT block_size FROM pragma_database_size()")).toLongLong();
    const qint64 block = m_shop->engine.scalar(QStringLiteral("SELECT min(block_id) FROM pragma_storage_info('acme.orders') WHERE column_name = 'id' AND persistent AND block_id >= 0")).toLongLong(&number);
    QVERIFY(number && size > 8192);
    m_shop->engine.close();
    QFile warehouse(file);
    QVERIFY(warehouse.open(QIODevice::ReadWrite));
    constexpr qint64 kHeaders = 3 * 4096;
    QVERIFY(warehouse.seek(kHeaders + block * size + 4096));
    QCOMPARE(warehouse.write(QByteArray(512, '\x5a')), 512);
    warehouse.close();
    m_shop->engine.reopen();
    STEP(openWindow());
    m_shop->sql(QStringLiteral("UPDATE orders SET updated_at = '2026-02-01', note = 'new' WHERE id = 5"));
    STEP(syncInWindow(orders));
    STEP(seeProblem(Health::Failed, Branch::G));
    STEP(openWays());
    STEP(takeRecommended("back-up")); // outside: nothing is lost by it
    STEP(click("diagnosis.next"));
    QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("diagnosis.result")->text(), QStringLiteral("Not solved yet"), 30'000);
    STEP(click("diagnosis.back"));
    STEP(click("diagnosis.action.delete-data"));
    STEP(click("diagnosis.next"));
    STEP(click("diagnosis.next")); // confirms; the engine's own question follows
    QTRY_VERIFY(part<QLineEdit>("destroy.name"));
    QTest::keyClicks(part<QLineEdit>("destroy.name"), QStringLiteral("acme.orders"));
    STEP(click("destroy.act"));
    QTRY_VERIFY2_WITH_TIMEOUT(!part<QDialog>("destroy.dialog"), qPrintable(errorOf("destroy")), 30'000);
    STEP(click("diagnosis.next")); // Check and sync
    STEP(seeSolved());
    QVERIFY(m_shop->equal(orders));
    QCOMPARE(world()->schema(orders)->config.incrementalField, cursorField); // the settings stay (D52)
}

void TestDrills::webhookIsNotToBeHad_I_D54_D55()
{
    STEP(openShop());
    FailureEvidence evidence;
    evidence.text = QStringLiteral("webhook endpoint we_1 is disabled at the provider");
    evidence.sourceType = QStringLiteral("stripe");
    const Result<Diagnosis> judged = m_shop->engine.askFor<Diagnosis>(DiagnoseText{evidence});
    QVERIFY(judged && judged->branch == Branch::I);
    QVERIFY(judged->actions.front().id == QLatin1String("check-webhook"));
    QVERIFY(!unavailableReason(judged->actions.front().id).isEmpty());
    m_window->openSchemaDialog(m_shop->ordersId());
    QTRY_VERIFY(part("schema.method.webhook"));
    QVERIFY(!part("schema.method.webhook")->isEnabled());
    QVERIFY(!part<QLabel>("schema.methodText.webhook")->text().isEmpty());
}

QTEST_MAIN(TestDrills)
#include "tst_drills.moc"
