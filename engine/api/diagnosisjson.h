// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"

#include <QJsonObject>

namespace leat {

// The JSON spelling of diagnoses, shared by `leatctl --json` and reports.
QJsonObject toJson(const DiagnosisAction& action);
QJsonObject toJson(const Diagnosis& diagnosis);
QJsonObject toJson(const DiagnosisReport& report);
QJsonObject toJson(const Incident& incident);

} // namespace leat
