// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/secretbroker.h"

namespace leat {

SecretBroker::~SecretBroker() = default;

} // namespace leat
