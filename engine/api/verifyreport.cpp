// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verifyreport.h"

namespace leat {

QString toString(VerifyMethod method)
{
    switch (method) {
    case VerifyMethod::Digests: return QStringLiteral("digests");
    case VerifyMethod::ReadDigests: return QStringLiteral("read_digests");
    case VerifyMethod::Rows: break;
    }
    return QStringLiteral("rows");
}

Proof proofOf(const VerifyReport& report)
{
    Proof proof;
    proof.verifiedAt = report.at;
    proof.sourceRows = report.sourceRows;
    proof.missing = report.missing;
    proof.extra = report.keepsVersions ? 0 : report.extra;
    proof.differing = report.differing;
    proof.pending = report.pending;
    proof.repaired = report.repaired;
    return proof;
}

} // namespace leat
