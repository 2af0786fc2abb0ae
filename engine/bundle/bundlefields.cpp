// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bundle/bundlefields.h"

#include <algorithm>

namespace leat {

namespace {

using Rule = FieldRule;

// Cursor values and the arguments of errors are data of a person's tables: they stay out.
constexpr BundleField kFields[] = {
    {"environment", "leat", Rule::Keep},
    {"environment", "qt", Rule::Keep},
    {"environment", "system", Rule::Keep},
    {"environment", "kernel", Rule::Keep},
    {"environment", "architecture", Rule::Keep},
    {"environment", "language", Rule::Keep},
    {"environment", "cores", Rule::Keep},
    {"environment", "time", Rule::Keep},

    {"engine", "profile", Rule::Text},
    {"engine", "warehouse", Rule::Text},
    {"engine", "warehouse_bytes", Rule::Keep},
    {"engine", "keychain", Rule::Keep},
    {"engine", "running", Rule::Keep},
    {"engine", "queued", Rule::Keep},
    {"engine", "scheduler", Rule::Object, "scheduler"},

    {"scheduler", "runs_here", Rule::Keep},
    {"scheduler", "paused", Rule::Keep},
    {"scheduler", "paused_until", Rule::Keep},
    {"scheduler", "next_run_at", Rule::Keep},
    {"scheduler", "timezone", Rule::Keep},
    {"scheduler", "timezone_is_system", Rule::Keep},

    {"source", "id", Rule::Keep},
    {"source", "name", Rule::Name},
    {"source", "type", Rule::Keep},
    {"source", "summary", Rule::Name},
    {"source", "settings", Rule::Object, "setting"},
    {"source", "secrets", Rule::Keep},
    {"source", "secret_state", Rule::Keep},
    {"source", "status", Rule::Keep},
    {"source", "latest_error", Rule::Object, "error"},
    {"source", "next_probe_at", Rule::Keep},
    {"source", "tries_held", Rule::Keep},
    {"source", "default_namespace", Rule::Name},
    {"source", "tables_listed_at", Rule::Keep},
    {"source", "revision", Rule::Keep},

    {"setting", "host", Rule::Name},
    {"setting", "port", Rule::Keep},
    {"setting", "database", Rule::Name},
    {"setting", "user", Rule::Name},
    {"setting", "sslmode", Rule::Keep},
    {"setting", "sslrootcert", Rule::Name},
    {"setting", "sslcert_fingerprint", Rule::Name},
    {"setting", "connect_timeout", Rule::Keep},
    {"setting", "statement_timeout", Rule::Keep},
    {"setting", "namespaces", Rule::Name},
    {"setting", "readers", Rule::Keep},
    {"setting", "busy_timeout", Rule::Keep},
    {"setting", "path", Rule::Name},
    {"setting", "parallel_tables", Rule::Keep},
    {"setting", "protection", Rule::Keep},
    {"setting", "production", Rule::Keep},
    {"setting", "schema_changes", Rule::Keep},
    {"setting", "auto_enable", Rule::Name},
    {"setting", "refresh_tables", Rule::Keep},

    {"schema", "id", Rule::Keep},
    {"schema", "source", Rule::Name},
    {"schema", "table", Rule::Name},
    {"schema", "namespace", Rule::Name},
    {"schema", "warehouse_table", Rule::Name},
    {"schema", "kind", Rule::Keep},
    {"schema", "status", Rule::Keep},
    {"schema", "latest_error", Rule::Object, "error"},
    {"schema", "paused", Rule::Object, "pause"},
    {"schema", "last_synced_at", Rule::Keep},
    {"schema", "next_retry_at", Rule::Keep},
    {"schema", "next_run_at", Rule::Keep},
    {"schema", "last_started_at", Rule::Keep},
    {"schema", "rows", Rule::Keep},
    {"schema", "estimated_rows", Rule::Keep},
    {"schema", "cursor", Rule::Drop},
    {"schema", "guarantee", Rule::Keep},
    {"schema", "lost_values", Rule::Keep},
    {"schema", "present_at_source", Rule::Keep},
    {"schema", "revision", Rule::Keep},
    {"schema", "progress", Rule::Object, "progress"},
    {"schema", "tier", Rule::Keep},
    {"schema", "deletes_tracked", Rule::Keep},
    {"schema", "proof", Rule::Object, "proof"},
    {"schema", "quarantined", Rule::Keep},
    {"schema", "error_budget", Rule::Keep},
    {"schema", "sync_type", Rule::Keep},
    {"schema", "incremental_field", Rule::Name},
    {"schema", "incremental_field_type", Rule::Keep},
    {"schema", "primary_key_columns", Rule::Name},
    {"schema", "should_sync", Rule::Keep},
    {"schema", "columns", Rule::Name},
    {"schema", "incremental_field_lookback_seconds", Rule::Keep},
    {"schema", "late_commits", Rule::Keep},
    {"schema", "cdc_table_mode", Rule::Keep},
    {"schema", "sync_frequency", Rule::Keep},
    {"schema", "sync_time_of_day", Rule::Keep},

    {"proof", "verified_at", Rule::Keep},
    {"proof", "source_rows", Rule::Keep},
    {"proof", "missing", Rule::Keep},
    {"proof", "extra", Rule::Keep},
    {"proof", "differing", Rule::Keep},
    {"proof", "pending", Rule::Keep},
    {"proof", "drift", Rule::Keep},
    {"proof", "repaired", Rule::Keep},

    {"pause", "by", Rule::Keep},
    {"pause", "at", Rule::Keep},
    {"pause", "rule", Rule::Keep},
    {"pause", "reason", Rule::Text},
    {"pause", "error", Rule::Object, "error"},

    {"progress", "phase", Rule::Keep},
    {"progress", "rows", Rule::Keep},
    {"progress", "bytes", Rule::Keep},
    {"progress", "expected_rows", Rule::Keep},
    {"progress", "fraction", Rule::Keep},
    {"progress", "rows_per_second", Rule::Keep},
    {"progress", "eta_seconds", Rule::Keep},

    {"error", "code", Rule::Keep},
    {"error", "sentence", Rule::Text},
    {"error", "remedy", Rule::Text},
    {"error", "detail", Rule::Text},
    {"error", "sqlstate", Rule::Keep},
    {"error", "retry", Rule::Keep},
    {"error", "owner", Rule::Keep},
    {"error", "phase", Rule::Keep},
    {"error", "args", Rule::Drop},

    {"run", "run_id", Rule::Keep},
    {"run", "source", Rule::Name},
    {"run", "table", Rule::Name},
    {"run", "status", Rule::Keep},
    {"run", "trigger", Rule::Keep},
    {"run", "sync_type", Rule::Keep},
    {"run", "mode", Rule::Keep},
    {"run", "queued_at", Rule::Keep},
    {"run", "started_at", Rule::Keep},
    {"run", "completed_at", Rule::Keep},
    {"run", "duration_seconds", Rule::Keep},
    {"run", "attempts", Rule::Keep},
    {"run", "rows_read", Rule::Keep},
    {"run", "rows_inserted", Rule::Keep},
    {"run", "rows_updated", Rule::Keep},
    {"run", "rows_skipped", Rule::Keep},
    {"run", "rows_quarantined", Rule::Keep},
    {"run", "bytes_read", Rule::Keep},
    {"run", "lost_values", Rule::Keep},
    {"run", "cursor_before", Rule::Drop},
    {"run", "cursor_after", Rule::Drop},
    {"run", "error", Rule::Object, "error"},

    {"incident", "id", Rule::Keep},
    {"incident", "status", Rule::Keep},
    {"incident", "subject", Rule::Name},
    {"incident", "headline", Rule::Text},
    {"incident", "source_id", Rule::Keep},
    {"incident", "schema_id", Rule::Keep},
    {"incident", "schemas", Rule::Keep},
    {"incident", "since", Rule::Keep},
    {"incident", "next_retry_at", Rule::Keep},
    {"incident", "diagnosis", Rule::Object, "diagnosis"},
    {"incident", "action", Rule::Object, "action"},

    {"diagnosis", "branch", Rule::Keep},
    {"diagnosis", "category", Rule::Keep},
    {"diagnosis", "retryable", Rule::Keep},
    {"diagnosis", "scope", Rule::Keep},
    {"diagnosis", "cause", Rule::Text},
    {"diagnosis", "advice", Rule::Text},
    {"diagnosis", "actions", Rule::Object, "action"},
    {"diagnosis", "not_suggested", Rule::Text},
    {"diagnosis", "confidence", Rule::Keep},
    {"diagnosis", "rule", Rule::Keep},

    {"action", "id", Rule::Keep},
    {"action", "words", Rule::Keep},
    {"action", "effect", Rule::Keep},
    {"action", "effect_text", Rule::Keep},
    {"action", "command", Rule::Text},
    {"action", "unavailable", Rule::Keep},

    {"finding", "name", Rule::Keep},
    {"finding", "state", Rule::Keep},
    {"finding", "text", Rule::Text},
    {"finding", "remedy", Rule::Text},

    {"audit", "at", Rule::Keep},
    {"audit", "actor", Rule::Keep},
    {"audit", "action", Rule::Keep},
    {"audit", "subject", Rule::Name},
    {"audit", "detail", Rule::Drop},

    {"log", "seq", Rule::Keep},
    {"log", "at", Rule::Keep},
    {"log", "level", Rule::Keep},
    {"log", "text", Rule::Text},
};

} // namespace

std::span<const BundleField> bundleFields()
{
    return kFields;
}

const BundleField* bundleField(const QString& kind, const QString& field)
{
    const auto found = std::find_if(std::begin(kFields), std::end(kFields),
        [&](const BundleField& row) { return kind == QLatin1String(row.kind) && field == QLatin1String(row.field); });
    return found == std::end(kFields) ? nullptr : &*found;
}

} // namespace leat
