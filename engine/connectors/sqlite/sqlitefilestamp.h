// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace leat::sqlite {

/// Size and time of last change of a file, in the file system's finest units (trap T098). Taken
/// by stat(): opening and closing a database file beside SQLite would drop every lock that this
/// process holds on it (POSIX advisory locks).
struct FileStamp
{
    std::uintmax_t size = 0;
    std::int64_t changed = 0;
    bool operator==(const FileStamp&) const = default;
};

/// nullopt: there is no such file.
std::optional<FileStamp> stampOf(const QString& path);

} // namespace leat::sqlite
