// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"

namespace leat {

/// "stripe: the password is no longer accepted · 8 tables waiting · for 6 h 04 min".
QString incidentLine(const Incident& incident, const QDateTime& now);
/// What stands on the button of an action: short, and with "…" where a dialog follows.
QString buttonWords(const DiagnosisAction& action);
/// What an action does to data that are there, in one or two words: "keeps data".
QString effectWord(ActionEffect effect);
QString confidenceWord(Confidence confidence);

} // namespace leat
