// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/sqlite/sqliteshape.h"

#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3_value;

namespace leat::sqlite {

/// What the values of a key become in the warehouse. Keys that the file tells apart can be one there: times that
/// are spelled differently, and the number 1 beside the text “1”.
class KeyForms
{
public:
    KeyForms(const DescribedTable& table, const QStringList& key);
    /// Hashes of the forms that several rows of the table share, in order; a scan of the key at most, and only where
    /// its columns can hold such values.
    Result<std::vector<std::uint64_t>> shared(Connection& connection) const;
    /// `values`: one for each column of the key, in its order.
    std::uint64_t hash(const std::vector<sqlite3_value*>& values) const;

private:
    Result<bool> mayShare(Connection& connection) const;

    const DescribedTable& m_table;
    QStringList m_key;
    std::vector<ColumnType::Kind> m_kinds;
};

} // namespace leat::sqlite
