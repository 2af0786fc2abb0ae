// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgerror.h"

#include <QRegularExpression>

#include <optional>

namespace leat::pg {

namespace {

bool has(const QString& text, const char* part)
{
    return text.contains(QLatin1String(part), Qt::CaseInsensitive);
}

std::optional<ErrorCode> loginState(const QString& state, const QString& message)
{
    if (state == QLatin1String("28000")) {
        // Class 28000 is also "no pg_hba.conf entry", where the cure may be encryption.
        if (has(message, "no encryption") || has(message, "SSL off") || has(message, "hostssl"))
            return ErrorCode::TlsRequired;
        return ErrorCode::AuthenticationFailed;
    }
    if (state.startsWith(QLatin1String("28")))
        return ErrorCode::AuthenticationFailed;
    if (state == QLatin1String("3D000"))
        return ErrorCode::DatabaseMissing;
    if (state == QLatin1String("53300") || state == QLatin1String("53400"))
        return ErrorCode::TooManyConnections;
    if (state == QLatin1String("57P03") || state == QLatin1String("57P01") || state == QLatin1String("57P02"))
        return state == QLatin1String("57P03") ? ErrorCode::ServerStarting : ErrorCode::ConnectionLost;
    if (state.startsWith(QLatin1String("08")) || state == QLatin1String("25P03") || state == QLatin1String("57P05"))
        return ErrorCode::ConnectionLost;
    return std::nullopt;
}

ErrorCode queryState(const QString& state, const QString& message)
{
    if (state == QLatin1String("42P01") || state == QLatin1String("3F000"))
        return ErrorCode::TableMissing;
    if (state == QLatin1String("42703"))
        return ErrorCode::ColumnMissing;
    if (state == QLatin1String("42501"))
        return has(message, "row-level security") || has(message, "row security") ? ErrorCode::RowSecurity : ErrorCode::PermissionDenied;
    // 57014 is a time-out, or somebody at the server used pg_cancel_backend(); our own cancels never
    // get here (T154).
    if (state == QLatin1String("57014"))
        return has(message, "user request") ? ErrorCode::SourceQueryFailed : ErrorCode::QueryTimeout;
    if (state == QLatin1String("55P03"))
        return ErrorCode::QueryTimeout;
    if (state == QLatin1String("57P04"))
        return ErrorCode::DatabaseMissing;
    return ErrorCode::SourceQueryFailed;
}

/// Failures of one moment: conflicts with recovery, deadlocks, a full disk or memory at the server.
bool isPassing(const QString& state)
{
    return state == QLatin1String("40001") || state == QLatin1String("40P01") || state == QLatin1String("57014")
        || state.startsWith(QLatin1String("53")) || state == QLatin1String("58000") || state == QLatin1String("58030");
}

ErrorCode connectByText(const QString& text, ConnectProgress progress)
{
    if (has(text, "server does not support SSL"))
        return ErrorCode::TlsNotOffered;
    if (has(text, "certificate") || has(text, "root certificate file"))
        return ErrorCode::TlsUntrusted;
    if (has(text, "SSL error") || has(text, "invalid response to SSL negotiation") || has(text, "SSL SYSCALL"))
        return progress.tls ? ErrorCode::ConnectionLost : ErrorCode::TlsUntrusted;
    if (has(text, "could not translate host name") || has(text, "Name or service not known") || has(text, "No address associated"))
        return ErrorCode::HostUnknown;
    if (has(text, "no password supplied") || has(text, "password authentication failed") || has(text, "SASL authentication")
        || has(text, "authentication failed") || has(text, "authentication method"))
        return ErrorCode::AuthenticationFailed;
    if (has(text, "Connection refused") || has(text, "No such file or directory"))
        return ErrorCode::ConnectionRefused;
    if (has(text, "timed out") || has(text, "timeout expired") || has(text, "No route to host") || has(text, "unreachable"))
        return ErrorCode::ConnectionTimeout;
    if (has(text, "closed the connection unexpectedly") || has(text, "reset by peer") || has(text, "could not receive data"))
        return ErrorCode::ConnectionLost;
    return progress.tcp ? ErrorCode::ConnectionLost : ErrorCode::ConnectionRefused;
}

/// The identifier in the first pair of quotes of a server's message ("column \"x\" does not exist").
QString quotedPart(const QString& message)
{
    static const QRegularExpression quoted(QStringLiteral("[\"«„]([^\"»“]+)[\"»“]"));
    return quoted.match(message).captured(1);
}

} // namespace

Error sourceError(ErrorCode code, const QString& detail, const ErrorContext& context)
{
    QMap<QString, QString> args{{QStringLiteral("host"), context.host}, {QStringLiteral("user"), context.user},
        {QStringLiteral("database"), context.database}};
    if (context.port > 0)
        args[QStringLiteral("port")] = QString::number(context.port);
    if (!context.table.isEmpty())
        args[QStringLiteral("table")] = context.table;
    Error error = makeError(code, detail.trimmed(), args);
    error.owner = Owner::Source;
    error.phase = context.phase;
    return error;
}

Error classifyServer(const QString& sqlState, const QString& message, const ErrorContext& context)
{
    const ErrorCode code = loginState(sqlState, message).value_or(queryState(sqlState, message));
    Error error = sourceError(code, message, context);
    error.sqlState = sqlState;
    if (code == ErrorCode::ColumnMissing)
        error.args[QStringLiteral("column")] = quotedPart(message);
    if (code == ErrorCode::SourceQueryFailed)
        error.retry = isPassing(sqlState) ? RetryClass::Transient : RetryClass::NeedsUser;
    // A lock that was waited for: whoever holds it, an ALTER TABLE or VACUUM FULL, ends by itself.
    if (code == ErrorCode::ConnectionLost || sqlState == QLatin1String("55P03"))
        error.retry = RetryClass::Transient;
    return error;
}

Error classifyConnect(const QString& message, ConnectProgress progress, const ErrorContext& context)
{
    // Verbose messages carry the code: "FATAL:  28P01: password authentication failed".
    static const QRegularExpression verbose(QStringLiteral(":  ([0-9A-Z]{5}): ([^\\n]*)"));
    const QRegularExpressionMatch match = verbose.match(message);
    if (match.hasMatch()) {
        if (const auto code = loginState(match.captured(1), match.captured(2))) {
            Error error = sourceError(*code, message, context);
            error.sqlState = match.captured(1);
            return error;
        }
        Error error = classifyServer(match.captured(1), message, context);
        return error;
    }
    return sourceError(connectByText(message, progress), message, context);
}

Error connectionLost(const QString& message, const ErrorContext& context)
{
    Error error = sourceError(ErrorCode::ConnectionLost, message, context);
    error.retry = RetryClass::Transient;
    return error;
}

Error cancelled(const ErrorContext& context)
{
    return sourceError(ErrorCode::Cancelled, {}, context);
}

QString withoutSecret(QString text, std::string_view secret)
{
    if (secret.empty())
        return text;
    const QString mask = QStringLiteral("***");
    const QByteArray bytes(secret.data(), static_cast<qsizetype>(secret.size()));
    text.replace(QString::fromLatin1(bytes.toPercentEncoding()), mask);
    text.replace(QString::fromUtf8(bytes), mask);
    // Tails, longest first; four bytes and less are too common to be taken for a secret's.
    for (qsizetype size = bytes.size() - 1; size > 4; --size)
        text.replace(QString::fromUtf8(bytes.right(size)), mask);
    return text;
}

} // namespace leat::pg
