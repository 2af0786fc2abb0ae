// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"
#include "tests/support/handclock.h"

#include <QFile>
#include <QTest>

using namespace leat;
using leat::test::EngineFixture;
using leat::test::HandClock;
using leat::test::HandTime;

namespace {

const QString kShop = QStringLiteral("acme");

struct Place
{
    std::shared_ptr<HandTime> time = std::make_shared<HandTime>();
    EngineFixture engine{[t = time](EngineOptions& options) {
        options.makeClock = [t] { return std::make_unique<HandClock>(t); };
    }};
    QString file = engine.dir() + QStringLiteral("/a.sqlite");

    void fill()
    {
        EngineFixture::sqlite(file, "CREATE TABLE orders(id INTEGER PRIMARY KEY, changed INTEGER NOT NULL);"
            "INSERT INTO orders VALUES (1, 10); CREATE TABLE other(id INTEGER PRIMARY KEY);");
        if (!engine.addSqlite(kShop, file).isValid())
            qFatal("no source");
        engine.sync(orders().id);
    }
    SchemaInfo orders() const { return *engine.schema(kShop, QStringLiteral("orders")); }
    /// Two failed runs, eleven minutes apart, and time for the look that follows.
    bool failTwice()
    {
        const bool first = engine.sync(orders().id).status == RunStatus::Failed && !orders().pause;
        time->turn(11 * 60'000);
        return first && engine.sync(orders().id).status == RunStatus::Failed;
    }
    bool becomesPaused() { return QTest::qWaitFor([&] { return orders().pause.has_value(); }, 10'000); }
    /// What was asked before is answered by now: questions of the engine come back in turn.
    bool staysUnpaused()
    {
        for (int i = 0; i < 50; ++i)
            if (!engine.ask(RunQuery{QStringLiteral("SELECT 1"), -1}))
                return false;
        return !orders().pause && orders().config.shouldSync;
    }
    QStringList audit(const QString& action)
    {
        QStringList found;
        const Result<AuditPage> page = engine.askFor<AuditPage>(LoadAudit{});
        for (const AuditEntry& entry : page->entries)
            if (entry.action == action)
                found << entry.actor + QLatin1Char(' ') + entry.subject + QLatin1Char(' ') + entry.detail;
        return found;
    }
};

} // namespace

class TestEnginePause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonsPauseIsKeptWithNameAndTime_T26()
    {
        Place place;
        place.fill();
        QVERIFY(!place.orders().pause);
        QVERIFY(place.engine.set(place.orders().id, {QStringLiteral("should_sync=false")}));
        QVERIFY(place.orders().pause);
        QCOMPARE(place.orders().pause->actor, QStringLiteral("test"));
        QVERIFY(!place.orders().pause->byEngine());
        place.engine.reopen();
        QVERIFY(place.orders().pause);
        QCOMPARE(place.orders().pause->actor, QStringLiteral("test"));
        QVERIFY(place.orders().pause->at.isValid());
        QVERIFY(place.orders().status == SchemaStatus::Paused);
        QVERIFY(place.engine.world()->incidents.empty());          // nobody needs to care
        QVERIFY(place.engine.set(place.orders().id, {QStringLiteral("should_sync=true")}));
        QVERIFY(!place.orders().pause);
        place.engine.reopen();
        QVERIFY(!place.orders().pause);
    }

    void aTableProvenGoneIsPausedByTheEngine_T223()
    {
        Place place;
        place.fill();
        EngineFixture::sqlite(place.file, "ALTER TABLE orders RENAME TO archive;");
        QVERIFY(place.failTwice());
        QVERIFY(place.becomesPaused());
        const SchemaInfo orders = place.orders();
        QVERIFY(!orders.config.shouldSync);
        QVERIFY(orders.status == SchemaStatus::Paused);
        QCOMPARE(orders.pause->actor, QStringLiteral("engine"));
        QCOMPARE(orders.pause->ruleId, QStringLiteral("PROVEN-TABLE-GONE"));
        QCOMPARE(orders.pause->at, place.time->now());
        QVERIFY(orders.pause->cause && orders.pause->cause->code == ErrorCode::TableMissing);
        QVERIFY(pauseText(*orders.pause).startsWith(QStringLiteral("Paused by Leat: ")));
        // It still asks for care, and says who and why.
        // Health is judged when the change is told, a moment after the pause itself.
        QTRY_VERIFY(place.engine.world()->incidents.size() == 1
            && place.engine.world()->incidents.front().health == Health::PausedByLeat);
        const Incident incident = place.engine.world()->incidents.front();
        QVERIFY(incident.headline.startsWith(QStringLiteral("Paused by Leat: ")));
        QCOMPARE(incident.diagnosis.actions.back().id, QStringLiteral("resume"));
        QCOMPARE(place.audit(QStringLiteral("schema.pause")).size(), 1);
        QVERIFY(place.audit(QStringLiteral("schema.pause")).front().startsWith(QStringLiteral("engine acme.orders {")));
        QVERIFY(place.audit(QStringLiteral("schema.pause")).front().contains(QStringLiteral("PROVEN-TABLE-GONE")));
        // Kept, rows too; resuming clears it.
        place.engine.reopen();
        QCOMPARE(place.orders().pause->ruleId, QStringLiteral("PROVEN-TABLE-GONE"));
        QVERIFY(place.orders().pause->cause->code == ErrorCode::TableMissing);
        QCOMPARE(place.orders().rows, 1);
        EngineFixture::sqlite(place.file, "ALTER TABLE archive RENAME TO orders;");
        QVERIFY(place.engine.set(place.orders().id, {QStringLiteral("should_sync=true")}));
        QVERIFY(!place.orders().pause);
        QVERIFY(place.engine.sync(place.orders().id).status == RunStatus::Completed);
        QTRY_VERIFY(place.engine.world()->incidents.empty());
    }

    void aColumnProvenGoneIsPausedByTheEngine()
    {
        Place place;
        place.fill();
        QVERIFY(place.engine.set(place.orders().id, {QStringLiteral("sync_type=append"), QStringLiteral("incremental_field=changed")}));
        QVERIFY(place.engine.sync(place.orders().id, true).status == RunStatus::Completed);
        EngineFixture::sqlite(place.file, "ALTER TABLE orders RENAME COLUMN changed TO touched;");
        QVERIFY(place.failTwice());
        QVERIFY(place.becomesPaused());
        QCOMPARE(place.orders().pause->ruleId, QStringLiteral("PROVEN-COLUMN-GONE"));
        QCOMPARE(place.orders().pause->cause->args.value(QStringLiteral("column")), QStringLiteral("changed"));
    }

    // Dropped and made again, as many loads do: by the second look it is back, or it was gone for a moment only.
    void aTableThatComesBackIsNotPaused_T223()
    {
        Place place;
        place.fill();
        EngineFixture::sqlite(place.file, "ALTER TABLE orders RENAME TO archive;");
        QVERIFY(place.engine.sync(place.orders().id).status == RunStatus::Failed);
        place.time->turn(60'000);
        QVERIFY(place.engine.sync(place.orders().id).status == RunStatus::Failed);
        QVERIFY(place.staysUnpaused());                            // twice, but within one minute
        EngineFixture::sqlite(place.file, "ALTER TABLE archive RENAME TO orders;");
        QVERIFY(place.engine.sync(place.orders().id).status == RunStatus::Completed);
        place.time->turn(60 * 60'000);
        EngineFixture::sqlite(place.file, "ALTER TABLE orders RENAME TO archive;");
        QVERIFY(place.engine.sync(place.orders().id).status == RunStatus::Failed);
        QVERIFY(place.staysUnpaused());                            // the good run in between began anew
    }

    // A restore empties everything first, a wrong mount shows an empty file.
    void anEmptySourceProvesNothing_T223()
    {
        Place place;
        place.fill();
        EngineFixture::sqlite(place.file, "DROP TABLE orders; DROP TABLE other;");
        QVERIFY(place.failTwice());
        QVERIFY(place.staysUnpaused());
    }

    void aSourceThatIsAwayPausesNothing_T223()
    {
        Place place;
        place.fill();
        QVERIFY(QFile::rename(place.file, place.file + QStringLiteral(".away")));
        QVERIFY(place.failTwice());
        QVERIFY(place.staysUnpaused());
    }
};

QTEST_GUILESS_MAIN(TestEnginePause)
#include "tst_enginepause.moc"
