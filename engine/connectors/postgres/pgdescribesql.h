// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <string>
#include <vector>

namespace leat::pg {

/// The catalogue statements of beginAndDescribe(), in the order of its round trip.
std::string factsSql(int serverVersion);
std::string relationSql(const TableName& table);
std::string columnsSql(const TableName& table, bool withStatistics);
std::string indexesSql(const TableName& table);
std::string leavesSql(const TableName& table);
std::string openTransactionsSql(const std::vector<int>& ownPids);
/// The next transaction id minus 3, as 32 bits, of the moment it runs.
std::string nextXidSql();

} // namespace leat::pg
