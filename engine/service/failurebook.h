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
    /// too, so that a run that kills its process does not do so without pause (T148).
    void recall(const SchemaInfo& schema);
    /// After the run's end was noted on schema and source. `source` may be null.
    void ended(const RunInfo& run, const SourceInfo* source);
    /// Its configuration changed: what was wrong may be mended.
    void forget(SchemaId schema);
    /// The source works again, or was changed; the schemas that waited for it no longer do.
    void sourceIsWell(SourceId source, const std::vector<SchemaInfo>& schemas);

    /// Null: it did not fail.
    const Failing* of(SchemaId schema) const;
    /// Not before this a source may be tried again; invalid: at any time.
    QDateTime sourceWait(SourceId source) const;

private:
    std::map<SchemaId, Failing> m_schemas;
    std::map<SourceId, Failing> m_sources;
};

} // namespace leat
