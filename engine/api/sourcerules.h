// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"
#include "engine/api/tableshape.h"

#include <optional>

namespace leat {

/// What happens when a table's columns change at the source: the setting `schema_changes`.
/// Ignore: new columns are left out and renamed ones keep their name in the warehouse. Ask: the sync
/// stops until a person accepts. AddColumns: new columns come in, renamed ones are renamed, those that
/// went stay with what they hold. Full: those that went go in the warehouse too, and new tables are
/// enabled. A wider type is followed by all; another type never is a silent cast (trap T063).
enum class DriftPolicy { Ignore, Ask, AddColumns, Full };
inline constexpr char kDriftKey[] = "schema_changes";
/// Patterns of tables that are enabled when they appear: "orders_*, audit.*".
inline constexpr char kAutoEnableKey[] = "auto_enable";
/// How often the list of tables is read again by itself, in the spellings of sync_frequency.
inline constexpr char kRefreshKey[] = "refresh_tables";

QString toString(DriftPolicy policy);
std::optional<DriftPolicy> driftPolicyFromString(const QString& text);
QStringList driftPolicyNames();
/// AddColumns unless the setting says otherwise.
DriftPolicy driftPolicyOf(const SourceInfo& source);

/// Seconds between two readings of the table list; 0: never by itself. A day unless set.
qint64 refreshSecondsOf(const SourceInfo& source);

/// Whether a table is enabled when it appears: by a pattern ("*" and "?", without regard to case,
/// against "orders" or "audit.orders"), or because the policy is Full.
bool enablesNew(const SourceInfo& source, const QString& label);

/// An enabled configuration as a listing suggests it.
SchemaConfig suggestedConfig(const TableListing& listing);

/// InvalidOption for a value that one of these settings cannot have.
Result<void> checkSourceRules(const QMap<QString, QString>& settings);

} // namespace leat
