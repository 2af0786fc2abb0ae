// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changepreview.h"
#include "engine/api/command.h"
#include "engine/api/world.h"

#include <QJsonObject>

namespace leat {

// The JSON spelling of api values, shared by `leatctl --json`, exports and the HTTP API.
// Field names follow the seeds (sync_type, incremental_field, latest_error, …).
QJsonObject toJson(const Error& error);
QJsonObject toJson(const SchemaConfig& config);
/// What is set only, as T35 spells it.
QJsonObject toJson(const SchemaPatch& patch);
QJsonObject toJson(const PauseNote& note);
QJsonObject toJson(const Bundle& bundle);
QJsonObject toJson(const SchemaInfo& schema);
QJsonObject toJson(const SourceInfo& source);
QJsonObject toJson(const RunInfo& run);
QJsonObject toJson(const RunProgress& progress);
QJsonObject toJson(const LogLine& line);
QJsonObject toJson(const CheckReport& report);
QJsonObject toJson(const SyncOptions& options);
QJsonObject toJson(const TableListing& listing);
QJsonObject toJson(const VerifyReport& report);
QJsonObject toJson(const Proof& proof);
Proof proofFromJson(const QJsonObject& json);
QJsonObject toJson(const ReconcileReport& report);
QJsonObject toJson(const ReconcileNote& note);
ReconcileNote reconcileNoteFromJson(const QJsonObject& json);
QJsonObject toJson(const DoctorReport& report);
QJsonObject toJson(const EngineInfo& engine);
QJsonObject toJson(const Impact& impact);
QJsonObject toJson(const ChangePreview& preview);
QJsonObject toJson(const BulkResult& result);
QJsonObject toJson(const KeyReport& report);
QJsonObject toJson(const RewindReport& report);
QJsonObject toJson(const DestructivePreview& preview);
QJsonObject toJson(const TrashItem& item);
QJsonObject toJson(const CredentialReport& report);
QJsonObject toJson(const AuditEntry& entry);

/// The state store keeps errors in this form.
std::optional<Error> errorFromJson(const QJsonObject& json);
SchemaConfig schemaConfigFromJson(const QJsonObject& json);

} // namespace leat
