// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"

namespace leat {

/// A write transaction: commit() or it is rolled back. There is at most one at a time: SQLite,
/// like other servers, would let a nested begin end the outer work early (T166), so that
/// begin() refuses it. A failed statement makes commit() fail (T132).
class Transaction
{
public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

} // namespace leat
