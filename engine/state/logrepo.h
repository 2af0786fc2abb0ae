// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/state/database.h"

namespace leat {

/// The lines of runs' logs.
class LogRepo
{
public:
    /// Lines of so many newest runs of each schema are kept.
    static constexpr int keptRuns = 200;

    explicit LogRepo(Database& database) : m_database(database) {}
    /// A line whose number is not greater than the last one's gets the next number: an attempt
    /// that counts from one again loses nothing.
    Result<void> append(RunId run, const std::vector<LogLine>& lines);
    Result<LogPage> page(RunId run, qint64 afterSeq, int limit);
    Result<void> prune(SchemaId schema);

private:
    Database& m_database;
};

} // namespace leat
