// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace leat {

/// One row of a table of stable texts: std::array{Name<Color>{Color::Red, "red"}, …}.
template <typename E>
using Name = std::pair<E, const char*>;

/// Empty for a value that the table has not.
template <typename Table, typename E>
QString nameOf(const Table& table, E value)
{
    for (const auto& [candidate, name] : table)
        if (candidate == value)
            return QLatin1String(name);
    return {};
}

/// Case does not matter: people type "Completed" and "completed" (seed id D25).
template <typename Table>
auto valueOf(const Table& table, const QString& text) -> std::optional<typename Table::value_type::first_type>
{
    for (const auto& [candidate, name] : table)
        if (text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return candidate;
    return std::nullopt;
}

} // namespace leat
