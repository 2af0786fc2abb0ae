// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/failpoint.h"
#include "tests/support/enginefixture.h"

#include <QFile>
#include <QTest>

using namespace leat;
using leat::test::EngineFixture;

namespace {

/// One table, synced; and a place in the engine that can be held.
struct Bench
{
    Bench() : file(engine.dir() + QStringLiteral("/a.sqlite")), go(engine.dir() + QStringLiteral("/go"))
    {
        EngineFixture::sqlite(file, "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'b');");
        engine.addSqlite(QStringLiteral("lab"), file);
        table = engine.id(QStringLiteral("lab"), QStringLiteral("t"));
        if (!engine.set(table, {QStringLiteral("sync_type=full_refresh")}) || engine.sync(table).status != RunStatus::Completed)
            qFatal("the table cannot be synced");
    }
    ~Bench() { failpoint::arm({}); }
    /// From here on, whoever passes the point waits for letGo().
    void hold(const char* point)
    {
        QFile::remove(go);
        if (!failpoint::arm(QLatin1String(point) + QStringLiteral("=pause:") + go))
            qFatal("%s", point);
    }
    bool isHeld() const { return QFile::exists(go + QStringLiteral(".reached")); }
    void letGo()
    {
        QFile mark(go);
        if (mark.open(QIODevice::WriteOnly))
            mark.close();
    }
    QFuture<ReplyPtr> deleteData()
    {
        PreviewDestructive ask;
        ask.action = DestructiveAction::DeleteData;
        ask.schemas = {table};
        const Result<DestructivePreview> seen = engine.askFor<DestructivePreview>(ask);
        if (!seen)
            qFatal("no preview");
        return engine.control().send(DestroyData{DestructiveAction::DeleteData, {table}, {}, {seen->token, seen->subject}});
    }
    QString rows() { return engine.scalar(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE table_name = 't'")); }

    EngineFixture engine;
    QString file;
    QString go;
    SchemaId table;
};

} // namespace

/// Two doors at once, held at the worst moment.
class TestEngineRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRunStartsWhileRowsAreOnTheirWayToTheTrash_T147()
    {
        Bench bench;
        bench.hold("destroy.confirmed");
        const QFuture<ReplyPtr> deleted = bench.deleteData();
        QTRY_VERIFY(bench.isHeld());
        const Result<SyncAccepted> sync = bench.engine.askFor<SyncAccepted>(SyncSchemas{{bench.table}, Trigger::Schedule});
        QVERIFY(!sync);
        QVERIFY(sync.error().code == ErrorCode::Busy);
        bench.letGo();
        QTRY_VERIFY(deleted.isFinished());
        QVERIFY(deleted.result()->has_value());
        QCOMPARE(bench.rows(), QStringLiteral("0"));
        QVERIFY(bench.engine.sync(bench.table).status == RunStatus::Completed);
        QCOMPARE(bench.rows(), QStringLiteral("1"));
    }

    void theSameDeletionTwiceIsOne_T143()
    {
        Bench bench;
        bench.hold("destroy.confirmed");
        PreviewDestructive ask;
        ask.action = DestructiveAction::DeleteData;
        ask.schemas = {bench.table};
        const QFuture<ReplyPtr> first = bench.deleteData();
        QTRY_VERIFY(bench.isHeld());
        const Result<DestructivePreview> second = bench.engine.askFor<DestructivePreview>(ask);
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::Busy);
        bench.letGo();
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(bench.engine.askFor<TrashPage>(LoadTrash{})->items.size(), 1u);
    }

    void nothingComesBackIntoATableThatIsBeingLoaded_T147()
    {
        Bench bench;
        const QFuture<ReplyPtr> deleted = bench.deleteData();
        QTRY_VERIFY(deleted.isFinished());
        QTRY_COMPARE(bench.engine.askFor<TrashPage>(LoadTrash{})->items.size(), 1u);
        const qint64 item = bench.engine.askFor<TrashPage>(LoadTrash{})->items.front().id;
        bench.hold("sync.planned");
        const Result<SyncAccepted> sync = bench.engine.askFor<SyncAccepted>(SyncSchemas{{bench.table}, Trigger::Manual});
        QVERIFY(sync);
        QTRY_VERIFY(bench.isHeld());
        const Result<BulkResult> early = bench.engine.askFor<BulkResult>(RestoreTrash{{item}});
        QVERIFY(early && !early->ok());
        QVERIFY(early->items.front().error->code == ErrorCode::Busy);
        bench.letGo();
        QVERIFY(bench.engine.waitForRun(sync->runs.front())->status == RunStatus::Completed);
        QVERIFY(bench.engine.askFor<BulkResult>(RestoreTrash{{item}})->ok());
        QVERIFY(bench.engine.verify(bench.table)->equal());
    }
};

QTEST_GUILESS_MAIN(TestEngineRaces)
#include "tst_engineraces.moc"
