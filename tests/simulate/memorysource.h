// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"

#include <map>
#include <set>

namespace leat::sim {

struct Row
{
    qint64 id = 0;
    qint64 updated = 0;            ///< when the transaction began, as now() is (T002)
    qint64 value = 0;
    auto operator<=>(const Row&) const = default;
};

/// One table with transactions, in memory: rows carry the transaction that wrote them, snapshots
/// see what was committed. Time is a number of microseconds that only grows.
class MemoryDatabase
{
public:
    struct Version { Row row; quint64 xid = 0; };
    struct Transaction
    {
        quint64 xid = 0;           ///< 0: has not written yet (T003)
        qint64 began = 0;
        std::map<qint64, Version> written;
    };

    void tick() { ++m_now; }
    Transaction begin() { tick(); Transaction t; t.began = m_now; ++m_open; return t; }
    void write(Transaction& transaction, qint64 id, qint64 value);
    void commit(Transaction& transaction);
    qint64 newId() { return ++m_lastId; }

    quint64 horizon() const { return m_xids.empty() ? m_nextXid : *m_xids.begin(); }
    quint64 nextXid() const { return m_nextXid; }
    bool quiet() const { return m_open == 0; }
    qint64 now() const { return m_now; }
    const std::map<qint64, Version>& committed() const { return m_committed; }
    std::vector<Row> rows() const;

    TableShape shape;
    bool append = false;           ///< the table is written to by inserts alone

private:
    std::map<qint64, Version> m_committed;
    int m_open = 0;
    std::set<quint64> m_xids;
    quint64 m_nextXid = 100;
    qint64 m_now = 1'000'000;
    qint64 m_lastId = 0;
};

TableShape memoryShape(bool large);

/// Stops (Fiber::yield) before each thing it does.
class MemorySource final : public Source
{
public:
    explicit MemorySource(MemoryDatabase& database) : m_database(database) {}
    Result<CheckReport> check(const std::function<void(const CheckReport&)>&, const CancelToken&) override { return CheckReport(); }
    Result<void> probe(const CancelToken&) override { return {}; }
    Result<std::vector<TableListing>> listTables(const CancelToken&) override { return std::vector<TableListing>(); }
    QString defaultNamespace() const override { return {}; }
    Result<SyncOptions> options(const TableName&, const CancelToken&) override { return SyncOptions(); }
    Result<KeyCheck> checkKey(const TableName&, const QStringList&, const CancelToken&) override { return KeyCheck(); }
    Result<std::unique_ptr<TableSnapshot>> openSnapshot(const TableName& table, const CancelToken& cancel) override;

private:
    MemoryDatabase& m_database;
};

} // namespace leat::sim
