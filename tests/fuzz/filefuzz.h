// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/parsers.h"

namespace leat::fuzz {

/// The parsers of binary input: COPY rows, texts in them, a profile's state file.
std::vector<Parser> fileParsers(const QString& folder);

} // namespace leat::fuzz
