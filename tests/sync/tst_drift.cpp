// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/widening.h"
#include "tests/sync/planinputs.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <map>

using namespace leat;
using namespace leat::test;

/// What a plan makes of columns that changed since the last commit (T060–T063).
class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRenamedColumnIsRenamedInTheWarehouseWithoutACopy_T062()
    {
        PlanInput in = numbered();
        in.shape.columns[2].name = QStringLiteral("remark");
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->reason == CopyReason::None);
        QVERIFY((plan->renames == std::vector<ColumnRename>{{QStringLiteral("note"), QStringLiteral("remark")}}));
        QCOMPARE(plan->next.columns[2].former, QStringList{QStringLiteral("note")});
        QVERIFY(plan->drift.of(QStringLiteral("remark"))->kind == DriftKind::Renamed);
        in.policy = DriftPolicy::Ignore;
        QVERIFY(makePlan(in)->renames.empty());
        QCOMPARE(makePlan(in)->next.columns[2].target, QStringLiteral("note"));
    }

    void aTableMadeAnewHasNoRenames_T062()
    {
        PlanInput in = numbered();
        in.shape.identity = QStringLiteral("made anew");
        in.shape.columns[2].name = QStringLiteral("remark");
        QVERIFY(makePlan(in)->reason == CopyReason::AnotherTable);
    }

    void swappedNamesAreCopiedAnewNeverRenamed_T060()
    {
        PlanInput in = numbered();
        in.shape.columns[2].attribute = 4;
        in.shape.columns.push_back(in.shape.columns[2]);
        in.shape.columns[3].name = QStringLiteral("extra");
        in.shape.columns[3].attribute = 3;
        in.stored->last.cursor.columns.push_back({QStringLiteral("extra"), {}, {}, QStringLiteral("type17"), in.shape.columns[3].type, 4});
        in.stored->columns.push_back({QStringLiteral("extra"), {}, {}});
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan->reason == CopyReason::TypesChanged);
        QVERIFY(plan->renames.empty());
    }

    void keyAndCursorFollowARename_T062()
    {
        PlanInput in = numbered();
        in.shape.columns[0].name = QStringLiteral("order_id");
        in.shape.columns[1].name = QStringLiteral("changed_at");
        QVERIFY(codeOf(in) == ErrorCode::ColumnMissing);
        followRenames(in.config, in.stored, in.shape);
        QCOMPARE(in.config.primaryKeyColumns, QStringList{QStringLiteral("order_id")});
        QCOMPARE(in.config.incrementalField, QStringLiteral("changed_at"));
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->load == LoadMode::Upsert);
        QCOMPARE(plan->renames.size(), std::size_t(2));
        // The commit came through, the configuration did not: the next run finds the way by itself.
        PlanInput later = in;
        later.config = numbered().config;
        later.stored->last.cursor = plan->next;
        later.stored->columns = {{QStringLiteral("order_id"), {}, {}}, {QStringLiteral("changed_at"), {}, {}}, {QStringLiteral("note"), {}, {}}};
        followRenames(later.config, later.stored, later.shape);
        QCOMPARE(later.config.incrementalField, QStringLiteral("changed_at"));
        QVERIFY(makePlan(later));
    }

    void aRecreatedColumnIsNotTheOldOne_T061()
    {
        for (const SyncType type : {SyncType::Incremental, SyncType::Append}) {
            PlanInput in = numbered(type);
            in.shape.columns[2].attribute = 9;
            const Result<SyncPlan> plan = makePlan(in);
            QVERIFY(plan->drift.of(QStringLiteral("note"))->kind == DriftKind::Recreated);
            QVERIFY((plan->reason == CopyReason::TypesChanged) == (type == SyncType::Incremental));
            QCOMPARE(plan->next.columns[2].target, type == SyncType::Append ? QStringLiteral("note_v2") : QString());
        }
    }

    void widerTypesGoOnAndOthersNeverCast_T063_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<bool>("goesOn");
        using Kind = ColumnType::Kind;
        const auto row = [](const char* name, Kind before, Kind after, bool goesOn) {
            QTest::newRow(name) << int(before) << int(after) << goesOn;
        };
        row("smallint to integer", Kind::Int16, Kind::Int32, true);
        row("integer to bigint", Kind::Int32, Kind::Int64, true);
        row("oid to bigint", Kind::UInt32, Kind::Int64, true);
        row("real to double", Kind::Float, Kind::Double, true);
        row("bigint to integer", Kind::Int64, Kind::Int32, false);
        row("bigint to double", Kind::Int64, Kind::Double, false);
        row("text to integer", Kind::Text, Kind::Int32, false);
        row("integer to text", Kind::Int32, Kind::Text, false);
        row("json to text", Kind::Json, Kind::Text, false);
        row("timestamp to timestamptz", Kind::Timestamp, Kind::TimestampTz, false);
        row("date to timestamp", Kind::Date, Kind::Timestamp, false);
        row("bytea to text", Kind::Blob, Kind::Text, false);
    }
    void widerTypesGoOnAndOthersNeverCast_T063()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(bool, goesOn);
        for (const SyncType type : {SyncType::Incremental, SyncType::Append}) {
            PlanInput in = numbered(type);
            in.stored->last.cursor.columns[2].type.kind = ColumnType::Kind(before);
            in.shape.columns[2].type.kind = ColumnType::Kind(after);
            const Result<SyncPlan> plan = makePlan(in);
            QVERIFY(plan);
            if (type == SyncType::Incremental) {
                QVERIFY((plan->load == LoadMode::Upsert) == goesOn);
                continue;
            }
            QVERIFY(plan->load == LoadMode::Append);
            const bool fitsInside = widensLosslessly({ColumnType::Kind(after)}, {ColumnType::Kind(before)});
            QCOMPARE(plan->next.columns[2].target.isEmpty(), goesOn || fitsInside);
        }
    }

    // Naive: what is the same type to the warehouse has the same values.
    void anotherDeclarationOfTheSameTypeIsCopiedAnew_T063_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("copies");
        const auto row = [](const char* before, const char* after, bool copies) {
            QTest::addRow("%s to %s", before, after) << QString::fromLatin1(before) << QString::fromLatin1(after) << copies;
        };
        row("text", "text", false);
        row("character varying(10)", "character varying(20)", false);
        row("character varying(10)", "character varying", false);
        row("character varying(10)", "text", false);
        row("text", "character varying", false);
        row("character varying(20)", "character varying(10)", true);
        row("text", "character varying(10)", true);
        row("text", "numeric", true);
        row("numeric", "text", true);
        row("numeric", "numeric(50,2)", true);
        row("character(5)", "text", true);
        row("public.mood", "text", true);
        row("text[]", "character varying(5)[]", true);
        row("", "text", false);
    }
    void anotherDeclarationOfTheSameTypeIsCopiedAnew_T063()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, copies);
        PlanInput in = numbered();
        in.stored->last.cursor.columns[2].sourceType = before;
        in.shape.columns[2].sourceType = after;
        Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->reason == (copies ? CopyReason::TypesChanged : CopyReason::None));
        QVERIFY(plan->load == (copies ? LoadMode::Swap : LoadMode::Upsert));
        QCOMPARE(plan->next.columns[2].sourceType, after);
        // Renamed in the same go; left out; of a table whose rows stay.
        in.shape.columns[2].name = QStringLiteral("remark");
        QVERIFY(makePlan(in)->reason == (copies ? CopyReason::TypesChanged : CopyReason::None));
        in.config.columns = QStringList{QStringLiteral("id"), QStringLiteral("updated_at")};
        QVERIFY(makePlan(in)->reason == CopyReason::None);
        PlanInput append = numbered(SyncType::Append);
        append.stored->last.cursor.columns[2].sourceType = before;
        append.shape.columns[2].sourceType = after;
        QVERIFY(makePlan(append)->load == LoadMode::Append);
    }

    void theCursorMayGetWiderButNotAnother_T028_T063()
    {
        PlanInput in = numbered();
        in.stored->last.cursor.columns[1].type.kind = ColumnType::Kind::Int32;
        in.stored->last.cursor.sourceType = QStringLiteral("integer");
        in.shape.columns[1].type.kind = ColumnType::Kind::Int64;
        QVERIFY(makePlan(in)->load == LoadMode::Upsert);
        in.shape.columns[1].type.kind = ColumnType::Kind::Text;
        QVERIFY(codeOf(in) == ErrorCode::ShapeChanged);
        in = numbered();
        in.shape.columns[1].attribute = 12;
        QVERIFY(codeOf(in) == ErrorCode::ShapeChanged);
    }

    void policiesDecideWhatComesAndGoes()
    {
        const auto changed = [](DriftPolicy policy, SyncType type = SyncType::Incremental) {
            PlanInput in = numbered(type);
            in.policy = policy;
            in.shape.columns.pop_back();
            in.shape.columns.push_back(column("extra", ColumnType::Kind::Int32));
            in.shape.columns.back().attribute = 4;
            return in;
        };
        PlanInput in = changed(DriftPolicy::Ignore);
        QVERIFY(makePlan(in)->load == LoadMode::Upsert);
        QVERIFY(!makePlan(in)->read.columns.contains(QStringLiteral("extra")));
        in.fromScratch = true;
        QVERIFY(makePlan(in)->read.columns.contains(QStringLiteral("extra")));

        in = changed(DriftPolicy::Ask);
        const Result<SyncPlan> held = makePlan(in);
        QVERIFY(!held && held.error().code == ErrorCode::ChangesHeld);
        QVERIFY(held.error().args.value(QStringLiteral("changes")).contains(QStringLiteral("extra")));
        in.acceptChanges = true;
        QVERIFY(makePlan(in));
        in = changed(DriftPolicy::Ask);
        in.fromScratch = true;
        QVERIFY(makePlan(in));

        QVERIFY(makePlan(changed(DriftPolicy::AddColumns))->reason == CopyReason::ColumnsAdded);
        QVERIFY(makePlan(changed(DriftPolicy::AddColumns, SyncType::Append))->drops.isEmpty());
        QCOMPARE(makePlan(changed(DriftPolicy::Full, SyncType::Append))->drops, QStringList{QStringLiteral("note")});
    }

    void aNamedColumnThatWentStopsUnlessAllIsFollowed_D39()
    {
        PlanInput in = numbered();
        in.config.columns = {QStringLiteral("id"), QStringLiteral("note")};
        in.shape.columns.pop_back();
        QVERIFY(codeOf(in) == ErrorCode::ColumnMissing);
        in.policy = DriftPolicy::Full;
        QVERIFY(makePlan(in));
        in.config.columns.clear();
        in.shape.columns.erase(in.shape.columns.begin());
        QVERIFY(codeOf(in) == ErrorCode::ColumnMissing);
    }

    void marksOfOlderVersionsAreUnderstood()
    {
        PlanInput in = synced();
        QJsonObject json = toJson(in.stored->last.cursor);
        json[QLatin1String("columns")] = QJsonArray{QStringLiteral("id 4(0,0)"), QStringLiteral("updated_at 14(0,0)"), QStringLiteral("a name 17(0,0)"), QStringLiteral("odd 4(1,0)")};
        const CursorState old = cursorStateFromJson(json);
        QCOMPARE(old.columns.size(), std::size_t(4));
        QCOMPARE(old.columns[2].name, QStringLiteral("a name"));
        QVERIFY(old.columns[0].type.kind == ColumnType::Kind::Int64);
        QVERIFY(cursorStateFromJson(toJson(old)) == old);
        const CursorState now = numbered().stored->last.cursor;
        QVERIFY(cursorStateFromJson(toJson(now)) == now);
    }

    // Every pair of types, against what their values span.
    void everyWideningKeepsEveryValue_T063()
    {
        using K = ColumnType::Kind;
        const auto powerOf = [](int base, int exponent) { return std::pow(static_cast<long double>(base), exponent); };
        const std::map<K, std::pair<long double, long double>> whole{{K::Int8, {-powerOf(2, 7), powerOf(2, 7)}},
            {K::Int16, {-powerOf(2, 15), powerOf(2, 15)}}, {K::Int32, {-powerOf(2, 31), powerOf(2, 31)}},
            {K::Int64, {-powerOf(2, 63), powerOf(2, 63)}}, {K::UInt32, {0, powerOf(2, 32)}}, {K::UInt64, {0, powerOf(2, 64)}}};   // [first, past)
        std::vector<ColumnType> types;
        for (int kind = int(K::Boolean); kind <= int(K::Blob); ++kind)
            if (K(kind) != K::Decimal)
                types.push_back({K(kind)});
        for (int precision = 1; precision <= 38; ++precision)
            for (int scale = 0; scale <= precision; ++scale)
                types.push_back({K::Decimal, quint8(precision), quint8(scale)});
        const auto fits = [&](const ColumnType& from, const ColumnType& to) {
            if (from == to)
                return true;
            const auto a = whole.find(from.kind);
            const auto b = whole.find(to.kind);
            if (a != whole.end() && b != whole.end())
                return b->second.first <= a->second.first && a->second.second <= b->second.second;
            if (to.kind == K::Decimal && a != whole.end())
                return a->second.second <= powerOf(10, to.precision - to.scale) && -a->second.first < powerOf(10, to.precision - to.scale);
            if (to.kind == K::Decimal && from.kind == K::Decimal)
                return to.scale >= from.scale && to.precision - to.scale >= from.precision - from.scale;
            return (from.kind == K::Float && to.kind == K::Double) || (from.kind == K::Json && to.kind == K::Text);
        };
        for (const ColumnType& from : types)
            for (const ColumnType& to : types)
                if (widensLosslessly(from, to) != fits(from, to))
                    QFAIL(qPrintable(QStringLiteral("%1(%2,%3) to %4(%5,%6)").arg(int(from.kind)).arg(from.precision).arg(from.scale)
                        .arg(int(to.kind)).arg(to.precision).arg(to.scale)));
    }

    // Rows that share a key replace each other, one sync after the other, and no load sees both.
    void aKeyThatIsNoLongerUniqueAsks_T045()
    {
        PlanInput in = numbered();
        in.shape.uniqueKeys = {{QStringLiteral("id")}};
        QVERIFY(makePlan(in)->next.uniqueKey);
        in.stored->last.cursor.uniqueKey = true;
        QVERIFY(makePlan(in));
        in.shape.uniqueKeys.clear();
        QVERIFY(codeOf(in) == ErrorCode::ChangesHeld);
        in.shape.primaryKey = QStringList{QStringLiteral("id"), QStringLiteral("note")};
        QVERIFY(codeOf(in) == ErrorCode::ChangesHeld);
        in.acceptChanges = true;
        QVERIFY(!makePlan(in)->next.uniqueKey);
        in.acceptChanges = false;
        in.stored->last.cursor.uniqueKey = false;   // it never was: the choice of who set it up
        QVERIFY(makePlan(in));
    }

    // Unchanged rows are spelled anew when a label changes; one more changes none.
    void aLabelOfAnotherSpellingIsCopiedAnew_T226()
    {
        PlanInput in = numbered();
        in.stored->last.cursor.spellings = {{QStringLiteral("label 1"), QStringLiteral("sad")}, {QStringLiteral("members 2"), QStringLiteral("1:23")}};
        in.facts.spellings = in.stored->last.cursor.spellings;
        in.facts.spellings.insert(QStringLiteral("label 3"), QStringLiteral("new"));
        QVERIFY(makePlan(in)->reason == CopyReason::None);
        QVERIFY(makePlan(in)->next.spellings == in.facts.spellings);
        in.facts.spellings.remove(QStringLiteral("members 2"));   // its column went
        QVERIFY(makePlan(in)->reason == CopyReason::None);
        in.facts.spellings[QStringLiteral("label 1")] = QStringLiteral("blue");
        QVERIFY(makePlan(in)->reason == CopyReason::SpelledAnew);
        in.config.syncType = SyncType::Append;
        in.stored->last.cursor.syncType = SyncType::Append;
        in.config.primaryKeyColumns.clear();
        QVERIFY(makePlan(in)->reason == CopyReason::None);
    }

    void onlyColumnsThatCameLaterAreLate_T060()
    {
        PlanInput in = numbered(SyncType::Append);
        in.shape.columns.push_back(column("extra", ColumnType::Kind::Text, true));
        in.shape.columns.back().attribute = 4;
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->load == LoadMode::Append);
        QCOMPARE(plan->next.columns.size(), 4);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(plan->next.columns[i].late, i == 3);
        // It stays so: rows of before do not get its values later.
        in.stored->last.cursor = plan->next;
        in.stored->columns.push_back({QStringLiteral("extra"), {}, {}});
        QVERIFY(makePlan(in)->next.columns[3].late);
        QVERIFY(!makePlan(in)->next.columns[2].late);
    }

    void aRenamedColumnIsNotLate_T060()
    {
        PlanInput in = numbered(SyncType::Append);
        in.shape.columns.back().name = QStringLiteral("remark");
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->load == LoadMode::Append);
        QCOMPARE(plan->renames.size(), std::size_t(1));
        for (const ColumnMark& mark : plan->next.columns)
            QVERIFY(!mark.late);
    }

    void theNamesOfOtherColumnsStayTaken_T061()
    {
        PlanInput in = numbered(SyncType::Append);
        in.stored->columns.push_back({QStringLiteral("extra"), {}, {}});   // of a column that went
        in.shape.columns.back().name = QStringLiteral("remark");
        in.shape.columns.push_back(column("Extra", ColumnType::Kind::Text, true));
        in.shape.columns.back().attribute = 4;
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QCOMPARE(plan->renames.size(), std::size_t(1));
        QVERIFY(plan->next.columns.back().warehouseName() != QStringLiteral("Extra"));
    }

    void aRevokedColumnStopsWhatGoesOnOnly_T076()
    {
        PlanInput in = numbered();
        in.shape.columns.pop_back();
        in.shape.hiddenColumns = QStringList{QStringLiteral("note")};
        QVERIFY(codeOf(in) == ErrorCode::PermissionDenied);
        PlanInput selected = in;
        selected.config.columns = QStringList{QStringLiteral("id"), QStringLiteral("updated_at")};
        QVERIFY(makePlan(selected));
        PlanInput scratch = in;
        scratch.fromScratch = true;
        QVERIFY(makePlan(scratch));
        PlanInput lost = in;
        lost.stored->tableExists = false;
        QVERIFY(makePlan(lost));
        PlanInput first = in;
        first.stored.reset();
        QVERIFY(makePlan(first));
    }

    void aPartOfBeforeWithRowsIsCopiedAnew_T061()
    {
        const auto reasonWith = [](const TablePart& part, const QStringList& known, std::optional<quint64> horizon) {
            PlanInput in = numbered();
            in.facts.parts = {part};
            in.stored->last.cursor.parts = known;
            in.stored->last.cursor.horizon = horizon;
            return makePlan(in)->reason;
        };
        const TablePart old{QStringLiteral("p2"), 999, false};
        QVERIFY(reasonWith(old, {QStringLiteral("p1")}, 1000) == CopyReason::PartAttached);
        QVERIFY(reasonWith(old, {QStringLiteral("p1"), QStringLiteral("p2")}, 1000) == CopyReason::None);
        QVERIFY(reasonWith({QStringLiteral("p2"), 1000, false}, {QStringLiteral("p1")}, 1000) == CopyReason::None);
        QVERIFY(reasonWith({QStringLiteral("p2"), 999, true}, {QStringLiteral("p1")}, 1000) == CopyReason::None);
        // Nothing is known of the parts of before, or of when.
        QVERIFY(reasonWith(old, {}, 1000) == CopyReason::None);
        QVERIFY(reasonWith(old, {QStringLiteral("p1")}, std::nullopt) != CopyReason::PartAttached);
    }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
