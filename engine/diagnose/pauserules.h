// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/classifier.h"

namespace leat {

/// What has to be looked at, live, before the engine pauses a schema by itself.
enum class PauseProof {
    TableGone,                     ///< the source's list of tables is read and lacks it
    ColumnGone,                    ///< the table is described and lacks the column, hidden ones included
};

struct PauseRule
{
    PauseProof proof = PauseProof::TableGone;
    QString ruleId;                ///< stable: "PROVEN-TABLE-GONE"
    QString subject;               ///< the column; empty for the table itself
};

/// The rule by which a failure may lead to a pause; none for almost all. Only what the source
/// itself said of this one table, what no rule calls retryable or unknown, and what can be looked at again
/// without the failed text: nothing of network, login, warehouse, keychain or state (T223). Pure.
std::optional<PauseRule> pauseRuleOf(const Error& error, const QString& sourceType, const Classifier& classifier);

} // namespace leat
