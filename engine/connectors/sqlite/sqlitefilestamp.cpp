// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitefilestamp.h"

#include <filesystem>

namespace leat::sqlite {

std::optional<FileStamp> stampOf(const QString& path)
{
    std::error_code failed;
    const std::filesystem::path file(path.toStdU16String());
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (failed)
        return std::nullopt;
    const auto time = std::filesystem::last_write_time(file, failed);
    if (failed)
        return std::nullopt;
    return FileStamp{size, static_cast<std::int64_t>(time.time_since_epoch().count())};
}

} // namespace leat::sqlite
