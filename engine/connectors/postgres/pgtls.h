// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <libpq-fe.h>

namespace leat::pg {

/// SHA-256 of the server's certificate as 64 hex digits; empty without TLS. Usable as soon as the
/// handshake is done, which is before libpq has sent anything of the login.
QString peerFingerprint(PGconn* connection);
/// "TLSv1.3, TLS_AES_256_GCM_SHA384".
QString tlsSummary(PGconn* connection);
/// The file or word to give libpq for "the system's authorities": libpq before 16 knows files only.
QByteArray systemAuthorities();

} // namespace leat::pg
