// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sqlite/sqlitelab.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

const TableListing* listed(const std::vector<TableListing>& tables, const QString& name)
{
    for (const TableListing& table : tables)
        if (table.table.name == name)
            return &table;
    return nullptr;
}

const CursorCandidate* candidate(const SyncOptions& options, const QString& field)
{
    for (const CursorCandidate& found : options.incrementalFields)
        if (found.field == field)
            return &found;
    return nullptr;
}

} // namespace

class TestSqliteSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatCanBeRead()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT, updated_at DATETIME);"
                           "INSERT INTO a VALUES (1, 'x', '2024-01-01 10:00:00'), (5, 'y', '2024-01-02 10:00:00');"
                           "CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID;"
                           "CREATE TABLE seq (id INTEGER PRIMARY KEY AUTOINCREMENT);"
                           "CREATE VIEW v AS SELECT name FROM a;"
                           "CREATE VIEW broken AS SELECT * FROM gone;"
                           "CREATE VIRTUAL TABLE ft USING fts5(body);"
                           "INSERT INTO ft VALUES ('hello world');"));
        Result<std::vector<TableListing>> tables = lab.source()->listTables({});
        QVERIFY(tables.has_value());
        QStringList names;
        for (const TableListing& table : *tables)
            names.append(table.table.name);
        QCOMPARE(names, QStringList({s("a"), s("broken"), s("ft"), s("seq"), s("v"), s("w")}));
        const TableListing* a = listed(*tables, s("a"));
        QCOMPARE(toString(a->suggested), toString(SyncType::Incremental));
        QCOMPARE(a->suggestedCursor, s("updated_at"));
        QCOMPARE(a->primaryKey, QStringList{s("id")});
        QCOMPARE(a->estimatedRows, 5);
        QVERIFY(listed(*tables, s("v"))->kind == TableKind::View);
        QVERIFY(!listed(*tables, s("broken"))->readable);
        QVERIFY(!listed(*tables, s("broken"))->reason.isEmpty());
        QCOMPARE(toString(listed(*tables, s("w"))->suggested), toString(SyncType::FullRefresh));
        // A virtual table is read like any other.
        const Result<Rows> rows = tableRows(*lab.source(), s("ft"));
        QVERIFY(rows.has_value());
        QCOMPARE(*rows, Rows{{s("hello world")}});
        const Result<Rows> gone = tableRows(*lab.source(), s("broken"));
        QVERIFY(!gone);
    }

    void describesKeysAndIndexes()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (b TEXT NOT NULL, a INTEGER NOT NULL, c TEXT, d TEXT NOT NULL, e TEXT NOT NULL, g TEXT GENERATED ALWAYS AS (b || d), PRIMARY KEY (a, b));"
                           "CREATE UNIQUE INDEX u1 ON t(d, e); CREATE UNIQUE INDEX u2 ON t(c); CREATE UNIQUE INDEX u3 ON t(e) WHERE e > 'x';"
                           "CREATE INDEX i1 ON t(lower(c)); CREATE INDEX i2 ON t(e) WHERE d = '1'; CREATE UNIQUE INDEX u4 ON t(d, lower(e));"
                           "CREATE TABLE nullkey (k TEXT PRIMARY KEY, v); CREATE TABLE odd (id INTEGER PRIMARY KEY DESC, v);"));
        Result<std::unique_ptr<TableSnapshot>> snapshot = lab.source()->openSnapshot({QString(), s("t")}, {});
        QVERIFY(snapshot.has_value());
        const TableShape& shape = (*snapshot)->shape();
        QCOMPARE(shape.primaryKey, QStringList({s("a"), s("b")}));
        QCOMPARE(shape.uniqueKeys, (std::vector<QStringList>{{s("d"), s("e")}}));
        QCOMPARE(shape.indexedColumns, QStringList({s("a"), s("c"), s("d")}));
        QCOMPARE(shape.columns.size(), std::size_t{6});
        QCOMPARE(shape.column(s("g"))->sourceType, s("TEXT"));
        QCOMPARE(shape.column(s("b"))->attribute, 1);
        QVERIFY(!shape.column(s("a"))->nullable && shape.column(s("c"))->nullable);
        // T049: SQLite lets NULL into such a key.
        snapshot = lab.source()->openSnapshot({QString(), s("nullkey")}, {});
        QVERIFY((*snapshot)->shape().column(s("k"))->nullable);
        snapshot = lab.source()->openSnapshot({QString(), s("odd")}, {});
        QVERIFY((*snapshot)->shape().column(s("id"))->nullable);
    }

    void checksKeys()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, n TEXT UNIQUE, c TEXT COLLATE NOCASE);"
                           "INSERT INTO t VALUES (1, 'x', 1, NULL, 'k'), (2, 'x', 2, NULL, 'K'), (3, 'y', 1, 'q', 'm'), (4, 'x', 1, 'r', 'n');"));
        const std::unique_ptr<Source> source = lab.source();
        const TableName table{QString(), s("t")};
        QVERIFY(source->checkKey(table, {s("id")}, {})->unique);
        const Result<KeyCheck> two = source->checkKey(table, {s("a"), s("b")}, {});
        QVERIFY(!two->unique && !two->hasNulls);
        QCOMPARE(two->examples, QStringList{s("x, 1")});
        QVERIFY(source->checkKey(table, {s("a"), s("id")}, {})->unique);
        const Result<KeyCheck> nulls = source->checkKey(table, {s("n")}, {});
        QVERIFY(nulls->hasNulls && !nulls->unique);
        QVERIFY(source->checkKey(table, {s("c")}, {})->unique);
        QCOMPARE(toString(source->checkKey(table, {s("zz")}, {}).error().code), toString(ErrorCode::ColumnMissing));
        QCOMPARE(toString(source->checkKey(table, {}, {}).error().code), toString(ErrorCode::KeyRequired));
        QCOMPARE(toString(source->checkKey({QString(), s("zz")}, {s("id")}, {}).error().code), toString(ErrorCode::TableMissing));
    }

    void offersCursors()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, created_at DATETIME, updated_at DATETIME, price REAL, modified REAL, day DATE, stamp_at TEXT, note TEXT, seen INTEGER);"
                           "CREATE INDEX t_u ON t(updated_at);"
                           "INSERT INTO t VALUES (1, '2024-01-01 10:00:00', '2024-01-02 10:00:00', 1.5, 2460310.5, '2024-01-01', '2024-01-01T10:00:00Z', 'a', 1),"
                           " (2, '2024-01-01 10:00:00', '2024-01-02 10:00:00.5', 2.5, 2460310.5, '2024-01-02', '2024-01-01T11:00:00Z', 'b', NULL);"));
        const Result<SyncOptions> options = lab.source()->options({QString(), s("t")}, {});
        QVERIFY(options.has_value());
        QVERIFY(options->incrementalAvailable && options->appendAvailable);
        QCOMPARE(toString(options->suggested), toString(SyncType::Incremental));
        QCOMPARE(options->suggestedField, s("updated_at"));
        QCOMPARE(options->incrementalFields.front().field, s("updated_at"));
        QVERIFY(options->incrementalFields.front().recommended && options->incrementalFields.front().indexed);
        QVERIFY(candidate(*options, s("day"))->type == CursorType::Date);
        QVERIFY(candidate(*options, s("id"))->type == CursorType::Integer);
        QVERIFY(candidate(*options, s("stamp_at")) != nullptr);
        QCOMPARE(candidate(*options, s("seen"))->nullShare, 0.5);
        QVERIFY(!candidate(*options, s("price")));       // T017
        QVERIFY(!candidate(*options, s("modified")));
        QVERIFY(!candidate(*options, s("note")));
        QVERIFY2(options->suggestionReason.contains(s("modified")), qPrintable(options->suggestionReason));
    }

    // T33, T013, T026: duplicates, the newest value, the future, whether changes move it.
    void cursorsCarryEvidence()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, created_at DATETIME, updated_at DATETIME);"
                           "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 100)"
                           "INSERT INTO t SELECT n, '2024-01-01 10:00:00', datetime('2024-01-01 10:00:00', '+' || (n / 2) || ' minutes') FROM g;"
                           "UPDATE t SET updated_at = '2099-01-01 00:00:00' WHERE id > 96;"));
        const Result<SyncOptions> options = lab.source()->options({QString(), s("t")}, {});
        QVERIFY(options.has_value());
        const CursorEvidence updated = candidate(*options, s("updated_at"))->evidence;
        QVERIFY(updated.valuesBy == CursorEvidence::Basis::AllRows && updated.endsBy == CursorEvidence::Basis::AllRows);
        QCOMPARE(updated.future, 4);
        QCOMPARE(updated.atGreatest, 4);
        QCOMPARE(updated.greatest, s("2099-01-01 00:00:00"));
        QCOMPARE(updated.duplicateShare, 1.0 - 50.0 / 100.0); // minutes 0 … 48, and the future
        QVERIFY(updated.moves.value_or(false));
        QVERIFY(!candidate(*options, s("created_at"))->evidence.moves);
        const CursorEvidence id = candidate(*options, s("id"))->evidence;
        QCOMPARE(id.duplicateShare, 0.0);
        QCOMPARE(id.atGreatest, 1);
        QCOMPARE(id.future, -1);
        QCOMPARE(id.greatest, s("100"));
        const Result<std::vector<TableListing>> tables = lab.source()->listTables({});
        QVERIFY2(listed(*tables, s("t"))->reason.contains(s("not indexed")), qPrintable(listed(*tables, s("t"))->reason));
    }

    // T013: whole numbers count by the smallest unit in use; those that are no Unix times never lie in the future.
    void namesNumbersFromTheFuture()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, updated_at INTEGER, changed_at INTEGER, modified_on INTEGER, n INTEGER);"
                           "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 100)"
                           "INSERT INTO t SELECT n, unixepoch() - n, 1000 * (unixepoch() - n), 20240101120000 + n, unixepoch() - n FROM g;"));
        const auto futures = [&lab](const char* column) {
            const Result<SyncOptions> options = lab.source()->options({QString(), s("t")}, {});
            return options && candidate(*options, s(column)) ? candidate(*options, s(column))->evidence.future : -99;
        };
        for (const char* column : {"updated_at", "changed_at", "modified_on"})
            QCOMPARE(futures(column), 0);
        QCOMPARE(futures("id"), -1);
        QVERIFY(writer.run("UPDATE t SET updated_at = 1000 * updated_at WHERE id <= 3; UPDATE t SET changed_at = 4000000000000 WHERE id <= 2"));
        QCOMPARE(futures("updated_at"), 3);
        QCOMPARE(futures("changed_at"), 2);
        QCOMPARE(futures("modified_on"), 0);
    }

    // T093: mixed classes and spellings are refused, with counts.
    void refusesMixedCursors()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, updated_at DATETIME, changed_at TEXT, modified INTEGER);"
                           "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 3000)"
                           "INSERT INTO t SELECT n, '2024-01-01 10:00:00', '2024-01-01 10:00:00', n FROM g;"
                           "UPDATE t SET updated_at = 17, changed_at = '2024-01-01T09:00:00', modified = 'later' WHERE id = 2300;"));
        const std::unique_ptr<Source> source = lab.source();
        const Result<SyncOptions> options = source->options({QString(), s("t")}, {});
        QVERIFY(options.has_value());
        QCOMPARE(options->incrementalFields.size(), std::size_t{1});
        QCOMPARE(toString(options->suggested), toString(SyncType::FullRefresh));
        QVERIFY2(options->suggestionReason.contains(s("2999 integer, 1 text")), qPrintable(options->suggestionReason));
        QVERIFY(options->suggestionReason.contains(s("2024-01-01T09:00:00")));
        Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot({QString(), s("t")}, {});
        for (const char* column : {"updated_at", "changed_at", "modified"}) {
            const Result<std::optional<QString>> greatest = (*snapshot)->maxCursor(s(column));
            QVERIFY2(!greatest, column);
            QCOMPARE(toString(greatest.error().code), toString(ErrorCode::CursorUnsuitable));
            QCOMPARE(greatest.error().args.value(s("column")), s(column));
        }
        // With an index only the ends are looked at, and they tell as well.
        snapshot = Result<std::unique_ptr<TableSnapshot>>(std::unique_ptr<TableSnapshot>());
        QVERIFY(writer.run("CREATE INDEX t_u ON t(updated_at); CREATE INDEX t_c ON t(changed_at); CREATE INDEX t_m ON t(modified)"));
        snapshot = source->openSnapshot({QString(), s("t")}, {});
        for (const char* column : {"updated_at", "changed_at", "modified"})
            QCOMPARE(toString((*snapshot)->maxCursor(s(column)).error().code), toString(ErrorCode::CursorUnsuitable));
    }

    // T067: names that break a careless program.
    void readsOddNames()
    {
        Lab lab;
        Writer writer(lab.file());
        const QStringList names{s("select"), s("with space"), s("dot.ted"), s("quo\"te"), s("apo'strophe"), s("new\nline"), s("%d%s"), s("1st"),
            s("😀"), s("[brackets]"), s("back`tick"), s("semi;colon"), s("Ünïcode"), s("--"), s("?1"), s(":p"), s("rowid")};
        for (const QString& name : names) {
            const QByteArray quoted = '"' + QByteArray(name.toUtf8()).replace('"', "\"\"") + '"';
            QVERIFY2(writer.run("CREATE TABLE " + quoted + " (" + quoted + " INTEGER NOT NULL, updated_at DATETIME);"
                         "CREATE UNIQUE INDEX \"i" + QByteArray(name.toUtf8()).replace('"', "\"\"") + "\" ON " + quoted + "(" + quoted + ");"
                         "INSERT INTO " + quoted + " VALUES (1, '2024-01-01'), (2, '2024-01-02');"), qPrintable(writer.lastError()));
        }
        const std::unique_ptr<Source> source = lab.source();
        const Result<std::vector<TableListing>> tables = source->listTables({});
        QVERIFY(tables.has_value());
        QCOMPARE(tables->size(), std::size_t(names.size()));
        for (const QString& name : names) {
            const TableName table{QString(), name};
            const Result<Rows> rows = tableRows(*source, name);
            QVERIFY2(rows.has_value() && rows->size() == 2, qPrintable(name));
            QCOMPARE((*rows)[1][0], s("2"));
            const Result<SyncOptions> options = source->options(table, {});
            QVERIFY(options.has_value() && candidate(*options, name));
            QVERIFY(source->checkKey(table, {name}, {})->unique);
            Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot(table, {});
            QCOMPARE(**(*snapshot)->maxCursor(name), s("2"));
        }
    }

    void listsHundredsOfTablesFast()
    {
        Lab lab;
        Writer writer(lab.file());
        QByteArray sql = "BEGIN;";
        for (int i = 0; i < 800; ++i) {
            const QByteArray n = QByteArray::number(i);
            sql += "CREATE TABLE t" + n + " (id INTEGER PRIMARY KEY, a TEXT, b REAL, c BLOB, updated_at DATETIME);"
                   "CREATE INDEX i" + n + " ON t" + n + "(updated_at); INSERT INTO t" + n + " VALUES (1, 'a', 1, NULL, '2024-01-01');";
        }
        QVERIFY(writer.run(sql + "COMMIT"));
        QElapsedTimer timer;
        timer.start();
        const Result<std::vector<TableListing>> tables = lab.source()->listTables({});
        QVERIFY(tables.has_value());
        QCOMPARE(tables->size(), std::size_t{800});
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void reportsWhatIsWrong()
    {
        Lab lab;
        const auto failure = [&](const char* name) {
            const std::unique_ptr<Source> source = lab.source({}, s(name));
            const Result<CheckReport> report = source->check({}, {});
            const Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot({QString(), s("t")}, {});
            const bool same = report && !report->ok() && !snapshot && report->steps[0].error->code == snapshot.error().code
                && snapshot.error().args.value(s("path")) == lab.file(s(name)) && report->steps[1].state == CheckStep::State::Skipped;
            return same ? snapshot.error().code : ErrorCode::Internal;
        };
        QCOMPARE(toString(failure("missing.db")), toString(ErrorCode::FileMissing));
        QFile text(lab.file(s("text.db")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray("just some words\n").repeated(400));
        text.close();
        QCOMPARE(toString(failure("text.db")), toString(ErrorCode::FileNotDatabase));
        QVERIFY(QDir(lab.dir()).mkdir(s("folder.db")));
        QCOMPARE(toString(failure("folder.db")), toString(ErrorCode::FileNotDatabase));
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE a (x)"));
        QCOMPARE(toString(lab.source()->openSnapshot({QString(), s("t")}, {}).error().code), toString(ErrorCode::TableMissing));
        QCOMPARE(toString(lab.source()->options({QString(), s("t")}, {}).error().code), toString(ErrorCode::TableMissing));
    }

    void saysWhenAFileIsCutShort()
    {
        Lab lab;
        {
            Writer writer(lab.file());
            QVERIFY(writer.run("CREATE TABLE t (x); WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 20000)"
                               "INSERT INTO t SELECT 'some text ' || n FROM g"));
        }
        QFile file(lab.file());
        QVERIFY(file.resize(file.size() / 2));
        const Result<CheckReport> report = lab.source()->check({}, {});
        QVERIFY(report.has_value() && !report->ok());
        QCOMPARE(toString(report->steps[0].error->code), toString(ErrorCode::FileNotDatabase));
        QVERIFY(!tableRows(*lab.source(), s("t")));
    }

    void reportsPermissions()
    {
#ifdef Q_OS_LINUX
        Lab lab;
        {
            Writer writer(lab.file());
            QVERIFY(writer.run("CREATE TABLE t (x)"));
        }
        QVERIFY(::chmod(lab.file().toUtf8().constData(), 0) == 0 && ::chmod(lab.dir().toUtf8().constData(), 0755) == 0);
        // root reads everything: step down for the moment.
        const bool root = ::geteuid() == 0;
        if (root)
            QVERIFY(::setresuid(65534, 65534, 0) == 0);
        const Result<CheckReport> report = lab.source()->check({}, {});
        if (root)
            QVERIFY(::setresuid(0, 0, 0) == 0);
        QVERIFY(report.has_value() && !report->ok());
        QCOMPARE(toString(report->steps[0].error->code), toString(ErrorCode::PermissionDenied));
        QCOMPARE(report->steps[0].error->args.value(s("path")), lab.file());
#else
        QSKIP("POSIX permissions");
#endif
    }

    void checksStepByStep()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE a (x); CREATE TABLE b (x); CREATE VIEW broken AS SELECT * FROM gone"));
        std::vector<CheckReport> seen;
        const Result<CheckReport> report = lab.source()->check([&](const CheckReport& now) { seen.push_back(now); }, {});
        QVERIFY(report.has_value() && report->ok());
        QCOMPARE(seen.size(), std::size_t{4});
        QVERIFY(seen[0].steps[0].state == CheckStep::State::Running && seen[0].steps[1].state == CheckStep::State::Waiting);
        QVERIFY(report->steps[0].kind == CheckStep::Kind::File && report->steps[0].state == CheckStep::State::Ok);
        QVERIFY(report->steps[1].kind == CheckStep::Kind::Permissions && report->steps[1].state == CheckStep::State::Warning);
        QVERIFY2(report->steps[1].note.contains(s("2")) && report->steps[1].note.contains(s("broken")), qPrintable(report->steps[1].note));
        QVERIFY(report->serverVersion.startsWith(s("SQLite 3")));
        CancelSource cancel;
        cancel.cancel();
        QCOMPARE(toString(lab.source()->check({}, cancel.token()).error().code), toString(ErrorCode::Cancelled));
    }

    // A view may call functions: none that reaches outside of the file.
    void isHardened()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE VIEW evil AS SELECT load_extension('/tmp/x.so') AS x; CREATE TABLE t (x)"));
        const std::unique_ptr<Source> source = lab.source();
        QVERIFY(!tableRows(*source, s("evil")));
        QVERIFY(tableRows(*source, s("t")).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSqliteSource)
#include "tst_sqlitesource.moc"
