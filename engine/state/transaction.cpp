// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/transaction.h"

#include "engine/base/failpoint.h"

#include <utility>

namespace leat {

Result<Transaction> Transaction::begin(Database& database)
{
    if (database.m_inTransaction)
        return makeError(ErrorCode::Internal, QStringLiteral("a transaction inside a transaction"));
    // IMMEDIATE takes the write lock now: a deferred one can fail half way with "busy".
    if (Result<void> begun = database.control(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun.error();
    database.m_inTransaction = true;
    database.m_failed = false;
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // Fails only when SQLite has rolled back by itself (disk full), which is what we want.
    (void)m_database->control(QStringLiteral("ROLLBACK"));
    m_database->m_inTransaction = false;
}

Result<void> Transaction::commit()
{
    if (!m_database)
        return makeError(ErrorCode::Internal, QStringLiteral("a transaction that has ended already"));
    if (m_database->m_failed)
        return makeError(ErrorCode::Internal, QStringLiteral("a statement of the transaction failed"));
    LEAT_FAILPOINT("state.before-commit");
    Result<void> done = m_database->control(QStringLiteral("COMMIT"));
    if (done) {
        LEAT_KILLPOINT("state.after-commit");
        std::exchange(m_database, nullptr)->m_inTransaction = false;
    }
    return done;
}

} // namespace leat
