// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/failpoint.h"
#include "tests/support/enginefixture.h"

#include <QTest>

using namespace leat;
using leat::test::EngineFixture;

/// Every row that is read must be accounted for (T221).
class TestEngineCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowDroppedInTheWriterFailsTheRun_T221_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::newRow("full refresh") << QStringLiteral("sync_type=full_refresh");
        QTest::newRow("incremental") << QStringLiteral("sync_type=incremental incremental_field=updated_at primary_key_columns=id");
        QTest::newRow("append") << QStringLiteral("sync_type=append incremental_field=updated_at");
    }
    // Naive: the number that was written is taken for the number that was read.
    void aRowDroppedInTheWriterFailsTheRun_T221()
    {
        QFETCH(QString, settings);
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE orders(id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL);"
            "INSERT INTO orders VALUES (1, '2026-01-01 00:00:01'), (2, '2026-01-01 00:00:02');");
        QVERIFY(engine.addSqlite(QStringLiteral("acme"), file).isValid());
        const SchemaId orders = engine.id(QStringLiteral("acme"), QStringLiteral("orders"));
        QVERIFY(engine.set(orders, settings.split(QLatin1Char(' '))));
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        EngineFixture::sqlite(file, "INSERT INTO orders VALUES (3, '2026-01-01 00:00:03'), (4, '2026-01-01 00:00:04');");
        QVERIFY(failpoint::arm(QStringLiteral("writer.drop-row=fail")));
        const RunInfo run = engine.sync(orders);
        QVERIFY(failpoint::arm({}));
        QVERIFY(run.status == RunStatus::Failed);
        QVERIFY(run.error->code == ErrorCode::CountMismatch);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("2"));
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("4"));
    }
};

QTEST_GUILESS_MAIN(TestEngineCounts)
#include "tst_enginecounts.moc"
