// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/engineservice.h"

#include "engine/api/sourcerules.h"
#include "engine/base/failpoint.h"
#include "engine/service/askdesk.h"
#include "engine/service/bundledesk.h"
#include "engine/service/changedesk.h"
#include "engine/service/credentialdesk.h"
#include "engine/service/destructiondesk.h"
#include "engine/service/diagnosisdesk.h"
#include "engine/service/doctordesk.h"
#include "engine/service/healthkeeper.h"
#include "engine/service/listingdesk.h"
#include "engine/service/mailbox.h"
#include "engine/service/pausekeeper.h"
#include "engine/service/quarantinedesk.h"
#include "engine/service/rundesk.h"
#include "engine/service/schedulerdesk.h"
#include "engine/service/schemadesk.h"
#include "engine/service/sourcedesk.h"
#include "engine/service/verifykeeper.h"
#include "engine/service/warehousemirror.h"

#include <QElapsedTimer>
#include <QTimer>

namespace leat {

namespace {

QStringList protectionWords()
{
    QStringList words;
    for (const QString& name : protectionNames())
        words.append(protectionExplained(protectionFromString(name).value_or(Protection::TypeName)));
    return words;
}

constexpr int kAskThreads = 8;
constexpr int kChangedEveryMs = 200;

} // namespace

struct EngineService::Desks
{
    Desks(EngineService* service, EngineParts given)
        : parts(std::move(given)), sources(parts.factories, *parts.state, *parts.secrets, parts.redactor),
          ask(mailbox, kAskThreads), health(parts, world, [service] { service->scheduleChanged(); }),
          diagnosis(parts, sources, world, ask, mailbox, health),
          runs(parts, sources, world, mailbox, [service] { service->scheduleChanged(); }),
          schemaDesk(parts, sources, world, ask, runs, [service] { service->scheduleChanged(); }),
          changes(parts, sources, world, ask, runs, [service] { service->scheduleChanged(); }),
          destruction(parts, sources, world, ask, runs, [service] { service->scheduleChanged(); }),
          credentials(parts, sources, world, ask, runs, [service] { service->scheduleChanged(); }),
          quarantine(parts, world, ask, runs, [service] { service->scheduleChanged(); }),
          listing(parts, sources, world, ask, [service] { service->scheduleChanged(); }),
          sourceDesk(parts, sources, world, ask, runs, mailbox, [service] { service->scheduleChanged(); }),
          scheduler(parts, world, runs, SourceProbe(sources, ask), [service] { service->scheduleChanged(); }),
          verifies(parts, world, runs, schemaDesk, [service] { service->scheduleChanged(); }),
          pauses(parts, sources, world, ask, health.classifier(), [service] { service->scheduleChanged(); }),
          doctor(parts, sources, world, ask, runs, [service] { service->scheduleChanged(); }),
          bundles(parts, world, ask, doctor)
    {
        schemaDesk.onVerified([this](const VerifyReport& report) { health.noteVerified(report); });
    }

    QTimer changedTimer;           // first: the desks tell of changes until they are gone
    QElapsedTimer sinceTold;
    EngineParts parts;
    Mailbox mailbox;
    WorldKeeper world;
    SourcePool sources;
    AskDesk ask;
    HealthKeeper health;
    DiagnosisDesk diagnosis;
    RunDesk runs;
    SchemaDesk schemaDesk;
    ChangeDesk changes;
    DestructionDesk destruction;
    CredentialDesk credentials;
    QuarantineDesk quarantine;
    ListingDesk listing;
    SourceDesk sourceDesk;
    SchedulerDesk scheduler;
    VerifyKeeper verifies;
    PauseKeeper pauses;
    DoctorDesk doctor;
    BundleDesk bundles;
};

EngineService::EngineService(EngineParts parts) : m_desks(std::make_unique<Desks>(this, std::move(parts)))
{
    m_desks->runs.onEnded([this](const RunInfo& run) {
        m_desks->health.ended(run);
        m_desks->pauses.ended(run);
    });
    m_desks->changedTimer.setSingleShot(true);
    connect(&m_desks->changedTimer, &QTimer::timeout, this, &EngineService::tellChanged);
}

// Runs and questions stop first, then their last words are taken from the mailbox, so that no
// run stays "Running" and every future ends.
EngineService::~EngineService()
{
    blockSignals(true);
    m_desks->scheduler.stop();
    m_desks->verifies.stop();
    m_desks->runs.stop();
    m_desks->ask.stop();
    m_desks->mailbox.drain();
    m_desks->sources.forgetAll();
}

Result<std::unique_ptr<EngineService>> EngineService::start(EngineParts parts)
{
    std::unique_ptr<EngineService> service(new EngineService(std::move(parts)));
    if (Result<void> ok = service->load(); !ok)
        return ok.error();
    return service;
}

Result<void> EngineService::load()
{
    EngineParts& parts = m_desks->parts;
    const Result<int> interrupted = parts.state->recoverRuns();
    if (!interrupted)
        return interrupted.error();
    const Result<int> dropped = parts.warehouse->recover();
    if (!dropped)
        return dropped.error();
    if (Result<void> ok = m_desks->destruction.settle(); !ok)
        return ok.error();
    if (Result<void> ok = m_desks->world.reload(*parts.state); !ok)
        return ok.error();
    LEAT_FAILPOINT("engine.before-mirror");
    const Result<int> mirrored = WarehouseMirror(parts, m_desks->world).run();
    if (!mirrored)
        return mirrored.error();
    m_desks->doctor.noteStart({*interrupted, *dropped, *mirrored});
    std::vector<SourceTypeInfo> types;
    for (const std::unique_ptr<SourceFactory>& factory : parts.factories) {
        SourceTypeInfo type = factory->info();
        type.settings.push_back({QLatin1String(kParallelTables), tr("Tables at once"),
            tr("How many tables of this source are synced at the same time."), SettingSpec::Kind::Integer,
            QString::number(parts.limits.runsPerSource), {}, false, true});
        type.settings.push_back({QLatin1String(kProtectionKey), tr("Protection"),
            tr("What is asked before data of this source are deleted; read_only also refuses changed settings."),
            SettingSpec::Kind::Choice, toString(Protection::TypeName), protectionNames(), false, true, protectionWords()});
        type.settings.push_back({QLatin1String(kProductionKey), tr("Production"),
            tr("Mark it everywhere; its name is always typed before data are deleted"), SettingSpec::Kind::Boolean,
            QStringLiteral("false"), {}, false, true});
        type.settings.push_back({QLatin1String(kDriftKey), tr("When columns change"),
            tr("What happens when a table's columns change at the source: ignore new ones, ask first, add_columns "
               "(and rename and widen), or full: also drop what is gone and enable new tables."),
            SettingSpec::Kind::Choice, toString(DriftPolicy::AddColumns), driftPolicyNames(), false, true});
        type.settings.push_back({QLatin1String(kAutoEnableKey), tr("Enable new tables"),
            tr("Patterns of tables that are enabled when they appear, such as “orders_*, audit.*”."),
            SettingSpec::Kind::Text, {}, {}, false, true});
        type.settings.push_back({QLatin1String(kRefreshKey), tr("Look for new tables"),
            tr("How often the list of tables is read again by itself."),
            SettingSpec::Kind::Choice, toString(SyncFrequency::EveryDay), syncFrequencyNames(), false, true});
        types.push_back(type);
    }
    m_desks->world.setSourceTypes(std::move(types));
    EngineInfo& engine = m_desks->world.engine();
    engine.profilePath = parts.profilePath;
    engine.warehousePath = parts.warehouse->path();
    engine.warehouseBytes = parts.warehouse->sizeBytes();
    engine.diskFreeBytes = diskFreeBytes(engine.warehousePath);
    if (Result<void> ok = m_desks->scheduler.load(); !ok)
        return ok.error();
    if (Result<void> ok = m_desks->quarantine.load(); !ok)
        return ok.error();
    m_desks->verifies.load();
    m_desks->listing.load();
    m_desks->destruction.tidy();
    m_desks->credentials.forgetOld();
    m_desks->health.load();
    (void)m_desks->world.takeChanges();
    return {};
}

WorldPtr EngineService::snapshot() const
{
    return m_desks->world.snapshot();
}

void EngineService::scheduleChanged()
{
    if (!m_desks || !m_desks->world.hasChanges())
        return;
    m_desks->scheduler.replan(m_desks->world.pending());
    m_desks->verifies.replan();
    // At once after a quiet while and when the last run has ended, which somebody may wait for.
    const qint64 since = m_desks->sinceTold.isValid() ? m_desks->sinceTold.elapsed() : kChangedEveryMs;
    if (since >= kChangedEveryMs || m_desks->runs.isIdle())
        m_desks->changedTimer.start(0);
    else if (!m_desks->changedTimer.isActive())
        m_desks->changedTimer.start(static_cast<int>(kChangedEveryMs - since));
}

void EngineService::tellChanged()
{
    m_desks->sinceTold.start();
    m_desks->health.note(m_desks->world.pending());
    const ChangeSet changes = m_desks->world.takeChanges();
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
}

namespace {

template <typename T>
Result<Reply> asReply(Result<T> result)
{
    if (!result)
        return result.error();
    return Reply(std::move(*result));
}

} // namespace

namespace {

Result<Reply> auditPage(Result<std::vector<AuditEntry>> entries)
{
    if (!entries)
        return entries.error();
    return Reply(AuditPage{std::move(*entries)});
}

} // namespace

template <typename T>
QFuture<ReplyPtr> EngineService::handle(T& command)
{
    Desks& d = *m_desks;
    if constexpr (std::is_same_v<T, PreviewBundle>)
        return d.bundles.preview(command);
    else if constexpr (std::is_same_v<T, SaveBundle>)
        return d.bundles.save(command);
    else if constexpr (std::is_same_v<T, LoadQuarantine>)
        return d.quarantine.page(command);
    else if constexpr (std::is_same_v<T, ReplayQuarantine>)
        return d.quarantine.replay(command);
    else if constexpr (std::is_same_v<T, DropQuarantine>)
        return d.quarantine.drop(command);
    else if constexpr (std::is_same_v<T, ParseSourceUrl>)
        return d.sourceDesk.parseUrl(command);
    else if constexpr (std::is_same_v<T, TestDraft>)
        return d.sourceDesk.testDraft(std::move(command));
    else if constexpr (std::is_same_v<T, ListDraftTables>)
        return d.sourceDesk.listDraft(std::move(command));
    else if constexpr (std::is_same_v<T, AddSource>)
        return d.sourceDesk.add(std::move(command));
    else if constexpr (std::is_same_v<T, UpdateSource>)
        return d.sourceDesk.update(std::move(command));
    else if constexpr (std::is_same_v<T, TestSource>)
        return d.sourceDesk.test(command);
    else if constexpr (std::is_same_v<T, RefreshSource>)
        return d.listing.refresh(command);
    else if constexpr (std::is_same_v<T, RemoveSource>)
        return d.destruction.removeSource(command);
    else if constexpr (std::is_same_v<T, SetSchemas>)
        return d.changes.set(command);
    else if constexpr (std::is_same_v<T, PreviewChange>)
        return d.changes.preview(command);
    else if constexpr (std::is_same_v<T, RewindSchema>)
        return d.changes.rewind(command);
    else if constexpr (std::is_same_v<T, CheckKey>)
        return d.schemaDesk.checkKey(command);
    else if constexpr (std::is_same_v<T, PreviewDestructive>)
        return d.destruction.preview(command);
    else if constexpr (std::is_same_v<T, DestroyData>)
        return d.destruction.destroy(command);
    else if constexpr (std::is_same_v<T, LoadTrash>)
        return d.destruction.loadTrash();
    else if constexpr (std::is_same_v<T, RestoreTrash>)
        return d.destruction.restore(command);
    else if constexpr (std::is_same_v<T, SetTrashLimits>)
        return d.destruction.setLimits(command);
    else if constexpr (std::is_same_v<T, TestCredentials>)
        return d.credentials.test(std::move(command));
    else if constexpr (std::is_same_v<T, RotateCredentials>)
        return d.credentials.rotate(std::move(command));
    else if constexpr (std::is_same_v<T, LoadAudit>)
        return AskDesk::answer(auditPage(d.parts.state->auditTrail(command.limit)));
    else if constexpr (std::is_same_v<T, LoadOptions>)
        return d.schemaDesk.options(command);
    else if constexpr (std::is_same_v<T, SyncSchemas>)
        return AskDesk::answer(d.runs.sync(command));
    else if constexpr (std::is_same_v<T, CancelSchemas>) {
        d.runs.cancel(command.ids);
        d.schemaDesk.cancelVerify(command.ids);
        return AskDesk::answer(Reply(Done()));
    } else if constexpr (std::is_same_v<T, VerifySchema>)
        return d.schemaDesk.verify(command);
    else if constexpr (std::is_same_v<T, ReconcileSchema>)
        return d.destruction.reconcile(command);
    else if constexpr (std::is_same_v<T, LoadHistory>)
        return AskDesk::answer(asReply(d.parts.state->history(command.filter)));
    else if constexpr (std::is_same_v<T, LoadRunLog>)
        return AskDesk::answer(asReply(d.parts.state->log(command.run, command.afterSeq, command.limit)));
    else if constexpr (std::is_same_v<T, RunQuery>)
        return d.ask.ask(
            [&d, query = command](const CancelToken& cancel) {
                return asReply(d.parts.warehouse->query(query.sql, query.maxRows, cancel));
            },
            {});
    else if constexpr (std::is_same_v<T, CreateSample>)
        return d.sourceDesk.createSample();
    else if constexpr (std::is_same_v<T, EditSample>)
        return d.sourceDesk.editSample();
    else if constexpr (std::is_same_v<T, Diagnose>)
        return d.diagnosis.diagnose(command);
    else if constexpr (std::is_same_v<T, DiagnoseText>)
        return AskDesk::answer(d.diagnosis.judge(command));
    else if constexpr (std::is_same_v<T, FixFinding>)
        return d.doctor.fix(command);
    else if constexpr (std::is_same_v<T, PauseScheduler>)
        return AskDesk::answer(d.scheduler.pause(command));
    else if constexpr (std::is_same_v<T, ResumeScheduler>)
        return AskDesk::answer(d.scheduler.resume());
    else if constexpr (std::is_same_v<T, SetTimeZone>)
        return AskDesk::answer(d.scheduler.setTimeZone(command));
    else if constexpr (std::is_same_v<T, LoadTuning>)
        return AskDesk::answer(d.parts.tuning.load ? asReply(d.parts.tuning.load()) : Result<Reply>(Reply(EngineTuning())));
    else if constexpr (std::is_same_v<T, SaveTuning>) {
        const Result<void> saved = d.parts.tuning.save ? d.parts.tuning.save(command.tuning) : Result<void>();
        return AskDesk::answer(saved ? Result<Reply>(Reply(Done())) : Result<Reply>(saved.error()));
    } else {
        static_assert(std::is_same_v<T, RunDoctor>);
        return d.doctor.look();
    }
}

QFuture<ReplyPtr> EngineService::send(Command command)
{
    return std::visit([this](auto& each) { return handle(each); }, command);
}

} // namespace leat
