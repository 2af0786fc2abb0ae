// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/bundle.h"
#include "engine/api/result.h"

#include <QByteArray>

namespace leat {

/// The files as a zip archive. Each entry is private to its user too. Errors: Internal.
Result<QByteArray> zipOf(const std::vector<BundleFile>& files, const QDateTime& at);

} // namespace leat
