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
