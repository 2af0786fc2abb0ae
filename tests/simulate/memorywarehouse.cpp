// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulate/memorywarehouse.h"

#include "tests/simulate/fiber.h"

#include <algorithm>
#include <array>

namespace leat::sim {

namespace {

constexpr std::size_t kColumns = 3;

class Session final : public LoadSession
{
public:
    Session(MemoryWarehouse& warehouse, LoadSpec spec) : m_warehouse(warehouse), m_spec(std::move(spec)) { ++m_warehouse.loads; }
    ~Session() override { --m_warehouse.loads; }

    Result<qint64> load(TableRead& read, const CancelToken& cancel) override
    {
        Result<std::unique_ptr<BatchReader>> reader = read.openReader(cancel);
        if (!reader)
            return reader.error();
        for (;;) {
            std::array<std::array<qint64, 16>, kColumns> cells{};
            RecordBatch batch;
            for (std::size_t i = 0; i < kColumns; ++i)
                batch.columns().emplace_back(ColumnType{ColumnType::Kind::Int64, 0, 0}, cells[i].data(), nullptr, nullptr);
            const Result<std::size_t> rows = (*reader)->fill(batch);
            if (!rows)
                return rows.error();
            if (*rows == 0)
                return qint64(m_staged.size());
            for (std::size_t i = 0; i < *rows; ++i)
                m_staged.push_back({cells[0][i], cells[1][i], cells[2][i]});
        }
    }

    Result<CommitOutcome> commit(const CommitRecord& record, const CancelToken& cancel) override
    {
        Fiber::yield();
        if (cancel.isCancelled())
            return makeError(ErrorCode::Cancelled);
        if (Result<void> ok = admit(record); !ok)
            return ok.error();
        MemoryWarehouse::Table next = m_spec.mode == LoadMode::Swap || !m_warehouse.table
            ? MemoryWarehouse::Table() : *m_warehouse.table;
        if (m_spec.mode == LoadMode::Upsert)
            std::erase_if(next.rows, [this](const Row& row) { return isStaged(row.id); });
        add(next.rows);
        CommitOutcome outcome;
        outcome.tableRows = next.state.tableRows = qint64(next.rows.size());
        next.state.last = record;
        next.state.tableExists = true;
        next.state.columns = m_spec.columns;
        m_warehouse.table = std::move(next);
        m_warehouse.commits.push_back({{record.runId, record.fence}, m_spec.mode, record});
        // The answer may be late: what follows happens after others have gone on.
        Fiber::yield();
        return outcome;
    }

private:
    Result<void> admit(const CommitRecord& record) const
    {
        const std::optional<MemoryWarehouse::Table>& table = m_warehouse.table;
        if (table && table->state.last.fence > record.fence && !m_warehouse.ignoresFence)
            return makeError(ErrorCode::FenceLost);
        for (const MemoryWarehouse::Table& old : m_warehouse.trashCan)
            if (!table && old.state.last.fence > record.fence)
                return makeError(ErrorCode::FenceLost);
        if (!m_spec.basis || m_warehouse.ignoresBasis)
            return {};
        if (!table || *m_spec.basis != Generation{table->state.last.runId, table->state.last.fence})
            return makeError(ErrorCode::RevisionConflict);
        return {};
    }
    bool isStaged(qint64 id) const
    {
        return std::any_of(m_staged.begin(), m_staged.end(), [id](const Row& row) { return row.id == id; });
    }
    void add(std::vector<Row>& rows) const
    {
        std::multiset<Row> there;
        if (m_spec.mode == LoadMode::Append && m_spec.boundary)
            there.insert(rows.begin(), rows.end());
        for (const Row& row : m_staged) {
            if (const auto same = there.find(row); same != there.end())
                there.erase(same);
            else
                rows.push_back(row);
        }
    }

    MemoryWarehouse& m_warehouse;
    LoadSpec m_spec;
    std::vector<Row> m_staged;
};

} // namespace

Result<std::unique_ptr<LoadSession>> MemoryWarehouse::begin(const LoadSpec& spec)
{
    Fiber::yield();
    return std::unique_ptr<LoadSession>(std::make_unique<Session>(*this, spec));
}

Result<std::optional<StoredState>> MemoryWarehouse::state(const WarehouseTable&)
{
    Fiber::yield();
    return table ? std::optional<StoredState>(table->state) : std::nullopt;
}

Result<qint64> MemoryWarehouse::trash(const WarehouseTable&, const TrashNote&)
{
    if (!table)
        return makeError(ErrorCode::WarehouseMissing);
    trashCan.push_back(*table);
    table.reset();
    return qint64(trashCan.size());
}

Result<StoredState> MemoryWarehouse::restore(qint64 id, const TrashNote& note)
{
    Table back = trashCan.at(std::size_t(id - 1));
    if (table) {
        back.state.last.fence = std::max(back.state.last.fence, table->state.last.fence);
        if (Result<qint64> kept = trash({}, note); !kept)
            return kept.error();
    }
    table = back;
    return back.state;
}

} // namespace leat::sim
