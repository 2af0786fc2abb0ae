// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace leat {

/// Why this version cannot do an action of a diagnosis (DiagnosisAction::id), translated; empty
/// when it can. Such an action is shown, so that a person sees the way, but cannot be chosen
/// (seed ids D50, D54).
QString unavailableReason(const QString& actionId);

} // namespace leat
