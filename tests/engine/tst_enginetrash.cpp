// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/errortext.h"
#include "tests/support/enginefixture.h"
#include "tests/support/text.h"

#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

const QString kLab = QStringLiteral("lab");

} // namespace

/// What is taken away is what was named, and the trash brings it back as it was. SQLite, a real warehouse.
class TestEngineTrash : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EngineFixture> m_engine;
    QString m_file;
    SourceId m_source;

    void sql(const char* text) { EngineFixture::sqlite(m_file, text); }
    SchemaId id(const char* label) const { return m_engine->id(kLab, s(label)); }
    QString scalar(const char* text) { return m_engine->scalar(s(text)); }
    QString tables() { return scalar("SELECT coalesce(string_agg(table_name, ' ' ORDER BY table_name), '') FROM duckdb_tables() "
                                     "WHERE schema_name = 'lab' AND NOT starts_with(table_name, '_leat')"); }
    void add() { m_source = m_engine->addSqlite(kLab, m_file); QVERIFY(m_source.isValid()); }
    void addAndSync()
    {
        add();
        std::vector<SchemaId> ids;
        for (const SchemaInfo& schema : m_engine->world()->schemas)
            ids.push_back(schema.id);
        for (const RunInfo& run : m_engine->sync(ids))
            QVERIFY2(run.status == RunStatus::Completed, run.error ? qPrintable(run.error->detail) : "");
    }
    std::vector<TrashItem> trash() { return m_engine->askFor<TrashPage>(LoadTrash{}).value().items; }
    Result<DestructivePreview> preview(DestructiveAction action, const std::vector<SchemaId>& ids = {}, bool deleteData = true)
    {
        PreviewDestructive command;
        command.action = action;
        command.schemas = ids;
        command.source = m_source;
        command.deleteData = deleteData;
        return m_engine->askFor<DestructivePreview>(command);
    }
    void remove(bool deleteData)
    {
        const Result<DestructivePreview> seen = preview(DestructiveAction::RemoveSource, {}, deleteData);
        QVERIFY(seen);
        const Result<Reply> removed = m_engine->ask(RemoveSource{m_source, deleteData, {seen->token, seen->subject}});
        QVERIFY2(removed, removed ? "" : qPrintable(describe(removed.error()).sentence + removed.error().detail));
    }
    void deleteData(SchemaId table)
    {
        const Result<DestructivePreview> seen = preview(DestructiveAction::DeleteData, {table});
        QVERIFY(seen);
        const Result<BulkResult> done = m_engine->askFor<BulkResult>(DestroyData{DestructiveAction::DeleteData, {table}, {}, {seen->token, seen->subject}});
        QVERIFY(done && done->ok());
    }
    QString restored(const std::vector<qint64>& ids)
    {
        const Result<BulkResult> result = m_engine->askFor<BulkResult>(RestoreTrash{ids});
        if (!result)
            return toString(result.error().code);
        for (const ItemOutcome& item : result->items)
            if (item.error)
                return toString(item.error->code) + s(": ") + describe(*item.error).sentence;
        return {};
    }
    std::vector<qint64> everything()
    {
        std::vector<qint64> ids;
        for (const TrashItem& item : trash())
            ids.push_back(item.id);
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<EngineFixture>();
        m_file = m_engine->dir() + s("/lab.sqlite");
        sql("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c');"
            "CREATE TABLE u(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO u VALUES (1, 'x');");
    }

    // Naive: the source's whole schema is dropped, with tables that neither the preview nor the trash names.
    void tablesThatWereNotNamedStay()
    {
        addAndSync();
        remove(false);
        QCOMPARE(tables(), s("t u"));
        m_file = m_engine->dir() + s("/other.sqlite");
        sql("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (9, 'z');");
        addAndSync();
        const Result<DestructivePreview> seen = preview(DestructiveAction::RemoveSource);
        QVERIFY(seen);
        QCOMPARE(seen->items.size(), std::size_t(1));
        QCOMPARE(seen->items.front().name, s("lab.t"));
        remove(true);
        QCOMPARE(trash().size(), std::size_t(1));
        QCOMPARE(scalar("SELECT v FROM lab.u"), s("x"));
        const Result<DoctorReport> report = m_engine->askFor<DoctorReport>(RunDoctor{});
        QVERIFY(report);
        const auto unknown = std::find_if(report->findings.begin(), report->findings.end(), [](const DoctorFinding& f) { return f.id == s("unknown-tables"); });
        QVERIFY(unknown != report->findings.end());
        QCOMPARE(unknown->items, QStringList{s("lab.u, rows: 1")});
        QCOMPARE(restored(everything()), QString());
        QCOMPARE(scalar("SELECT v FROM lab.t"), s("z"));
    }

    void anEmptySchemaGoesWithItsSource()
    {
        add();
        QVERIFY(m_engine->sync(id("t")).status == RunStatus::Completed);
        remove(true);
        const Result<DestructivePreview> seen = m_engine->askFor<DestructivePreview>(PreviewDestructive{DestructiveAction::PurgeTrash, {}, {}, false, {}});
        QVERIFY(seen && m_engine->ask(DestroyData{DestructiveAction::PurgeTrash, {}, {}, {seen->token, seen->subject}}));
        add();
        remove(true);
        QCOMPARE(scalar("SELECT count(*) FROM duckdb_schemas() WHERE schema_name = 'lab'"), s("0"));
    }

    // Naive: the newest item of the whole trash has room, and the tables put there before it have none.
    void theNewestOfEachTableHasRoom()
    {
        addAndSync();
        QVERIFY(m_engine->ask(SetTrashLimits{{7, 0}}));
        deleteData(id("t"));
        deleteData(id("u"));
        QCOMPARE(trash().size(), std::size_t(2));
        m_engine->reopen();
        QCOMPARE(trash().size(), std::size_t(2));
        // An older one of the same table goes where nothing but the newest has room.
        QVERIFY(m_engine->sync(id("t")).status == RunStatus::Completed);
        sql("INSERT INTO t SELECT id + 100, hex(randomblob(500)) FROM (WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 5000) SELECT id FROM n)");
        QVERIFY(m_engine->sync(id("t")).status == RunStatus::Completed);
        m_engine->reopen();
        deleteData(id("t"));
        QVERIFY(m_engine->sync(id("t")).status == RunStatus::Completed);
        m_engine->reopen();
        deleteData(id("t"));
        QCOMPARE(trash().size(), std::size_t(2));
        QCOMPARE(restored(everything()), QString());
        QCOMPARE(tables(), s("t u"));
    }

    // Naive: a name that DuckDB's own function cannot take apart has no size, and that stops everything.
    void aQuoteInANameStopsNothing_T067()
    {
        sql("CREATE TABLE \"order\"\"quote\"(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO \"order\"\"quote\" VALUES (1, 'q');");
        addAndSync();
        const SchemaId quoted = id("order\"quote");
        QVERIFY(quoted.isValid());
        const Result<DestructivePreview> seen = preview(DestructiveAction::DeleteData, {quoted});
        QVERIFY2(seen, seen ? "" : qPrintable(describe(seen.error()).sentence + seen.error().detail));
        QCOMPARE(seen->rows, 1);
        deleteData(quoted);
        QCOMPARE(tables(), s("t u"));
        QCOMPARE(restored(everything()), QString());
        QCOMPARE(scalar("SELECT v FROM lab.\"order\"\"quote\""), s("q"));
        QVERIFY(m_engine->sync(quoted).status == RunStatus::Completed);
        // What is there now makes room for what was there.
        deleteData(quoted);
        QVERIFY(m_engine->sync(quoted).status == RunStatus::Completed);
        QCOMPARE(restored(everything()), QString());
        QCOMPARE(trash().size(), std::size_t(1));
        remove(false);
        addAndSync();
        remove(true);
        QCOMPARE(tables(), QString());
        QCOMPARE(trash().size(), std::size_t(4));
    }
};

QTEST_GUILESS_MAIN(TestEngineTrash)
#include "tst_enginetrash.moc"
