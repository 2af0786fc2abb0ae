// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};
const QStringList kId{QStringLiteral("id")};
const QString kRows = QStringLiteral("SELECT * FROM shop.orders ORDER BY ALL");
const QString kKept = QStringLiteral("SELECT reason, column_name, row_json FROM _leat.quarantine ORDER BY row_json");

/// One load with a budget, as a run does it.
Result<CommitOutcome> load(WarehouseFixture& warehouse, FakeTable& read, ErrorBudget budget, qint64 run, qint64 readMore = 0)
{
    LoadSpec spec;
    spec.mode = LoadMode::Upsert;
    spec.target = kTable;
    spec.columns = sameColumns<LoadColumn>(read);
    spec.keyColumns = kId;
    spec.budget = budget;
    Result<std::unique_ptr<LoadSession>> session = warehouse->begin(spec);
    if (!session)
        return session.error();
    const Result<qint64> rows = (*session)->load(read, {});
    if (!rows)
        return rows.error();
    CommitRecord record = WarehouseFixture::record(read.counters().rows.load() + readMore, run);
    record.cursor.keyColumns = kId;
    record.cursor.columns = {{QStringLiteral("id"), {}, {}, {}, {Kind::Int64}, 0}, {QStringLiteral("v"), {}, {}, {}, {Kind::Text}, 0}};
    return (*session)->commit(record, {});
}

FakeTable badTable()
{
    return FakeTable({column("id", Kind::Int64), column("v", Kind::Text)},
        {{FakeCell(qint64{1}), FakeCell(QByteArray("a"))}, {FakeCell(), FakeCell(QByteArray("nobody"))}, {FakeCell(qint64{2}), FakeCell(QByteArray("b"))},
            {FakeCell(qint64{3}), FakeCell(QByteArray("first"))}, {FakeCell(qint64{3}), FakeCell(QByteArray("second"))}});
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
        const std::vector<QuarantinedRow> rows = warehouse->quarantine(kTable, -1)->rows;
        const auto idOf = [&rows](const char* text) {
            for (const QuarantinedRow& row : rows)
                if (row.row.contains(QLatin1String(text)))
                    return row.id;
            return qint64(0);
        };
        QCOMPARE(warehouse->dropQuarantine(kTable, {idOf("first")})->left, 2);
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
        QCOMPARE(warehouse->quarantine(kTable, -1)->total, 1);             // both rows are the same
        QCOMPARE(warehouse->replayQuarantine(kTable, {})->stored, 1);
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
