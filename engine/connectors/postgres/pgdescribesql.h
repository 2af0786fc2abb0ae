// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <string>
#include <vector>

namespace leat::pg {

/// The table of a statement as two SQL expressions: literals, or the parameters of a prepared one.
struct TableRef
{
    std::string nameSpace = "$1";
    std::string name = "$2";
    static TableRef literal(const TableName& table);
};

/// The catalogue statements of beginAndDescribe(), in the order of its round trip.
std::string factsSql(int serverVersion);
std::string relationSql(const TableRef& table);
std::string columnsSql(const TableRef& table, bool withStatistics);
std::string indexesSql(const TableRef& table);
/// The names of columns with very many different values; not part of the round trip.
std::string diverseSql(const TableRef& table);
/// Labels and members of the types that the table's columns have: name, text.
std::string spellingsSql(const TableRef& table);
std::string leavesSql(const TableRef& table);
/// `pids` is an int4[] expression of backends that are left out.
std::string openTransactionsSql(const std::string& pids);
/// The next transaction id minus 3, as 32 bits, of the moment it runs.
std::string nextXidSql();

/// The whole round trip: BEGIN, settings, and the statements above with the probe of the table.
/// `prepared` uses the statements of prepareSql(), which saves planning them for each table.
std::string describeSql(const std::string& pinned, int serverVersion, const TableName& table, const std::vector<int>& ownPids,
                        bool withStatistics, bool prepared);
std::string prepareSql(int serverVersion);

} // namespace leat::pg
