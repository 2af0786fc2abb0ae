// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgpool.h"
#include "engine/connectors/source.h"

namespace leat::pg {

/// The connection test: Dns, Tcp, Tls, Login, Permissions, each with its time and its own error.
Result<CheckReport> checkConnection(Pool& pool, const std::function<void(const CheckReport&)>& onStep, const CancelToken& cancel);

} // namespace leat::pg
