// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteunixtime.h"

namespace leat::sqlite {

qint64 unixNow(qint64 unit, std::chrono::seconds ahead)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch() + ahead;
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count() / (kUnixUnits.back() / unit);
}

bool isNamedLikeTime(const DescribedTable& table, const QString& column)
{
    const Family family = table.decision(column)->family;
    return family == Family::Date || family == Family::DateTime || family == Family::DateTimeTz || changeRank(column) > 0;
}

} // namespace leat::sqlite
