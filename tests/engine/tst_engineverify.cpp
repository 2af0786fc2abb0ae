// SPDX-License-Identifier: GPL-3.0-or-later
// Verify and repair, end to end: drift that a cursor cannot see, pending rows, the proof that stays.
#include "tests/support/people.h"

#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

QString valueText(const ValueDifference& value)
{
    return QStringList{value.key, value.column, value.source.value_or(s("NULL")), value.warehouse.value_or(s("NULL"))}.join(QLatin1Char('|'));
}

/// Repairs a table; what the repair found, if it went well.
std::optional<VerifyReport> repair(EngineFixture& engine, SchemaId id)
{
    Result<VerifyReport> report = engine.askFor<VerifyReport>(VerifySchema{id, true});
    return report && report->repaired ? std::optional(std::move(*report)) : std::nullopt;
}

} // namespace

class TestEngineVerify : public QObject
{
    Q_OBJECT
    PgServer m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (PgServer::missing().isEmpty())
            QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }

    // T026: columns that change without the cursor; T040: deletions. Found to the value, repaired to the row.
    void driftIsFoundAndRepaired_T026_T040()
    {
        EngineFixture engine;
        const QString file = engine.dir() + s("/a.sqlite");
        EngineFixture::sqlite(file, kPeople);
        engine.addSqlite(s("crm"), file);
        const SchemaId people = engine.id(s("crm"), s("people"));
        QVERIFY(engine.set(people, {s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=id")}));
        engine.sync(people);
        QVERIFY(!engine.schema(s("crm"), s("people"))->proof.verifiedAt.isValid());
        Result<VerifyReport> report = engine.verify(people);
        QVERIFY(report && report->equal());
        QCOMPARE(report->differingBuckets, 0);
        QVERIFY(engine.schema(s("crm"), s("people"))->proof.verifiedAt.isValid());

        EngineFixture::sqlite(file, "UPDATE people SET name = 'changed' WHERE id IN (3, 20000); DELETE FROM people WHERE id = 7;"
            "UPDATE people SET name = 'later', updated_at = '2027-01-01 00:00:00' WHERE id = 9;");
        report = engine.verify(people);
        QVERIFY(report);
        QCOMPARE(report->differingKeys, (QStringList{s("3"), s("20000")}));
        QCOMPARE(report->extraKeys, QStringList{s("7")});
        QCOMPARE(report->missing, 0);
        QVERIFY(report->pendingKnown);
        QCOMPARE(report->pending, 1);
        QCOMPARE(report->sourceRows, 29999);
        QCOMPARE(report->values.size(), std::size_t{2});
        QCOMPARE(valueText(report->values[0]), s("3|name|changed|name 3"));
        QCOMPARE(engine.schema(s("crm"), s("people"))->proof.drift(), 3);

        const QString cursor = engine.schema(s("crm"), s("people"))->cursorText;
        const QDateTime synced = engine.schema(s("crm"), s("people"))->lastSyncedAt;
        const std::optional<VerifyReport> repaired = repair(engine, people);
        QVERIFY(repaired);
        QCOMPARE(repaired->drift(), 3);
        const SchemaInfo* schema = engine.schema(s("crm"), s("people"));
        QCOMPARE(schema->cursorText, cursor);
        QCOMPARE(schema->lastSyncedAt, synced);
        QCOMPARE(schema->rows, 29999);
        QVERIFY(schema->status == SchemaStatus::Ok);
        QVERIFY(schema->proof.repaired);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM crm.people WHERE name = 'changed'")), s("2"));
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM crm.people WHERE id = 7")), s("0"));
        const Result<HistoryPage> history = engine.askFor<HistoryPage>(LoadHistory{});
        QVERIFY(history);
        QCOMPARE(history->runs.front().mode, s("repair"));
        QVERIFY(history->runs.front().rowsRead < 3000);
        QVERIFY(engine.verify(people)->equal());
        engine.sync(people);
        QCOMPARE(engine.scalar(s("SELECT name FROM crm.people WHERE id = 9")), s("later"));
        QVERIFY(engine.verify(people)->equal());
        const Proof proof = engine.schema(s("crm"), s("people"))->proof;
        engine.reopen();
        QCOMPARE(engine.schema(s("crm"), s("people"))->proof.verifiedAt, proof.verifiedAt);
        QCOMPARE(engine.schema(s("crm"), s("people"))->proof.sourceRows, 29999);
    }

    // Twice found, with a sync in between, is a problem; the repair ends it, without a third comparison.
    void aRepairSettlesTheProblem_T026()
    {
        EngineFixture engine;
        const QString file = engine.dir() + s("/a.sqlite");
        EngineFixture::sqlite(file, kPeople);
        engine.addSqlite(s("crm"), file);
        const SchemaId people = engine.id(s("crm"), s("people"));
        QVERIFY(engine.set(people, {s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=id")}));
        engine.sync(people);
        EngineFixture::sqlite(file, "UPDATE people SET name = 'changed' WHERE id = 3;");
        QVERIFY(!engine.verify(people)->equal());
        QVERIFY(engine.sync(people).status == RunStatus::Completed);
        QVERIFY(!engine.verify(people)->equal());
        QTRY_COMPARE(engine.world()->incidents.size(), std::size_t{1});
        QVERIFY(engine.world()->incidents.front().health == Health::NeedsResync);
        const std::optional<VerifyReport> repaired = repair(engine, people);
        QVERIFY(repaired);
        QTRY_VERIFY(engine.world()->incidents.empty());
        engine.reopen();
        QVERIFY(engine.world()->incidents.empty());
    }

    // An append table keeps every version: those are no drift, and a repair only adds what is missing.
    void appendKeepsItsVersions()
    {
        EngineFixture engine;
        const QString file = engine.dir() + s("/a.sqlite");
        EngineFixture::sqlite(file, kPeople);
        engine.addSqlite(s("crm"), file);
        const SchemaId people = engine.id(s("crm"), s("people"));
        QVERIFY(engine.set(people, {s("sync_type=append"), s("incremental_field=updated_at")}));
        engine.sync(people);
        EngineFixture::sqlite(file, "UPDATE people SET name = 'new', updated_at = '2027-01-01 00:00:00' WHERE id = 5;");
        engine.sync(people);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM crm.people")), s("30001"));
        Result<VerifyReport> report = engine.verify(people);
        QVERIFY(report && report->equal());
        QCOMPARE(report->extra, 1);
        EngineFixture::sqlite(file, "INSERT INTO people VALUES (40000, '2025-01-01 00:00:00', 'late');");
        const std::optional<VerifyReport> repaired = repair(engine, people);
        QVERIFY(repaired);
        QCOMPARE(repaired->missing, 1);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM crm.people")), s("30002"));
        QVERIFY(engine.verify(people)->equal());
    }

    // T041: a repair deletes rows as a reconcile does, and asks where it would be many, or where nothing is left.
    void aRepairThatDeletesMuchAsks_T041()
    {
        EngineFixture engine;
        const QString file = engine.dir() + s("/a.sqlite");
        EngineFixture::sqlite(file, kPeople);
        EngineFixture::sqlite(file, "CREATE TABLE few(id INTEGER PRIMARY KEY); INSERT INTO few VALUES (1), (2), (3);");
        engine.addSqlite(s("crm"), file);
        const SchemaId people = engine.id(s("crm"), s("people"));
        const SchemaId few = engine.id(s("crm"), s("few"));
        for (const SchemaId id : {people, few}) {
            QVERIFY(engine.set(id, {s("sync_type=full_refresh")}));
            engine.sync(id);
        }
        EngineFixture::sqlite(file, "DELETE FROM people WHERE id % 2 = 0; DELETE FROM few WHERE id < 3;");
        QVERIFY(!repair(engine, people));
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM crm.people")), s("30000"));
        // A few of a small table go while the source has any.
        QVERIFY(repair(engine, few));
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM crm.few")), s("1"));
        EngineFixture::sqlite(file, "DELETE FROM few;");
        QVERIFY(!repair(engine, few));
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM crm.few")), s("1"));
    }

    // Naive: what DuckDB sorts rows by to tell those that are there comes back as it compares, and 30 days are a month.
    void appendKeepsValuesThatCompareEqual_T086()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE TABLE readings (id bigint PRIMARY KEY, f float8, r real, i interval);"
            "INSERT INTO readings VALUES (10, '-0', '-0', '30 days')")), qPrintable(m_server.error()));
        EngineFixture engine;
        QVERIFY(addPostgres(engine, m_server).isValid());
        const SchemaId readings = engine.id(s("pg"), s("readings"));
        QVERIFY(engine.set(readings, {s("sync_type=append"), s("incremental_field=id"), s("late_commits=cursor")}));
        engine.sync(readings);
        QVERIFY(m_server.exec(s("INSERT INTO readings VALUES (20, '-0', '-0', '1 mon')")));
        engine.sync(readings);
        QVERIFY(engine.verify(readings)->equal());
        // Below the cursor, and above the horizon: a repair brings it.
        QVERIFY(m_server.exec(s("INSERT INTO readings VALUES (5, '-0', '-0', '1 mon')")));
        const std::optional<VerifyReport> repaired = repair(engine, readings);
        QVERIFY(repaired);
        QCOMPARE(repaired->missing, 1);
        QVERIFY(engine.verify(readings)->equal());
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.readings WHERE signbit(f) AND signbit(r)")), s("3"));
    }

    // Pushed down: few rows leave the server, and what came after the last sync is pending (xmin).
    void postgresIsDigestedInPlace()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE TABLE orders (id bigint PRIMARY KEY, updated_at timestamptz DEFAULT now(), note text, amount numeric(10,2), meta jsonb);"
            "INSERT INTO orders SELECT i, now(), 'n' || i, i / 100.0, jsonb_build_object('i', i) FROM generate_series(1, 60000) i; CREATE INDEX ON orders (updated_at)")),
            qPrintable(m_server.error()));
        EngineFixture engine;
        QVERIFY(addPostgres(engine, m_server).isValid());
        const SchemaId orders = engine.id(s("pg"), s("orders"));
        QVERIFY(engine.set(orders, {s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=id"), s("late_commits=cursor")}));
        engine.sync(orders);
        QVERIFY(m_server.exec(s("UPDATE orders SET amount = -1 WHERE id IN (100, 30000, 59999)")));
        Result<VerifyReport> report = engine.verify(orders);
        QVERIFY(report);
        // By cursor the three are behind the watermark's lookback, or equal to it: never drift of other rows.
        QCOMPARE(report->differing + report->pending, 3);
        QVERIFY(report->method == VerifyMethod::Digests);
        QVERIFY2(report->rowsTransferred < 60000 * 15 / 100, qPrintable(QString::number(report->rowsTransferred)));

        QVERIFY(engine.set(orders, {s("late_commits=xmin")}));
        report = engine.verify(orders);
        QVERIFY(report);
        QCOMPARE(report->pending, 3);
        QVERIFY(report->equal());
        engine.sync(orders);
        report = engine.verify(orders);
        QVERIFY(report && report->equal());
        QCOMPARE(report->pending, 0);
        QCOMPARE(report->rowsTransferred, 0);
        QCOMPARE(tierOf(engine.schema(s("pg"), s("orders"))->guarantee), 2);

        QVERIFY(m_server.exec(s("DELETE FROM orders WHERE id BETWEEN 500 AND 519")));
        const std::optional<VerifyReport> repaired = repair(engine, orders);
        QVERIFY(repaired);
        QCOMPARE(repaired->extra, 20);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.orders")), s("59980"));
        QVERIFY(engine.verify(orders)->equal());
    }

    // T033: two rows of one bucket exchange a cell; a sum of linear hashes would stay as it was.
    void cellsThatRowsExchangedShow_T033()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE TABLE keyless (a int, b text); INSERT INTO keyless VALUES (21, 'paid'), (1021, 'open21')")), qPrintable(m_server.error()));
        EngineFixture engine;
        QVERIFY(addPostgres(engine, m_server, {s("keyless")}).isValid());
        const SchemaId keyless = engine.id(s("pg"), s("keyless"));
        QVERIFY(engine.set(keyless, {s("sync_type=full_refresh")}));
        engine.sync(keyless);
        Result<VerifyReport> report = engine.verify(keyless);
        QVERIFY(report && report->equal());
        QCOMPARE(report->differingBuckets, 0);
        QVERIFY(m_server.exec(s("UPDATE keyless SET b = CASE a WHEN 21 THEN 'open21' ELSE 'paid' END")));
        report = engine.verify(keyless);
        QVERIFY(report);
        QVERIFY(report->differingBuckets > 0);
        QCOMPARE(report->missing + report->pending, 2);
        QCOMPARE(report->extra, 2);
    }

    // T075: a role that row security filters sees part of the table: an error, never a repair.
    void rowSecurityIsAnError_T075()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE ROLE limited LOGIN; CREATE TABLE mine (id int PRIMARY KEY, owner text); "
            "INSERT INTO mine SELECT i, 'x' FROM generate_series(1, 100) i; GRANT SELECT ON mine TO limited")), qPrintable(m_server.error()));
        EngineFixture engine;
        AddSource command;
        command.draft = {s("lim"), s("postgres"), m_server.socketSettings(s("postgres"), s("limited")), {}};
        command.tables = {{{s("public"), s("mine")}, {}}};
        command.tables.front().config.shouldSync = true;
        QVERIFY(engine.askFor<SourceAdded>(std::move(command)));
        const SchemaId mine = engine.id(s("lim"), s("mine"));
        engine.sync(mine);
        QVERIFY(m_server.exec(s("ALTER TABLE mine ENABLE ROW LEVEL SECURITY; CREATE POLICY few ON mine USING (id < 10)")));
        const Result<VerifyReport> report = engine.askFor<VerifyReport>(VerifySchema{mine, true});
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::RowSecurity);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM lim.mine")), s("100"));
    }
};

QTEST_GUILESS_MAIN(TestEngineVerify)
#include "tst_engineverify.moc"
