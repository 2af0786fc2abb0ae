// SPDX-License-Identifier: GPL-3.0-or-later
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
        QTest::newRow("not offered") << QStringLiteral("sync_type") << QStringLiteral("cdc");
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
