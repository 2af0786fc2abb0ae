// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/candidatewords.h"
#include "engine/api/frequency.h"
#include "engine/api/jsonview.h"
#include "engine/api/methods.h"
#include "engine/api/recipe.h"

#include <QJsonArray>
#include <QTest>

using namespace leat;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

CursorCandidate candidate(const char* name, bool recommended = false)
{
    CursorCandidate c;
    c.field = s(name);
    c.type = CursorType::Timestamp;
    c.sourceType = s("timestamptz");
    c.recommended = recommended;
    c.reason = s("changes with every update");
    return c;
}

/// A PostgreSQL table of complete copies whose source was read.
RecipeFacts orders()
{
    RecipeFacts facts;
    facts.sourceType = s("postgres");
    facts.schema.sourceName = s("shop");
    facts.schema.label = s("orders");
    facts.schema.config.shouldSync = true;
    SyncOptions options;
    for (const char* name : {"id", "created_at", "updated_at"}) {
        ColumnShape column;
        column.name = s(name);
        options.shape.columns.push_back(column);
    }
    options.incrementalFields = {candidate("created_at"), candidate("updated_at", true)};
    options.detectedPrimaryKeys = {s("id")};
    options.incrementalAvailable = options.appendAvailable = true;
    facts.options = options;
    return facts;
}

RecipeFacts incremental(const char* cursor)
{
    RecipeFacts facts = orders();
    facts.schema.config.syncType = SyncType::Incremental;
    facts.schema.config.incrementalField = s(cursor);
    facts.schema.config.incrementalFieldType = CursorType::Timestamp;
    facts.schema.config.primaryKeyColumns = {s("id")};
    return facts;
}

SchemaPatch choice(const char* field, const char* value)
{
    SchemaPatch patch;
    if (!setField(patch, s(field), s(value)))
        qFatal("%s", field);
    return patch;
}

} // namespace

class RecipeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreStable()
    {
        for (const RecipeId id : allRecipes()) {
            QVERIFY(recipeFromString(toString(id)) == id);
            QVERIFY(!recipeTitle(id).isEmpty() && !recipePurpose(id).isEmpty());
            QVERIFY(!planRecipe(id, orders()).steps.isEmpty());
        }
        QCOMPARE(allRecipes().size(), std::size_t{10});
    }

    void toIncrementalTakesTheRecommendedCursor()   // T52
    {
        const RecipePlan plan = planRecipe(RecipeId::ToIncremental, orders());
        QVERIFY2(plan.possible, qPrintable(plan.reason));
        QCOMPARE(patchedFields(plan.patch), (QStringList{s("sync_type"), s("incremental_field"), s("incremental_field_type"), s("primary_key_columns")}));
        QCOMPARE(*plan.patch.incrementalField, s("updated_at"));
        QCOMPARE(*plan.patch.primaryKeyColumns, QStringList{s("id")});
        QVERIFY(!plan.needsCopy && plan.syncs);
        QVERIFY(plan.warning.contains(s("cheap")));
        QCOMPARE(plan.candidates.first(), s("updated_at"));
    }

    void whatIsSetAlreadyIsShown()   // T62
    {
        RecipeFacts facts = incremental("updated_at");
        RecipePlan plan = planRecipe(RecipeId::ToIncremental, facts);
        QVERIFY(plan.possible && plan.nothingToDo && plan.patch.isEmpty());
        for (const RecipeField& field : plan.fields)
            QVERIFY2(field.isAlreadySet(), qPrintable(field.field));
        facts.schema.config.syncType = SyncType::FullRefresh;
        plan = planRecipe(RecipeId::ToIncremental, facts);
        QCOMPARE(patchedFields(plan.patch), QStringList{s("sync_type")});
        QVERIFY(!plan.fields.front().isAlreadySet() && plan.fields.back().isAlreadySet());
    }

    void aFieldThatIsNotOfferedIsRefused()   // T34
    {
        const RecipePlan plan = planRecipe(RecipeId::ToIncremental, orders(), choice("incremental_field", "note"));
        QVERIFY(!plan.possible);
        QVERIFY(plan.reason.contains(s("note")));
        QVERIFY2(plan.instead.contains(s("updated_at")) && plan.instead.contains(s("add a column")), qPrintable(plan.instead));
    }

    void whatIsMissingIsNamed()   // T52, T63
    {
        RecipeFacts facts = orders();
        facts.options->detectedPrimaryKeys.clear();
        QVERIFY(!planRecipe(RecipeId::ToIncremental, facts).possible);
        QVERIFY(planRecipe(RecipeId::ToIncremental, facts, choice("primary_key_columns", "id")).possible);
        facts.options->incrementalFields.clear();
        facts.options->incrementalAvailable = false;
        QVERIFY(planRecipe(RecipeId::ToIncremental, facts).reason.contains(s("cursor")));
        facts.options.reset();
        QVERIFY(!planRecipe(RecipeId::ToIncremental, facts).possible);
    }

    void aDroppedCursorIsReplaced()   // T54
    {
        RecipeFacts facts = incremental("changed_at"); // no longer in the table
        RecipePlan plan = planRecipe(RecipeId::ReplaceCursor, facts);
        QVERIFY(plan.possible);
        QCOMPARE(*plan.patch.incrementalField, s("updated_at"));
        QVERIFY(plan.reason.contains(s("no longer")));
        QVERIFY(!plan.patch.syncType);
        plan = planRecipe(RecipeId::ReplaceCursor, facts, choice("incremental_field", "created_at"));
        QCOMPARE(*plan.patch.incrementalField, s("created_at"));
        facts.options->incrementalFields.clear();
        plan = planRecipe(RecipeId::ReplaceCursor, facts);
        QVERIFY(plan.possible);
        QCOMPARE(patchedFields(plan.patch), QStringList{s("sync_type")}); // none fits: complete copies
        QVERIFY(*plan.patch.syncType == SyncType::FullRefresh);
        QVERIFY(!planRecipe(RecipeId::ReplaceCursor, orders()).possible);
    }

    void frequencyTouchesTheScheduleOnly()   // T56, T25
    {
        RecipeFacts facts = incremental("updated_at");
        facts.options.reset(); // needs no source
        RecipePlan plan = planRecipe(RecipeId::Frequency, facts);
        QVERIFY(plan.possible);
        QVERIFY(*plan.patch.syncFrequency == suggestedFrequency(SyncType::Incremental));
        QVERIFY(!plan.syncs && !plan.needsCopy);
        facts.schema.config.syncFrequency = SyncFrequency::EveryDay;
        facts.schema.config.syncTimeOfDay = QTime(3, 0);
        QVERIFY(planRecipe(RecipeId::Frequency, facts).nothingToDo);
        plan = planRecipe(RecipeId::Frequency, facts, choice("sync_frequency", "1hour"));
        QVERIFY(!applied(facts.schema.config, plan.patch).syncTimeOfDay.isValid());
        facts.schema.config.syncType = SyncType::Cdc;
        QVERIFY(!planRecipe(RecipeId::Frequency, facts).possible);
    }

    void pauseAndResume()   // T26, T61
    {
        RecipeFacts facts = orders();
        const RecipePlan pause = planRecipe(RecipeId::Pause, facts);
        QVERIFY(pause.possible && !pause.syncs && *pause.patch.shouldSync == false);
        QVERIFY(planRecipe(RecipeId::Resume, facts).nothingToDo);
        facts.schema.config.shouldSync = false;
        const RecipePlan resume = planRecipe(RecipeId::Resume, facts);
        QVERIFY(resume.syncs && *resume.patch.shouldSync);
    }

    void cdcSaysWhyItIsNotAvailable()   // T53, T19
    {
        const RecipePlan plan = planRecipe(RecipeId::ToCdc, orders());
        QVERIFY(!plan.possible);
        QVERIFY2(plan.reason.contains(s("not available in this version")), qPrintable(plan.reason));
        QVERIFY(plan.instead.contains(s("late_commits=xmin")));
        RecipeFacts facts = orders();
        facts.sourceType = s("sqlite");
        facts.options->cdcAvailable = true; // whatever a source says: only PostgreSQL has it
        QVERIFY(planRecipe(RecipeId::ToCdc, facts).reason.contains(s("PostgreSQL")));
        QVERIFY(methodUnavailable(SyncType::Incremental, s("postgres")).isEmpty());
    }

    void cdcNeedsProvenPrerequisitesAndAKey()   // T14, T53
    {
        RecipeFacts facts = orders();
        facts.options->cdcAvailable = true;
        QVERIFY(!planRecipe(RecipeId::ToCdc, facts).possible); // not checked
        facts.cdcReady = false;
        QVERIFY(planRecipe(RecipeId::ToCdc, facts).instead.contains(s("wal_level=logical")));
        facts.cdcReady = true;
        const RecipePlan plan = planRecipe(RecipeId::ToCdc, facts);
        QVERIFY(plan.possible && plan.needsCopy);
        QVERIFY(*plan.patch.syncType == SyncType::Cdc);
        QCOMPARE(*plan.patch.primaryKeyColumns, QStringList{s("id")});
        QVERIFY(plan.warning.contains(s("copied anew")));
        QVERIFY(applied(facts.schema.config, plan.patch).cdcTableMode == CdcTableMode::Consolidated);
        facts.options->detectedPrimaryKeys.clear();
        QVERIFY(!planRecipe(RecipeId::ToCdc, facts).possible);
    }

    void theKeyOfACdcTableNeedsACopy()   // T55
    {
        RecipeFacts facts = orders();
        QVERIFY(!planRecipe(RecipeId::CdcKey, facts, choice("primary_key_columns", "id,line")).possible);
        facts.schema.config.syncType = SyncType::Cdc;
        facts.schema.config.primaryKeyColumns = {s("id")};
        QVERIFY(!planRecipe(RecipeId::CdcKey, facts).possible); // names no key
        const RecipePlan plan = planRecipe(RecipeId::CdcKey, facts, choice("primary_key_columns", "id,line"));
        QVERIFY(plan.possible && plan.needsCopy);
        QVERIFY(plan.warning.contains(s("old key")));
    }

    void webhooksNeedAServiceThatPushes()   // T15–T17, T57–T60
    {
        RecipeFacts facts = orders();
        QVERIFY(planRecipe(RecipeId::ToWebhook, facts).reason.contains(s("Stripe")));
        QVERIFY(!planRecipe(RecipeId::FromWebhook, facts).possible);
        QVERIFY(!planRecipe(RecipeId::WebhookSecret, facts).possible);
        facts.options->supportsWebhooks = true;
        facts.schema.config.syncFrequency = SyncFrequency::EveryDay;
        RecipePlan plan = planRecipe(RecipeId::ToWebhook, facts);
        QVERIFY(plan.possible && !plan.needsCopy && !plan.syncs);
        QVERIFY(!plan.patch.syncFrequency);                       // T58: it stays as the safety net
        QVERIFY(plan.warning.contains(s("safety net")));
        QVERIFY(plan.steps.contains(s("Register a webhook, as none is registered")));
        facts.webhookRegistered = true;                           // T57: only if none is
        QVERIFY(!planRecipe(RecipeId::ToWebhook, facts).steps.contains(s("Register a webhook, as none is registered")));
        facts.schema.config.syncType = SyncType::Webhook;
        plan = planRecipe(RecipeId::FromWebhook, facts);          // T59
        QVERIFY(*plan.patch.syncType == SyncType::Incremental && plan.patch.incrementalFieldType);
        QVERIFY(plan.steps.contains(s("Delete the webhook, as no other table uses it")));
        facts.otherWebhookTables = 2;
        QVERIFY(planRecipe(RecipeId::FromWebhook, facts).steps.contains(s("Leave the webhook, as other tables use it")));
        QVERIFY(!planRecipe(RecipeId::WebhookSecret, facts).syncs); // T60: no reload
    }

    void errorsNameTheirField()   // T2, T54
    {
        const SchemaConfig config = incremental("updated_at").schema.config;
        const auto missing = [](const char* column) { return makeError(ErrorCode::ColumnMissing, {}, {{s("column"), s(column)}}); };
        QCOMPARE(fieldInTrouble(config, missing("updated_at")), s("incremental_field"));
        QCOMPARE(fieldInTrouble(config, missing("id")), s("primary_key_columns"));
        QCOMPARE(fieldInTrouble(config, missing("other")), QString());
        QCOMPARE(fieldInTrouble(config, makeError(ErrorCode::KeyNotUnique)), s("primary_key_columns"));
        QVERIFY(recipesFor(missing("updated_at")).front() == RecipeId::ReplaceCursor);
        QVERIFY(recipesFor(makeError(ErrorCode::AuthenticationFailed)).empty());
    }

    void evidenceInWords()   // T33, T013, T026
    {
        CursorCandidate c = candidate("updated_at", true);
        c.indexed = true;
        c.evidence.duplicateShare = 0.4;
        c.evidence.valuesBy = CursorEvidence::Basis::Statistics;
        c.evidence.endsBy = CursorEvidence::Basis::Index;
        c.evidence.atGreatest = CursorEvidence::kCountedTo;
        c.evidence.future = 1;
        c.evidence.greatest = s("2099-01-01");
        c.evidence.moves = false;
        const QString clauses = evidenceClauses(c).join(QLatin1Char('|'));
        for (const char* part : {"indexed", "no NULL", "40", "by statistics", "by the index", "2099-01-01", "stayed"})
            QVERIFY2(clauses.contains(s(part)), qPrintable(clauses));
        QCOMPARE(evidenceWarnings(c).size(), qsizetype{3});
        // T015: rows without a cursor are read by every sync, not by none.
        CursorCandidate sparse = candidate("updated_at", true);
        sparse.nullShare = 0.4;
        QCOMPARE(evidenceWarnings(sparse).size(), qsizetype{1});
        QVERIFY2(evidenceWarnings(sparse).front().contains(s("each sync that goes by it reads all of them again")), qPrintable(evidenceWarnings(sparse).front()));
        SyncOptions options;
        options.incrementalFields = {c};
        QVERIFY(recommendation(options).contains(s("updated_at")));
        const QJsonObject json = toJson(options)[s("incremental_fields")].toArray().first()[s("evidence")].toObject();
        QCOMPARE(json[s("rows_in_future")].toInt(), 1);
        QCOMPARE(json[s("duplicates_by")].toString(), s("statistics"));
        QVERIFY(toJson(SchemaPatch()).isEmpty());
        QCOMPARE(toJson(choice("sync_frequency", "1hour")).keys(), QStringList{s("sync_frequency")}); // T35
    }
};

QTEST_GUILESS_MAIN(RecipeTest)
#include "tst_recipe.moc"
