// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"
#include "engine/state/schemanames.h"

#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"

namespace leat {

/// Schemas: configuration with its revision, listing facts, and the mirror of the warehouse.
/// Writers expect an open transaction.
class SchemaRepo
{
public:
    explicit SchemaRepo(Database& database) : m_database(database) {}
    /// By source, then label; with resting status, without live run.
    Result<std::vector<SchemaInfo>> all();
    Result<SchemaInfo> one(SchemaId id);
    /// Names are made here, once, and never change. Fills `added` with the labels that are new.
    Result<std::vector<SchemaId>> add(const SourceInfo& source, const std::vector<SchemaInfo>& schemas, QStringList& added);
    Result<void> updateListing(const SchemaInfo& schema);
    /// None: nobody paused it.
    Result<void> setReconcile(SchemaId id, const ReconcileNote& note);
    Result<void> setPause(SchemaId id, const std::optional<PauseNote>& note);
    Result<void> setConfig(SchemaId id, const SchemaConfig& config);
    /// Counts days from the last run from now on, or from the next where there was none.
    Result<void> anchorSchedule(SchemaId id);
    Result<void> setProof(SchemaId id, const Proof& proof);
    Result<void> mirror(SchemaId id, qint64 rows, const QString& cursorText, const QDateTime& lastSyncedAt);

private:
    struct Existing { SchemaId id; SchemaNames names; };
    Result<std::map<TableName, Existing>> existing(SourceId source);
    Result<SchemaId> insert(const SourceInfo& source, const SchemaInfo& schema, const SchemaNames& names);
    Result<std::vector<SchemaInfo>> select(const QString& where, const QVariantList& args);

    Database& m_database;
};

} // namespace leat
