// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/canceltoken.h"
#include "engine/base/handoff.h"
#include "engine/connectors/source.h"

#include <QByteArray>
#include <QString>

#include <duckdb.h>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace leat {

/// One read on its way into DuckDB, pulled by DuckDB's threads. Holds the first error of the
/// readers as it was, because DuckDB carries texts only.
class ReaderFeed
{
public:
    /// `names` are the warehouse's names of read.columns(), in order.
    /// `pieceName`: of a further column that says each row's piece; empty: none.
    ReaderFeed(TableRead& read, QStringList names, CancelToken cancel, QByteArray pieceName = {});
    const QByteArray& pieceName() const { return m_pieceName; }

    const std::vector<ReadColumn>& columns() const { return m_read.columns(); }
    const QStringList& names() const { return m_names; }
    int readers() const;
    Result<std::unique_ptr<BatchReader>> openReader() { return m_read.openReader(m_cancel); }
    void addRows(std::size_t rows) { m_rows.fetch_add(static_cast<qint64>(rows), std::memory_order_relaxed); }
    qint64 rows() const { return m_rows.load(std::memory_order_relaxed); }
    void fail(const Error& error);
    std::optional<Error> firstError() const;

private:
    TableRead& m_read;
    QStringList m_names;
    CancelToken m_cancel;
    QByteArray m_pieceName;
    std::atomic<qint64> m_rows{0};
    mutable std::mutex m_mutex;
    std::optional<Error> m_error;
};

/// The feeds that the table function leat_read('<id>') can find. Ids are random, so that a
/// statement typed by a person cannot guess one. Thread-safe.
class FeedRegistry
{
public:
    QByteArray add(std::shared_ptr<ReaderFeed> feed);
    void remove(const QByteArray& id);
    std::shared_ptr<ReaderFeed> find(const QByteArray& id) const;

private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, std::shared_ptr<ReaderFeed>> m_feeds;
};

/// A feed's stay in the registry.
class FeedRegistration
{
public:
    FeedRegistration(FeedRegistry& registry, std::shared_ptr<ReaderFeed> feed)
        : m_registry(registry), m_id(registry.add(std::move(feed)))
    {
        handoff::given();
    }
    ~FeedRegistration()
    {
        handoff::taken();
        m_registry.remove(m_id);
    }
    FeedRegistration(const FeedRegistration&) = delete;
    FeedRegistration& operator=(const FeedRegistration&) = delete;
    /// "leat_read('…')", to be used in FROM.
    QByteArray sql() const { return "leat_read('" + m_id + "')"; }

private:
    FeedRegistry& m_registry;
    QByteArray m_id;
};

/// Registers leat_read in the instance of `connection`; `registry` lives as long as it.
bool registerReaderFunction(duckdb_connection connection, std::shared_ptr<FeedRegistry> registry);

} // namespace leat
