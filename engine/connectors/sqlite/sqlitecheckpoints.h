// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

struct sqlite3;

namespace leat::sqlite {

/// How far a write-ahead log was carried over into its file, as the wal-index tells (sqlite.org/walformat.html).
/// Nothing else may write into a file in WAL mode, and nobody does so without moving one of these on first.
struct Checkpoints
{
    std::uint32_t salts[2] = {};           ///< of the log; others after each restart of it
    std::uint32_t done = 0;                ///< frames that are in the file
    std::uint32_t begun = 0;               ///< frames that are on the way into it
    bool operator==(const Checkpoints&) const = default;
    bool underWay() const { return begun != done; }
};

/// Only for a connection that has read in WAL mode. nullopt: it has no shared wal-index.
std::optional<Checkpoints> checkpointsOf(sqlite3* db);

/// Whether the path leads to another file than the one that is open (trap T098).
bool hasMoved(sqlite3* db);

} // namespace leat::sqlite
