// SPDX-License-Identifier: GPL-3.0-or-later
// When keys may be compared, how much may go, and when it is looked at again (W11–W15, T041, T159).
#include "engine/schedule/schedule.h"
#include "engine/sync/reconcile.h"

#include <QTest>

using namespace leat;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

SchemaConfig softly()
{
    SchemaConfig config;
    config.syncType = SyncType::Incremental;
    config.primaryKeyColumns = {s("id")};
    config.deletes = {DeleteMode::Soft, 0};
    return config;
}

SnapshotFacts facts(quint64 horizon, quint64 next, bool standby)
{
    SnapshotFacts facts;
    facts.serverId = s("one");
    facts.horizon = horizon;
    facts.nextXid = next;
    facts.standby = standby;
    return facts;
}

CursorState seen(std::optional<quint64> xid)
{
    CursorState state;
    state.serverId = s("one");
    state.seen = xid;
    return state;
}

std::optional<ErrorCode> codeOf(const std::optional<Error>& error)
{
    return error ? std::optional(error->code) : std::nullopt;
}

} // namespace

class TestReconcile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings()
    {
        for (const char* text : {"off", "soft", "hard", "purge:1", "purge:3650"})
            QCOMPARE(toString(deletePolicyFromString(s(text)).value_or(DeletePolicy())), s(text));
        for (const char* text : {"", "purge", "purge:", "purge:0", "purge:3651", "purge:x", "softly"})
            QVERIFY2(!deletePolicyFromString(s(text)), text);
        for (const char* text : {"never", "24hour", "1min", "1run", "10runs", "1000runs"})
            QCOMPARE(toString(reconcileCadenceFromString(s(text)).value_or(ReconcileCadence{7, SyncFrequency::Never})), s(text));
        for (const char* text : {"", "0runs", "1001runs", "runs", "2hour", "-1runs"})
            QVERIFY2(!reconcileCadenceFromString(s(text)), text);
        for (const char* text : {"20%,100000", "5%", "1000", "0", "0.5%,7"})
            QCOMPARE(toString(deleteLimitFromString(s(text)).value_or(DeleteLimit{3, 3})), s(text));
        for (const char* text : {"", "101%", "-1%", "-1", "1,2", "1%,2%", "1%,2,3", "nan%", "x"})
            QVERIFY2(!deleteLimitFromString(s(text)), text);
    }

    // T041: 20 % of the table or N rows, whichever is less; a source without any row takes nothing.
    void theBrake_T041()
    {
        const DeleteLimit limit{20, 100};
        QVERIFY(limit.allows(0, 0, 0));
        QVERIFY(limit.allows(20, 100, 80));
        QVERIFY(!limit.allows(21, 100, 79));
        QVERIFY(limit.allows(100, 10'000, 9'900));
        QVERIFY(!limit.allows(101, 10'000, 9'899));
        QVERIFY(!limit.allows(1, 100, 0));
        QVERIFY((DeleteLimit{-1, 5}.allows(5, 5, 1)));
        QVERIFY((!DeleteLimit{-1, 5}.allows(6, 6, 1)));
        QVERIFY((DeleteLimit{100, -1}.allows(1'000'000, 1'000'000, 1)));
        QVERIFY((!DeleteLimit{0, -1}.allows(1, 1'000'000, 1)));
    }

    // A confirmation lets go what was confirmed, and a tenth more: never all that is gone by then.
    void aConfirmationHasItsBounds_T041()
    {
        const DeleteLimit limit{20, 100};
        QVERIFY(!admitsDeletes(limit, 50, 100, 50, 0));
        QVERIFY(admitsDeletes(limit, 50, 100, 50, 50));
        QVERIFY(admitsDeletes(limit, 55, 100, 45, 50));
        QVERIFY(!admitsDeletes(limit, 56, 100, 44, 50));
        QVERIFY(admitsDeletes(limit, 100, 100, 0, 100));
        QVERIFY(admitsDeletes(limit, 20, 100, 80, 1));
    }

    void onlyTablesMergedByKey()
    {
        SchemaConfig config = softly();
        const QStringList key{s("id")};
        const QStringList columns{s("id"), s("name")};
        QVERIFY(!reconcileRefused(config, key, columns, s("t")));
        QVERIFY(codeOf(reconcileRefused(config, {}, columns, s("t"))) == ErrorCode::KeyRequired);
        QVERIFY(codeOf(reconcileRefused(config, key, columns + QStringList{s("_LEAT_deleted_at")}, s("t"))) == ErrorCode::AlreadyExists);
        config.deletes = {DeleteMode::Hard, 0};
        QVERIFY(!reconcileRefused(config, key, columns + QStringList{s("_leat_deleted_at")}, s("t")));
        config.deletes = {};
        QVERIFY(codeOf(reconcileRefused(config, key, columns, s("t"))) == ErrorCode::InvalidOption);
        for (const SyncType type : {SyncType::Append, SyncType::FullRefresh}) {
            config = softly();
            config.syncType = type;
            QVERIFY(codeOf(reconcileRefused(config, key, columns, s("t"))) == ErrorCode::InvalidOption);
        }
    }

    // T159, T041: another server, one that was set back, a replica that is not proven to have caught up.
    void aSnapshotThatCannotTell_T041_T159()
    {
        QVERIFY(!snapshotRefused(facts(100, 100, false), seen(100), s("t")));
        QVERIFY(!snapshotRefused(facts(100, 100, false), seen(std::nullopt), s("t")));
        QVERIFY(!snapshotRefused(facts(50, 100, false), seen(100), s("t")));
        CursorState other = seen(100);
        other.serverId = s("two");
        QVERIFY(codeOf(snapshotRefused(facts(100, 100, false), other, s("t"))) == ErrorCode::CursorConfigChanged);
        QVERIFY(codeOf(snapshotRefused(facts(99, 99, false), seen(100), s("t"))) == ErrorCode::StaleRead);
        QVERIFY(!snapshotRefused(facts(100, 120, true), seen(100), s("t")));
        QVERIFY(codeOf(snapshotRefused(facts(99, 120, true), seen(100), s("t"))) == ErrorCode::StaleRead);
        QVERIFY(codeOf(snapshotRefused(facts(200, 200, true), seen(std::nullopt), s("t"))) == ErrorCode::StaleRead);
        // A file has no transactions, and is no replica.
        SnapshotFacts file;
        file.serverId = s("one");
        QVERIFY(!snapshotRefused(file, seen(std::nullopt), s("t")));
    }

    void itsOwnCadence()
    {
        const QDateTime now = QDateTime::fromString(s("2026-03-01T10:00:00.000Z"), Qt::ISODateWithMs);
        ReconcileNote note;
        QCOMPARE(nextReconcile({0, SyncFrequency::EveryDay}, note, now), now);
        QVERIFY(!nextReconcile({0, SyncFrequency::Never}, note, now).isValid());
        note.triedAt = now.addSecs(-600);
        QCOMPARE(nextReconcile({0, SyncFrequency::EveryDay}, note, now), note.triedAt.addDays(1));
        note.error = makeError(ErrorCode::StaleRead);
        QCOMPARE(nextReconcile({0, SyncFrequency::EveryDay}, note, now), note.triedAt.addSecs(3600));
        QCOMPARE(nextReconcile({0, SyncFrequency::Every5Minutes}, note, now), note.triedAt.addSecs(300));
        note.triedAt = now.addDays(2);
        QCOMPARE(nextReconcile({0, SyncFrequency::EveryDay}, note, now), now);
        note.error.reset();
        for (int runs = 0; runs < 3; ++runs) {
            note.runsSince = runs;
            QVERIFY(!nextReconcile({3, SyncFrequency::Never}, note, now).isValid());
        }
        note.runsSince = 3;
        QCOMPARE(nextReconcile({3, SyncFrequency::Never}, note, now), now);
        // One that came to nothing: after the next sync, not after three more.
        note.error = makeError(ErrorCode::StaleRead);
        note.runsSince = 0;
        QVERIFY(!nextReconcile({3, SyncFrequency::Never}, note, now).isValid());
        note.runsSince = 1;
        QCOMPARE(nextReconcile({3, SyncFrequency::Never}, note, now), now);
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
