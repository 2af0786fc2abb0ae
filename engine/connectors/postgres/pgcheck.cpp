// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgcheck.h"

#include "engine/connectors/postgres/pglist.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace leat::pg {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PostgresCheck", text);
}

/// Walks the report's steps in order and tells who listens after each change.
class Steps
{
public:
    Steps(bool isSocket, const std::function<void(const CheckReport&)>& onStep) : m_onStep(onStep)
    {
        using K = CheckStep::Kind;
        for (const K kind : {K::Dns, K::Tcp, K::Tls, K::Login, K::Permissions}) {
            CheckStep step;
            step.kind = kind;
            const bool skip = isSocket && kind != K::Login && kind != K::Permissions;
            step.state = skip ? CheckStep::State::Skipped : CheckStep::State::Waiting;
            step.note = skip ? tr("not needed for a Unix socket") : QString();
            m_report.steps.push_back(step);
        }
        m_current = isSocket ? 3 : 0;
        start();
    }

    CheckReport& report() { return m_report; }
    CheckStep::Kind current() const { return m_report.steps[m_current].kind; }

    /// Ends the running step and, unless it was the last, starts the next.
    void finish(CheckStep::State state, const QString& note)
    {
        CheckStep& step = m_report.steps[m_current];
        step.state = state;
        step.note = note;
        step.milliseconds = m_timer.elapsed();
        if (m_current + 1 < m_report.steps.size()) {
            ++m_current;
            start();
        } else {
            tell();
        }
    }

    /// Fails the step that the error belongs to; the ones before it passed, the ones after it wait.
    void fail(CheckStep::Kind kind, const Error& error)
    {
        while (current() < kind)
            finish(CheckStep::State::Ok, {});
        // "Encrypted connections only" is said at the login, but belongs to the step before it.
        if (kind < current()) {
            m_report.steps[m_current].state = CheckStep::State::Waiting;
            while (current() > kind)
                --m_current;
        }
        CheckStep& step = m_report.steps[m_current];
        step.state = CheckStep::State::Failed;
        step.error = error;
        step.milliseconds = m_timer.elapsed();
        tell();
    }

private:
    void start()
    {
        m_report.steps[m_current].state = CheckStep::State::Running;
        m_timer.start();
        tell();
    }
    void tell()
    {
        if (m_onStep)
            m_onStep(m_report);
    }

    CheckReport m_report;
    std::size_t m_current = 0;
    QElapsedTimer m_timer;
    std::function<void(const CheckReport&)> m_onStep;
};

CheckStep::Kind stepOf(const Error& error, CheckStep::Kind reached)
{
    using K = CheckStep::Kind;
    switch (error.code) {
    case ErrorCode::HostUnknown: return K::Dns;
    case ErrorCode::TlsNotOffered: case ErrorCode::TlsRequired: case ErrorCode::TlsUntrusted: return K::Tls;
    case ErrorCode::AuthenticationFailed: case ErrorCode::DatabaseMissing: case ErrorCode::TooManyConnections:
    case ErrorCode::ServerStarting: case ErrorCode::UnsupportedServer: case ErrorCode::PermissionDenied: return std::max(reached, K::Login);
    case ErrorCode::ConnectionRefused: return std::max(reached, K::Tcp);
    default: return reached;
    }
}

Error noneReadable(const Connection& connection)
{
    Error error = sourceError(ErrorCode::PermissionDenied, tr("none of the tables may be read"), connection.context());
    error.args[QStringLiteral("table")] = tr("any table of “%1”").arg(connection.context().database);
    error.phase = Phase::Discover;
    return error;
}

void checkPermissions(Steps& steps, Connection& connection, const Settings& settings, const CancelToken& cancel)
{
    connection.setContext({}, Phase::Discover);
    const Result<ReadableCount> count = countReadable(connection, settings, cancel);
    if (!count)
        return steps.fail(CheckStep::Kind::Permissions, count.error());
    const QString note = tr("%1 of %2 tables readable").arg(count->readable).arg(count->tables);
    if (count->tables == 0)
        steps.finish(CheckStep::State::Warning, tr("the database has no tables"));
    else if (count->readable == 0)
        steps.fail(CheckStep::Kind::Permissions, noneReadable(connection));
    else
        steps.finish(count->readable < count->tables ? CheckStep::State::Warning : CheckStep::State::Ok, note);
}

} // namespace

Result<CheckReport> checkConnection(Pool& pool, const std::function<void(const CheckReport&)>& onStep, const CancelToken& cancel)
{
    const Settings& settings = pool.settings();
    Steps steps(settings.isSocket(), onStep);
    QString tls = settings.isSocket() ? QString() : tr("not encrypted");
    ConnectTrace trace;
    // libpq may connect more than once (several addresses, sslmode=prefer): only the first time counts.
    trace.onStage = [&](ConnectTrace::Stage stage, const QString& note) {
        using S = ConnectTrace::Stage;
        using K = CheckStep::Kind;
        if (stage == S::Resolved && steps.current() == K::Dns)
            steps.finish(CheckStep::State::Ok, note);
        else if (stage == S::Connected && steps.current() == K::Tcp) {
            steps.finish(CheckStep::State::Ok, note);
            if (settings.effectiveSslMode() == QLatin1String("disable"))
                steps.finish(CheckStep::State::Skipped, tls);
        }
        else if (stage == S::Encrypted && steps.current() == K::Tls)
            steps.finish(CheckStep::State::Ok, note);
        else if (stage == S::LoggedIn && steps.current() == K::Tls)
            steps.finish(CheckStep::State::Skipped, tls);
    };
    Result<Lease> lease = pool.connect(cancel, trace);
    if (!lease && lease.error().code == ErrorCode::Cancelled)
        return lease.error();
    if (!lease) {
        // Without encryption the login follows TCP at once, so its errors arrive while "TLS" runs.
        if (steps.current() == CheckStep::Kind::Tls && stepOf(lease.error(), steps.current()) > CheckStep::Kind::Tls)
            steps.finish(CheckStep::State::Skipped, tls);
        steps.fail(stepOf(lease.error(), steps.current()), lease.error());
        return steps.report();
    }
    steps.report().serverVersion = (*lease)->server().versionText;
    if (steps.current() == CheckStep::Kind::Login)
        steps.finish(CheckStep::State::Ok, tr("PostgreSQL %1").arg((*lease)->server().versionText));
    checkPermissions(steps, **lease, settings, cancel);
    if (cancel.isCancelled())
        return cancelled((*lease)->context());
    return steps.report();
}

} // namespace leat::pg
