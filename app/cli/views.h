// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "engine/api/command.h"
#include "engine/api/world.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace leat {

// How api values look as text; jsonview.h says how they look as JSON.
Cell statusCell(SchemaStatus status);
/// The same, but what is wrong instead of “ok” where there is something: never greener than `leatctl incidents`.
Cell statusCell(const World& world, const SchemaInfo& schema);
/// The worst incident that affects a table; nullptr: none.
const Incident* incidentOf(const World& world, SchemaId id);
/// When a table was last compared with its source, and what was found.
Cell proofCell(const Output& out, const Proof& proof);
Cell statusCell(RunStatus status);
Cell statusCell(SourceStatus status);
Cell statusCell(CheckStep::State state);
Cell statusCell(DoctorFinding::State state);

TextTable sourceTable(const Output& out, const World& world, const std::vector<SourceInfo>& sources);
TextTable schemaTable(const Output& out, const World& world, const std::vector<SchemaInfo>& schemas);
TextTable runTable(const Output& out, const std::vector<RunInfo>& runs);
TextTable checkTable(const CheckReport& report);
KeyValueList schemaDetails(const Output& out, const World& world, const SchemaInfo& schema);

QString phaseText(RunPhase phase);
/// How many rows of a table lie in quarantine, or were put there by a run, and the command that shows them.
QString quarantineText(const Output& out, const QString& name, qint64 rows);
/// What may be relied on, in one clause.
QString guaranteeText(Guarantee guarantee);

/// A schema's JSON with its full name and the incident that affects it added.
QJsonObject schemaJson(const World& world, const SchemaInfo& schema);
QJsonArray schemasJson(const World& world, const std::vector<SchemaInfo>& schemas);
/// A source's JSON with its schemas.
QJsonObject sourceJson(const SourceInfo& source, const World& world);

std::vector<SchemaInfo> schemasOf(const World& world, SourceId source);
/// The same schemas as they are now.
std::vector<SchemaInfo> refreshed(const World& world, const std::vector<SchemaInfo>& schemas);

/// When it runs next: "due" once the time has come, empty for never.
QString nextRunText(const Output& out, const QDateTime& at);
/// "24hour at 02:30:00".
QString frequencyText(const SchemaConfig& config);
/// "on", "paused", "paused until …", or that no process starts anything now.
QString schedulerText(const Output& out, const EngineInfo& engine);
/// "Europe/Berlin (the system's)".
QString zoneText(const EngineInfo& engine);
/// The schemas that run next, the soonest first.
std::vector<SchemaInfo> soonest(const World& world, std::size_t count);

} // namespace leat
