// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteslices.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqliteschema.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <algorithm>

namespace leat::sqlite {

namespace {

constexpr quint64 kWide = 65'536;          // below this a second reader costs more than it saves
constexpr quint64 kNarrowest = 16'384;
constexpr std::size_t kSlices = 64;

quint64 widthOf(const RowidSpan& span)
{
    return static_cast<quint64>(span.second) - static_cast<quint64>(span.first);
}

/// Finds the rowid next to a place, in either direction.
class Finder
{
public:
    static Result<Finder> make(Connection& connection, const SchemaTable& table)
    {
        const QByteArray id = quoted(table.rowidName);
        const QByteArray from = "SELECT " + id + " FROM " + quoted(table.name) + " WHERE " + id;
        Result<Statement> up = Statement::prepare(connection, from + " >= ?1 ORDER BY " + id + " LIMIT 1", Phase::Read, table.name);
        if (!up)
            return up.error();
        Result<Statement> down = Statement::prepare(connection, from + " <= ?1 ORDER BY " + id + " DESC LIMIT 1", Phase::Read, table.name);
        if (!down)
            return down.error();
        return Finder(std::move(*up), std::move(*down));
    }

    /// The range drawn in to its first and last row; nullopt: it has none.
    Result<std::optional<RowidSpan>> drawnIn(const RowidSpan& span)
    {
        using Drawn = std::optional<RowidSpan>;
        Result<std::optional<qint64>> first = look(m_up, span.first);
        if (!first || !*first || **first > span.second)
            return first ? Result<Drawn>(Drawn()) : Result<Drawn>(first.error());
        Result<std::optional<qint64>> last = look(m_down, span.second);
        if (!last || !*last)
            return last ? Result<Drawn>(Drawn()) : Result<Drawn>(last.error());
        return Drawn(RowidSpan(**first, **last));
    }

private:
    Finder(Statement up, Statement down) : m_up(std::move(up)), m_down(std::move(down)) {}
    static Result<std::optional<qint64>> look(Statement& statement, qint64 place)
    {
        statement.reset();
        statement.bindInt(1, place);
        Result<bool> row = statement.step();
        if (!row)
            return row.error();
        std::optional<qint64> found;
        if (*row)
            found = statement.integer(0);
        statement.reset();
        return found;
    }
    Statement m_up;
    Statement m_down;
};

} // namespace

bool isWideSpan(const RowidSpan& span)
{
    return widthOf(span) >= kWide;
}

Result<std::vector<RowidSpan>> splitSpan(Connection& connection, const SchemaTable& table, const RowidSpan& span)
{
    Result<Finder> finder = Finder::make(connection, table);
    if (!finder)
        return finder.error();
    const auto narrower = [](const RowidSpan& a, const RowidSpan& b) { return widthOf(a) < widthOf(b); };
    std::vector<RowidSpan> slices;         // a heap, the widest in front
    Result<std::optional<RowidSpan>> whole = finder->drawnIn(span);
    if (!whole)
        return whole.error();
    if (*whole)
        slices.push_back(**whole);
    const bool wide = !slices.empty() && isWideSpan(slices.front());
    while (wide && slices.size() < kSlices && widthOf(slices.front()) >= kNarrowest) {
        std::pop_heap(slices.begin(), slices.end(), narrower);
        const RowidSpan widest = slices.back();
        slices.pop_back();
        const auto middle = static_cast<qint64>(static_cast<quint64>(widest.first) + widthOf(widest) / 2);
        for (const RowidSpan& half : {RowidSpan(widest.first, middle), RowidSpan(middle + 1, widest.second)}) {
            Result<std::optional<RowidSpan>> drawn = finder->drawnIn(half);
            if (!drawn)
                return drawn.error();
            if (*drawn) {
                slices.push_back(**drawn);
                std::push_heap(slices.begin(), slices.end(), narrower);
            }
        }
    }
    std::sort(slices.begin(), slices.end());
    return slices;
}

std::optional<RowidSpan> SliceQueue::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_next == m_slices.size())
        return std::nullopt;
    return m_slices[m_next++];
}

} // namespace leat::sqlite
