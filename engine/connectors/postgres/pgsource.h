// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgpool.h"
#include "engine/connectors/source.h"

namespace leat::pg {

struct Description;

/// A PostgreSQL database. Thread-safe; every call takes a connection from the pool.
class PostgresSource final : public Source
{
public:
    PostgresSource(Settings settings, SecretMap secrets);
    ~PostgresSource() override;

    Result<CheckReport> check(const std::function<void(const CheckReport&)>& onStep, const CancelToken& cancel) override;
    Result<void> probe(const CancelToken& cancel) override;
    Result<std::vector<TableListing>> listTables(const CancelToken& cancel) override;
    QString defaultNamespace() const override;
    Result<SyncOptions> options(const TableName& table, const CancelToken& cancel) override;
    Result<KeyCheck> checkKey(const TableName& table, const QStringList& key, const CancelToken& cancel) override;
    Result<std::unique_ptr<TableSnapshot>> openSnapshot(const TableName& table, const CancelToken& cancel) override;

private:
    Pool m_pool;
};

} // namespace leat::pg
