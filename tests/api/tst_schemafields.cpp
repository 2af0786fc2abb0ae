// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/jsonview.h"
#include "engine/api/schemainfo.h"

#include <QTest>

using namespace leat;

class TestSchemaFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheSeedsNames_T19_T20_T21_T22_T26()
    {
        SchemaPatch patch;
        QVERIFY(setField(patch, QStringLiteral("sync_type"), QStringLiteral("incremental")));
        QVERIFY(setField(patch, QStringLiteral("incremental_field"), QStringLiteral("updated_at")));
        QVERIFY(setField(patch, QStringLiteral("incremental_field_type"), QStringLiteral("timestamp")));
        QVERIFY(setField(patch, QStringLiteral("primary_key_columns"), QStringLiteral("tenant_id, id")));
        QVERIFY(setField(patch, QStringLiteral("should_sync"), QStringLiteral("true")));
        const SchemaConfig config = applied({}, patch);
        QVERIFY(config.syncType == SyncType::Incremental);
        QCOMPARE(config.incrementalField, QStringLiteral("updated_at"));
        QCOMPARE(config.incrementalFieldType, std::optional(CursorType::Timestamp));
        QCOMPARE(config.primaryKeyColumns, (QStringList{QStringLiteral("tenant_id"), QStringLiteral("id")}));
        QVERIFY(config.shouldSync);
    }

    void onlyNamedFieldsChange_T35()
    {
        SchemaConfig config;
        config.incrementalField = QStringLiteral("a");
        config.incrementalFieldType = CursorType::Date;
        SchemaPatch patch;
        QVERIFY(patch.isEmpty());
        QVERIFY(setField(patch, QStringLiteral("should_sync"), QStringLiteral("no")));
        QVERIFY(!patch.isEmpty());
        QCOMPARE(applied(config, patch).incrementalFieldType, std::optional(CursorType::Date));
    }

    void aNewCursorIsTypedAnew()
    {
        SchemaConfig config;
        config.incrementalField = QStringLiteral("a");
        config.incrementalFieldType = CursorType::Date;
        SchemaPatch patch;
        patch.incrementalField = QStringLiteral("b");
        QVERIFY(!applied(config, patch).incrementalFieldType);
        patch.incrementalField = QStringLiteral("a");
        QCOMPARE(applied(config, patch).incrementalFieldType, std::optional(CursorType::Date));
    }

    void verifyEveryIsReadAndKept()
    {
        for (const char* word : {"daily", "weekly", "off"}) {
            SchemaPatch patch;
            QVERIFY(setField(patch, QStringLiteral("verify_every"), QLatin1String(word)));
            QCOMPARE(patchedFields(patch), QStringList{QStringLiteral("verify_every")});
            const SchemaConfig config = applied({}, patch);
            QCOMPARE(fieldText(config, QStringLiteral("verify_every")), QLatin1String(word));
            QVERIFY(schemaConfigFromJson(toJson(config)) == config);
        }
        SchemaPatch patch;
        QVERIFY(setField(patch, QStringLiteral("verify_every"), QStringLiteral("hourly")).error().code == ErrorCode::InvalidOption);
    }

    // Fresh enough is within twice the interval; asked-for syncs alone are never late.
    void staleIsOlderThanTwiceTheInterval_G22()
    {
        SchemaInfo schema;
        const QDateTime now(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
        schema.config.syncFrequency = SyncFrequency::EveryHour;
        QVERIFY(!isStale(schema, now));
        schema.lastSyncedAt = now.addSecs(-7200);
        QVERIFY(!isStale(schema, now));
        schema.lastSyncedAt = now.addSecs(-7201);
        QVERIFY(isStale(schema, now));
        schema.config.syncFrequency = SyncFrequency::Never;
        QVERIFY(!isStale(schema, now));
    }

    void withoutACopyTheLastRunCounts_G22()
    {
        SchemaInfo schema;
        const QDateTime now(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
        schema.config.syncFrequency = SyncFrequency::EveryHour;
        schema.lastStartedAt = now.addSecs(-7200);
        QVERIFY(!isStale(schema, now));
        schema.lastStartedAt = now.addSecs(-7201);
        QVERIFY(isStale(schema, now));
        schema.lastSyncedAt = now.addSecs(-60);
        QVERIFY(!isStale(schema, now));
    }

    void timesToComeAreNoProof_T150_G22()
    {
        SchemaInfo schema;
        const QDateTime now(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
        schema.config.syncFrequency = SyncFrequency::EveryHour;
        schema.lastSyncedAt = now.addSecs(3600);
        QVERIFY(!isStale(schema, now));
        schema.lastSyncedAt = now.addSecs(3601);
        QVERIFY(isStale(schema, now));
        schema.config.syncFrequency = SyncFrequency::Never;
        QVERIFY(!isStale(schema, now));
    }

    void namesWithCommasComeAsJson()
    {
        SchemaPatch patch;
        QVERIFY(setField(patch, QStringLiteral("columns"), QStringLiteral("[\"a,b\",\"c\"]")));
        QCOMPARE(*patch.columns, (QStringList{QStringLiteral("a,b"), QStringLiteral("c")}));
        QVERIFY(setField(patch, QStringLiteral("columns"), QStringLiteral("*")));
        QVERIFY(patch.columns->isEmpty());
    }

    void badInputSaysWhatIsAllowed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("sync type") << QStringLiteral("sync_type") << QStringLiteral("fast");
        QTest::newRow("cdc mode") << QStringLiteral("cdc_table_mode") << QStringLiteral("all");
        QTest::newRow("frequency") << QStringLiteral("sync_frequency") << QStringLiteral("2min");
        QTest::newRow("time") << QStringLiteral("sync_time_of_day") << QStringLiteral("25:00:00");
        QTest::newRow("bool") << QStringLiteral("should_sync") << QStringLiteral("maybe");
        QTest::newRow("negative") << QStringLiteral("incremental_field_lookback_seconds") << QStringLiteral("-1");
        QTest::newRow("empty part") << QStringLiteral("primary_key_columns") << QStringLiteral("a,,b");
        QTest::newRow("bad json") << QStringLiteral("columns") << QStringLiteral("[1]");
        QTest::newRow("late") << QStringLiteral("late_commits") << QStringLiteral("never");
        QTest::newRow("type") << QStringLiteral("incremental_field_type") << QStringLiteral("text");
    }
    void badInputSaysWhatIsAllowed()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        SchemaPatch patch;
        const Result<void> result = setField(patch, field, value);
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::InvalidOption);
        QCOMPARE(result.error().args.value(QStringLiteral("option")), field);
        QVERIFY(!result.error().args.value(QStringLiteral("allowed")).isEmpty());
    }

    void takesEveryValueOfTheSeeds_T19_T21_T23_T24_T25_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char* field, const char* values) {
            QTest::newRow(field) << QString::fromLatin1(field) << QString::fromLatin1(values).split(QLatin1Char(' '));
        };
        row("sync_type", "full_refresh incremental append cdc webhook");
        row("incremental_field_type", "datetime date timestamp integer numeric objectid");
        row("cdc_table_mode", "consolidated cdc_only both");
        row("sync_frequency", "1min 5min 15min 30min 1hour 6hour 12hour 24hour 7day 30day never");
        row("sync_time_of_day", "00:00:00 03:30:00 23:59:59");
        row("should_sync", "true false");
        row("late_commits", "auto xmin cursor");
        row("columns", "* a,b");
        row("primary_key_columns", "id tenant_id,id");
        row("incremental_field", "updated_at");
        row("incremental_field_lookback_seconds", "0 3600");
    }
    void takesEveryValueOfTheSeeds_T19_T21_T23_T24_T25()
    {
        QFETCH(QString, field);
        QFETCH(QStringList, values);
        for (const QString& value : values) {
            SchemaPatch patch;
            QVERIFY2(setField(patch, field, value), qPrintable(value));
            const SchemaConfig config = applied({}, patch);
            QCOMPARE(fieldText(config, field), value);
            QVERIFY(schemaConfigFromJson(toJson(config)) == config);
            QCOMPARE(changedFields(config, applied(config, patch)), QStringList());
        }
        QVERIFY(schemaFieldNames().contains(field));
    }

    void changedFieldsAreNamedOnce()
    {
        SchemaConfig after;
        after.syncFrequency = SyncFrequency::EveryHour;
        after.syncTimeOfDay = QTime(3, 30);
        QCOMPARE(changedFields({}, after),
            (QStringList{QStringLiteral("sync_frequency"), QStringLiteral("sync_time_of_day")}));
        SchemaPatch none;
        QVERIFY(setField(none, QStringLiteral("sync_time_of_day"), QStringLiteral("none")));
        QVERIFY(!applied(after, none).syncTimeOfDay.isValid());
    }

    void listsSurviveTheRoundTrip()
    {
        SchemaConfig config;
        config.columns = {QStringLiteral("a,b"), QStringLiteral("c")};
        SchemaPatch patch;
        QVERIFY(setField(patch, QStringLiteral("columns"), fieldText(config, QStringLiteral("columns"))));
        QCOMPARE(*patch.columns, config.columns);
    }

    void unknownFieldsSuggestTheNearest()
    {
        SchemaPatch patch;
        const Result<void> result = setField(patch, QStringLiteral("incremental_feild"), QStringLiteral("x"));
        QVERIFY(result.error().code == ErrorCode::UnknownOption);
        QCOMPARE(result.error().args.value(QStringLiteral("nearest")), QStringLiteral("incremental_field"));
    }
};

QTEST_GUILESS_MAIN(TestSchemaFields)
#include "tst_schemafields.moc"
