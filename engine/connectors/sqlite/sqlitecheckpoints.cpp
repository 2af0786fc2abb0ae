// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitecheckpoints.h"

#include <sqlite3.h>

namespace leat::sqlite {

namespace {

// The wal-index is mapped in regions of this size; its header is in the first.
constexpr int kRegion = 32768;
// Places in it, in words of 32 bits in the machine's own order.
constexpr int kSalt = 8;
constexpr int kBackfilled = 24;
constexpr int kAttempted = 32;

} // namespace

std::optional<Checkpoints> checkpointsOf(sqlite3* db)
{
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods
        || file->pMethods->iVersion < 2)
        return std::nullopt;
    // Not through a file of our own: closing it would drop every lock that this process holds on it.
    void volatile* region = nullptr;
    const int rc = file->pMethods->xShmMap(file, 0, kRegion, 0, &region);
    if ((rc != SQLITE_OK && rc != SQLITE_READONLY) || !region)
        return std::nullopt;
    const auto* words = static_cast<const volatile std::uint32_t*>(region);
    return Checkpoints{{words[kSalt], words[kSalt + 1]}, words[kBackfilled], words[kAttempted]};
}

bool hasMoved(sqlite3* db)
{
    int moved = 0;
    return sqlite3_file_control(db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

} // namespace leat::sqlite
