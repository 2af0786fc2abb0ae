// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/planinputs.h"

#include <QTest>

using namespace leat;
using namespace leat::test;

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- full copies ----
    void fullRefreshAlwaysSwaps()
    {
        PlanInput in = synced();
        in.config.syncType = SyncType::FullRefresh;
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->load == LoadMode::Swap);
        QCOMPARE(plan->mode, QStringLiteral("full"));
        QVERIFY(plan->guarantee == Guarantee::CompleteCopy);
        QVERIFY(!plan->read.cursorFrom && !plan->read.windowFrom && !plan->read.windowClosed);
        QVERIFY(plan->next.column.isEmpty());
    }

    void firstLoadReadsEverythingAndKeepsThePosition()
    {
        PlanInput in = synced();
        in.stored.reset();
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->load == LoadMode::Swap);
        QVERIFY(plan->reason == CopyReason::FirstLoad);
        QCOMPARE(plan->next.value, in.upper);
        QCOMPARE(plan->next.horizon, in.facts.horizon);
        QCOMPARE(plan->next.keyColumns, in.config.primaryKeyColumns);
        QVERIFY(!plan->read.windowClosed);
    }

    void firstAppendLoadLeavesRowsAboveTheHorizonToTheNextWindow()
    {
        PlanInput in = synced(SyncType::Append);
        in.stored.reset();
        QVERIFY(makePlan(in)->read.windowClosed);
        in.config.lateCommits = LateCommits::Cursor;
        QVERIFY(!makePlan(in)->read.windowClosed);
    }

    void fromScratchCopiesAndKeepsTheOldTableUntilThen()
    {
        PlanInput in = synced();
        in.fromScratch = true;
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan->load == LoadMode::Swap);
        QVERIFY(plan->reason == CopyReason::Asked);
    }

    void collapseToZeroIsHeldBackUnlessAccepted_T042()
    {
        PlanInput in = synced();
        in.config.syncType = SyncType::FullRefresh;
        QVERIFY(!makePlan(in)->acceptEmpty);
        in.acceptEmpty = true;
        QVERIFY(makePlan(in)->acceptEmpty);
        in.acceptEmpty = false;
        in.stored->tableRows = 0;
        QVERIFY(makePlan(in)->acceptEmpty);
    }

    void aLostTableIsLoadedAgain()
    {
        PlanInput in = synced();
        in.stored->tableExists = false;
        QVERIFY(makePlan(in)->reason == CopyReason::FirstLoad);
    }

    void switchingFromFullRefreshCopiesOnceMore_T52()
    {
        PlanInput in = synced();
        in.stored->last.cursor.syncType = SyncType::FullRefresh;
        in.stored->last.cursor.column.clear();
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->load == LoadMode::Swap);
        QCOMPARE(plan->next.column, QStringLiteral("updated_at"));
    }

    // ---- the exact window ----
    void quietAndIndexedUsesTheCursorAndTheWindowTogether_T001()
    {
        const PlanInput in = synced();
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QVERIFY(plan->load == LoadMode::Upsert);
        QCOMPARE(plan->mode, QStringLiteral("cursor"));
        QCOMPARE(plan->read.cursorFrom, in.stored->last.cursor.value);
        QCOMPARE(plan->read.cursorTo, in.upper);
        QCOMPARE(plan->read.windowFrom, std::optional<quint64>(1000));
        QVERIFY(!plan->read.windowClosed);
        QVERIFY(plan->guarantee == Guarantee::CursorChecked);
    }

    // A clock or numbers of somebody else's can still come below the watermark: each tenth window is whole.
    void aNarrowedWindowGoesOnFromTheLastWholeOne_T001()
    {
        PlanInput in = synced();
        for (int run = 1; run <= kMostNarrowed; ++run) {
            const Result<SyncPlan> plan = makePlan(in);
            QCOMPARE(plan->mode, QStringLiteral("cursor"));
            QCOMPARE(plan->next.horizon, std::optional<quint64>(1000));
            QCOMPARE(plan->next.narrowed, run);
            in.stored->last.cursor = plan->next;
        }
        Result<SyncPlan> whole = makePlan(in);
        QCOMPARE(whole->mode, QStringLiteral("window"));
        QCOMPARE(whole->read.windowFrom, std::optional<quint64>(1000));
        QCOMPARE(whole->next.horizon, in.facts.horizon);
        QCOMPARE(whole->next.narrowed, 0);
        // Nor is the window kept so long that it would grow too old to be told.
        in.stored->last.cursor.narrowed = 1;
        in.facts.horizon = in.facts.nextXid = 1000 + (quint64(1) << 30);
        QCOMPARE(makePlan(in)->mode, QStringLiteral("window"));
        in.facts.horizon = in.facts.nextXid = 999 + (quint64(1) << 30);
        QCOMPARE(makePlan(in)->mode, QStringLiteral("cursor"));
    }

    void openTransactionsForceTheWindow_T001_T002_T003()
    {
        PlanInput in = synced();
        in.stored->last.cursor.quiet = false;
        const Result<SyncPlan> plan = makePlan(in);
        QCOMPARE(plan->mode, QStringLiteral("window"));
        QVERIFY(!plan->read.cursorFrom && !plan->read.cursorTo);
        QCOMPARE(plan->read.windowFrom, std::optional<quint64>(1000));
    }

    void smallOrUnindexedTablesAlwaysUseTheWindow_T005()
    {
        PlanInput in = synced();
        in.shape.sizeBytes = kSmallTableBytes;
        QCOMPARE(makePlan(in)->mode, QStringLiteral("window"));
        QVERIFY(makePlan(in)->guarantee == Guarantee::ExactWindow);
        in.shape.sizeBytes = kSmallTableBytes + 1;
        QCOMPARE(makePlan(in)->mode, QStringLiteral("cursor"));
        in.cursorIndexed = false;
        QCOMPARE(makePlan(in)->mode, QStringLiteral("window"));
        QVERIFY(makePlan(in)->guarantee == Guarantee::ExactWindow);
    }

    void xminNeedsNoCursorColumn()
    {
        PlanInput in = synced();
        in.config.lateCommits = LateCommits::Xmin;
        in.config.incrementalField.clear();
        in.stored->last.cursor.column.clear();
        in.stored->last.cursor.sourceType.clear();
        in.stored->last.cursor.value.reset();
        in.upper.reset();
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan);
        QCOMPARE(plan->mode, QStringLiteral("window"));
        in.facts.windowPossible = false;
        QVERIFY(codeOf(in) == ErrorCode::CursorUnsuitable);
    }

    void appendReadsEachTransactionOnce_T022()
    {
        const PlanInput in = synced(SyncType::Append);
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan->load == LoadMode::Append);
        QCOMPARE(plan->read.windowFrom, std::optional<quint64>(1000));
        QVERIFY(plan->read.windowClosed);
        QVERIFY(!plan->boundary);
        QVERIFY(!plan->read.cursorFrom);
        QVERIFY(plan->guarantee == Guarantee::ExactWindow);
    }

    void appendComparesAllRowsOnceIdsWereGivenOutTwice_T005_T022()
    {
        PlanInput in = synced(SyncType::Append);
        in.stored->last.cursor.horizon = in.stored->last.cursor.seen = (quint64(1) << 32) - 20;
        in.facts.horizon = in.facts.nextXid = (quint64(1) << 32) - 1;
        QVERIFY(!makePlan(in)->boundary);
        in.facts.horizon = in.facts.nextXid = quint64(1) << 32;
        QVERIFY(makePlan(in)->boundary);
        QVERIFY(makePlan(in)->boundary->column.isEmpty());
        QCOMPARE(makePlan(in)->mode, QStringLiteral("window"));
        in.config.syncType = SyncType::Incremental;
        in.config.primaryKeyColumns = QStringList{QStringLiteral("id")};
        in.stored->last.cursor.syncType = SyncType::Incremental;
        in.stored->last.cursor.keyColumns = in.config.primaryKeyColumns;
        QVERIFY(makePlan(in));
        QVERIFY(!makePlan(in)->boundary);
    }

    // What the cursor alone had passed, or read ahead of the horizon, no window can make good.
    void theCursorAloneLeavesNoHorizon_T001_T022()
    {
        for (const SyncType type : {SyncType::Incremental, SyncType::Append}) {
            PlanInput in = synced(type);
            in.config.lateCommits = LateCommits::Cursor;
            in.facts.nextXid = 2001;
            QVERIFY(!makePlan(in)->next.horizon);
            in.facts.nextXid = 2000;
            QCOMPARE(makePlan(in)->next.horizon.has_value(), type == SyncType::Append);
            in.facts.windowPossible = false;
            QVERIFY(!makePlan(in)->next.horizon);
            in = synced(type);
            in.stored->last.cursor.horizon.reset();
            const Result<SyncPlan> back = makePlan(in);
            QVERIFY(back->load == (type == SyncType::Append ? LoadMode::Append : LoadMode::Swap));
            QVERIFY(type != SyncType::Append || back->guarantee == Guarantee::CursorOnly);
        }
        PlanInput first = synced(SyncType::Append);
        first.config.lateCommits = LateCommits::Cursor;
        first.stored.reset();
        first.facts.nextXid = 2001;
        QVERIFY(!makePlan(first)->next.horizon);
        first.config.lateCommits = LateCommits::Auto;
        QCOMPARE(makePlan(first)->next.horizon, first.facts.horizon);
    }

    void aServerWithAnotherHistoryIsReadAnew_T123()
    {
        PlanInput in = synced();
        in.stored->last.cursor.history = QStringLiteral("00000001");
        in.facts.history = QStringLiteral("00000001");
        QVERIFY(makePlan(in)->reason == CopyReason::None);
        in.facts.history.clear();    // a standby, or a service that does not tell
        QVERIFY(makePlan(in)->reason == CopyReason::None);
        QCOMPARE(makePlan(in)->next.history, QStringLiteral("00000001"));
        in.facts.history = QStringLiteral("00000002");
        QVERIFY(makePlan(in)->reason == CopyReason::AnotherHistory);
        QCOMPARE(makePlan(in)->next.history, QStringLiteral("00000002"));
        PlanInput append = synced(SyncType::Append);
        append.stored->last.cursor.history = QStringLiteral("00000001");
        append.facts.history = QStringLiteral("00000002");
        QVERIFY(codeOf(append) == ErrorCode::ChangesHeld);
        append.acceptChanges = true;
        const Result<SyncPlan> accepted = makePlan(append);
        QVERIFY(accepted);
        QVERIFY(!accepted->read.windowFrom);
        QVERIFY(accepted->boundary);
    }

    void aReplicaThatLagsIsNotRead_T159()
    {
        for (const SyncType type : {SyncType::Incremental, SyncType::Append, SyncType::FullRefresh}) {
            PlanInput in = synced(type);
            in.facts.standby = true;
            in.facts.horizon = in.facts.nextXid = 1000;
            QVERIFY(makePlan(in));
            in.facts.horizon = 999;
            QVERIFY(codeOf(in) == ErrorCode::StaleRead);
            in.facts.horizon = 1000;
            in.stored->last.cursor.seen = 1001;
            QVERIFY(codeOf(in) == ErrorCode::StaleRead);
            in.stored->tableExists = false;
            QVERIFY(makePlan(in));
        }
        // Marking what is gone asks for more: what was read must have ended there.
        PlanInput marks = synced();
        marks.facts.standby = true;
        marks.facts.horizon = 1000;
        marks.facts.nextXid = 1002;
        marks.stored->last.cursor.seen = 1001;
        marks.fromScratch = true;
        QVERIFY(makePlan(marks));
        marks.config.deletes.mode = DeleteMode::Soft;
        QVERIFY(codeOf(marks) == ErrorCode::StaleRead);
        marks.facts.horizon = 1001;
        QVERIFY(makePlan(marks));
        // A primary has no more to wait for.
        marks.facts.standby = false;
        marks.facts.horizon = 1000;
        QVERIFY(makePlan(marks));
    }

    void aWindowWiderThanHalfTheXidsIsNotTrusted_T005()
    {
        PlanInput in = synced();
        in.facts.nextXid = 1000 + (quint64(1) << 31) - 1;
        in.facts.horizon = in.facts.nextXid;
        QVERIFY(makePlan(in)->load == LoadMode::Upsert);
        in.facts.nextXid = 1000 + (quint64(1) << 31);
        in.facts.horizon = in.facts.nextXid;
        QVERIFY(makePlan(in)->load == LoadMode::Swap);
        QVERIFY(makePlan(in)->reason == CopyReason::WindowExpired);
    }

    void aHorizonThatWentBackIsNotTrusted()
    {
        PlanInput in = synced();
        in.facts.horizon = 999;
        in.facts.nextXid = 999;
        QVERIFY(makePlan(in)->reason == CopyReason::AnotherHistory);
        in.facts.nextXid = 1000;
        QVERIFY(makePlan(in)->reason == CopyReason::WindowExpired);
    }

    // ---- the cursor alone ----
    void withoutWindowTheCursorIsInclusive_T006()
    {
        const PlanInput in = withoutWindow();
        const Result<SyncPlan> plan = makePlan(in);
        QCOMPARE(plan->mode, QStringLiteral("cursor"));
        QCOMPARE(plan->read.cursorFrom, in.stored->last.cursor.value);
        QVERIFY(!plan->read.windowFrom);
        QVERIFY(plan->guarantee == Guarantee::CursorOnly);
    }

    void appendWithoutWindowDropsWhatIsThereAlready_T022()
    {
        const PlanInput in = withoutWindow(SyncType::Append);
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(plan->boundary);
        QCOMPARE(plan->boundary->column, QStringLiteral("updated_at"));
    }

    void lookbackTravelsToTheSource_T018_S14()
    {
        PlanInput in = withoutWindow();
        in.config.lookbackSeconds = 300;
        QCOMPARE(makePlan(in)->read.lookbackSeconds, qint64(300));
    }

    void nullableCursorRowsAreReadAgain_T015()
    {
        PlanInput in = withoutWindow();
        QVERIFY(!makePlan(in)->read.includeNullCursor);
        in.shape.columns[1].nullable = true;
        QVERIFY(makePlan(in)->read.includeNullCursor);
    }

    void aFutureValueDoesNotMoveTheWatermark_T013()
    {
        PlanInput in = synced();
        in.upper = QStringLiteral("2099-01-01 00:00:00+00");
        in.upperInFuture = true;
        const Result<SyncPlan> plan = makePlan(in);
        QCOMPARE(plan->next.value, std::optional<QString>(in.facts.sourceNow));
        QCOMPARE(plan->read.cursorTo, in.upper);
        QVERIFY(plan->clampedFuture);
    }

    void backwardsCursorHealsOrStops_T014()
    {
        PlanInput in = synced();
        in.upperVsStored = -1;
        QCOMPARE(makePlan(in)->mode, QStringLiteral("window"));
        in = withoutWindow();
        in.upperVsStored = -1;
        QVERIFY(makePlan(in)->reason == CopyReason::CursorWentBackwards);
        in = withoutWindow(SyncType::Append);
        in.upperVsStored = -1;
        QVERIFY(codeOf(in) == ErrorCode::CursorWentBackwards);
    }

    void anEmptySourceKeepsTheWatermark()
    {
        PlanInput in = withoutWindow();
        in.upper.reset();
        in.upperVsStored = 0;
        const Result<SyncPlan> plan = makePlan(in);
        QCOMPARE(plan->next.value, in.stored->last.cursor.value);
        QVERIFY(!plan->read.cursorTo);
    }

    // Copied anew under another cursor while the source is empty: the old column's value says nothing.
    void anotherCursorsWatermarkIsForgotten_T027()
    {
        for (SyncType type : {SyncType::Incremental, SyncType::Append}) {
            PlanInput in = synced(type);
            in.fromScratch = true;
            in.upper.reset();
            QCOMPARE(makePlan(in)->next.value, in.stored->last.cursor.value);
            in.config.incrementalField = QStringLiteral("note");
            QCOMPARE(makePlan(in)->next.column, QStringLiteral("note"));
            QVERIFY(!makePlan(in)->next.value);
        }
    }

    // ---- configurations that do not fit ----
    void missingKeyOrCursorIsNamed_D36()
    {
        PlanInput in = synced();
        in.config.primaryKeyColumns.clear();
        QVERIFY(codeOf(in) == ErrorCode::KeyRequired);
        in = synced();
        in.config.incrementalField.clear();
        QVERIFY(codeOf(in) == ErrorCode::CursorRequired);
    }

    void goneColumnsAreNamed_D39_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("cursor") << QStringLiteral("cursor");
        QTest::newRow("key") << QStringLiteral("key");
        QTest::newRow("selected") << QStringLiteral("selected");
    }
    void goneColumnsAreNamed_D39()
    {
        QFETCH(QString, field);
        PlanInput in = synced();
        const QString gone = QStringLiteral("gone");
        if (field == QLatin1String("cursor"))
            in.config.incrementalField = gone;
        else if (field == QLatin1String("key"))
            in.config.primaryKeyColumns = {gone};
        else
            in.config.columns = {gone};
        const Result<SyncPlan> plan = makePlan(in);
        QVERIFY(!plan);
        QVERIFY(plan.error().code == ErrorCode::ColumnMissing);
        QCOMPARE(plan.error().args.value(QStringLiteral("column")), gone);
        QCOMPARE(plan.error().args.value(QStringLiteral("table")), QStringLiteral("public.orders"));
    }

    void storedPositionOfOtherSettingsIsRefused_T027_T028_T045_T159()
    {
        PlanInput in = synced();
        in.stored->last.cursor.column = QStringLiteral("note");
        QVERIFY(codeOf(in) == ErrorCode::CursorConfigChanged);
        in = synced();
        in.stored->last.cursor.keyColumns = {QStringLiteral("note")};
        QVERIFY(codeOf(in) == ErrorCode::CursorConfigChanged);
        in = synced();
        in.stored->last.cursor.serverId = QStringLiteral("server-2");
        QVERIFY(codeOf(in) == ErrorCode::CursorConfigChanged);
        in = synced();
        in.stored->last.cursor.syncType = SyncType::Append;
        QVERIFY(codeOf(in) == ErrorCode::CursorConfigChanged);
        in = synced();
        in.stored->last.cursor.sourceType = QStringLiteral("integer");
        QVERIFY(codeOf(in) == ErrorCode::ShapeChanged);
    }

    // ---- columns ----
    void keyAndCursorTravelWithASelection()
    {
        PlanInput in = synced();
        in.stored.reset();
        in.config.columns = {QStringLiteral("note")};
        const QStringList all{QStringLiteral("id"), QStringLiteral("updated_at"), QStringLiteral("note")};
        QCOMPARE(makePlan(in)->read.columns, all);
        in.config.syncType = SyncType::FullRefresh;
        QCOMPARE(makePlan(in)->read.columns, QStringList{QStringLiteral("note")});
    }

    void anAddedColumnCopiesAnewBecauseOldRowsHaveItsValuesToo_T060()
    {
        PlanInput in = synced();
        in.shape.columns.push_back(column("extra", ColumnType::Kind::Int32));
        QVERIFY(makePlan(in)->reason == CopyReason::ColumnsAdded);
        QVERIFY(makePlan(in)->load == LoadMode::Swap);
    }

    void aChangedTypeCopiesAnew_T063()
    {
        PlanInput in = synced();
        in.shape.columns[2].type.kind = ColumnType::Kind::Int64;
        QVERIFY(makePlan(in)->reason == CopyReason::TypesChanged);
    }

    void aDroppedColumnGoesOn()
    {
        PlanInput in = synced();
        in.shape.columns.pop_back();
        QVERIFY(makePlan(in)->load == LoadMode::Upsert);
    }

    // ---- what has to be asked first ----
    void needsAreSmall()
    {
        const PlanInput in = synced();
        const auto needs = [](const PlanInput& i) {
            return planNeeds(i.config, i.shape, i.stored, i.cursorIndexed, i.fromScratch);
        };
        QVERIFY(needs(in).upper && needs(in).compare);
        PlanInput unindexed = in;
        unindexed.cursorIndexed = false;
        QVERIFY(!needs(unindexed).upper);
        PlanInput first = unindexed;
        first.stored.reset();
        QVERIFY(needs(first).upper && !needs(first).compare);
        PlanInput full = in;
        full.config.syncType = SyncType::FullRefresh;
        QVERIFY(!needs(full).upper);
    }

    // Every combination gives a plan or an error with a reason, and never reads less than the
    // stored position allows.
    void everyCombinationIsSafe()
    {
        int plans = 0;
        for (SyncType type : {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append})
            for (LateCommits late : {LateCommits::Auto, LateCommits::Xmin, LateCommits::Cursor})
                for (int bits = 0; bits < 128; ++bits) {
                    PlanInput in = bits & 1 ? synced(type) : withoutWindow(type);
                    in.config.lateCommits = late;
                    in.cursorIndexed = bits & 2;
                    in.stored->last.cursor.quiet = bits & 4;
                    in.shape.sizeBytes = bits & 8 ? kBig : 1000;
                    in.upperVsStored = bits & 16 ? -1 : 1;
                    if (bits & 32)
                        in.stored.reset();
                    in.fromScratch = bits & 64;
                    const Result<SyncPlan> plan = makePlan(in);
                    if (!plan) {
                        QVERIFY(plan.error().code != ErrorCode::Internal);
                        continue;
                    }
                    ++plans;
                    if (plan->load == LoadMode::Swap) {
                        QVERIFY(!plan->read.cursorFrom && !plan->read.windowFrom);
                        continue;
                    }
                    QVERIFY(plan->read.cursorFrom || plan->read.windowFrom);
                    if (plan->read.windowFrom)
                        QVERIFY(*plan->read.windowFrom <= *in.stored->last.cursor.horizon);
                    if (plan->read.cursorFrom)
                        QCOMPARE(plan->read.cursorFrom, in.stored->last.cursor.value);
                    // A cursor bound on top of a window is only allowed while nothing was open.
                    if (plan->read.windowFrom && plan->read.cursorFrom)
                        QVERIFY(in.stored->last.cursor.quiet);
                }
        QVERIFY(plans > 200);
    }

    void afterARewindRowsAreReadOnceMoreAndTheHorizonStays()
    {
        for (SyncType type : {SyncType::Incremental, SyncType::Append}) {
            PlanInput in = synced(type);
            in.stored->last.cursor.rewound = true;
            in.stored->last.cursor.quiet = false;
            in.stored->last.cursor.value = QStringLiteral("2025-01-01 00:00:00+00");
            const Result<SyncPlan> plan = makePlan(in);
            QVERIFY(plan);
            QCOMPARE(plan->read.cursorFrom, in.stored->last.cursor.value);
            QVERIFY(!plan->read.windowFrom);
            QCOMPARE(plan->read.windowBefore, std::optional<quint64>(1000));
            QCOMPARE(plan->next.horizon, std::optional<quint64>(1000));
            QVERIFY(!plan->next.quiet && !plan->next.rewound);
            QCOMPARE(plan->boundary.has_value(), type == SyncType::Append);
            // The run after it takes the whole window that was left out.
            in.stored->last.cursor = plan->next;
            QCOMPARE(makePlan(in)->read.windowFrom, std::optional<quint64>(1000));
            QVERIFY(planNeeds(in.config, in.shape, in.stored, false, false).upper == in.stored->last.cursor.rewound);
        }
        PlanInput plain = withoutWindow();
        plain.stored->last.cursor.rewound = true;
        QVERIFY(!makePlan(plain)->read.windowBefore);
        QCOMPARE(makePlan(plain)->mode, QStringLiteral("cursor"));
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
