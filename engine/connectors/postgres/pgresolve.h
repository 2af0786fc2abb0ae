// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/base/canceltoken.h"

#include <QStringList>

namespace leat::pg {

/// Addresses of a host, in the system's order. getaddrinfo cannot be interrupted, so it runs on a
/// thread of its own that is left behind when the token is cancelled or the time is up.
/// Errors (without args): HostUnknown, ConnectionTimeout, Cancelled.
Result<QStringList> resolveHost(const QString& host, int timeoutSeconds, const CancelToken& cancel);

} // namespace leat::pg
