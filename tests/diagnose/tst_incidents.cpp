// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/incidents.h"

#include <QTest>

using namespace leat;

namespace {

QDateTime at(int minutes)
{
    return QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC).addSecs(minutes * 60);
}

SourceInfo sourceOf(qint64 id, const char* name)
{
    SourceInfo source;
    source.id = {id};
    source.name = QLatin1String(name);
    source.type = QStringLiteral("postgres");
    source.status = SourceStatus::Ok;
    return source;
}

SchemaInfo schemaOf(qint64 id, const SourceInfo& source, const char* label)
{
    SchemaInfo schema;
    schema.id = {id};
    schema.sourceId = source.id;
    schema.sourceName = source.name;
    schema.label = QLatin1String(label);
    schema.config.shouldSync = true;
    schema.status = SchemaStatus::Ok;
    schema.lastSyncedAt = at(0);
    return schema;
}

void fail(SchemaInfo& schema, ErrorCode code)
{
    schema.status = SchemaStatus::Failed;
    schema.latestError = makeError(code);
    schema.latestError->owner = Owner::Source;
}

HealthFacts factsAt(int minutes)
{
    HealthFacts facts;
    facts.now = at(minutes);
    return facts;
}

} // namespace

class tst_incidents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyWorldHasNone();
    void sourceCoversItsTables_D23_D59();
    void tableFailsUnderAHealthySource_D26();
    void stuckByMissingProgressNotByAge_D33_D51();
    void slowTablesHaveMoreTime();
    void lateByOneAndAHalfIntervals();
    void whatHasNoCopyIsLateToo_G22();
    void timesToComeAreNoProof_T150();
    void pausedIsNoIncident_D30();
    void unreachableWaitsAndSaysWhen_D45();
    void worstComesFirst();
    void settingsChangeNeedsResync();
    void actionIsNeverDestructive_D2();
    void vanishedTableIsAnIncident_D40();
    void differencesNeedASyncInBetween_D49();
    void cutOffRunNeedsSomebodyUnlessItIsTriedAgain_D51();
    void cutOffAgainAndAgainNeedsSomebody_D51();
    void runsCutOffInARowAreCounted();

private:
    const Classifier m_classifier;
};

void tst_incidents::healthyWorldHasNone()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    QVERIFY(incidentsOf(world, factsAt(5), m_classifier).empty());
}

void tst_incidents::sourceCoversItsTables_D23_D59()
{
    World world;
    world.sources = {sourceOf(1, "stripe")};
    world.sources[0].status = SourceStatus::Error;
    world.sources[0].latestError = makeError(ErrorCode::AuthenticationFailed);
    HealthFacts facts = factsAt(60);
    for (int i = 1; i <= 8; ++i) {
        world.schemas.push_back(schemaOf(i, world.sources[0], "t"));
        fail(world.schemas.back(), ErrorCode::AuthenticationFailed);
        facts.failingSince[{i}] = at(i);
    }
    const std::vector<Incident> found = incidentsOf(world, facts, m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].schemas.size(), std::size_t(8));
    QVERIFY(found[0].health == Health::Credentials);
    QVERIFY(!found[0].schemaId.isValid());
    QCOMPARE(found[0].subject, QStringLiteral("stripe"));
    QCOMPARE(found[0].action.id, QStringLiteral("rotate"));
    QCOMPARE(found[0].action.command, QStringLiteral("leatctl source rotate stripe"));
    QCOMPARE(found[0].since, at(1));
    QCOMPARE(found[0].id, QStringLiteral("source-1-credentials"));
}

void tst_incidents::tableFailsUnderAHealthySource_D26()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders"), schemaOf(2, world.sources[0], "items")};
    fail(world.schemas[0], ErrorCode::ColumnMissing);
    const std::vector<Incident> found = incidentsOf(world, factsAt(5), m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].subject, QStringLiteral("shop.orders"));
    QVERIFY(found[0].diagnosis.branch == Branch::C);
}

void tst_incidents::stuckByMissingProgressNotByAge_D33_D51()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    world.schemas[0].status = SchemaStatus::Running;
    world.schemas[0].lastStartedAt = at(0);
    HealthFacts facts = factsAt(600);
    facts.progressAt[{1}] = at(599);
    QVERIFY(healthOf(world.schemas[0], &world.sources[0], facts, m_classifier) == Health::Running);
    facts.progressAt[{1}] = at(580);
    QVERIFY(healthOf(world.schemas[0], &world.sources[0], facts, m_classifier) == Health::Stuck);
    const std::vector<Incident> found = incidentsOf(world, facts, m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].diagnosis.branch == Branch::F);
    QCOMPARE(found[0].action.id, QStringLiteral("cancel-sync"));
    QCOMPARE(found[0].since, at(580));
    QVERIFY(found[0].headline.contains(QStringLiteral("20")));
}

void tst_incidents::slowTablesHaveMoreTime()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "events")};
    world.schemas[0].status = SchemaStatus::Running;
    HealthFacts facts = factsAt(100);
    facts.progressAt[{1}] = at(60);
    facts.medianRunMs[{1}] = 20 * 60'000;
    QVERIFY(healthOf(world.schemas[0], &world.sources[0], facts, m_classifier) == Health::Running);
    facts.now = at(121);
    QVERIFY(healthOf(world.schemas[0], &world.sources[0], facts, m_classifier) == Health::Stuck);
}

void tst_incidents::lateByOneAndAHalfIntervals()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    world.schemas[0].config.syncFrequency = *syncFrequencyFromString(QStringLiteral("1hour"));
    QCOMPARE(intervalSeconds(world.schemas[0].config.syncFrequency), qint64(3600));
    QVERIFY(healthOf(world.schemas[0], &world.sources[0], factsAt(89), m_classifier) == Health::Ok);
    QVERIFY(healthOf(world.schemas[0], &world.sources[0], factsAt(91), m_classifier) == Health::Late);
    for (const QString& name : syncFrequencyNames())
        QVERIFY2((intervalSeconds(*syncFrequencyFromString(name)) > 0) == (name != QLatin1String("never")), qPrintable(name));
}

void tst_incidents::whatHasNoCopyIsLateToo_G22()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    SchemaInfo& orders = world.schemas[0];
    orders.config.syncFrequency = SyncFrequency::EveryHour;
    orders.status = SchemaStatus::NeverSynced;
    orders.lastSyncedAt = {};
    orders.lastStartedAt = at(0);                  // a run that completed; its rows are gone since
    QVERIFY(incidentsOf(world, factsAt(89), m_classifier).empty());
    const std::vector<Incident> found = incidentsOf(world, factsAt(60 * 24 * 60), m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].health == Health::Late);
    QVERIFY2(found[0].headline.contains(QStringLiteral("1440 hours")), qPrintable(found[0].headline));
    QCOMPARE(found[0].action.id, QStringLiteral("sync"));

    orders.lastStartedAt = {};                     // never run at all
    HealthFacts facts = factsAt(91);
    QVERIFY(incidentsOf(world, facts, m_classifier).empty());
    facts.wantedSince[orders.id] = at(2);
    QVERIFY(incidentsOf(world, facts, m_classifier).empty());
    facts.wantedSince[orders.id] = at(0);
    QCOMPARE(incidentsOf(world, facts, m_classifier).size(), std::size_t(1));
    orders.config.syncFrequency = SyncFrequency::Never;
    QVERIFY(incidentsOf(world, facts, m_classifier).empty());
}

void tst_incidents::timesToComeAreNoProof_T150()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    world.schemas[0].config.syncFrequency = SyncFrequency::EveryDay;
    world.schemas[0].lastSyncedAt = at(24 * 60);
    QVERIFY(incidentsOf(world, factsAt(0), m_classifier).empty());
    world.schemas[0].lastSyncedAt = at(365 * 24 * 60);
    const std::vector<Incident> found = incidentsOf(world, factsAt(0), m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].health == Health::Late);
    QVERIFY2(found[0].headline.contains(QStringLiteral("8760 hours from now")), qPrintable(found[0].headline));
}

void tst_incidents::pausedIsNoIncident_D30()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    fail(world.schemas[0], ErrorCode::ColumnMissing);
    world.schemas[0].status = SchemaStatus::Paused;
    world.schemas[0].config.shouldSync = false;
    QVERIFY(incidentsOf(world, factsAt(5), m_classifier).empty());
}

void tst_incidents::unreachableWaitsAndSaysWhen_D45()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.sources[0].status = SourceStatus::Error;
    world.sources[0].latestError = makeError(ErrorCode::HostUnknown);
    world.schemas = {schemaOf(1, world.sources[0], "orders"), schemaOf(2, world.sources[0], "items")};
    fail(world.schemas[0], ErrorCode::HostUnknown);
    world.schemas[0].nextRetryAt = at(9);
    const std::vector<Incident> found = incidentsOf(world, factsAt(5), m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].health == Health::Unreachable);
    QCOMPARE(found[0].nextRetryAt, at(9));
    QCOMPARE(found[0].schemas.size(), std::size_t(2));
    QVERIFY(found[0].diagnosis.retryable);
}

void tst_incidents::worstComesFirst()
{
    World world;
    world.sources = {sourceOf(1, "a"), sourceOf(2, "b")};
    world.sources[1].status = SourceStatus::Error;
    world.sources[1].latestError = makeError(ErrorCode::ConnectionRefused);
    world.schemas = {schemaOf(1, world.sources[0], "late"), schemaOf(2, world.sources[0], "broken")};
    world.schemas[0].config.syncFrequency = *syncFrequencyFromString(QStringLiteral("1hour"));
    fail(world.schemas[1], ErrorCode::KeyNotUnique);
    const std::vector<Incident> found = incidentsOf(world, factsAt(200), m_classifier);
    QCOMPARE(found.size(), std::size_t(3));
    QVERIFY(found[0].health == Health::Failed);
    QVERIFY(found[1].health == Health::Unreachable);
    QVERIFY(found[2].health == Health::Late);
}

void tst_incidents::settingsChangeNeedsResync()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    fail(world.schemas[0], ErrorCode::CursorConfigChanged);
    QVERIFY(healthOf(world.schemas[0], &world.sources[0], factsAt(5), m_classifier) == Health::NeedsResync);
}

void tst_incidents::actionIsNeverDestructive_D2()
{
    for (int code = 0; code <= int(ErrorCode::FenceLost); ++code) {
        World world;
        world.sources = {sourceOf(1, "shop")};
        world.schemas = {schemaOf(1, world.sources[0], "orders")};
        fail(world.schemas[0], ErrorCode(code));
        for (const Incident& incident : incidentsOf(world, factsAt(5), m_classifier)) {
            QVERIFY(incident.action.effect == ActionEffect::KeepsData);
            QVERIFY2(!incident.headline.isEmpty() && !incident.action.id.isEmpty(), qPrintable(toString(ErrorCode(code))));
        }
    }
}

void tst_incidents::vanishedTableIsAnIncident_D40()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    world.schemas[0].presentAtSource = false;
    const std::vector<Incident> found = incidentsOf(world, factsAt(5), m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].diagnosis.branch == Branch::C2);
}

void tst_incidents::differencesNeedASyncInBetween_D49()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    HealthFacts facts = factsAt(5);
    facts.differing[world.schemas[0].id] = {facts.now, 3, 0, 4, false};
    QVERIFY(incidentsOf(world, facts, m_classifier).empty()); // it may merely not be synced yet
    facts.differing[world.schemas[0].id].proven = true;
    const std::vector<Incident> found = incidentsOf(world, facts, m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].health == Health::NeedsResync && found[0].diagnosis.branch == Branch::D);
    QCOMPARE(found[0].action.id, QStringLiteral("verify"));
    QVERIFY(found[0].headline.contains(QLatin1Char('3')) && found[0].headline.contains(QLatin1Char('4')));
}

void tst_incidents::cutOffRunNeedsSomebodyUnlessItIsTriedAgain_D51()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    world.schemas[0].lastRunStatus = RunStatus::Interrupted;
    const std::vector<Incident> found = incidentsOf(world, factsAt(5), m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].diagnosis.branch == Branch::F);
    QCOMPARE(found[0].action.id, QStringLiteral("sync"));
    world.schemas[0].nextRetryAt = factsAt(5).now.addSecs(60);
    QVERIFY(incidentsOf(world, factsAt(5), m_classifier).empty());
}

void tst_incidents::cutOffAgainAndAgainNeedsSomebody_D51()
{
    World world;
    world.sources = {sourceOf(1, "shop")};
    world.schemas = {schemaOf(1, world.sources[0], "orders")};
    SchemaInfo& orders = world.schemas[0];
    orders.lastRunStatus = RunStatus::Interrupted;
    orders.nextRetryAt = at(6);
    HealthFacts facts = factsAt(5);
    facts.cutOffs[orders.id] = {2, at(1)};
    QVERIFY(incidentsOf(world, facts, m_classifier).empty());
    facts.cutOffs[orders.id] = {3, at(1)};
    const std::vector<Incident> found = incidentsOf(world, facts, m_classifier);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].diagnosis.ruleId, QStringLiteral("STATE-CUT-OFF-AGAIN"));
    QVERIFY(found[0].health == Health::Failed && found[0].headline.contains(QStringLiteral("3 times")));
    QCOMPARE(found[0].since, at(1));
    QCOMPARE(found[0].nextRetryAt, at(6));
    QCOMPARE(found[0].action.id, QStringLiteral("sync"));
    orders.lastRunStatus = RunStatus::Completed;
    QVERIFY(incidentsOf(world, facts, m_classifier).empty());
}

void tst_incidents::runsCutOffInARowAreCounted()
{
    std::vector<RunInfo> runs;
    const auto add = [&runs](RunStatus status, int minute, const char* mode = "full") {
        RunInfo run;
        run.status = status;
        run.finishedAt = at(minute);
        run.mode = QLatin1String(mode);
        runs.push_back(run);
    };
    QCOMPARE(cutOffsOf(runs).count, 0);
    add(RunStatus::Interrupted, 9);
    add(RunStatus::Interrupted, 8, "reconcile");
    add(RunStatus::Cancelled, 7);
    add(RunStatus::Interrupted, 6);
    add(RunStatus::Completed, 5);
    add(RunStatus::Interrupted, 4);
    QCOMPARE(cutOffsOf(runs).count, 2);
    QCOMPARE(cutOffsOf(runs).since, at(6));
}

QTEST_GUILESS_MAIN(tst_incidents)
#include "tst_incidents.moc"
