// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitereadgroup.h"

#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqliteschema.h"
#include "engine/connectors/sqlite/sqliteshape.h"
#include "engine/connectors/sqlite/sqliteslices.h"

#include <sqlite3.h>

#include <algorithm>
#include <thread>

namespace leat::sqlite {

namespace {

constexpr int kAlignTries = 20;
constexpr int kHelperWaitMs = 50;

int wantedReaders(const Settings& settings)
{
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return settings.readers > 0 ? settings.readers : cores;
}

Result<void> beginFirst(Connection& connection)
{
    Result<bool> begun = connection.beginRead(connection.busyTimeoutMs());
    if (!begun)
        return begun.error();
    if (!*begun)
        return sourceError(ErrorCode::FileLocked, Phase::Connect, QStringLiteral("SQLite: database is locked"),
            {{QStringLiteral("path"), connection.path()}});
    return {};
}

// Small tables, views and tables without rowids are read by one connection.
Result<bool> isWorthMore(Connection& connection, const QString& name)
{
    Result<SchemaTable> table = findTable(connection, name);
    if (!table)
        return table.error();
    Result<std::optional<std::pair<qint64, qint64>>> span = rowidSpan(connection, *table);
    if (!span)
        return span.error();
    return *span && isWideSpan(**span);
}

} // namespace

Result<std::shared_ptr<ReadGroup>> ReadGroup::open(const Settings& settings, const QString& table, const CancelToken& cancel)
{
    Result<std::unique_ptr<Connection>> opened = Connection::open(settings, cancel);
    if (!opened)
        return opened.error();
    auto group = std::make_shared<ReadGroup>();
    group->m_connections.push_back(std::move(*opened));
    const Connection::Use use(group->first(), cancel);
    if (Result<void> ok = beginFirst(group->first()); !ok)
        return ok.error();
    const int readers = wantedReaders(settings);
    if (readers > 1) {
        Result<bool> more = isWorthMore(group->first(), table);
        if (!more)
            return more.error();
        if (*more)
            if (Result<void> ok = group->addHelpers(settings, readers, cancel); !ok)
                return ok.error();
    }
    for (const std::unique_ptr<Connection>& connection : group->m_connections)
        group->m_free.push_back(connection.get());
    return group;
}

Result<void> ReadGroup::addHelpers(const Settings& settings, int readers, const CancelToken& cancel)
{
    first().endRead();
    while (size() < readers) {
        Result<std::unique_ptr<Connection>> helper = Connection::open(settings, cancel);
        if (!helper) {
            if (helper.error().code == ErrorCode::Cancelled)
                return helper.error();
            break;
        }
        m_connections.push_back(std::move(*helper));
    }
    for (int i = 0; i < kAlignTries && size() > 1; ++i) {
        Result<bool> aligned = align(cancel);
        if (!aligned || *aligned)
            return aligned ? Result<void>() : Result<void>(aligned.error());
        for (const std::unique_ptr<Connection>& connection : m_connections)
            connection->endRead();
    }
    m_connections.resize(1);
    return beginFirst(first());
}

// False: something was committed in between, or a lock came between; try again.
Result<bool> ReadGroup::align(const CancelToken& cancel)
{
    std::vector<qint64> before(m_connections.size());
    for (std::size_t i = 1; i < m_connections.size(); ++i) {
        const Connection::Use use(*m_connections[i], cancel);
        Result<qint64> version = m_connections[i]->dataVersion();
        if (!version)
            return version.error();
        before[i] = *version;
    }
    if (Result<void> ok = beginFirst(first()); !ok)
        return ok.error();
    for (std::size_t i = 1; i < m_connections.size(); ++i) {
        const Connection::Use use(*m_connections[i], cancel);
        Result<bool> begun = m_connections[i]->beginRead(kHelperWaitMs);
        if (!begun || !*begun)
            return begun;
        Result<qint64> version = m_connections[i]->dataVersion();
        if (!version)
            return version.error();
        if (*version != before[i])
            return false;
    }
    // Two files may have the same number.
    if (Result<void> same = first().verifyUnchanged(); !same)
        return same.error();
    return true;
}

ReadGroup::Loan ReadGroup::borrow()
{
    const std::lock_guard lock(m_mutex);
    Loan loan;
    if (m_free.empty())
        return loan;
    loan.m_group = this;
    loan.m_connection = m_free.back();
    m_free.pop_back();
    return loan;
}

void ReadGroup::giveBack(Connection* connection)
{
    const std::lock_guard lock(m_mutex);
    m_free.push_back(connection);
}

ReadGroup::Loan::~Loan()
{
    if (m_group)
        m_group->giveBack(m_connection);
}

ReadGroup::Loan::Loan(Loan&& other) noexcept
    : m_group(std::exchange(other.m_group, nullptr)), m_connection(std::exchange(other.m_connection, nullptr))
{
}

ReadGroup::Loan& ReadGroup::Loan::operator=(Loan&& other) noexcept
{
    std::swap(m_group, other.m_group);
    std::swap(m_connection, other.m_connection);
    return *this;
}

} // namespace leat::sqlite
