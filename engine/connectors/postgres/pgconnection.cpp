// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgconnection.h"

#include "engine/connectors/postgres/pgresolve.h"
#include "engine/connectors/postgres/pgwait.h"

#include <chrono>
#include <thread>

namespace leat::pg {

namespace {

/// Tells the server to stop, from a thread of its own: PQcancel blocks on the network, which may be
/// the very thing that is dead. It touches only the PGcancel it owns and ends by itself.
void cancelAtServer(PGconn* connection)
{
    PGcancel* handle = PQgetCancel(connection);
    if (!handle)
        return;
    std::thread([handle] {
        char text[256];
        PQcancel(handle, text, sizeof text);
        PQfreeCancel(handle);
    }).detach();
}

QString resultText(const PGresult* result)
{
    QString text = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    for (const int field : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT})
        if (const char* more = PQresultErrorField(result, field))
            text += QLatin1Char('\n') + QString::fromUtf8(more);
    return text.isEmpty() ? QString::fromUtf8(PQresultErrorMessage(result)) : text;
}

} // namespace

Connection::~Connection()
{
    if (!m_connection)
        return;
    if (m_copying && !m_broken)
        cancelAtServer(m_connection);
    PQfinish(m_connection);
}

int Connection::backendPid() const
{
    return PQbackendPID(m_connection);
}

void Connection::setContext(const QString& table, Phase phase)
{
    m_context.table = table;
    m_context.phase = phase;
}

bool Connection::looksAlive()
{
    if (m_broken || m_copying || PQtransactionStatus(m_connection) != PQTRANS_IDLE)
        return false;
    // Something to read on an idle connection is a notice or a goodbye; after a goodbye comes the end.
    for (int i = 0; i < 4 && waitSocket(PQsocket(m_connection), false, 0) > 0; ++i)
        if (!PQconsumeInput(m_connection) || PQstatus(m_connection) != CONNECTION_OK)
            return false;
    return PQstatus(m_connection) == CONNECTION_OK;
}

Error Connection::lost()
{
    m_broken = true;
    m_copying = false;
    // The server's own last words ("terminating connection due to …") say more than ours.
    while (PGresult* result = PQgetResult(m_connection)) {
        const Rows owner(result);
        if (const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE))
            return brokenBy(classifyServer(QString::fromLatin1(state), withoutSecret(resultText(result), m_password.view()), m_context));
        if (PQresultStatus(result) == PGRES_COPY_OUT || PQresultStatus(result) == PGRES_COPY_IN)
            break;
    }
    return brokenBy(connectionLost(withoutSecret(QString::fromUtf8(PQerrorMessage(m_connection)), m_password.view()), m_context));
}

Error Connection::brokenBy(Error error)
{
    if (!m_gaveWay)
        return error;
    m_broken = true;
    return sourceError(ErrorCode::GaveWay, error.detail, m_context);
}

Error Connection::abandon()
{
    cancelAtServer(m_connection);
    m_broken = true;
    m_copying = false;
    return cancelled(m_context);
}

Error Connection::failure(const PGresult* result)
{
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (PQstatus(m_connection) != CONNECTION_OK)
        m_broken = true;
    const QString text = withoutSecret(resultText(result), m_password.view());
    return brokenBy(state ? classifyServer(QString::fromLatin1(state), text, m_context) : connectionLost(text, m_context));
}

// The system notices a network that is gone; a proxy that still answers for a server that is not, or a
// path that swallows the server's data, nobody does.
Result<void> Connection::waitReadable(const CancelToken& cancel)
{
    using Clock = std::chrono::steady_clock;
    const auto patience = std::chrono::seconds(m_patienceSeconds);
    auto silentSince = Clock::now();
    while (waitSocket(PQsocket(m_connection), false, kWaitSliceMs) == 0) {
        if (cancel.isCancelled())
            return abandon();
        if (Clock::now() - silentSince < patience)
            continue;
        if (!m_pulse || !m_pulse(cancel))
            return silent();
        silentSince = Clock::now();
    }
    return {};
}

Error Connection::silent()
{
    m_broken = true;
    m_copying = false;
    const QString text = QStringLiteral("no answer for %1 s, and the server no longer works on it").arg(m_patienceSeconds);
    return brokenBy(m_pulse ? connectionLost(text, m_context) : sourceError(ErrorCode::ConnectionTimeout, text, m_context));
}

Result<void> Connection::awaitInput(const CancelToken& cancel)
{
    // With TLS a whole record may already be decrypted inside the library, where poll() cannot see
    // it: take that first, and wait only when it was not enough.
    if (PQsslInUse(m_connection)) {
        if (!PQconsumeInput(m_connection))
            return lost();
        if (!PQisBusy(m_connection))
            return {};
    }
    if (cancel.isCancelled())
        return abandon();
    if (Result<void> r = waitReadable(cancel); !r)
        return r;
    if (!PQconsumeInput(m_connection))
        return lost();
    return {};
}

Result<std::vector<Rows>> Connection::script(const std::string& sql, const CancelToken& cancel)
{
    if (m_broken)
        return brokenBy(connectionLost(QStringLiteral("the connection was given up before"), m_context));
    if (cancel.isCancelled())
        return cancelled(m_context);
    if (!PQsendQuery(m_connection, sql.c_str()))
        return lost();
    std::vector<Rows> all;
    std::optional<Error> error;
    for (;;) {
        while (PQisBusy(m_connection))
            if (Result<void> r = awaitInput(cancel); !r)
                return r.error();
        PGresult* result = PQgetResult(m_connection);
        if (!result)
            break;
        Rows rows(result);
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            if (!error)
                error = failure(result);
        } else if (status == PGRES_COPY_OUT) {
            m_copying = true;
            all.push_back(std::move(rows));
            break;
        } else {
            all.push_back(std::move(rows));
        }
    }
    if (error)
        return *error;
    return all;
}

Result<Rows> Connection::query(const std::string& sql, const CancelToken& cancel)
{
    Result<std::vector<Rows>> all = script(sql, cancel);
    if (!all)
        return all.error();
    return all->empty() ? Rows() : std::move(all->back());
}

Result<void> Connection::startCopy(const std::string& sql, const CancelToken& cancel)
{
    Result<std::vector<Rows>> started = script(sql, cancel);
    if (!started)
        return started.error();
    if (!m_copying)
        return sourceError(ErrorCode::SourceQueryFailed, QStringLiteral("the server did not start the COPY"), m_context);
    return {};
}

Result<int> Connection::slowCopyRow(int size, char*& row, const CancelToken& cancel)
{
    while (size == 0) {
        if (PQsslInUse(m_connection)) {
            if (!PQconsumeInput(m_connection))
                return lost();
            size = PQgetCopyData(m_connection, &row, 1);
            if (size != 0)
                break;
        }
        if (cancel.isCancelled())
            return abandon();
        if (Result<void> r = waitReadable(cancel); !r)
            return r.error();
        if (!PQconsumeInput(m_connection))
            return lost();
        size = PQgetCopyData(m_connection, &row, 1);
    }
    if (size > 0)
        return size;
    m_copying = false;
    if (size == -2)
        return lost();
    // End of data: the command's own outcome follows, and only that says the copy is complete.
    std::optional<Error> error;
    for (;;) {
        while (PQisBusy(m_connection))
            if (Result<void> r = awaitInput(cancel); !r)
                return r.error();
        PGresult* result = PQgetResult(m_connection);
        if (!result)
            break;
        const Rows owner(result);
        if (PQresultStatus(result) != PGRES_COMMAND_OK && !error)
            error = failure(result);
    }
    if (error)
        return *error;
    return -1;
}

} // namespace leat::pg
