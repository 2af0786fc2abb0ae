// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/errortext.h"
#include "tests/support/enginefixture.h"

#include <QTest>

using namespace leat;
using leat::test::EngineFixture;

namespace {

const QString kShop = QStringLiteral("acme");

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Rows that cannot be stored, from the source to the doors.
class TestEngineQuarantine : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EngineFixture> m_engine;
    QString m_file;

    SchemaId orders() const { return m_engine->id(kShop, s("orders")); }
    const SchemaInfo& schema() const { return *m_engine->schema(kShop, s("orders")); }

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<EngineFixture>();
        m_file = m_engine->dir() + s("/a.sqlite");
        EngineFixture::sqlite(m_file, "CREATE TABLE orders(code TEXT, updated_at TEXT NOT NULL, note TEXT);"
            "INSERT INTO orders VALUES ('a', '2026-01-01 00:00:01', 'first'), ('b', '2026-01-01 00:00:02', 'second');");
        QVERIFY(m_engine->addSqlite(kShop, m_file).isValid());
        QVERIFY(m_engine->set(orders(), {s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=code")}));
        QVERIFY(m_engine->sync(orders()).status == RunStatus::Completed);
    }

    void withoutABudgetNothingIsStored()
    {
        EngineFixture::sqlite(m_file, "INSERT INTO orders VALUES (NULL, '2026-01-02 00:00:01', 'nobody'), ('c', '2026-01-02 00:00:02', 'third');");
        const RunInfo run = m_engine->sync(orders());
        QVERIFY(run.status == RunStatus::Failed);
        QVERIFY(run.error->code == ErrorCode::KeyHasNulls);
        QCOMPARE(m_engine->scalar(s("SELECT count(*) FROM acme.orders")), s("2"));
    }

    void aBudgetKeepsBadRowsAsideUntilTheyCanBeStored()
    {
        QVERIFY(m_engine->set(orders(), {s("error_budget=3")}));
        EngineFixture::sqlite(m_file, "INSERT INTO orders VALUES (NULL, '2026-01-02 00:00:01', 'nobody'), ('c', '2026-01-02 00:00:02', 'third'),"
            "('d', '2026-01-02 00:00:03', 'one'), ('d', '2026-01-02 00:00:04', 'other');");
        const RunInfo run = m_engine->sync(orders());
        QVERIFY2(run.status == RunStatus::Completed, qPrintable(run.error ? describe(*run.error).sentence : QString()));
        QCOMPARE(run.rowsQuarantined, 3);
        QVERIFY(run.rowsRead >= 4);
        QCOMPARE(run.rowsRead, run.rowsInserted + run.rowsUpdated + run.rowsSkipped + run.rowsQuarantined);
        QCOMPARE(schema().quarantined, 3);
        QCOMPARE(m_engine->scalar(s("SELECT count(*) FROM acme.orders")), s("3"));

        m_engine->reopen();
        QCOMPARE(schema().quarantined, 3);
        const Result<QuarantinePage> page = m_engine->askFor<QuarantinePage>(LoadQuarantine{orders()});
        QCOMPARE(page->total, 3);
        std::vector<qint64> other;
        for (const QuarantinedRow& row : page->rows)
            if (row.row.contains(s("other")))
                other.push_back(row.id);
        QVERIFY(m_engine->askFor<QuarantineReport>(DropQuarantine{orders(), other})->dropped == 1);
        const Result<QuarantineReport> report = m_engine->askFor<QuarantineReport>(ReplayQuarantine{orders(), {}});
        QCOMPARE(report->stored, 1);
        QCOMPARE(report->left, 1);
        QCOMPARE(schema().quarantined, 1);
        QCOMPARE(schema().rows, 4);
        QCOMPARE(m_engine->scalar(s("SELECT note FROM acme.orders WHERE code = 'd'")), s("one"));
        const Result<AuditPage> audit = m_engine->askFor<AuditPage>(LoadAudit{});
        QCOMPARE(audit->entries.front().action, s("quarantine.replay"));
    }

    // Keys that the source tells apart and that would be one here: neither row takes the other's place.
    void keysThatWouldBecomeOneStopTheSync_T093_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("times with T and blank") << QByteArray("DATETIME PRIMARY KEY") << QByteArray("'2024-01-01 00:00:00'") << QByteArray("'2024-01-01T00:00:00'");
        QTest::newRow("times with zeros") << QByteArray("DATETIME PRIMARY KEY") << QByteArray("'2024-01-01 00:00:00'") << QByteArray("'2024-01-01 00:00:00.000'");
        QTest::newRow("times of two zones") << QByteArray("TIMESTAMPTZ PRIMARY KEY") << QByteArray("'2024-01-01 00:00:00Z'") << QByteArray("'2024-01-01 02:00:00+02:00'");
        QTest::newRow("times of day") << QByteArray("TIME PRIMARY KEY") << QByteArray("'10:00'") << QByteArray("'10:00:00'");
        QTest::newRow("a text and a number") << QByteArray("PRIMARY KEY") << QByteArray("'1'") << QByteArray("1");
        QTest::newRow("a text and a blob") << QByteArray("BLOB PRIMARY KEY") << QByteArray("x'41'") << QByteArray("'A'");
        QTest::newRow("a text and a number without an index") << QByteArray() << QByteArray("'1'") << QByteArray("1");
        QTest::newRow("bytes that are no text") << QByteArray("TEXT PRIMARY KEY") << QByteArray("CAST(x'41' AS TEXT)") << QByteArray("CAST(x'fe41' AS TEXT)");
    }
    void keysThatWouldBecomeOneStopTheSync_T093()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        EngineFixture engine;
        const QString file = engine.dir() + s("/k.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE k(id " + type + ", u INTEGER NOT NULL, v TEXT); INSERT INTO k VALUES (" + first + ", 1, 'first');");
        QVERIFY(engine.addSqlite(kShop, file).isValid());
        const SchemaId table = engine.id(kShop, s("k"));
        QVERIFY(engine.set(table, {s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=id")}));
        QVERIFY(engine.sync(table).status == RunStatus::Completed);
        EngineFixture::sqlite(file, "INSERT INTO k VALUES (" + second + ", 2, 'second');");
        const RunInfo run = engine.sync(table);
        QVERIFY2(run.error && run.error->code == ErrorCode::ValueUnrepresentable, qPrintable(run.error ? toString(run.error->code) + run.error->detail : s("stored")));
        QCOMPARE(run.error->args.value(s("column")), s("id"));
        QCOMPARE(engine.scalar(s("SELECT string_agg(v, ' ') FROM acme.k")), s("first"));
        // With a budget the others go on, and none is stored in the place of another.
        QVERIFY(engine.set(table, {s("error_budget=2")}));
        const RunInfo allowed = engine.sync(table);
        QVERIFY2(allowed.status == RunStatus::Completed, qPrintable(allowed.error ? toString(allowed.error->code) : QString()));
        QVERIFY(allowed.rowsQuarantined >= 1);
        QCOMPARE(engine.scalar(s("SELECT string_agg(v, ' ') FROM acme.k")), s("first"));
    }

    // Spellings that differ and are one key only each: nothing is in the way.
    void keysOfSeveralSpellingsThatStayApartAreStored_T093()
    {
        EngineFixture engine;
        const QString file = engine.dir() + s("/k.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE k(id DATETIME PRIMARY KEY, u INTEGER NOT NULL); INSERT INTO k VALUES ('2024-01-01 00:00:00', 1), ('2024-01-01 00:00:00.5', 1);"
            "CREATE TABLE m(id PRIMARY KEY, u INTEGER NOT NULL); INSERT INTO m VALUES ('a', 1), (7, 1);"
            "CREATE TABLE c(a INTEGER, id, u INTEGER NOT NULL, PRIMARY KEY (a, id)); INSERT INTO c VALUES (1, '1', 1), (2, 'b', 1);");
        QVERIFY(engine.addSqlite(kShop, file).isValid());
        for (const QString& name : {s("k"), s("m"), s("c")}) {
            const SchemaId table = engine.id(kShop, name);
            QVERIFY(engine.set(table, {s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=") + (name == s("c") ? s("a,id") : s("id"))}));
            QVERIFY(engine.sync(table).status == RunStatus::Completed);
        }
        EngineFixture::sqlite(file, "INSERT INTO k VALUES ('2024-01-01 00:00:01', 2), ('2024-01-01T00:00:02', 2); INSERT INTO m VALUES ('8', 2), (9.5, 2); INSERT INTO c VALUES (2, 1, 2);");
        for (const QString& name : {s("k"), s("m"), s("c")}) {
            const RunInfo run = engine.sync(engine.id(kShop, name));
            QVERIFY2(run.status == RunStatus::Completed && run.lostValues == 0, qPrintable(name));
            QVERIFY(engine.verify(engine.id(kShop, name))->equal());
        }
    }

    void moreThanTheBudgetStopsTheRunWithTheWayOut()
    {
        QVERIFY(m_engine->set(orders(), {s("error_budget=1%")}));
        EngineFixture::sqlite(m_file, "INSERT INTO orders VALUES (NULL, '2026-01-02 00:00:01', 'nobody');");
        const RunInfo run = m_engine->sync(orders());
        QVERIFY(run.status == RunStatus::Failed);
        QVERIFY(run.error->code == ErrorCode::QuarantineFull);
        QCOMPARE(schema().quarantined, 0);
        QTRY_VERIFY(!m_engine->world()->incidents.empty());
        const Result<DiagnosisReport> report = m_engine->askFor<DiagnosisReport>(Diagnose{{}, orders(), false, {}});
        QVERIFY(report->diagnosis.branch == Branch::C);
        QVERIFY(!m_engine->set(orders(), {s("error_budget=many")}));
    }

    void deletingTheDataForgetsTheQuarantine()
    {
        QVERIFY(m_engine->set(orders(), {s("error_budget=10")}));
        EngineFixture::sqlite(m_file, "INSERT INTO orders VALUES (NULL, '2026-01-02 00:00:01', 'nobody');");
        QVERIFY(m_engine->sync(orders()).status == RunStatus::Completed);
        QCOMPARE(schema().quarantined, 1);
        EngineFixture::sqlite(m_file, "DELETE FROM orders WHERE code IS NULL;");
        QVERIFY(m_engine->sync(orders(), true).status == RunStatus::Completed);
        QCOMPARE(schema().quarantined, 0);
        QCOMPARE(m_engine->askFor<QuarantinePage>(LoadQuarantine{orders()})->total, 0);
    }

    // Naive: only the rows come back, and what the sync in between set aside stays in their place.
    void deletedDataComeBackWithTheirQuarantine()
    {
        QVERIFY(m_engine->set(orders(), {s("error_budget=10")}));
        EngineFixture::sqlite(m_file, "INSERT INTO orders VALUES (NULL, '2026-01-02 00:00:01', 'nobody'), (NULL, '2026-01-02 00:00:01', 'nobody');");
        QVERIFY(m_engine->sync(orders()).status == RunStatus::Completed);
        QCOMPARE(schema().quarantined, 2);
        PreviewDestructive look;
        look.action = DestructiveAction::DeleteData;
        look.schemas = {orders()};
        const Result<DestructivePreview> seen = m_engine->askFor<DestructivePreview>(look);
        QVERIFY(seen);
        const Result<BulkResult> deleted
            = m_engine->askFor<BulkResult>(DestroyData{DestructiveAction::DeleteData, {orders()}, {}, {seen->token, seen->subject}});
        QVERIFY(deleted && deleted->ok());
        QCOMPARE(schema().quarantined, 0);
        EngineFixture::sqlite(m_file, "INSERT INTO orders VALUES (NULL, '2026-01-03 00:00:01', 'since');");
        QVERIFY(m_engine->sync(orders()).status == RunStatus::Completed);
        QCOMPARE(schema().quarantined, 3);

        const Result<TrashPage> trash = m_engine->askFor<TrashPage>(LoadTrash{});
        QCOMPARE(trash->items.size(), std::size_t(1));
        const Result<BulkResult> restored = m_engine->askFor<BulkResult>(RestoreTrash{{trash->items.front().id}});
        QVERIFY(restored && restored->ok());
        QCOMPARE(schema().quarantined, 2);
        const Result<QuarantinePage> page = m_engine->askFor<QuarantinePage>(LoadQuarantine{orders()});
        QCOMPARE(page->total, 2);
        for (const QuarantinedRow& row : page->rows)
            QVERIFY(row.row.contains(s("nobody")));
    }
};

QTEST_GUILESS_MAIN(TestEngineQuarantine)
#include "tst_enginequarantine.moc"
