// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/methods.h"
#include "engine/service/schemarules.h"

#include <QTest>

using namespace leat;

namespace {

SyncOptions orders()
{
    SyncOptions options;
    for (const char* name : {"id", "tenant", "updated_at", "note"}) {
        ColumnShape column;
        column.name = QLatin1String(name);
        column.sourceType = QStringLiteral("text");
        options.shape.columns.push_back(column);
    }
    options.shape.primaryKey = {QStringLiteral("id")};
    options.shape.uniqueKeys = {{QStringLiteral("tenant"), QStringLiteral("note")}};
    options.detectedPrimaryKeys = {QStringLiteral("id")};
    CursorCandidate candidate;
    candidate.field = QStringLiteral("updated_at");
    candidate.type = CursorType::Timestamp;
    options.incrementalFields = {candidate};
    return options;
}

SchemaConfig incremental()
{
    SchemaConfig config;
    config.syncType = SyncType::Incremental;
    config.incrementalField = QStringLiteral("updated_at");
    return config;
}

ErrorCode codeOf(const Result<SchemaConfig>& result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class TestSchemaRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInTypeAndKey()
    {
        const Result<SchemaConfig> config = checkedConfig(incremental(), orders(), QStringLiteral("shop.orders"));
        QVERIFY(config);
        QCOMPARE(config->incrementalFieldType, std::optional(CursorType::Timestamp));
        QCOMPARE(config->primaryKeyColumns, QStringList{QStringLiteral("id")});
    }

    void saysWhyCdcAndWebhookAreNotOffered_T19_T42_T47()
    {
        for (SyncType type : {SyncType::Cdc, SyncType::Webhook}) {
            SchemaConfig config = incremental();
            config.syncType = type;
            const Result<SchemaConfig> refused = checkedConfig(config, orders(), QStringLiteral("shop.orders"));
            QVERIFY(codeOf(refused) == ErrorCode::SyncTypeUnavailable);
            QVERIFY(methodUnavailable(type, {}).startsWith(refused.error().args.value(QStringLiteral("reason"))));
        }
        QVERIFY(methodUnavailable(SyncType::Append, {}).isEmpty());
    }

    void refusesWhatTheSourceDoesNotHave_T20_T21_T34()
    {
        SchemaConfig config = incremental();
        config.incrementalField = QStringLiteral("gone");
        QVERIFY(codeOf(checkedConfig(config, orders(), {})) == ErrorCode::ColumnMissing);
        config.incrementalField = QStringLiteral("note");
        const Result<SchemaConfig> unsuitable = checkedConfig(config, orders(), {});
        QVERIFY(codeOf(unsuitable) == ErrorCode::CursorUnsuitable);
        QCOMPARE(unsuitable.error().args.value(QStringLiteral("allowed")), QStringLiteral("updated_at"));
        config = incremental();
        config.incrementalFieldType = CursorType::Integer;
        QVERIFY(codeOf(checkedConfig(config, orders(), {})) == ErrorCode::CursorUnsuitable);
        config.incrementalFieldType = CursorType::DateTime;
        QVERIFY(checkedConfig(config, orders(), {}));
        config.incrementalField.clear();
        QVERIFY(codeOf(checkedConfig(config, orders(), {})) == ErrorCode::CursorRequired);
        config = incremental();
        config.primaryKeyColumns = {QStringLiteral("gone")};
        QVERIFY(codeOf(checkedConfig(config, orders(), {})) == ErrorCode::ColumnMissing);
    }

    void aTableWithoutKeyNeedsOne_D36()
    {
        SyncOptions options = orders();
        options.detectedPrimaryKeys.clear();
        QVERIFY(codeOf(checkedConfig(incremental(), options, {})) == ErrorCode::KeyRequired);
        SchemaConfig append = incremental();
        append.syncType = SyncType::Append;
        QVERIFY(checkedConfig(append, options, {}));
    }

    void onlyAnUnprovenKeyIsChecked_T046()
    {
        SchemaConfig config = incremental();
        config.primaryKeyColumns = {QStringLiteral("id")};
        QVERIFY(!keyNeedsProof(config, orders()));
        config.primaryKeyColumns = {QStringLiteral("tenant"), QStringLiteral("id")};
        QVERIFY(!keyNeedsProof(config, orders()));
        config.primaryKeyColumns = {QStringLiteral("note"), QStringLiteral("tenant")};
        QVERIFY(!keyNeedsProof(config, orders()));
        config.primaryKeyColumns = {QStringLiteral("tenant")};
        QVERIFY(keyNeedsProof(config, orders()));
        config.syncType = SyncType::Append;
        QVERIFY(!keyNeedsProof(config, orders()));
    }

    void pausingNeedsNoSource_T61()
    {
        SchemaPatch patch;
        patch.shouldSync = false;
        QVERIFY(!needsSourceCheck(patch));
        patch.syncType = SyncType::Append;
        QVERIFY(needsSourceCheck(patch));
    }
};

QTEST_GUILESS_MAIN(TestSchemaRules)
#include "tst_schemarules.moc"
