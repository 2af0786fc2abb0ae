// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

namespace leat {

Terminal::~Terminal() = default;

} // namespace leat
