// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/doctordesk.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DoctorDesk", text);
}

const DoctorWay* wayOf(const std::vector<DoctorCheck>& checks, const QString& id)
{
    for (const DoctorCheck& check : checks)
        for (const DoctorWay& way : check.ways)
            if (way.fix.id == id)
                return &way;
    return nullptr;
}

QString bound(const DoctorWay& way)
{
    return way.fix.id + QLatin1Char('\n') + way.facts;
}

Error nothingToFix(const QString& id)
{
    return makeError(ErrorCode::NotFound, {}, {{QStringLiteral("what"), tr("fix that is needed now")}, {QStringLiteral("name"), id}});
}

} // namespace

DoctorDesk::DoctorDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                       std::function<void()> changed)
    : m_parts(parts), m_world(world), m_ask(ask), m_runs(runs), m_changed(std::move(changed)), m_trash(parts, sources),
      m_doctor(parts, m_trash)
{
}

DoctorReport DoctorDesk::reportOf(const std::vector<DoctorCheck>& checks) const
{
    DoctorReport report;
    for (const DoctorCheck& check : checks) {
        DoctorFinding finding = check.finding;
        for (const DoctorWay& way : check.ways) {
            DoctorFix fix = way.fix;
            if (fix.deletes)
                fix.token = m_token.issue(bound(way), m_parts.clock->nowUtc());
            finding.fixes.push_back(std::move(fix));
        }
        report.findings.push_back(std::move(finding));
    }
    return report;
}

DoctorReport DoctorDesk::report(const World& world, const CancelToken& cancel)
{
    return reportOf(m_doctor.look(world, cancel));
}

QFuture<ReplyPtr> DoctorDesk::look()
{
    return m_ask.ask([this, world = m_world.snapshot()](const CancelToken& cancel) { return Result<Reply>(report(*world, cancel)); }, {});
}

Result<void> DoctorDesk::allow(const DoctorWay& way, const QString& token) const
{
    if (!way.fix.deletes)
        return {};
    QString reason;
    switch (m_token.check(token, bound(way), m_parts.clock->nowUtc())) {
    case ImpactToken::Verdict::Good: return {};
    case ImpactToken::Verdict::Missing: reason = tr("no confirmation was given"); break;
    case ImpactToken::Verdict::Expired: reason = tr("the confirmation is older than ten minutes"); break;
    case ImpactToken::Verdict::Different: reason = tr("something changed since the check"); break;
    }
    return makeError(ErrorCode::ConfirmationNeeded, {}, {{QStringLiteral("subject"), way.fix.id}, {QStringLiteral("reason"), reason}});
}

// What a run works on is never put right beneath it, whichever table it is: one rule, easy to trust.
QFuture<ReplyPtr> DoctorDesk::fix(const FixFinding& command)
{
    std::vector<SchemaId> all;
    for (const SchemaInfo& schema : m_world.world().schemas) {
        if (m_runs.isBusy(schema.id))
            return AskDesk::answer(makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(schema)}}));
        all.push_back(schema.id);
    }
    m_runs.hold(all);
    auto promise = std::make_shared<QPromise<ReplyPtr>>();
    promise->start();
    auto repair = std::make_shared<std::pair<SchemaId, qint64>>();
    (void)m_ask.ask(
        [this, command, repair, world = m_world.snapshot()](const CancelToken& cancel) -> Result<Reply> {
            const std::vector<DoctorCheck> checks = m_doctor.look(*world, cancel);
            const DoctorWay* way = wayOf(checks, command.id);
            if (!way)
                return nothingToFix(command.id);
            if (Result<void> allowed = allow(*way, command.token); !allowed)
                return allowed.error();
            *repair = {way->repair, way->repairDeletes};
            const Result<QString> done = way->act ? way->act() : Result<QString>(QString());
            if (!done)
                return done.error();
            return Reply(DoctorReport{{}, *done});
        },
        [this, promise, all, repair](Result<Reply>& reply) {
            m_runs.release(all);
            reload(reply);
            if (!reply)
                return AskDesk::answerInto(promise, reply.error());
            if (repair->first.isValid())
                return startRepair(promise, repair->first, repair->second);
            lookAgain(promise, std::get<DoctorReport>(*reply).done);
        });
    return promise->future();
}

// A repair writes, so it is a run: queued, fenced, in the history.
void DoctorDesk::startRepair(const AskDesk::Promise& promise, SchemaId id, qint64 confirmedDeletes)
{
    SyncSchemas order;
    order.ids = {id};
    order.repair = true;
    order.confirmedDeletes = confirmedDeletes;
    if (const Result<Reply> queued = m_runs.sync(order); !queued)
        return AskDesk::answerInto(promise, queued.error());
    m_runs.whenIdle({id}, [this, promise, id](bool) {
        const Result<VerifyReport> report = m_runs.takeRepair(id);
        if (!report)
            return AskDesk::answerInto(promise, report.error());
        lookAgain(promise, tr("%1 was compared with its source and repaired.").arg(report->label));
    });
}

void DoctorDesk::lookAgain(const AskDesk::Promise& promise, const QString& done)
{
    m_ask.askInto(promise,
        [this, done, world = m_world.snapshot()](const CancelToken& cancel) {
            DoctorReport now = report(*world, cancel);
            now.done = done;
            return Result<Reply>(std::move(now));
        },
        {});
}

void DoctorDesk::reload(Result<Reply>& reply)
{
    if (Result<void> ok = m_world.reload(*m_parts.state); !ok && reply)
        reply = ok.error();
    m_world.engine().warehouseBytes = m_parts.warehouse->sizeBytes();
    m_world.touchedEngine();
    m_changed();
}

} // namespace leat
