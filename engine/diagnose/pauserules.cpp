// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/pauserules.h"

namespace leat {

std::optional<PauseRule> pauseRuleOf(const Error& error, const QString& sourceType, const Classifier& classifier)
{
    if (error.owner != Owner::Source || error.phase == Phase::Connect || error.retry == RetryClass::Transient)
        return std::nullopt;
    const Diagnosis diagnosis = classifier.classify(error, sourceType);
    if (diagnosis.retryable || diagnosis.isUnknown() || diagnosis.scope != FaultScope::Schema)
        return std::nullopt;
    const QString column = error.args.value(QStringLiteral("column"));
    if (error.code == ErrorCode::TableMissing)
        return PauseRule{PauseProof::TableGone, QStringLiteral("PROVEN-TABLE-GONE"), {}};
    if (error.code == ErrorCode::ColumnMissing && !column.isEmpty())
        return PauseRule{PauseProof::ColumnGone, QStringLiteral("PROVEN-COLUMN-GONE"), column};
    return std::nullopt;
}

} // namespace leat
