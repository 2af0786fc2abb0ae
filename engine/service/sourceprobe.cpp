// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/sourceprobe.h"

namespace leat {

namespace {

// Longer than any connect timeout that makes sense; a server that accepts and then is silent ends here.
constexpr int kDeadlineMs = 60'000;

Error noAnswer()
{
    Error error = makeError(ErrorCode::ConnectionTimeout, QStringLiteral("no answer to the probe within %1 s").arg(kDeadlineMs / 1000));
    error.owner = Owner::Source;
    error.phase = Phase::Connect;
    return error;
}

} // namespace

bool isSourceProblem(const Error& error)
{
    return error.owner == Owner::Keychain || error.code == ErrorCode::AuthenticationFailed
        || (error.owner == Owner::Source && error.phase == Phase::Connect);
}

void noteSourceState(EngineParts& parts, WorldKeeper& world, SourceId id, const std::optional<Error>& error)
{
    SourceInfo* source = world.source(id);
    if (!source)
        return;
    const SourceStatus status = error ? SourceStatus::Error : SourceStatus::Ok;
    if (source->status == status && source->latestError == error)
        return;
    source->status = status;
    source->latestError = error;
    if (error && error->code == ErrorCode::KeychainLocked)
        source->secretState = SecretState::Locked;
    else if (error && error->code == ErrorCode::KeychainReset)
        source->secretState = SecretState::Reset;
    else if (!error && !source->secretKeys.isEmpty())
        source->secretState = SecretState::Stored;
    if (Result<void> ok = parts.state->updateSource(*source, QStringLiteral("engine")); !ok)
        qWarning("The state of source %s could not be recorded", qUtf8Printable(source->name));
    world.touched(id);
}

bool SourceProbe::start(const SourceInfo& source, std::function<void(const Result<void>&)> tell)
{
    if (isAsking(source.id))
        return false;
    const CancelSource cancel;
    auto late = std::make_shared<bool>(false);
    std::unique_ptr<QTimer>& deadline = m_asking[source.id];
    deadline = std::make_unique<QTimer>();
    deadline->setSingleShot(true);
    QObject::connect(deadline.get(), &QTimer::timeout, deadline.get(), [cancel, late] {
        *late = true;
        cancel.cancel();
    });
    deadline->start(kDeadlineMs);
    m_ask.ask(
        [this, info = source](const CancelToken& token) -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            if (!opened)
                return opened.error();
            if (Result<void> answered = (*opened)->probe(token); !answered)
                return answered.error();
            return Reply(Done());
        },
        [this, id = source.id, tell = std::move(tell), late](Result<Reply>& reply) {
            m_asking.erase(id);
            if (reply)
                tell({});
            else if (*late)
                tell(noAnswer());
            else if (reply.error().code != ErrorCode::Cancelled)
                tell(reply.error());
        },
        cancel);
    return true;
}

} // namespace leat
