// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};

ColumnMark mark(const char* name, Kind kind, int attribute, const QStringList& former = {})
{
    return {QString::fromLatin1(name), {}, former, {}, {kind}, attribute};
}

FakeRow row(qint64 id, const char* v)
{
    return {FakeCell(id), FakeCell(QByteArray(v))};
}

FakeRow textRow(const char* id)
{
    return {FakeCell(QByteArray(id))};
}

/// A new copy by the key in the first column; what it has not is kept, marked.
struct Copy
{
    FakeTable read;
    std::vector<ColumnMark> marks;
    bool keepsDeleted = true;
    bool keepsMarked = true;
    bool numberKey = false;
    ErrorBudget budget = {};
    std::function<bool(qint64, qint64, qint64)> admits = {};
    QString tableId = QStringLiteral("t1");

    Result<CommitOutcome> into(WarehouseFixture& warehouse, qint64 run)
    {
        LoadSpec spec;
        spec.target = kTable;
        spec.columns = sameColumns<LoadColumn>(read);
        spec.columns.front().numberText = numberKey;
        spec.keyColumns = {spec.columns.front().name};
        spec.keepsDeleted = keepsDeleted;
        spec.keepsMarked = keepsMarked;
        spec.budget = budget;
        spec.admits = admits;
        Result<std::unique_ptr<LoadSession>> session = warehouse->begin(spec);
        if (!session)
            return session.error();
        const Result<qint64> rows = (*session)->load(read, {});
        if (!rows)
            return rows.error();
        CommitRecord record = WarehouseFixture::record(*rows, run);
        record.cursor.keyColumns = spec.keyColumns;
        record.cursor.tableId = tableId;
        record.cursor.columns = marks;
        return (*session)->commit(record, {});
    }
};

QString rows(WarehouseFixture& warehouse, const char* what, const char* where)
{
    return warehouse.text(QStringLiteral("SELECT %1 FROM shop.orders WHERE %2 ORDER BY ALL").arg(QLatin1String(what), QLatin1String(where)));
}

constexpr char kGone[] = "_leat_deleted_at IS NOT NULL";

} // namespace

/// What a new copy takes over of rows that were deleted at the source.
class TestDuckDeleted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Naive: a column that is called otherwise is another one, so values become NULL and a renamed key loses every mark.
    void renamedColumnsKeepTheirMarksAndValues_T062_data()
    {
        QTest::addColumn<bool>("numbered");
        QTest::newRow("by number") << true;
        QTest::newRow("by former name") << false;
    }
    void renamedColumnsKeepTheirMarksAndValues_T062()
    {
        QFETCH(bool, numbered);
        const auto number = [numbered](int attribute) { return numbered ? attribute : 0; };
        const auto former = [numbered](const char* name) { return numbered ? QStringList() : QStringList{QString::fromLatin1(name)}; };
        const std::vector<ReadColumn> before{column("id", Kind::Int64), column("v", Kind::Text)};
        const std::vector<ColumnMark> marks{mark("id", Kind::Int64, number(1)), mark("v", Kind::Text, number(2))};
        WarehouseFixture warehouse;
        VERIFY_OK((Copy{FakeTable(before, {row(1, "a"), row(2, "b"), row(3, "c")}), marks}.into(warehouse, 1)));
        const Result<CommitOutcome> second = Copy{FakeTable(before, {row(1, "a"), row(2, "b")}), marks}.into(warehouse, 2);
        VERIFY_OK(second);
        QCOMPARE(second->rowsKept, 1);
        const QString when = rows(warehouse, "_leat_deleted_at", kGone);

        Copy third{FakeTable({column("key", Kind::Int64), column("note", Kind::Text), column("more", Kind::Int64)},
            {{FakeCell(qint64{1}), FakeCell(QByteArray("a")), FakeCell(qint64{7})}, {FakeCell(qint64{2}), FakeCell(QByteArray("b")), FakeCell(qint64{8})}}),
            {mark("key", Kind::Int64, number(1), former("id")), mark("note", Kind::Text, number(2), former("v")), mark("more", Kind::Int64, number(3))}};
        const Result<CommitOutcome> kept = third.into(warehouse, 3);
        VERIFY_OK(kept);
        QCOMPARE(kept->rowsKept, 1);
        QCOMPARE(kept->tableRows, 3);
        QCOMPARE(rows(warehouse, "key, note, more", kGone), QStringLiteral("3|c|NULL"));
        QCOMPARE(rows(warehouse, "_leat_deleted_at", kGone), when);
    }

    void namesThatWereSwappedAreToldByTheirNumber_T062()
    {
        const std::vector<ReadColumn> columns{column("id", Kind::Int64), column("a", Kind::Text), column("b", Kind::Text)};
        const auto cells = [](qint64 id, const char* a, const char* b) { return FakeRow{FakeCell(id), FakeCell(QByteArray(a)), FakeCell(QByteArray(b))}; };
        WarehouseFixture warehouse;
        VERIFY_OK((Copy{FakeTable(columns, {cells(1, "x", "y"), cells(2, "p", "q")}),
            {mark("id", Kind::Int64, 1), mark("a", Kind::Text, 2), mark("b", Kind::Text, 3)}}.into(warehouse, 1)));
        VERIFY_OK((Copy{FakeTable(columns, {cells(1, "y", "x")}),
            {mark("id", Kind::Int64, 1), mark("a", Kind::Text, 3), mark("b", Kind::Text, 2)}}.into(warehouse, 2)));
        QCOMPARE(rows(warehouse, "id, a, b", kGone), QStringLiteral("2|q|p"));
    }

    // Naive: a cast that succeeds is taken for one that keeps the value.
    void aValueThatItsNewTypeDoesNotHoldIsNull()
    {
        const auto cells = [](qint64 id, double v) { return FakeRow{FakeCell(id), FakeCell(v)}; };
        const std::vector<ReadColumn> before{column("id", Kind::Int64), column("v", Kind::Double)};
        const std::vector<ColumnMark> marks{mark("id", Kind::Int64, 1), mark("v", Kind::Double, 2)};
        WarehouseFixture warehouse;
        VERIFY_OK((Copy{FakeTable(before, {cells(1, 1.0), cells(2, 9.7), cells(3, 4.0)}), marks}.into(warehouse, 1)));
        VERIFY_OK((Copy{FakeTable(before, {cells(1, 1.0)}), marks}.into(warehouse, 2)));
        VERIFY_OK((Copy{FakeTable({column("id", Kind::Int64), column("v", Kind::Int64)}, {{FakeCell(qint64{1}), FakeCell(qint64{1})}}),
            {mark("id", Kind::Int64, 1), mark("v", Kind::Int64, 2)}}.into(warehouse, 3)));
        QCOMPARE(rows(warehouse, "id, v", kGone), QStringLiteral("2|NULL;3|4"));
    }

    // Naive: the keys of both are compared as they are, and the cast of "abc" fails every copy from then on.
    void aKeyThatItsNewTypeDoesNotHoldIsLetGoAndCounted()
    {
        const std::vector<ColumnMark> marks{mark("id", Kind::Text, 1)};
        WarehouseFixture warehouse;
        VERIFY_OK((Copy{FakeTable({column("id", Kind::Text)}, {textRow("1"), textRow("2"), textRow("abc"), textRow("7")}), marks}.into(warehouse, 1)));
        const Result<CommitOutcome> second = Copy{FakeTable({column("id", Kind::Text)}, {textRow("1"), textRow("2")}), marks}.into(warehouse, 2);
        VERIFY_OK(second);
        QCOMPARE(second->rowsKept, 2);
        QCOMPARE(second->rowsUnkept, 0);
        const Result<CommitOutcome> third = Copy{FakeTable({column("id", Kind::Int64)}, {{FakeCell(qint64{1})}, {FakeCell(qint64{2})}}),
            {mark("id", Kind::Int64, 1)}}.into(warehouse, 3);
        VERIFY_OK(third);
        QCOMPARE(third->rowsKept, 1);
        QCOMPARE(third->rowsUnkept, 1);
        QCOMPARE(rows(warehouse, "id", kGone), QStringLiteral("7"));
        QCOMPARE(rows(warehouse, "count(*)", "true"), QStringLiteral("3"));
        // By a key that the old rows have not, none can be told.
        const Result<CommitOutcome> other = Copy{FakeTable({column("code", Kind::Int64)}, {{FakeCell(qint64{1})}}), {mark("code", Kind::Int64, 2)}}.into(warehouse, 4);
        VERIFY_OK(other);
        QCOMPARE(other->rowsKept, 0);
        QCOMPARE(other->rowsUnkept, 1);
    }

    // Naive: what is not in staging is gone, also what quarantine has just taken out of it.
    void aKeyThatWasSetAsideIsNotGone()
    {
        const std::vector<ReadColumn> columns{column("id", Kind::Int64), column("v", Kind::Text)};
        const std::vector<ColumnMark> marks{mark("id", Kind::Int64, 1), mark("v", Kind::Text, 2)};
        WarehouseFixture warehouse;
        VERIFY_OK((Copy{FakeTable(columns, {row(1, "a"), row(2, "b"), row(3, "c")}), marks}.into(warehouse, 1)));
        Copy copy{FakeTable(columns, {row(1, "a"), row(2, "x"), row(2, "y"), {FakeCell(), FakeCell(QByteArray("z"))}}), marks};
        copy.budget = {3, 0};
        const Result<CommitOutcome> outcome = copy.into(warehouse, 2);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->rowsQuarantined, 3);
        QCOMPARE(outcome->rowsKept, 1);
        QCOMPARE(rows(warehouse, "id, v", kGone), QStringLiteral("3|c"));
        QCOMPARE(rows(warehouse, "id, v", "true"), QStringLiteral("1|a;3|c"));
    }

    // Naive: 2.50 and 2.5 are two texts, so a key that lives has a ghost.
    void keysAreComparedByValue_T051()
    {
        const std::vector<ReadColumn> text{column("id", Kind::Text)};
        const std::vector<ColumnMark> marks{mark("id", Kind::Text, 1)};
        WarehouseFixture warehouse;
        const auto numbers = [&](std::vector<FakeRow> cells, qint64 run) {
            Copy copy{FakeTable(text, std::move(cells)), marks};
            copy.numberKey = true;
            return copy.into(warehouse, run);
        };
        VERIFY_OK(numbers({textRow("2.50"), textRow("3"), textRow("4.20"), textRow("9.25")}, 1));
        const Result<CommitOutcome> same = numbers({textRow("2.5"), textRow("3.0"), textRow("4.200"), textRow("9.25")}, 2);
        VERIFY_OK(same);
        QCOMPARE(same->rowsKept, 0);
        VERIFY_OK(numbers({textRow("2.5"), textRow("3.0")}, 3));
        QCOMPARE(rows(warehouse, "id", kGone), QStringLiteral("4.200;9.25"));
        const Result<CommitOutcome> scaled = Copy{FakeTable({column("id", Kind::Decimal, 10, 1)}, {{FakeCell(qint64{25})}, {FakeCell(qint64{30})}}),
            {mark("id", Kind::Decimal, 1)}}.into(warehouse, 4);
        VERIFY_OK(scaled);
        QCOMPARE(rows(warehouse, "id", kGone), QStringLiteral("4.2"));
        QCOMPARE(scaled->rowsUnkept, 1);
        QCOMPARE(scaled->tableRows, 3);
    }

    // Naive: what a reconcile would ask about is marked by a copy without a word.
    void moreThanMayBeMarkedHoldsTheCopyBack_T041()
    {
        const auto some = [](qint64 count) {
            return FakeTable({column("id", Kind::Int64)}, count, [](qint64 i) { return FakeRow{FakeCell(i)}; });
        };
        const std::vector<ColumnMark> marks{mark("id", Kind::Int64, 1)};
        std::vector<qint64> asked;
        const auto aFifth = [&asked](qint64 gone, qint64 live, qint64 loaded) {
            asked = {gone, live, loaded};
            return gone * 5 <= live;
        };
        WarehouseFixture warehouse;
        VERIFY_OK((Copy{some(10), marks}.into(warehouse, 1)));
        Copy held{some(5), marks};
        held.admits = aFifth;
        const Result<CommitOutcome> outcome = held.into(warehouse, 2);
        VERIFY_ERROR(outcome, ErrorCode::DeletesHeld);
        QCOMPARE(asked, (std::vector<qint64>{5, 10, 5}));
        QCOMPARE(outcome.error().args.value(QStringLiteral("count")), QStringLiteral("5"));
        QCOMPARE(outcome.error().args.value(QStringLiteral("rows")), QStringLiteral("10"));
        QCOMPARE(rows(warehouse, "count(*)", "true"), QStringLiteral("10"));
        QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_columns() WHERE column_name = '_leat_deleted_at'")), QStringLiteral("0"));
        QCOMPARE((*warehouse->state(kTable))->last.runId, 1);

        VERIFY_OK((Copy{some(5), marks}.into(warehouse, 3)));                // as if the answer were yes
        QCOMPARE(rows(warehouse, "count(*)", kGone), QStringLiteral("5"));
        asked.clear();
        Copy again{some(5), marks};
        again.admits = aFifth;
        VERIFY_OK(again.into(warehouse, 4));                               // what is marked is not asked about again
        QVERIFY(asked.empty());
        QCOMPARE(rows(warehouse, "count(*)", kGone), QStringLiteral("5"));
    }

    // Naive: a copy of a table whose deletes are off forgets what was marked while they were on.
    void whatIsMarkedStaysMarkedWithoutDeletes()
    {
        const std::vector<ReadColumn> columns{column("id", Kind::Int64), column("v", Kind::Text)};
        const std::vector<ColumnMark> marks{mark("id", Kind::Int64, 1), mark("v", Kind::Text, 2)};
        WarehouseFixture warehouse;
        VERIFY_OK((Copy{FakeTable(columns, {row(1, "a"), row(2, "b"), row(3, "c"), row(4, "d")}), marks}.into(warehouse, 1)));
        VERIFY_OK((Copy{FakeTable(columns, {row(1, "a"), row(2, "b")}), marks}.into(warehouse, 2)));
        const QString when = rows(warehouse, "_leat_deleted_at", "id = 3");
        Copy off{FakeTable({column("id", Kind::Int64), column("v", Kind::Text), column("more", Kind::Text)},
            {{FakeCell(qint64{1}), FakeCell(QByteArray("a")), FakeCell(QByteArray("x"))}, {FakeCell(qint64{4}), FakeCell(QByteArray("back")), FakeCell()}}),
            {mark("id", Kind::Int64, 1), mark("v", Kind::Text, 2), mark("more", Kind::Text, 3)}};
        off.keepsDeleted = false;
        const Result<CommitOutcome> outcome = off.into(warehouse, 3);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->rowsKept, 1);
        QCOMPARE(rows(warehouse, "id, v, more", "true"), QStringLiteral("1|a|x;3|c|NULL;4|back|NULL"));
        QCOMPARE(rows(warehouse, "id", kGone), QStringLiteral("3"));
        QCOMPARE(rows(warehouse, "_leat_deleted_at", kGone), when);
        // With neither, a copy is the source and nothing else.
        Copy hard{FakeTable(columns, {row(1, "a")}), marks};
        hard.keepsDeleted = hard.keepsMarked = false;
        VERIFY_OK(hard.into(warehouse, 4));
        QCOMPARE(rows(warehouse, "id, v", "true"), QStringLiteral("1|a"));
    }
};

QTEST_GUILESS_MAIN(TestDuckDeleted)
#include "tst_duckdeleted.moc"
