// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"

#include <map>

namespace leat {

/// Who failed how often in a row, so that the scheduler can wait longer each time. A plain value
/// type that lives as long as the process; main thread.
class FailureBook
{
public:
    struct Failing
    {
        int count = 0;
        QDateTime at;              ///< UTC, end of the last failed run
        RetryClass retry = RetryClass::Transient;
        bool ofSource = false;     ///< the whole source could not be used
    };

    /// What a former process left: a failed run counts once, a run that died with its process
    /// too, so that a run that kills its process does not do so without pause (T148). `source` may be null.
    void recall(const SchemaInfo& schema, const SourceInfo* source);
    /// After the run's end was noted on schema and source. `source` may be null.
    void ended(const RunInfo& run, const SourceInfo* source);
    /// Its configuration changed: what was wrong may be mended.
    void forget(SchemaId schema);
    /// The source answers again, or was changed: the schemas that failed with it are due at once.
    void sourceIsWell(SourceId source, const std::vector<SchemaInfo>& schemas, const QDateTime& now);

    /// Null: it did not fail.
    const Failing* of(SchemaId schema) const;

private:
    std::map<SchemaId, Failing> m_schemas;
};

} // namespace leat
