// SPDX-License-Identifier: GPL-3.0-or-later
// T220, end to end: a cursor column that is no longer kept; every sync succeeds and finds nothing.
#include "engine/api/jsonview.h"
#include "tests/support/enginefixture.h"
#include "tests/support/handclock.h"
#include "tests/support/text.h"

#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

constexpr qint64 kDay = 24 * 3600 * 1000;

/// A table with a row for each day, synced once a day.
struct Crm
{
    std::shared_ptr<HandTime> time = std::make_shared<HandTime>();
    EngineFixture engine{[t = time](EngineOptions& options) { options.makeClock = [t] { return std::make_unique<HandClock>(t); }; }};
    QString file = engine.dir() + s("/a.sqlite");
    int row = 0;

    Crm()
    {
        EngineFixture::sqlite(file, "CREATE TABLE people (id INTEGER PRIMARY KEY, updated_at INTEGER NOT NULL, name TEXT);"
            "INSERT INTO people VALUES (0, 0, 'first')");
        if (!engine.addSqlite(s("crm"), file).isValid()
            || !engine.set(id(), {s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=id")}))
            qFatal("no table");
        for (int day = 0; day < 10; ++day)
            dayWithNews();
    }
    SchemaId id() const { return engine.id(s("crm"), s("people")); }
    SchemaInfo people() const { return *engine.schema(s("crm"), s("people")); }
    bool syncTomorrow()
    {
        time->turn(kDay);
        return engine.sync(id()).status == RunStatus::Completed;
    }
    void dayWithNews()
    {
        ++row;
        EngineFixture::sqlite(file, s("INSERT INTO people VALUES (%1, %1, 'name')").arg(row).toUtf8());
        if (!syncTomorrow())
            qFatal("no sync");
    }
    /// Rows change, and the column that should tell does not.
    bool dayThatHides()
    {
        EngineFixture::sqlite(file, s("UPDATE people SET name = name || '%1'").arg(row).toUtf8());
        return syncTomorrow();
    }
    std::vector<Incident> incidents() const { return engine.world()->incidents; }
};

} // namespace

class TestEngineQuiet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Naive: green for ever, and every row is old.
    void aCursorThatIsNoLongerKeptIsNoticed_T220_T026()
    {
        Crm crm;
        QVERIFY(crm.dayThatHides() && crm.dayThatHides());
        QVERIFY(!crm.people().quietSince.isValid());
        const QDateTime found = crm.time->now().addDays(-2);
        QVERIFY(crm.dayThatHides());
        QVERIFY(crm.people().status == SchemaStatus::Ok);
        QCOMPARE(crm.people().quietSince, found);
        QTRY_VERIFY(crm.incidents().size() == 1 && crm.incidents().front().health == Health::Quiet);
        const Incident incident = crm.incidents().front();
        QCOMPARE(incident.action.id, s("verify"));
        QCOMPARE(incident.action.command, s("leatctl schema verify crm.people"));
        QVERIFY2(incident.headline.contains(s("72")), qPrintable(incident.headline));
        QCOMPARE(incident.since, found);
        QVERIFY(!toJson(crm.people()).value(s("quiet_since")).isNull());

        crm.engine.reopen();
        QCOMPARE(crm.people().quietSince, found);

        // What the button asks for proves the suspicion, and the repair settles it.
        const Result<VerifyReport> report = crm.engine.verify(crm.id());
        QVERIFY(report);
        QCOMPARE(report->differing, qint64(crm.row));       // all but the one that the bound includes
        QCOMPARE(crm.people().quietSince, found);
        QVERIFY(crm.engine.askFor<VerifyReport>(VerifySchema{crm.id(), true}));
        QVERIFY(!crm.people().quietSince.isValid());
        QTRY_VERIFY(crm.incidents().empty());
    }

    // A source that is just quiet: once compared, nobody is bothered again for as long.
    void equalSidesAreNoIncident_T220()
    {
        Crm crm;
        QVERIFY(crm.syncTomorrow() && crm.syncTomorrow() && crm.syncTomorrow());
        QVERIFY(crm.people().quietSince.isValid());
        QVERIFY(crm.engine.verify(crm.id())->equal());
        QVERIFY(!crm.people().quietSince.isValid());
        QVERIFY(crm.syncTomorrow() && crm.syncTomorrow());
        QVERIFY(!crm.people().quietSince.isValid());
        QTRY_VERIFY(crm.incidents().empty());
    }

    void newsAndAnotherCursorEndIt_T220()
    {
        Crm crm;
        QVERIFY(crm.dayThatHides() && crm.dayThatHides() && crm.dayThatHides());
        QVERIFY(crm.people().quietSince.isValid());
        crm.dayWithNews();
        QVERIFY(!crm.people().quietSince.isValid());
        for (int day = 0; day < 9; ++day)                   // four days without news have been seen by now
            QVERIFY(crm.dayThatHides());
        QVERIFY(!crm.people().quietSince.isValid());
        QVERIFY(crm.dayThatHides());
        QVERIFY(crm.people().quietSince.isValid());
        QVERIFY(crm.engine.set(crm.id(), {s("incremental_field=id")}));
        QTRY_VERIFY(!crm.people().quietSince.isValid());
    }
};

QTEST_GUILESS_MAIN(TestEngineQuiet)
#include "tst_enginequiet.moc"
