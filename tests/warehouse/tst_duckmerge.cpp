// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};
const QString kRows = QStringLiteral("SELECT * FROM shop.orders ORDER BY ALL");
const QStringList kId{QStringLiteral("id")};

LoadSpec appendSpec(const QString& from, bool includeNulls = false)
{
    LoadSpec spec;
    spec.mode = LoadMode::Append;
    spec.target = kTable;
    spec.boundary = AppendBoundary{QStringLiteral("id"), from, includeNulls};
    return spec;
}

} // namespace

/// Upsert and append: rows that meet rows.
class TestDuckMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upsertReplacesByKey();
    void upsertNeedsUniqueKeysWithoutNull_T047_T048_T049();
    void upsertByCompositeKey_T046();
    void firstLoadChecksKeysToo();
    void appendSkipsWhatIsThere_T022();
    void appendFromTheLeastLoadedValue();
    void appendTellsLikeCellsApart();
    void appendComparesWhatBothHave_T022();
    void appendAtBcAndInfinity();
    void addsColumnsAndKeepsDroppedOnes();
    void dropsColumnsThatWent();
    void widensColumns();
    void refusesAnotherType();
    void caseCollisionsStayApart_T065();
    void tableOfAnotherSpellingIsTheSame();
    void rebuildsWhenManyRowsAreDead();
    void nothingLoadedChangesNothing();
    void addsOnlyToTheGenerationItWasPlannedFor_T142_T147();
    void tablesHaveNoIndex_T055();
};

void TestDuckMerge::upsertReplacesByKey()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}, {2, "b"}});
    const Result<CommitOutcome> one = warehouse.upsert(kTable, first, kId, 1);
    VERIFY_OK(one);
    QCOMPARE(one->rowsInserted, 2);
    QCOMPARE(one->rowsUpdated, 0);
    FakeTable second = idTable({{2, "B"}, {3, "c"}});
    const Result<CommitOutcome> two = warehouse.upsert(kTable, second, kId, 2);
    VERIFY_OK(two);
    QCOMPARE(two->rowsInserted, 1);
    QCOMPARE(two->rowsUpdated, 1);
    QCOMPARE(two->tableRows, 3);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|B;3|c"));
    FakeTable third = idTable({{1, "A"}});
    VERIFY_ERROR(warehouse.upsert(kTable, third, kId, 1), ErrorCode::FenceLost);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|B;3|c"));
    warehouse.reopen();
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|B;3|c"));
    QCOMPARE((*warehouse->state(kTable))->tableRows, 3);
}

void TestDuckMerge::upsertNeedsUniqueKeysWithoutNull_T047_T048_T049()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}});
    VERIFY_OK(warehouse.upsert(kTable, first, kId, 1));
    FakeTable twice = idTable({{5, "x"}, {6, "y"}, {5, "z"}});
    const Result<CommitOutcome> notUnique = warehouse.upsert(kTable, twice, kId, 2);
    VERIFY_ERROR(notUnique, ErrorCode::KeyNotUnique);
    QCOMPARE(notUnique.error().args.value(QStringLiteral("example")), QStringLiteral("5"));
    QCOMPARE(notUnique.error().args.value(QStringLiteral("column")), QStringLiteral("id"));
    FakeTable null({column("id", Kind::Int64), column("v", Kind::Text)}, {{FakeCell{}, QByteArray("n")}});
    const Result<CommitOutcome> hasNull = warehouse.upsert(kTable, null, kId, 3);
    VERIFY_ERROR(hasNull, ErrorCode::KeyHasNulls);
    QCOMPARE(hasNull.error().args.value(QStringLiteral("column")), QStringLiteral("id"));
    FakeTable noKey = idTable({{1, "a"}});
    VERIFY_ERROR(warehouse.upsert(kTable, noKey, {}, 4), ErrorCode::KeyRequired);
    FakeTable wrongKey = idTable({{1, "a"}});
    VERIFY_ERROR(warehouse.upsert(kTable, wrongKey, {QStringLiteral("nope")}, 4), ErrorCode::ColumnMissing);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a"));
    QCOMPARE((*warehouse->state(kTable))->last.runId, 1);
}

void TestDuckMerge::upsertByCompositeKey_T046()
{
    WarehouseFixture warehouse;
    const std::vector<ReadColumn> columns{column("tenant", Kind::Text), column("id", Kind::Int64), column("v", Kind::Int32)};
    const QStringList key{QStringLiteral("tenant"), QStringLiteral("id")};
    FakeTable first(columns, {{QByteArray("a"), qint64(1), qint64(1)}, {QByteArray("b"), qint64(1), qint64(2)}});
    VERIFY_OK(warehouse.upsert(kTable, first, key, 1));
    FakeTable second(columns, {{QByteArray("b"), qint64(1), qint64(3)}});
    VERIFY_OK(warehouse.upsert(kTable, second, key, 2));
    QCOMPARE(warehouse.text(kRows), QStringLiteral("a|1|1;b|1|3"));
    FakeTable third(columns, {{QByteArray("a"), qint64(1), qint64(1)}, {QByteArray("b"), qint64(1), qint64(2)}});
    const Result<CommitOutcome> incomplete = warehouse.upsert(kTable, third, kId, 3);
    VERIFY_ERROR(incomplete, ErrorCode::KeyNotUnique);
}

void TestDuckMerge::firstLoadChecksKeysToo()
{
    WarehouseFixture warehouse;
    FakeTable twice = idTable({{5, "x"}, {5, "z"}});
    VERIFY_ERROR(warehouse.upsert(kTable, twice, kId, 1), ErrorCode::KeyNotUnique);
    QVERIFY(!*warehouse->state(kTable));
}

void TestDuckMerge::appendSkipsWhatIsThere_T022()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}, {2, "b"}, {2, "b"}, {2, "c"}});
    LoadSpec spec = appendSpec(QStringLiteral("0"));
    VERIFY_OK(warehouse.sync(spec, first, 1));
    // Three times "2|b" at the source now, two of them stored; a changed row is a new one; rows
    // below the boundary are not looked at.
    FakeTable second = idTable({{1, "a"}, {2, "b"}, {2, "b"}, {2, "b"}, {2, "C"}, {3, "d"}});
    const Result<CommitOutcome> outcome = warehouse.sync(appendSpec(QStringLiteral("2")), second, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsSkipped, 2);
    QCOMPARE(outcome->rowsInserted, 4);
    QCOMPARE(outcome->tableRows, 8);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;1|a;2|C;2|b;2|b;2|b;2|c;3|d"));
    // NULL cursors only when they are read again each time.
    const auto nulls = [] { return FakeTable({column("id", Kind::Int64), column("v", Kind::Text)}, {{FakeCell{}, QByteArray("n")}}); };
    FakeTable n1 = nulls(), n2 = nulls(), n3 = nulls();
    QCOMPARE(warehouse.sync(appendSpec(QStringLiteral("9"), true), n1, 3)->rowsInserted, 1);
    QCOMPARE(warehouse.sync(appendSpec(QStringLiteral("9"), true), n2, 4)->rowsSkipped, 1);
    QCOMPARE(warehouse.sync(appendSpec(QStringLiteral("9"), false), n3, 5)->rowsInserted, 1);
    FakeTable bad = idTable({{4, "e"}});
    spec.boundary->column = QStringLiteral("gone");
    VERIFY_ERROR(warehouse.sync(spec, bad, 6), ErrorCode::ColumnMissing);
}

void TestDuckMerge::appendFromTheLeastLoadedValue()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}, {2, "b"}, {3, "c"}});
    VERIFY_OK(warehouse.sync(appendSpec(QString()), first, 1));
    FakeTable second = idTable({{2, "b"}, {3, "c"}, {3, "d"}, {4, "e"}});
    const Result<CommitOutcome> outcome = warehouse.sync(appendSpec(QString()), second, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsSkipped, 2);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|b;3|c;3|d;4|e"));
    // Only NULL cursors loaded: nothing bounds but NULL itself.
    const auto null = [] { return FakeTable({column("id", Kind::Int64), column("v", Kind::Text)}, {{FakeCell{}, QByteArray("n")}}); };
    FakeTable n1 = null(), n2 = null();
    QCOMPARE(warehouse.sync(appendSpec(QString(), true), n1, 3)->rowsInserted, 1);
    QCOMPARE(warehouse.sync(appendSpec(QString(), true), n2, 4)->rowsSkipped, 1);
}

void TestDuckMerge::appendTellsLikeCellsApart()                // T079, T051
{
    WarehouseFixture warehouse;
    const std::vector<ReadColumn> columns{column("id", Kind::Int64), column("i", Kind::Interval), column("d", Kind::Double)};
    FakeTable first(columns, {{qint64(1), IntervalParts{0, 30, 0}, 0.0}});
    VERIFY_OK(warehouse.sync(appendSpec(QStringLiteral("1")), first, 1));
    FakeTable second(columns, {{qint64(1), IntervalParts{1, 0, 0}, 0.0}, {qint64(1), IntervalParts{0, 30, 0}, -0.0},
                               {qint64(1), IntervalParts{0, 30, 0}, 0.0}});
    const Result<CommitOutcome> outcome = warehouse.sync(appendSpec(QStringLiteral("1")), second, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsSkipped, 1);
    QCOMPARE(outcome->tableRows, 3);
}

void TestDuckMerge::appendAtBcAndInfinity()                    // T078
{
    WarehouseFixture warehouse;
    const std::vector<ReadColumn> columns{column("id", Kind::TimestampTz)};
    const qint64 bc = -63517788000000000;   // 0044-03-15 (BC) 10:00:00+00
    FakeTable first(columns, {{bc}, {std::numeric_limits<qint64>::max()}});
    VERIFY_OK(warehouse.sync(appendSpec(QStringLiteral("-infinity")), first, 1));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT min(id) FROM shop.orders")), QStringLiteral("0044-03-15 (BC) 10:00:00+00"));
    FakeTable second(columns, {{bc}});
    QCOMPARE(warehouse.sync(appendSpec(QStringLiteral("0044-03-15 10:00:00+00 BC")), second, 2)->rowsSkipped, 1);
    FakeTable third(columns, {{std::numeric_limits<qint64>::max()}});
    QCOMPARE(warehouse.sync(appendSpec(QStringLiteral("infinity")), third, 3)->rowsSkipped, 1);
}

void TestDuckMerge::addsColumnsAndKeepsDroppedOnes()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}, {2, "b"}});
    VERIFY_OK(warehouse.upsert(kTable, first, kId, 1));
    FakeTable second({column("id", Kind::Int64), column("extra", Kind::Date)}, {{qint64(2), qint64(0)}, {qint64(3), qint64(1)}});
    LoadSpec spec;
    spec.mode = LoadMode::Upsert;
    spec.target = kTable;
    spec.keyColumns = kId;
    spec.columns = sameColumns<LoadColumn>(second);
    spec.columns[1].comment = QStringLiteral("new here");
    VERIFY_OK(warehouse.sync(spec, second, 2));
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a|NULL;2|NULL|1970-01-01;3|NULL|1970-01-02"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT comment FROM duckdb_columns() WHERE column_name = 'extra'")), QStringLiteral("new here"));
    FakeTable third({column("id", Kind::Int64), column("more", Kind::Boolean)}, {{qint64(9), qint64(1)}});
    spec.mode = LoadMode::Append;
    spec.boundary = AppendBoundary{QStringLiteral("id"), QStringLiteral("0"), false};
    spec.columns.clear();
    VERIFY_OK(warehouse.sync(spec, third, 3));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT * FROM shop.orders WHERE id = 9")), QStringLiteral("9|NULL|NULL|true"));
    warehouse.reopen();
    QCOMPARE(warehouse.text(QStringLiteral("SELECT * FROM shop.orders WHERE id = 9")), QStringLiteral("9|NULL|NULL|true"));
}

void TestDuckMerge::appendComparesWhatBothHave_T022()
{
    WarehouseFixture warehouse;
    FakeTable first({column("id", Kind::Int64), column("f", Kind::Double)}, {{qint64(1), 0.0}, {qint64(1), 0.0}, {qint64(2), {}}});
    VERIFY_OK(warehouse.sync(appendSpec(QStringLiteral("0")), first, 1));
    FakeTable second({column("id", Kind::Int64), column("f", Kind::Double), column("c", Kind::Int32)},
                     {{qint64(1), 0.0, qint64(9)}, {qint64(1), 0.0, qint64(9)}, {qint64(1), 0.0, qint64(9)}, {qint64(1), -0.0, qint64(9)}, {qint64(2), {}, qint64(9)}});
    LoadSpec spec = appendSpec(QStringLiteral("1"));
    spec.boundary->late = {QStringLiteral("c")};
    const Result<CommitOutcome> outcome = warehouse.sync(spec, second, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsInserted, 2); // the third of its kind, and the other zero
    QCOMPARE(outcome->rowsSkipped, 3);
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*), count(c) FROM shop.orders")), QStringLiteral("5|2"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT f FROM shop.orders WHERE c IS NOT NULL ORDER BY signbit(f)")), QStringLiteral("0.0;-0.0"));
    // Once more: two have their value, three are known by what they had. Another value is another row.
    FakeTable again({column("id", Kind::Int64), column("f", Kind::Double), column("c", Kind::Int32)},
                    {{qint64(1), 0.0, qint64(9)}, {qint64(1), 0.0, qint64(9)}, {qint64(1), 0.0, qint64(9)}, {qint64(1), -0.0, qint64(9)}, {qint64(2), {}, qint64(9)}, {qint64(1), 0.0, qint64(8)}});
    const Result<CommitOutcome> third = warehouse.sync(spec, again, 3);
    VERIFY_OK(third);
    QCOMPARE(third->rowsInserted, 1);
    // One more column: a row that had c then is not known without it, so that another c is another row.
    FakeTable later({column("id", Kind::Int64), column("f", Kind::Double), column("c", Kind::Int32), column("d", Kind::Int32)},
                    {{qint64(1), -0.0, qint64(7), qint64(5)}});
    spec.boundary->late = {QStringLiteral("c"), QStringLiteral("d")};
    spec.columns.clear();
    const Result<CommitOutcome> fourth = warehouse.sync(spec, later, 4);
    VERIFY_OK(fourth);
    QCOMPARE(fourth->rowsInserted, 1);
}

void TestDuckMerge::dropsColumnsThatWent()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}, {2, "b"}});
    VERIFY_OK(warehouse.upsert(kTable, first, kId, 1));
    FakeTable second({column("id", Kind::Int64)}, {{qint64(3)}});
    LoadSpec spec;
    spec.mode = LoadMode::Upsert;
    spec.target = kTable;
    spec.keyColumns = kId;
    spec.columns = sameColumns<LoadColumn>(second);
    spec.drops = {QStringLiteral("V"), QStringLiteral("never there")};
    VERIFY_OK(warehouse.sync(spec, second, 2));
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1;2;3"));
}

void TestDuckMerge::widensColumns()
{
    WarehouseFixture warehouse;
    FakeTable first({column("id", Kind::Int16), column("f", Kind::Float), column("d", Kind::Decimal, 6, 2)},
                    {{qint64(1), 0.5, qint64(12345)}});
    VERIFY_OK(warehouse.upsert(kTable, first, kId, 1));
    FakeTable second({column("id", Kind::Int64), column("f", Kind::Double), column("d", Kind::Decimal, 20, 4)},
                     {{qint64(1) << 40, 0.1, Int128Parts{1, 0}}, {qint64(1), 0.25, Int128Parts{2, 0}}});
    const Result<CommitOutcome> outcome = warehouse.upsert(kTable, second, kId, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsUpdated, 1);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|0.25|0.0002;1099511627776|0.1|0.0001"));
    QCOMPARE((*warehouse->state(kTable))->columns.at(2).type, (ColumnType{Kind::Decimal, 20, 4}));
    // A narrower read goes into the wide table as it is; append compares in the table's types.
    FakeTable third({column("id", Kind::Int16), column("f", Kind::Double), column("d", Kind::Decimal, 6, 4)},
                    {{qint64(1), 0.25, qint64(2)}});
    QCOMPARE(warehouse.sync(appendSpec(QStringLiteral("1")), third, 3)->rowsSkipped, 1);
    FakeTable same({column("id", Kind::Int16), column("f", Kind::Float)}, {{qint64(1), 0.25}});
    const Result<VerifyReport> report = warehouse->compare(kTable, kId, same, {});
    VERIFY_OK(report);
    QCOMPARE(report->differing, 0);
    QCOMPARE(report->extra, 1);
}

void TestDuckMerge::refusesAnotherType()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}});
    VERIFY_OK(warehouse.upsert(kTable, first, kId, 1));
    FakeTable second({column("id", Kind::Int64), column("v", Kind::Int64)}, {{qint64(1), qint64(1)}});
    const Result<CommitOutcome> outcome = warehouse.upsert(kTable, second, kId, 2);
    VERIFY_ERROR(outcome, ErrorCode::ShapeChanged);
    QCOMPARE(outcome.error().args.value(QStringLiteral("column")), QStringLiteral("v"));
    QCOMPARE(outcome.error().args.value(QStringLiteral("before")), QStringLiteral("VARCHAR"));
    QCOMPARE(outcome.error().args.value(QStringLiteral("after")), QStringLiteral("BIGINT"));
    FakeTable third({column("id", Kind::Text), column("v", Kind::Text)}, {{QByteArray("1"), QByteArray("x")}});
    VERIFY_ERROR(warehouse.upsert(kTable, third, kId, 2), ErrorCode::ShapeChanged);
}

void TestDuckMerge::caseCollisionsStayApart_T065()
{
    WarehouseFixture warehouse;
    const std::vector<ReadColumn> columns{column("Id", Kind::Int64), column("id", Kind::Int64), column("ID", Kind::Text)};
    FakeTable first(columns, {{qint64(10), qint64(1), QByteArray("a")}, {qint64(20), qint64(2), QByteArray("b")}});
    VERIFY_OK(warehouse.upsert(kTable, first, {QStringLiteral("Id")}, 1));
    FakeTable second(columns, {{qint64(20), qint64(3), QByteArray("c")}});
    const Result<CommitOutcome> outcome = warehouse.upsert(kTable, second, {QStringLiteral("Id")}, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsUpdated, 1);
    QCOMPARE(warehouse.text(QStringLiteral("SELECT \"Id_1215\", id FROM shop.orders ORDER BY 1")), QStringLiteral("10|1;20|3"));
    FakeTable same(columns, {{qint64(10), qint64(1), QByteArray("a")}, {qint64(20), qint64(3), QByteArray("C")}});
    const Result<VerifyReport> report = warehouse->compare(kTable, {QStringLiteral("Id")}, same, {});
    VERIFY_OK(report);
    QCOMPARE(report->differing, 1);
    QCOMPARE(report->differingKeys, QStringList{QStringLiteral("20")});
}

void TestDuckMerge::tableOfAnotherSpellingIsTheSame()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}});
    VERIFY_OK(warehouse.upsert(kTable, first, kId, 1));
    // A column whose name changed its case at the source is still that column.
    FakeTable second({column("ID", Kind::Int64), column("v", Kind::Text)}, {{qint64(1), QByteArray("b")}});
    VERIFY_OK(warehouse.upsert(kTable, second, {QStringLiteral("ID")}, 2));
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|b"));
}

void TestDuckMerge::rebuildsWhenManyRowsAreDead()
{
    WarehouseFixture warehouse;
    const auto rows = [](qint64 run) { return [run](qint64 i) { return FakeRow{i, QByteArray::number(run)}; }; };
    const std::vector<ReadColumn> columns{column("id", Kind::Int64), column("v", Kind::Text)};
    FakeTable first(columns, 150'000, rows(0));
    LoadSpec spec;
    spec.mode = LoadMode::Upsert;
    spec.target = kTable;
    spec.keyColumns = kId;
    spec.tableComment = QStringLiteral("kept");
    spec.columns = sameColumns<LoadColumn>(first);
    spec.columns[1].comment = QStringLiteral("also kept");
    VERIFY_OK(warehouse.sync(spec, first, 1));
    const QString dead = QStringLiteral("SELECT dead_rows, table_rows FROM _leat.state");
    FakeTable second(columns, 60'000, rows(1));
    VERIFY_OK(warehouse.sync(spec, second, 2));
    QCOMPARE(warehouse.text(dead), QStringLiteral("60000|150000"));
    FakeTable third(columns, 60'000, rows(2));
    VERIFY_OK(warehouse.sync(spec, third, 3));
    QCOMPARE(warehouse.text(dead), QStringLiteral("0|150000"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT v, count(*), count(DISTINCT id) FROM shop.orders GROUP BY v ORDER BY v")),
             QStringLiteral("0|90000|90000;2|60000|60000"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT comment FROM duckdb_tables() WHERE table_name = 'orders'")), QStringLiteral("kept"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT comment FROM duckdb_columns() WHERE table_name = 'orders' AND column_name = 'v'")),
             QStringLiteral("also kept"));
    QCOMPARE(*warehouse->recover(), 0);
}

void TestDuckMerge::nothingLoadedChangesNothing()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}});
    VERIFY_OK(warehouse.upsert(kTable, first, kId, 1));
    FakeTable none = idTable({});
    const Result<CommitOutcome> outcome = warehouse.upsert(kTable, none, kId, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsInserted + outcome->rowsUpdated + outcome->rowsSkipped, 0);
    QCOMPARE(outcome->tableRows, 1);
    QCOMPARE((*warehouse->state(kTable))->last.runId, 2);
}

void TestDuckMerge::addsOnlyToTheGenerationItWasPlannedFor_T142_T147()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}, {2, "b"}});
    VERIFY_OK(warehouse.swap(kTable, first, 1));
    LoadSpec spec = appendSpec(QString());
    spec.boundary.reset();
    const CommitRecord planned = (*warehouse->state(kTable))->last;
    spec.basis = Generation{planned.runId, planned.fence};

    // Another run that was planned for the same state comes first: its rows would be there twice.
    FakeTable other = idTable({{3, "c"}});
    VERIFY_OK(warehouse.sync(spec, other, 2));
    FakeTable same = idTable({{3, "c"}});
    VERIFY_ERROR(warehouse.sync(spec, same, 3), ErrorCode::RevisionConflict);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|b;3|c"));

    // The table went to the trash: a few new rows must not become a table of their own.
    const CommitRecord now = (*warehouse->state(kTable))->last;
    spec.basis = Generation{now.runId, now.fence};
    VERIFY_OK(warehouse->trash(kTable, {}));
    FakeTable late = idTable({{4, "d"}});
    VERIFY_ERROR(warehouse.sync(spec, late, 4), ErrorCode::RevisionConflict);
    QVERIFY(!*warehouse->state(kTable));

    // Nor may a run that lost its lease before that make the table anew.
    FakeTable stale = idTable({{9, "z"}});
    VERIFY_ERROR(warehouse.swap(kTable, stale, now.runId - 1), ErrorCode::FenceLost);

    // And it came back: it is the generation of the plan again.
    VERIFY_OK(warehouse->restore(warehouse->trashed()->front().id, {}));
    FakeTable again = idTable({{4, "d"}});
    VERIFY_OK(warehouse.sync(spec, again, 5));
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|b;3|c;4|d"));
}

// An index would hold up changes of columns; keys stay unique without one.
void TestDuckMerge::tablesHaveNoIndex_T055()
{
    WarehouseFixture warehouse;
    const std::vector<ReadColumn> columns{column("id", Kind::Int64), column("v", Kind::Int64)};
    for (qint64 run = 1; run <= 20; ++run) {
        FakeTable rows(columns, 5'000, [run](qint64 i) { return FakeRow{i * 7 + run * 1'000, run}; });
        VERIFY_OK(warehouse.upsert(kTable, rows, kId, run));
    }
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) - count(DISTINCT id) FROM shop.orders")), QStringLiteral("0"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_indexes() WHERE schema_name = 'shop'")), QStringLiteral("0"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_constraints() WHERE schema_name = 'shop'")), QStringLiteral("0"));
    FakeTable wider({column("id", Kind::Int64), column("v", Kind::Int64), column("more", Kind::Text)}, {{qint64(1'000), qint64(99), QByteArray("x")}});
    VERIFY_OK(warehouse.upsert(kTable, wider, kId, 21));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT v, more FROM shop.orders WHERE id = 1000")), QStringLiteral("99|x"));
}

QTEST_GUILESS_MAIN(TestDuckMerge)
#include "tst_duckmerge.moc"
