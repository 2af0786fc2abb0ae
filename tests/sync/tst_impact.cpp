// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/impact.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace leat;

namespace {

constexpr SyncType kTypes[] = {SyncType::FullRefresh, SyncType::Incremental, SyncType::Append, SyncType::Cdc, SyncType::Webhook};

// One line a type changed from, one letter a type changed to, in the order full_refresh,
// incremental, append, cdc, webhook. S: scheduling only, V: stays valid, A: resync advised,
// R: resync required. A star: rows are lost that cannot come back.
using Matrix = const char* [5];
constexpr Matrix kSyncType = {
    "-  V  A  R  V ",
    "V  -  R  R  V ",
    "A* R* -  R* V ",
    "R  R  R  -  R ",
    "V  V  V  R  - ",
};
constexpr Matrix kCursor = {
    "V  V  V  V  V ",
    "V  R  R  V  V ",
    "V  R  R  V  V ",
    "V  V  V  V  V ",
    "V  V  V  V  V ",
};
constexpr Matrix kKey = {
    "V  V  V  R  V ",
    "V  R  V  R  R ",
    "V  V  V  R  V ",
    "V  R  V  R  R ",
    "V  R  V  R  R ",
};
constexpr Matrix kColumnAdded = {"V  V  A  A  A ", "V  V  A  A  A ", "V  V  A  A  A ", "V  V  A  A  A ", "V  V  A  A  A "};
constexpr Matrix kColumnGone = {"V  A  A  A  A ", "V  A  A  A  A ", "V  A  A  A  A ", "V  A  A  A  A ", "V  A  A  A  A "};
constexpr Matrix kValid = {"V  V  V  V  V ", "V  V  V  V  V ", "V  V  V  V  V ", "V  V  V  V  V ", "V  V  V  V  V "};
constexpr Matrix kSchedule = {"S  S  S  S  S ", "S  S  S  S  S ", "S  S  S  S  S ", "S  S  S  S  S ", "S  S  S  S  S "};

ImpactVerdict verdictOf(char letter)
{
    switch (letter) {
    case 'S': return ImpactVerdict::SchedulingOnly;
    case 'A': return ImpactVerdict::ResyncAdvised;
    case 'R': return ImpactVerdict::ResyncRequired;
    default: return ImpactVerdict::StaysValid;
    }
}

SchemaConfig base(SyncType type)
{
    SchemaConfig config;
    config.syncType = type;
    config.shouldSync = true;
    config.incrementalField = QStringLiteral("updated_at");
    config.incrementalFieldType = CursorType::Timestamp;
    config.primaryKeyColumns = {QStringLiteral("id")};
    config.columns = {QStringLiteral("id"), QStringLiteral("note"), QStringLiteral("updated_at")};
    return config;
}

ImpactFacts loaded()
{
    return {true, 1000, 1200, QStringLiteral("2026-01-01"), 60};
}

const FieldImpact* of(const Impact& impact, const QString& field)
{
    for (const FieldImpact& each : impact.fields)
        if (each.field == field)
            return &each;
    return nullptr;
}

const AfterOption* option(const Impact& impact, AfterChange after)
{
    for (const AfterOption& each : impact.options)
        if (each.after == after)
            return &each;
    return nullptr;
}

SchemaConfig patched(SchemaConfig config, const char* field, const char* value)
{
    SchemaPatch patch;
    if (!setField(patch, QLatin1String(field), QLatin1String(value)))
        qFatal("%s=%s", field, value);
    return applied(config, patch);
}

} // namespace

class TestImpact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairOfSyncTypes_T37_T41_T42_T45_T46_T47()
    {
        for (int from = 0; from < 5; ++from)
            for (int to = 0; to < 5; ++to) {
                const Impact impact = impactOf(base(kTypes[from]), base(kTypes[to]), loaded());
                const QByteArray pair = toString(kTypes[from]).toLatin1() + " -> " + toString(kTypes[to]).toLatin1();
                if (from == to) {
                    QVERIFY2(impact.fields.empty() && impact.options.empty(), pair.constData());
                    continue;
                }
                QCOMPARE(int(impact.fields.size()), 1);
                const char* cell = kSyncType[from] + 3 * to;
                QVERIFY2(impact.verdict == verdictOf(cell[0]), pair.constData());
                QVERIFY2(impact.irreversible == (cell[1] == '*'), pair.constData());
                QVERIFY2(!impact.fields[0].sentence.isEmpty(), pair.constData());
            }
    }

    void everyFieldUnderEveryPair_T38_T39_T40_T43_T44_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<const char* const*>("matrix");
        const auto row = [](const char* name, const char* field, const char* value, const Matrix& matrix) {
            QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(value)
                                << static_cast<const char* const*>(matrix);
        };
        row("incremental_field T43", "incremental_field", "id", kCursor);
        row("incremental_field_type", "incremental_field_type", "integer", kValid);
        row("primary_key_columns T44", "primary_key_columns", "tenant,id", kKey);
        row("cdc_table_mode T40", "cdc_table_mode", "both", kValid);
        row("sync_frequency T38", "sync_frequency", "1hour", kSchedule);
        row("sync_time_of_day T38", "sync_time_of_day", "03:30:00", kSchedule);
        row("should_sync T39", "should_sync", "false", kSchedule);
        row("columns added", "columns", "id,note,updated_at,total", kColumnAdded);
        row("columns all", "columns", "*", kColumnAdded);
        row("columns left out", "columns", "id,updated_at", kColumnGone);
        row("lookback", "incremental_field_lookback_seconds", "60", kValid);
        row("late_commits", "late_commits", "cursor", kValid);
    }
    void everyFieldUnderEveryPair_T38_T39_T40_T43_T44()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(const char* const*, matrix);
        for (int from = 0; from < 5; ++from)
            for (int to = 0; to < 5; ++to) {
                const SchemaConfig before = base(kTypes[from]);
                const SchemaConfig after = patched(base(kTypes[to]), field.toLatin1().constData(), value.toLatin1().constData());
                const Impact impact = impactOf(before, after, loaded());
                const QByteArray pair = toString(kTypes[from]).toLatin1() + " -> " + toString(kTypes[to]).toLatin1();
                const FieldImpact* found = of(impact, field);
                QVERIFY2(found, pair.constData());
                const ImpactVerdict expected = verdictOf(matrix[from][3 * to]);
                QVERIFY2(found->verdict == expected, (pair + ' ' + toString(found->verdict).toLatin1()).constData());
                QVERIFY2(!found->sentence.isEmpty() && !found->sentence.contains(QLatin1Char('%')), pair.constData());
                const ImpactVerdict type = from == to ? ImpactVerdict::SchedulingOnly : verdictOf(kSyncType[from][3 * to]);
                QVERIFY2(impact.verdict == std::max(type, expected), pair.constData());
                // Without rows nothing can become invalid.
                ImpactFacts none;
                const Impact empty = impactOf(before, after, none);
                QVERIFY2(empty.verdict <= ImpactVerdict::StaysValid && !empty.irreversible && empty.options.empty(), pair.constData());
            }
    }

    void tableAllColumnsToSome()
    {
        SchemaConfig all = base(SyncType::Append);
        all.columns.clear();
        QVERIFY(impactOf(all, base(SyncType::Append), loaded()).verdict == ImpactVerdict::ResyncAdvised);
        SchemaConfig reordered = base(SyncType::Append);
        std::reverse(reordered.columns.begin(), reordered.columns.end());
        QVERIFY(impactOf(base(SyncType::Append), reordered, loaded()).verdict == ImpactVerdict::StaysValid);
    }

    void choicesSayRowsAndTime_T48_T49()
    {
        const SchemaConfig before = base(SyncType::Incremental);
        const Impact impact = impactOf(before, patched(before, "incremental_field", "id"), loaded());
        QVERIFY(impact.suggested == AfterChange::Resync);
        const AfterOption* resync = option(impact, AfterChange::Resync);
        QCOMPARE(resync->rows, 1200);
        QCOMPARE(resync->seconds, 20);
        QVERIFY(option(impact, AfterChange::Rewind)->possible);
        QVERIFY(option(impact, AfterChange::Keep)->possible);
        ImpactFacts unknown = loaded();
        unknown.rowsPerSecond = 0;
        unknown.sourceRows = -1;
        const Impact vague = impactOf(before, patched(before, "incremental_field", "id"), unknown);
        QCOMPARE(option(vague, AfterChange::Resync)->rows, 1000);
        QCOMPARE(option(vague, AfterChange::Resync)->seconds, -1);
    }

    void rewindOnlyWhereTheRowsStayRight()
    {
        const SchemaConfig before = base(SyncType::Incremental);
        const auto possible = [&](const SchemaConfig& after, const ImpactFacts& facts = loaded()) {
            const Impact impact = impactOf(before, after, facts);
            const AfterOption* found = option(impact, AfterChange::Rewind);
            return found && found->possible;
        };
        QVERIFY(possible(patched(before, "incremental_field", "id")));
        QVERIFY(!possible(patched(before, "primary_key_columns", "tenant,id")));
        QVERIFY(!possible(patched(before, "sync_type", "append")));
        ImpactFacts noCursor = loaded();
        noCursor.cursorText.clear();
        QVERIFY(!possible(patched(before, "incremental_field", "id"), noCursor));
    }

    void speedComesFromTheNewestCompleteCopy()
    {
        const auto run = [](const char* mode, qint64 rows, int seconds, RunStatus status = RunStatus::Completed) {
            RunInfo info;
            info.mode = QLatin1String(mode);
            info.status = status;
            info.rowsRead = rows;
            info.startedAt = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
            info.finishedAt = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
            return info;
        };
        QCOMPARE(copySpeed({}), 0.0);
        QCOMPARE(copySpeed({run("cursor", 10, 10), run("full", 1000, 10), run("full", 1, 10)}), 100.0);
        QCOMPARE(copySpeed({run("full", 1000, 10, RunStatus::Failed), run("window", 50, 10)}), 5.0);
        QCOMPARE(copySpeed({run("full", 0, 10)}), 0.0);
    }

    void spellingsRoundTrip()
    {
        for (AfterChange after : {AfterChange::Keep, AfterChange::Resync, AfterChange::Rewind})
            QVERIFY(afterChangeFromString(toString(after)) == after);
        QVERIFY(!afterChangeFromString(QStringLiteral("wipe")));
    }
};

QTEST_GUILESS_MAIN(TestImpact)
#include "tst_impact.moc"
