// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/failpoint.h"
#include "tests/warehouse/warehousefixture.h"

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};
const QStringList kId{QStringLiteral("id")};
const QString kRows = QStringLiteral("SELECT * FROM shop.orders ORDER BY ALL");
const QString kWhere = QStringLiteral("SELECT * EXCLUDE (table_name) FROM _leat.quarantine WHERE schema_name = 'shop' AND table_name = 'orders' ORDER BY id");
const QString kKept = QStringLiteral("SELECT reason, column_name, row_json FROM _leat.quarantine ORDER BY row_json");

/// One upsert as a run does it. `readMore`: rows that the readers say they delivered besides.
Result<CommitOutcome> upsert(WarehouseFixture& warehouse, FakeTable& read, LoadSpec spec, const std::vector<ColumnMark>& marks, qint64 run, qint64 readMore = 0)
{
    spec.mode = LoadMode::Upsert;
    spec.target = kTable;
    spec.columns = sameColumns<LoadColumn>(read);
    spec.keyColumns = kId;
    Result<std::unique_ptr<LoadSession>> session = warehouse->begin(spec);
    if (!session)
        return session.error();
    const Result<qint64> rows = (*session)->load(read, {});
    if (!rows)
        return rows.error();
    CommitRecord record = WarehouseFixture::record(read.counters().rows.load() + readMore, run);
    record.cursor.keyColumns = kId;
    record.cursor.columns = marks;
    return (*session)->commit(record, {});
}

/// A load with a budget.
Result<CommitOutcome> load(WarehouseFixture& warehouse, FakeTable& read, ErrorBudget budget, qint64 run, qint64 readMore = 0)
{
    LoadSpec spec;
    spec.budget = budget;
    return upsert(warehouse, read, std::move(spec),
        {{QStringLiteral("id"), {}, {}, {}, {Kind::Int64}, 0}, {QStringLiteral("v"), {}, {}, {}, {Kind::Text}, 0}}, run, readMore);
}

FakeTable badTable()
{
    return FakeTable({column("id", Kind::Int64), column("v", Kind::Text)},
        {{FakeCell(qint64{1}), FakeCell(QByteArray("a"))}, {FakeCell(), FakeCell(QByteArray("nobody"))}, {FakeCell(qint64{2}), FakeCell(QByteArray("b"))},
            {FakeCell(qint64{3}), FakeCell(QByteArray("first"))}, {FakeCell(qint64{3}), FakeCell(QByteArray("second"))}});
}

/// A load without a bad row, after renames at the source.
Result<CommitOutcome> loadRenamed(WarehouseFixture& warehouse, FakeTable& read, const std::vector<ColumnRename>& renames,
                                  const std::vector<ColumnMark>& marks, qint64 run)
{
    LoadSpec spec;
    spec.renames = renames;
    return upsert(warehouse, read, std::move(spec), marks, run);
}

ColumnMark mark(const char* name, Kind kind, const QStringList& former = {})
{
    return {QString::fromLatin1(name), {}, former, {}, {kind}, 0};
}

/// The first of the kept rows with a text in it; 0: none.
qint64 idOf(WarehouseFixture& warehouse, const char* text)
{
    const Result<QuarantinePage> page = warehouse->quarantine(kTable, -1);
    for (const QuarantinedRow& row : page ? page->rows : std::vector<QuarantinedRow>())
        if (row.row.contains(QLatin1String(text)))
            return row.id;
    return 0;
}

} // namespace

/// Rows that cannot be stored: kept with their reason, counted, stored again.
class TestDuckQuarantine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutABudgetTheFirstBadRowStops()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_ERROR(load(warehouse, bad, {}, 1), ErrorCode::KeyHasNulls);
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 0);
    }

    void badRowsAreKeptWithTheirReasonAndTheOthersStored()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        const Result<CommitOutcome> outcome = load(warehouse, bad, {3, 0}, 7);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->rowsInserted, 2);
        QCOMPARE(outcome->rowsQuarantined, 3);
        QCOMPARE(outcome->quarantined, 3);
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|b"));
        QCOMPARE(warehouse.text(kKept), QStringLiteral("key-repeated|id|{\"id\":\"3\",\"v\":\"first\"};"
            "key-repeated|id|{\"id\":\"3\",\"v\":\"second\"};key-null|id|{\"id\":null,\"v\":\"nobody\"}"));
        QCOMPARE(warehouse->quarantine(kTable, 2)->rows.size(), std::size_t(2));
        QCOMPARE(warehouse->quarantine(kTable, 2)->total, 3);
        QCOMPARE(warehouse->quarantine(kTable, 2)->rows.front().run.value, 7);
        warehouse.reopen();
        QCOMPARE(warehouse->quarantineCounts()->front().second, 3);
    }

    void idsOfNoRowAreNotFound()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 7));
        const qint64 first = idOf(warehouse, "first");
        const Result<QuarantineReport> dropped = warehouse->dropQuarantine(kTable, {first, 9999});
        VERIFY_ERROR(dropped, ErrorCode::NotFound);
        QCOMPARE(dropped.error().args.value(QStringLiteral("name")), QStringLiteral("9999"));
        VERIFY_ERROR(warehouse->replayQuarantine(kTable, {9999}), ErrorCode::NotFound);
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 3); // nothing of it was done
        QCOMPARE(warehouse->dropQuarantine(kTable, {first, first})->left, 2);
    }

    void moreThanTheBudgetChangesNothing_data()
    {
        QTest::addColumn<QString>("budget");
        QTest::addColumn<bool>("enough");
        for (const auto& [text, enough] : {std::pair("2", false), std::pair("3", true), std::pair("59%", false), std::pair("60%", true)})
            QTest::newRow(text) << QString::fromLatin1(text) << enough;
    }
    void moreThanTheBudgetChangesNothing()
    {
        QFETCH(QString, budget);
        QFETCH(bool, enough);
        WarehouseFixture warehouse;
        FakeTable first = idTable({{1, "old"}});
        VERIFY_OK(load(warehouse, first, {}, 1));
        FakeTable bad = badTable();
        const Result<CommitOutcome> outcome = load(warehouse, bad, *errorBudgetFromString(budget), 2);
        QCOMPARE(bool(outcome), enough);
        if (enough)
            return;
        QVERIFY(outcome.error().code == ErrorCode::QuarantineFull);
        QCOMPARE(outcome.error().args.value(QStringLiteral("count")), QStringLiteral("3"));
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|old"));
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 0);
    }

    void theSameRowReadAgainIsKeptOnce()
    {
        WarehouseFixture warehouse;
        FakeTable first = idTable({{1, "a"}});
        VERIFY_OK(load(warehouse, first, {}, 1));
        for (qint64 run = 2; run < 5; ++run) {
            FakeTable bad = badTable();
            VERIFY_OK(load(warehouse, bad, {3, 0}, run));
        }
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 3);
    }

    // Naive: DuckDB's rowid tells the rows; a column of that name hides it, and good rows go with the bad ones.
    void aColumnCalledRowidIsAColumnLikeAny()
    {
        const std::vector<ReadColumn> columns{column("rowid", Kind::Int64), column("id", Kind::Int64), column("v", Kind::Text)};
        const auto row = [](qint64 id, const char* v) { return FakeRow{FakeCell(qint64{1}), FakeCell(id), FakeCell(QByteArray(v))}; };
        WarehouseFixture warehouse;
        FakeTable first(columns, {row(5, "a"), row(6, "b"), row(7, "c"), row(7, "d")});
        const Result<CommitOutcome> copied = load(warehouse, first, {100, 0}, 1);
        VERIFY_OK(copied);
        QCOMPARE(copied->rowsInserted, 2);
        QCOMPARE(copied->rowsQuarantined, 2);
        QCOMPARE(copied->quarantined, 2);
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|5|a;1|6|b"));
        FakeTable second(columns, {row(6, "new"), row(8, "e"), row(9, "f"), row(9, "g"), {FakeCell(qint64{1}), FakeCell(), FakeCell(QByteArray("h"))}});
        const Result<CommitOutcome> merged = load(warehouse, second, {100, 0}, 2);
        VERIFY_OK(merged);
        QCOMPARE(merged->rowsQuarantined, 3);
        QCOMPARE(merged->quarantined, 5);
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|5|a;1|6|new;1|8|e"));
    }

    // Naive: of rows that are equal one is kept, and the counts do not tell where the others are.
    void everyRowSetAsideIsKept()
    {
        const FakeRow nobody{FakeCell(), FakeCell(QByteArray("nobody"))};
        const FakeRow twin{FakeCell(qint64{3}), FakeCell(QByteArray("twin"))};
        WarehouseFixture warehouse;
        FakeTable first = idTable({{1, "a"}});
        VERIFY_OK(load(warehouse, first, {}, 1));
        for (qint64 run = 2; run < 4; ++run) {
            FakeTable bad({column("id", Kind::Int64), column("v", Kind::Text)}, {nobody, nobody, twin, twin});
            const Result<CommitOutcome> outcome = load(warehouse, bad, {4, 0}, run);
            VERIFY_OK(outcome);
            QCOMPARE(outcome->rowsQuarantined, 4);
            QCOMPARE(outcome->quarantined, 4);                               // read again they are kept once
            QCOMPARE(warehouse->quarantine(kTable, -1)->total, 4);
        }
        const Result<QuarantineReport> report = warehouse->replayQuarantine(kTable, {});
        VERIFY_OK(report);
        QCOMPARE(report->stored, 1);                                        // twins do not contradict each other
        QCOMPARE(report->kept, 3);
        QCOMPARE(report->left, 3);
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;3|twin"));
    }

    void aNewCopyForgetsWhatTheOldOneKept()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        FakeTable good = idTable({{1, "a"}});
        VERIFY_OK(warehouse.swap(kTable, good, 2));
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 0);
    }

    // Naive: storing again what was set aside long ago overwrites what came since.
    void replayStoresWhatFitsAndNeverReplacesWhatCameLater()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        QCOMPARE(warehouse->replayQuarantine(kTable, {})->stored, 0);      // one key is NULL, the other repeated
        QCOMPARE(warehouse->dropQuarantine(kTable, {idOf(warehouse, "first")})->left, 2);
        const Result<QuarantineReport> stored = warehouse->replayQuarantine(kTable, {});
        VERIFY_OK(stored);
        QCOMPARE(stored->stored, 1);
        QCOMPARE(stored->left, 1);
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|b;3|second"));
        QCOMPARE((*warehouse->state(kTable))->tableRows, 3);

        FakeTable twice = FakeTable({column("id", Kind::Int64), column("v", Kind::Text)},
            {{FakeCell(qint64{4}), FakeCell(QByteArray("one"))}, {FakeCell(qint64{4}), FakeCell(QByteArray("other"))}});
        VERIFY_OK(load(warehouse, twice, {5, 0}, 2));
        FakeTable later = idTable({{4, "right"}});
        VERIFY_OK(load(warehouse, later, {5, 0}, 3));
        const qint64 other = warehouse->quarantine(kTable, -1)->rows.front().id;
        QCOMPARE(warehouse->replayQuarantine(kTable, {other})->stored, 0);
        QCOMPARE(warehouse.text(QStringLiteral("SELECT v FROM shop.orders WHERE id = 4")), QStringLiteral("right"));
    }

    // Naive: a value goes by the name that its column has now, so it is NULL after a rename (T062).
    void aRenamedColumnGetsItsValue_T062()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        FakeTable later({column("id", Kind::Int64), column("v2", Kind::Text)}, {{FakeCell(qint64{9}), FakeCell(QByteArray("z"))}});
        VERIFY_OK(loadRenamed(warehouse, later, {{QStringLiteral("v"), QStringLiteral("v2")}},
            {mark("id", Kind::Int64), mark("v2", Kind::Text, {QStringLiteral("v")})}, 2));
        FakeTable last({column("id", Kind::Int64), column("v3", Kind::Text)}, {{FakeCell(qint64{10}), FakeCell(QByteArray("y"))}});
        VERIFY_OK(loadRenamed(warehouse, last, {{QStringLiteral("v2"), QStringLiteral("v3")}},
            {mark("id", Kind::Int64), mark("v3", Kind::Text, {QStringLiteral("v"), QStringLiteral("v2")})}, 3));
        QCOMPARE(warehouse->dropQuarantine(kTable, {idOf(warehouse, "second")})->left, 2);
        QCOMPARE(warehouse->replayQuarantine(kTable, {})->stored, 1);
        QCOMPARE(warehouse.text(QStringLiteral("SELECT id, v3 FROM shop.orders WHERE id = 3")), QStringLiteral("3|first"));
    }

    void aValueWithoutAColumnKeepsItsRowInQuarantine()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        FakeTable empty({column("id", Kind::Int64), column("v", Kind::Text)}, {{FakeCell(qint64{4}), FakeCell()}, {FakeCell(qint64{4}), FakeCell()}});
        VERIFY_OK(load(warehouse, empty, {3, 0}, 2));
        // Nothing tells that "v3" was "v".
        FakeTable later({column("id", Kind::Int64), column("v3", Kind::Text)}, {{FakeCell(qint64{9}), FakeCell(QByteArray("z"))}});
        VERIFY_OK(loadRenamed(warehouse, later, {{QStringLiteral("v"), QStringLiteral("v3")}}, {mark("id", Kind::Int64), mark("v3", Kind::Text)}, 3));
        const qint64 first = idOf(warehouse, "first");
        const Result<QuarantineReport> report = warehouse->replayQuarantine(kTable, {first});
        VERIFY_OK(report);
        QCOMPARE(report->stored, 0);
        QCOMPARE(report->kept, 1);
        QCOMPARE(report->left, 5);
        const Result<QuarantinePage> page = warehouse->quarantine(kTable, -1);
        for (const QuarantinedRow& row : page ? page->rows : std::vector<QuarantinedRow>()) {
            QCOMPARE(row.reason == QLatin1String("column-gone"), row.id == first);
            if (row.id == first)
                QCOMPARE(row.column, QStringLiteral("v"));
        }
        // A row without a value there loses nothing.
        QCOMPARE(warehouse->replayQuarantine(kTable, {})->stored, 1);
        QCOMPARE(warehouse.text(QStringLiteral("SELECT id, v3 FROM shop.orders ORDER BY id")), QStringLiteral("1|a;2|b;4|NULL;9|z"));
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 4);
    }

    // "v" became "v2", then "w" became "v": the kept "v" is none of the "v" of now.
    void aNameThatMeansAnotherColumnByNowIsNotTaken()
    {
        WarehouseFixture warehouse;
        FakeTable bad({column("id", Kind::Int64), column("v", Kind::Text), column("w", Kind::Text)},
            {{FakeCell(qint64{1}), FakeCell(QByteArray("a")), FakeCell(QByteArray("b"))}, {FakeCell(qint64{3}), FakeCell(QByteArray("first")), FakeCell()},
                {FakeCell(qint64{3}), FakeCell(QByteArray("second")), FakeCell()}});
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        FakeTable later({column("id", Kind::Int64), column("v2", Kind::Text), column("v", Kind::Text)},
            {{FakeCell(qint64{9}), FakeCell(QByteArray("y")), FakeCell(QByteArray("z"))}});
        VERIFY_OK(loadRenamed(warehouse, later, {{QStringLiteral("v"), QStringLiteral("v2")}, {QStringLiteral("w"), QStringLiteral("v")}},
            {mark("id", Kind::Int64), mark("v2", Kind::Text, {QStringLiteral("v")}), mark("v", Kind::Text, {QStringLiteral("w")})}, 2));
        QCOMPARE(warehouse->replayQuarantine(kTable, {idOf(warehouse, "first")})->stored, 0);
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 2);
        QCOMPARE(warehouse.text(QStringLiteral("SELECT id, v2, v FROM shop.orders ORDER BY id")), QStringLiteral("1|a|b;9|y|z"));
    }

    // Naive: what is in quarantine stays behind when its table goes to the trash, and the next copy forgets it.
    void theTrashTakesTheQuarantineAlong()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        const QString before = warehouse.text(kWhere);
        const Result<qint64> old = warehouse->trash(kTable, {});
        VERIFY_OK(old);
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 0);
        QVERIFY(warehouse->quarantineCounts()->empty());
        FakeTable other({column("id", Kind::Int64), column("v", Kind::Text)}, {{FakeCell(qint64{5}), FakeCell(QByteArray("x"))}, {FakeCell(), FakeCell(QByteArray("since"))}});
        VERIFY_OK(load(warehouse, other, {3, 0}, 2));
        const QString since = warehouse.text(kWhere);
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 1);
        warehouse.reopen();
        VERIFY_OK(warehouse->restore(*old, {}));
        QCOMPARE(warehouse.text(kWhere), before);
        QCOMPARE(warehouse->quarantineCounts()->front().second, 3);
        // What came since went to the trash in turn, with its own.
        VERIFY_OK(warehouse->restore(warehouse->trashed()->front().id, {}));
        QCOMPARE(warehouse.text(kWhere), since);
        VERIFY_OK(warehouse->drop(kTable));
        VERIFY_OK(warehouse->dropSchema(kTable.schema));
        VERIFY_OK(warehouse->restore(warehouse->trashed()->front().id, {}));
        QCOMPARE(warehouse.text(kWhere), before);
        const Result<qint64> last = warehouse->trash(kTable, {});
        VERIFY_OK(last);
        VERIFY_OK(warehouse->purge(*last));
        QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM _leat.quarantine")), QStringLiteral("0"));
    }

    void theTrashTakesAllOrNothing()
    {
#ifdef LEAT_FAILPOINTS
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        const QString before = warehouse.text(kWhere);
        QVERIFY(failpoint::arm(QStringLiteral("trash.quarantine-moved=fail")));
        QVERIFY(!warehouse->trash(kTable, {}));
        failpoint::arm({});
        QCOMPARE(warehouse.text(kWhere), before);
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|b"));
        const Result<qint64> id = warehouse->trash(kTable, {});
        VERIFY_OK(id);
        QVERIFY(failpoint::arm(QStringLiteral("restore.quarantine-moved=fail")));
        QVERIFY(!warehouse->restore(*id, {}));
        failpoint::arm({});
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 0);
        VERIFY_OK(warehouse->restore(*id, {}));
        QCOMPARE(warehouse.text(kWhere), before);
#else
        QSKIP("no failpoints in this build");
#endif
    }

    void everyTypeComesBackAsItWas()
    {
        WarehouseFixture warehouse;
        const std::vector<ReadColumn> columns{column("id", Kind::Int64), column("a~b/\"c", Kind::Decimal, 18, 4), column("b", Kind::Blob),
            column("t", Kind::TimestampTz), column("d", Kind::Double)};
        const FakeRow row{FakeCell(qint64{1}), FakeCell(qint64{123456789012345678}), FakeCell(QByteArray("\x00\xff'\\x", 5)), FakeCell(qint64{1'780'000'000'123'456}), FakeCell(0.1)};
        FakeTable whole(columns, {row});
        VERIFY_OK(load(warehouse, whole, {}, 1));
        const QString expected = warehouse.text(QStringLiteral("SELECT md5(o::VARCHAR) FROM shop.orders o"));
        FakeTable other(columns, {FakeRow{FakeCell(qint64{9}), {}, {}, {}, {}}});
        VERIFY_OK(warehouse.swap(kTable, other, 2));
        FakeTable bad(columns, {row, row});
        VERIFY_OK(load(warehouse, bad, {2, 0}, 3));
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 2);
        QCOMPARE(warehouse->replayQuarantine(kTable, {})->stored, 1);      // both rows are the same
        QCOMPARE(warehouse.text(QStringLiteral("SELECT md5(o::VARCHAR) FROM shop.orders o WHERE id = 1")), expected);
    }

    // Naive: what the writer got is taken for what was read.
    void aRowLostOnTheWayFailsTheRun_T221()
    {
        WarehouseFixture warehouse;
        FakeTable first = idTable({{1, "a"}});
        VERIFY_OK(load(warehouse, first, {}, 1));
        FakeTable second = idTable({{2, "b"}});
        const Result<CommitOutcome> outcome = load(warehouse, second, {}, 2, 1);
        VERIFY_ERROR(outcome, ErrorCode::CountMismatch);
        QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a"));
    }

    void dropForgetsTheTable()
    {
        WarehouseFixture warehouse;
        FakeTable bad = badTable();
        VERIFY_OK(load(warehouse, bad, {3, 0}, 1));
        VERIFY_ERROR(warehouse->replayQuarantine({QStringLiteral("shop"), QStringLiteral("other")}, {}), ErrorCode::WarehouseMissing);
        VERIFY_OK(warehouse->drop(kTable));
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 0);
    }
};

QTEST_GUILESS_MAIN(TestDuckQuarantine)
#include "tst_duckquarantine.moc"
