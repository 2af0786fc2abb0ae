// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgdescribe.h"
#include "engine/connectors/postgres/pgpool.h"

#include <atomic>

namespace leat::pg {

/// A REPEATABLE READ transaction on one connection, the coordinator. Its first reader borrows that
/// connection; further readers import the snapshot on connections of their own.
class Snapshot final : public TableSnapshot
{
public:
    static Result<std::unique_ptr<Snapshot>> open(Pool& pool, const TableName& table, const CancelToken& cancel);
    ~Snapshot() override;

    const TableShape& shape() const override { return m_description.shape; }
    const SnapshotFacts& facts() const override { return m_description.facts; }
    Result<std::optional<QString>> maxCursor(const QString& column) override;
    Result<std::optional<QString>> maxCursorByNow(const QString& column) override;
    Result<int> compareCursor(const QString& column, const QString& a, const QString& b) override;
    Result<bool> isInFuture(const QString& column, const QString& value) override;
    Result<qint64> countNulls(const QString& column) override;
    Result<std::unique_ptr<TableRead>> read(const ReadSpec& spec) override;
    QStringList cut() const override;
    Result<std::vector<bool>> unchanged(const QStringList& all, const std::vector<PieceMark>& read, quint64 since, const CancelToken& cancel) override;
    Result<bool> confirmShape(const CancelToken& cancel) override;
    Result<std::optional<Digest>> digest(const DigestSpec& spec) override;

    // ---- for its reads ----
    Pool& pool() const { return m_pool; }
    QString label() const;
    /// The coordinator's connection for one reader at a time; null while it is lent.
    Connection* borrow();
    void giveBack() { m_lent = false; }

private:
    Snapshot(Pool& pool, Lease lease, Description description, CancelToken cancel);
    Result<Rows> ask(const std::string& sql);
    Result<const ReadableColumn*> orderedColumn(const QString& name);
    Result<std::optional<qint64>> greatestUnixByNow(const ReadableColumn& column);
    Result<bool> isUnixInFuture(const ReadableColumn& column, qint64 value);
    /// The server's, in µs since 1970.
    Result<qint64> clockMicros();
    Result<std::optional<QString>> greatest(const std::string& operand, const std::string& condition);
    int usefulReaders(const ReadSpec& spec) const;
    bool indexServes(const ReadSpec& spec) const;
    Error missing(const QString& column) const;
    Result<std::vector<const ReadableColumn*>> readable(const QStringList& names) const;
    Result<std::string> filter(const ReadSpec& spec, const ReadableColumn* cursor) const;
    bool canDigest();

    Pool& m_pool;
    Lease m_lease;
    Description m_description;
    CancelToken m_cancel;
    std::atomic<bool> m_lent{false};
    std::optional<bool> m_canDigest;
};

/// Ends a transaction; a connection on which that fails is not used again.
void rollBack(Connection& connection);

} // namespace leat::pg
