// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"

class QWidget;

namespace leat {

/// What became of each table of a selection; opens without blocking.
void showBulkResult(QWidget* parent, const QString& title, const BulkResult& result);

} // namespace leat
