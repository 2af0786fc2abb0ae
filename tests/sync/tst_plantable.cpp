// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/planinputs.h"

#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

/// The answers that decide how rows are read, each independent of the others.
struct Case
{
    SyncType type = SyncType::Incremental;
    LateCommits late = LateCommits::Auto;
    bool window = true;            ///< the source can tell transactions apart
    qint64 horizonMoved = 1;       ///< against the stored one; 0: the same
    bool far = false;              ///< half of all transaction ids or more went by
    bool indexed = true;
    bool quiet = true;             ///< nothing was open at the last run
    bool small = false;
    int upper = 1;                 ///< greatest value against the stored one; 2: the table has none
    bool marked = true;            ///< a value is stored
    bool rewound = false;

    QString text() const
    {
        return QStringLiteral("%1 late=%2 window=%3 horizon=%4 far=%5 indexed=%6 quiet=%7 small=%8 upper=%9 marked=%10 rewound=%11")
            .arg(toString(type), toString(late)).arg(window).arg(horizonMoved).arg(far).arg(indexed).arg(quiet).arg(small)
            .arg(upper).arg(marked).arg(rewound);
    }
    bool restored() const { return window && horizonMoved < 0 && !far; }   ///< the ids that were seen were not given out
    bool exact() const { return late != LateCommits::Cursor && window && horizonMoved >= 0 && !far; }
};

PlanInput inputOf(const Case& c)
{
    PlanInput in = c.window ? synced(c.type) : withoutWindow(c.type);
    in.config.lateCommits = c.late;
    if (c.window) {
        in.facts.horizon = quint64(1000 + c.horizonMoved * 500);
        in.facts.nextXid = c.far ? 1000 + (quint64(1) << 31) : *in.facts.horizon + 10;
    }
    in.cursorIndexed = c.indexed;
    in.stored->last.cursor.quiet = c.quiet;
    in.shape.sizeBytes = c.small ? kSmallTableBytes : kSmallTableBytes + 1;
    if (c.upper == 2)
        in.upper.reset();
    in.upperVsStored = c.upper == 2 ? 0 : c.upper;
    if (!c.marked)
        in.stored->last.cursor.value.reset();
    in.stored->last.cursor.rewound = c.rewound;
    return in;
}

/// What ARCHITECTURE.md says of it.
QString wanted(const Case& c)
{
    const bool append = c.type == SyncType::Append;
    if (c.type == SyncType::FullRefresh)
        return QStringLiteral("copy: method");
    if (c.late == LateCommits::Xmin && !c.window)
        return QStringLiteral("error: cursor-unsuitable");
    if (c.restored() && !append)
        return QStringLiteral("copy: history");
    if (c.exact() && c.rewound)
        return QStringLiteral("again below the horizon");
    if (c.exact())
        return append || c.late == LateCommits::Xmin || !c.indexed || !c.quiet || c.small || c.upper == -1 ? QStringLiteral("window")
                                                                                                  : QStringLiteral("window and cursor");
    if (append)
        return c.upper == -1 || c.late == LateCommits::Xmin ? QStringLiteral("error: cursor-went-backwards") : QStringLiteral("cursor");
    if (c.upper == -1)
        return QStringLiteral("copy: backwards");
    if (c.late == LateCommits::Xmin || (c.late == LateCommits::Auto && c.window))
        return QStringLiteral("copy: expired");
    return c.marked ? QStringLiteral("cursor") : QStringLiteral("copy: first");
}

QString got(const Result<SyncPlan>& plan)
{
    if (!plan)
        return QStringLiteral("error: ") + toString(plan.error().code);
    switch (plan->reason) {
    case CopyReason::Method: return QStringLiteral("copy: method");
    case CopyReason::CursorWentBackwards: return QStringLiteral("copy: backwards");
    case CopyReason::WindowExpired: return QStringLiteral("copy: expired");
    case CopyReason::AnotherHistory: return QStringLiteral("copy: history");
    case CopyReason::FirstLoad: return QStringLiteral("copy: first");
    default: break;
    }
    if (plan->read.windowBefore)
        return QStringLiteral("again below the horizon");
    if (!plan->read.windowFrom)
        return QStringLiteral("cursor");
    return plan->read.cursorColumn.isEmpty() ? QStringLiteral("window") : QStringLiteral("window and cursor");
}

Guarantee wantedGuarantee(const Case& c)
{
    if (c.type == SyncType::FullRefresh)
        return Guarantee::CompleteCopy;
    if (!c.window || c.late == LateCommits::Cursor || wanted(c) == QLatin1String("cursor"))
        return Guarantee::CursorOnly;
    return c.late == LateCommits::Xmin || c.type == SyncType::Append || c.small || !c.indexed ? Guarantee::ExactWindow : Guarantee::CursorChecked;
}

/// Every combination, about 28,000.
template <typename Call>
void eachCase(Call call)
{
    for (SyncType type : {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append})
        for (LateCommits late : {LateCommits::Auto, LateCommits::Xmin, LateCommits::Cursor})
            for (qint64 horizonMoved : {-1, 0, 1})
                for (int upper : {-1, 0, 1, 2})
                    for (int bits = 0; bits < 128; ++bits)
                        call(Case{type, late, bool(bits & 1), horizonMoved, bool(bits & 2), bool(bits & 4), bool(bits & 8), bool(bits & 16),
                            upper, bool(bits & 32), bool(bits & 64)});
}

} // namespace

/// The plan against a table of what is promised, written a second time and for all inputs.
class TestPlanTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreReadAsPromised_T001_T005_T014()
    {
        eachCase([](const Case& c) {
            const Result<SyncPlan> plan = makePlan(inputOf(c));
            QVERIFY2(got(plan) == wanted(c), qPrintable(c.text() + QStringLiteral(": ") + got(plan) + QStringLiteral(" instead of ") + wanted(c)));
            if (plan)
                QVERIFY2(plan->guarantee == wantedGuarantee(c), qPrintable(c.text()));
        });
    }

    // Bounds are where the last run stopped, and both ends are included.
    void boundsAreTheStoredPosition_T006_T009_T022()
    {
        eachCase([](const Case& c) {
            const PlanInput in = inputOf(c);
            const Result<SyncPlan> plan = makePlan(in);
            if (!plan)
                return;
            const bool append = c.type == SyncType::Append;
            const bool copy = plan->load == LoadMode::Swap;
            QVERIFY2(copy == wanted(c).startsWith(QLatin1String("copy")), qPrintable(c.text()));
            QCOMPARE(plan->load == LoadMode::Append, append && !copy);
            QCOMPARE(plan->mode, copy ? QStringLiteral("full") : plan->read.cursorColumn.isEmpty() ? QStringLiteral("window") : QStringLiteral("cursor"));
            if (plan->read.windowFrom)
                QCOMPARE(plan->read.windowFrom, in.stored->last.cursor.horizon);
            if (!plan->read.cursorColumn.isEmpty()) {
                QCOMPARE(plan->read.cursorFrom, in.stored->last.cursor.value);
                QCOMPARE(plan->read.cursorTo, in.upper);
            }
            // Append takes nothing of transactions that the next window reads again.
            const bool closed = append && (plan->read.windowFrom || (copy && c.window && c.late != LateCommits::Cursor));
            QVERIFY2(plan->read.windowClosed == closed, qPrintable(c.text()));
            QVERIFY2(plan->boundary.has_value() == (append && !copy && !plan->read.windowFrom), qPrintable(c.text()));
        });
    }

    // What is committed with the rows: the snapshot's horizon and greatest value, for this source only.
    void theNextPositionIsTheSnapshots_T009_T011_T013()
    {
        eachCase([](const Case& c) {
            PlanInput in = inputOf(c);
            in.upperInFuture = c.small;
            const Result<SyncPlan> plan = makePlan(in);
            if (!plan)
                return;
            const CursorState& next = plan->next;
            const bool again = plan->read.windowBefore.has_value();
            QVERIFY(next.syncType == c.type && next.serverId == in.facts.serverId && !next.rewound);
            QCOMPARE(next.keyColumns, c.type == SyncType::Incremental ? in.config.primaryKeyColumns : QStringList());
            // A window that the cursor cut goes on where it began; one that was not looked at begins nowhere.
            const bool narrowed = wanted(c) == QLatin1String("window and cursor");
            const bool unseen = wanted(c) == QLatin1String("cursor");
            QCOMPARE(next.horizon, again || narrowed ? in.stored->last.cursor.horizon : unseen ? std::nullopt : in.facts.horizon);
            QCOMPARE(next.narrowed, narrowed ? 1 : 0);
            QCOMPARE(next.quiet, !again);
            if (c.type == SyncType::FullRefresh) {
                QVERIFY(next.column.isEmpty() && !next.value);
                return;
            }
            QCOMPARE(next.column, in.config.incrementalField);
            QCOMPARE(next.value, !in.upper ? in.stored->last.cursor.value : c.small ? std::optional<QString>(in.facts.sourceNow) : in.upper);
            QCOMPARE(plan->clampedFuture, in.upper && c.small);
        });
    }

    // The greatest value costs a scan without an index: it is asked for where something depends on it.
    void onlyWhatIsNeededIsAsked_T009()
    {
        eachCase([](const Case& c) {
            const PlanInput in = inputOf(c);
            for (bool scratch : {false, true}) {
                const PlanNeeds needs = planNeeds(in.config, in.shape, in.stored, in.cursorIndexed, scratch);
                const bool fresh = scratch || !c.marked;
                const bool bounded = c.late == LateCommits::Xmin || (c.late == LateCommits::Auto && c.window);
                const bool upper = c.type != SyncType::FullRefresh && (fresh || c.indexed || !bounded || c.rewound);
                QVERIFY2(needs.upper == upper, qPrintable(c.text()));
                QVERIFY2(needs.compare == (upper && !fresh), qPrintable(c.text()));
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestPlanTable)
#include "tst_plantable.moc"
