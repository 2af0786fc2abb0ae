// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"
#include "engine/connectors/sqlite/sqlitesettings.h"

namespace leat::sqlite {

/// One SQLite file. Keeps no connection between calls, so that nothing holds the file while
/// nobody reads it.
class SqliteSource final : public Source
{
public:
    explicit SqliteSource(Settings settings) : m_settings(std::move(settings)) {}

    Result<CheckReport> check(const std::function<void(const CheckReport&)>& onStep, const CancelToken& cancel) override;
    Result<void> probe(const CancelToken& cancel) override;
    Result<std::vector<TableListing>> listTables(const CancelToken& cancel) override;
    /// SQLite has no namespaces.
    QString defaultNamespace() const override { return {}; }
    Result<SyncOptions> options(const TableName& table, const CancelToken& cancel) override;
    Result<KeyCheck> checkKey(const TableName& table, const QStringList& key, const CancelToken& cancel) override;
    Result<std::unique_ptr<TableSnapshot>> openSnapshot(const TableName& table, const CancelToken& cancel) override;

private:
    const Settings m_settings;
};

} // namespace leat::sqlite
