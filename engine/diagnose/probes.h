// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/classifier.h"

namespace leat {

/// Puts live probes beside what was recorded and ranks the causes by them: a step that fails now
/// outweighs an older text; a source that answers now makes an outage a thing of the past. Pure.
void rankByProbes(DiagnosisReport& report, const CheckReport& check, const QString& sourceType,
    const Classifier& classifier);

/// The words of a step: "Name", "Login", …
QString stepTitle(CheckStep::Kind kind);

} // namespace leat
