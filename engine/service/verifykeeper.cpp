// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/verifykeeper.h"

#include "engine/api/jsonview.h"
#include "engine/api/whendone.h"

#include <QJsonDocument>

#include <algorithm>

namespace leat {

namespace {

constexpr qint64 kTryAgainSeconds = 3600;

QString failureKey(SchemaId id)
{
    return QStringLiteral("verify.failed.%1").arg(id.value);
}

QString textOf(const VerifyFailure& failure)
{
    const QJsonObject json{{QStringLiteral("at"), failure.at.toString(Qt::ISODateWithMs)}, {QStringLiteral("error"), toJson(failure.error)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<VerifyFailure> failureOf(const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const QDateTime at = QDateTime::fromString(json[QLatin1String("at")].toString(), Qt::ISODateWithMs).toUTC();
    const std::optional<Error> error = errorFromJson(json[QLatin1String("error")].toObject());
    return at.isValid() && error ? std::optional(VerifyFailure{at, *error}) : std::nullopt;
}

} // namespace

VerifyKeeper::VerifyKeeper(EngineParts& parts, WorldKeeper& world, RunDesk& runs, SchemaDesk& schemas, std::function<void()> changed)
    : m_parts(parts), m_world(world), m_runs(runs), m_schemas(schemas), m_changed(std::move(changed))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &VerifyKeeper::wake);
}

void VerifyKeeper::load()
{
    for (const SchemaInfo& schema : m_world.world().schemas)
        recall(schema.id);
    replan();
    arm();
}

void VerifyKeeper::stop()
{
    m_stopped = true;
    m_timer.stop();
}

// A table that was never compared is due from its first sync on: each later one would put it off. What was missed is
// due once.
QDateTime VerifyKeeper::dueAt(const SchemaInfo& schema) const
{
    const qint64 period = secondsOf(schema.config.verifyEvery);
    const SourceInfo* source = m_world.world().source(schema.sourceId);
    const EngineInfo& engine = m_world.world().engine;
    if (period == 0 || !schema.config.shouldSync || !schema.lastSyncedAt.isValid()
        || !source || source->status == SourceStatus::Error || (engine.schedulerPaused && !engine.pausedUntil.isValid()))
        return {};
    const QDateTime now = m_parts.clock->nowUtc();
    // What happened in the future was noted before the clock was set back: it puts nothing off (T150).
    const QDateTime last = schema.proof.verifiedAt;
    const QDateTime first = schema.scheduleAnchor.isValid() ? std::min(schema.scheduleAnchor, schema.lastSyncedAt) : schema.lastSyncedAt;
    QDateTime due = last.isValid() && last <= now ? last.addSecs(period) : std::min(first, now);
    if (schema.verifyFailure && schema.verifyFailure->at <= now)
        due = std::max(due, schema.verifyFailure->at.addSecs(kTryAgainSeconds));
    return engine.schedulerPaused ? std::max(due, engine.pausedUntil) : due;
}

void VerifyKeeper::replan()
{
    for (const SchemaInfo& known : m_world.world().schemas) {
        // Settled by a comparison that ended, asked for by whomever; or nobody wants one any more.
        if (known.verifyFailure && (known.proof.verifiedAt >= known.verifyFailure->at || known.config.verifyEvery == VerifyEvery::Off))
            keepFailure(known.id, {});
        const QDateTime due = dueAt(known);
        if (known.nextVerifyAt == due)
            continue;
        m_world.schema(known.id)->nextVerifyAt = due;
        m_world.touched(known.id);
    }
    const SchemaInfo* compared = m_world.world().schema(m_comparing);
    if (compared && compared->currentRun.isValid() && !m_gaveWay) {
        m_gaveWay = true;
        m_schemas.cancelVerify({m_comparing});
    }
}

bool VerifyKeeper::mayStart(const QDateTime& now) const
{
    if (m_comparing.isValid() || m_schemas.isVerifying() || !m_runs.isIdle() || m_world.world().engine.schedulerPaused)
        return false;
    const std::vector<SchemaInfo>& schemas = m_world.world().schemas;
    return std::none_of(schemas.begin(), schemas.end(),
        [&now](const SchemaInfo& schema) { return schema.nextRunAt.isValid() && schema.nextRunAt <= now; });
}

// One whose comparison had to give way comes after the others, or it would be the only one for ever.
const SchemaInfo* VerifyKeeper::next(const QDateTime& now) const
{
    const auto order = [this](const SchemaInfo& schema) {
        const auto at = std::find(m_interrupted.begin(), m_interrupted.end(), schema.id);
        return std::pair(at == m_interrupted.end() ? 0 : 1 + (at - m_interrupted.begin()), schema.nextVerifyAt);
    };
    const SchemaInfo* first = nullptr;
    for (const SchemaInfo& schema : m_world.world().schemas) {
        if (!schema.nextVerifyAt.isValid() || schema.nextVerifyAt > now || m_runs.isBusy(schema.id))
            continue;
        if (!first || order(schema) < order(*first))
            first = &schema;
    }
    return first;
}

void VerifyKeeper::wake()
{
    if (m_stopped)
        return;
    const QDateTime now = m_parts.clock->nowUtc();
    replan();
    if (mayStart(now))
        if (const SchemaInfo* schema = next(now))
            start(schema->id);
    m_changed();
    arm();
}

void VerifyKeeper::start(SchemaId id)
{
    m_comparing = id;
    m_gaveWay = false;
    whenReplied<VerifyReport>(m_schemas.verify({id, false}), this, [this, id](Result<VerifyReport> report) { ended(id, report); });
}

void VerifyKeeper::ended(SchemaId id, const Result<VerifyReport>& report)
{
    m_comparing = {};
    std::erase(m_interrupted, id);
    if (m_gaveWay)
        m_interrupted.push_back(id);
    if (report) {
        keepFailure(id, {});
    } else if (!m_gaveWay && !m_stopped) {
        VerifyFailure failure{m_parts.clock->nowUtc(), report.error()};
        failure.error.detail = m_parts.redactor.redact(failure.error.detail);
        keepFailure(id, failure);
    }
    if (m_stopped)
        return;
    replan();
    m_changed();
    m_timer.start(0);
}

void VerifyKeeper::keepFailure(SchemaId id, const std::optional<VerifyFailure>& failure)
{
    SchemaInfo* schema = m_world.schema(id);
    if (!schema || schema->verifyFailure == failure)
        return;
    schema->verifyFailure = failure;
    m_world.touched(id);
    if (Result<void> ok = m_parts.state->setValue(failureKey(id), failure ? textOf(*failure) : QString()); !ok)
        qWarning("That a scheduled comparison failed could not be stored");
}

void VerifyKeeper::recall(SchemaId id)
{
    const Result<QString> text = m_parts.state->value(failureKey(id));
    if (text && !text->isEmpty())
        m_world.schema(id)->verifyFailure = failureOf(*text);
}

// Syncs that end and tables that change move what is due; a look now and then finds it.
void VerifyKeeper::arm()
{
    if (m_parts.scheduler.enabled && !m_stopped)
        m_timer.start(m_parts.scheduler.longestWaitMs);
}

} // namespace leat
