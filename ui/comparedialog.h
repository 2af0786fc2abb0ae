// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/historyproxy.h"

class QWidget;

namespace leat {

/// Two runs side by side, what differs marked; `instead` says why there is nothing to compare.
void showComparison(QWidget* parent, const std::vector<RunDifference>& lines, const QString& instead);

} // namespace leat
