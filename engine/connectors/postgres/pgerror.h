// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"

#include <QString>

#include <string_view>

namespace leat::pg {

/// What was asked for when something failed; fills Error::args.
struct ErrorContext
{
    QString host;
    int port = 0;
    QString user;
    QString database;
    QString table;                 ///< as shown; empty: no table in play
    Phase phase = Phase::Connect;
};

/// A server's error by SQLSTATE first, then by its text (12-reliability §0.10). `message` is its
/// text without secrets; `column` fills args when the text does not name one.
Error classifyServer(const QString& sqlState, const QString& message, const ErrorContext& context);
/// A failed connection attempt: libpq gives text only, whose SQLSTATE is in verbose form.
/// `status` says how far it came: reached the server, TLS done.
struct ConnectProgress { bool tcp = false; bool tls = false; };
Error classifyConnect(const QString& message, ConnectProgress progress, const ErrorContext& context);
/// A connection that broke while in use.
Error connectionLost(const QString& message, const ErrorContext& context);
Error cancelled(const ErrorContext& context);
/// makeError with owner, phase and the context's args.
Error sourceError(ErrorCode code, const QString& detail, const ErrorContext& context);

/// Takes a known secret, its percent-encoded form and its longer tails out of a text: libpq quotes
/// the tail of a password of a string it cannot parse.
QString withoutSecret(QString text, std::string_view secret);

} // namespace leat::pg
