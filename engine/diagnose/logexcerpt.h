// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/classifier.h"

namespace leat {

/// The judgement on a pasted text: a short one as a whole; of a log, the line that says most.
struct ExcerptJudgement
{
    QString excerpt;
    Diagnosis diagnosis;
};

/// `evidence.text` may be a whole log file. The surest line wins, of equally sure ones the last:
/// what came after a cause is often its echo, but runs are pasted with the newest at the end.
ExcerptJudgement judgeText(const Classifier& classifier, FailureEvidence evidence);

} // namespace leat
