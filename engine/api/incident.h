// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/diagnosis.h"

namespace leat {

/// The state of a source or schema as a person reads it; the order is the order of severity.
/// Stuck: runs without progress. Late: older than one and a half intervals. Quiet:
/// syncs work but find nothing for unusually long (T220). Unreachable: waits
/// for the source to answer again, and resumes by itself. PausedByLeat: its cause is proven not to
/// pass, so that nothing runs before a person resumes it.
enum class Health {
    Failed, Credentials, Stuck, PushBroken, Unreachable, Late, Quiet, Limit, NeedsResync, HeldBack, PausedByLeat,
    Running, Queued, Cancelling, Cancelled, Paused, NeverSynced, Off, Ok,
};

/// One cause that needs a person or is being waited for, with everything it stops. A failing
/// source is one incident, whatever the number of its tables.
struct Incident
{
    QString id;                    ///< stable while the cause lasts: "source-3-credentials"
    Health health = Health::Failed;
    SourceId sourceId;
    SchemaId schemaId;             ///< invalid: the source itself
    QString subject;               ///< "stripe" or "pg_shop.orders"
    QString headline;              ///< translated: "The password is no longer accepted"
    std::vector<SchemaId> schemas; ///< what it affects
    QDateTime since;               ///< UTC, invalid: not known
    QDateTime nextRetryAt;         ///< UTC, when it is tried again by itself; invalid: never
    Diagnosis diagnosis;
    DiagnosisAction action;        ///< the button; `id` empty when nothing can be done here
    bool operator==(const Incident&) const = default;
};

QString toString(Health value);
/// The word of a health as it is shown, translated.
QString healthTitle(Health value);

} // namespace leat
