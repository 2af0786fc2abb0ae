// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/migrations.h"

namespace leat {

namespace {

// AUTOINCREMENT everywhere: an id of something removed must not come back for something else.
Migration firstFormat()
{
    return {1, {
        QStringLiteral(R"(CREATE TABLE owners (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            pid INTEGER NOT NULL, started TEXT NOT NULL, host TEXT NOT NULL, opened_at TEXT NOT NULL
        ) STRICT)"),
        QStringLiteral(R"(CREATE TABLE sources (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
            settings TEXT NOT NULL, secret_keys TEXT NOT NULL, secret_state TEXT NOT NULL,
            status TEXT NOT NULL, latest_error TEXT, default_namespace TEXT NOT NULL,
            tables_listed_at TEXT, revision INTEGER NOT NULL DEFAULT 1, summary TEXT NOT NULL
        ) STRICT)"),
        QStringLiteral(R"(CREATE TABLE secrets (
            source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
            setting TEXT NOT NULL, reference TEXT NOT NULL, stored_at TEXT,
            version INTEGER NOT NULL, fingerprint TEXT NOT NULL,
            PRIMARY KEY (source_id, setting)
        ) STRICT, WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE TABLE schemas (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
            namespace TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL,
            warehouse_name TEXT NOT NULL, warehouse_key TEXT NOT NULL, kind TEXT NOT NULL,
            config TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1,
            latest_error TEXT, last_synced_at TEXT,
            row_count INTEGER NOT NULL DEFAULT -1, estimated_rows INTEGER NOT NULL DEFAULT -1,
            cursor_text TEXT NOT NULL DEFAULT '', guarantee TEXT NOT NULL,
            lost_values INTEGER NOT NULL DEFAULT 0, present INTEGER NOT NULL DEFAULT 1,
            last_run INTEGER NOT NULL DEFAULT 0, last_run_status TEXT,
            fence INTEGER NOT NULL DEFAULT 0,
            UNIQUE (source_id, namespace, name), UNIQUE (source_id, label), UNIQUE (source_id, warehouse_key)
        ) STRICT)"),
        QStringLiteral(R"(CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            schema_id INTEGER NOT NULL REFERENCES schemas (id) ON DELETE CASCADE,
            source_id INTEGER NOT NULL, owner_id INTEGER REFERENCES owners (id),
            status TEXT NOT NULL, cause TEXT NOT NULL, sync_type TEXT NOT NULL, mode TEXT NOT NULL,
            queued_at TEXT, started_at TEXT, finished_at TEXT, attempts INTEGER NOT NULL DEFAULT 0,
            rows_read INTEGER NOT NULL DEFAULT 0, rows_inserted INTEGER NOT NULL DEFAULT 0,
            rows_updated INTEGER NOT NULL DEFAULT 0, rows_skipped INTEGER NOT NULL DEFAULT 0,
            bytes_read INTEGER NOT NULL DEFAULT 0, lost_values INTEGER NOT NULL DEFAULT 0,
            cursor_before TEXT NOT NULL, cursor_after TEXT NOT NULL, error TEXT,
            fence INTEGER NOT NULL DEFAULT 0, has_log INTEGER NOT NULL DEFAULT 0
        ) STRICT)"),
        QStringLiteral("CREATE INDEX runs_by_schema ON runs (schema_id, id)"),
        QStringLiteral("CREATE INDEX runs_by_source ON runs (source_id, id)"),
        QStringLiteral("CREATE INDEX runs_by_status ON runs (status, id)"),
        QStringLiteral("CREATE INDEX runs_with_log ON runs (schema_id, id) WHERE has_log = 1"),
        QStringLiteral("CREATE INDEX runs_by_owner ON runs (owner_id) WHERE owner_id IS NOT NULL"),
        QStringLiteral(R"(CREATE TABLE attempts (
            run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            attempt INTEGER NOT NULL, fence INTEGER NOT NULL, started_at TEXT NOT NULL,
            finished_at TEXT, status TEXT NOT NULL, error TEXT,
            PRIMARY KEY (run_id, attempt)
        ) STRICT, WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE TABLE leases (
            schema_id INTEGER PRIMARY KEY REFERENCES schemas (id) ON DELETE CASCADE,
            run_id INTEGER NOT NULL UNIQUE REFERENCES runs (id) ON DELETE CASCADE,
            fence INTEGER NOT NULL, owner_id INTEGER NOT NULL REFERENCES owners (id),
            heartbeat_at TEXT NOT NULL
        ) STRICT)"),
        QStringLiteral("CREATE INDEX leases_by_owner ON leases (owner_id)"),
        QStringLiteral(R"(CREATE TABLE log_lines (
            run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL, at TEXT NOT NULL, level INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (run_id, seq)
        ) STRICT, WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL
        ) STRICT)"),
        QStringLiteral(R"(CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END)"),
        QStringLiteral(R"(CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END)"),
        QStringLiteral("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE fences (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT"),
        QStringLiteral("INSERT INTO fences VALUES (1, 0)"),
    }};
}

// Days of a schedule are counted from here, so that late and manual runs do not move it.
Migration scheduleAnchors()
{
    return {2, {
        QStringLiteral("ALTER TABLE schemas ADD COLUMN schedule_anchor TEXT"),
        QStringLiteral("UPDATE schemas SET schedule_anchor = "
                       "(SELECT coalesce(started_at, queued_at) FROM runs WHERE runs.id = last_run)"),
    }};
}

Migration quarantineCounts()
{
    return {3, {QStringLiteral("ALTER TABLE runs ADD COLUMN rows_quarantined INTEGER NOT NULL DEFAULT 0")}};
}

// The last comparison of a table with its source, as JSON.
Migration proofs()
{
    return {4, {QStringLiteral("ALTER TABLE schemas ADD COLUMN proof TEXT")}};
}

// Who switched a schema off, and why: JSON of a PauseNote. Those switched off before have none.
Migration pauseNotes()
{
    return {5, {QStringLiteral("ALTER TABLE schemas ADD COLUMN pause TEXT")}};
}

// How the last comparison of a table's keys ended: JSON of a ReconcileNote.
Migration reconcileNotes()
{
    return {6, {QStringLiteral("ALTER TABLE schemas ADD COLUMN reconcile TEXT")}};
}

} // namespace

std::vector<Migration> profileMigrations()
{
    return {firstFormat(), scheduleAnchors(), quarantineCounts(), proofs(), pauseNotes(), reconcileNotes()};
}

} // namespace leat
