# SPDX-License-Identifier: GPL-3.0-or-later
"""What the campaigns share: tables at a real PostgreSQL, a profile, the oracle, one row of the result."""
import contextlib
import json
import os
import random
import sqlite3
import time
from dataclasses import dataclass, field

from lab.leat import Leat
from lab.postgres import Cluster

DATABASE, SOURCE = "torture", "t"

CREATE = """
CREATE TABLE {t} (id bigint PRIMARY KEY, name text NOT NULL, amount numeric(12,2) NOT NULL, note text,
  payload jsonb, updated_at timestamptz NOT NULL DEFAULT clock_timestamp());
INSERT INTO {t} SELECT i, 'name ' || i, i % 1000, repeat(md5(i::text), i % 4), jsonb_build_object('i', i)
  FROM generate_series(1, {n}) AS g(i);
CREATE INDEX ON {t} (updated_at);
COMMENT ON TABLE {t} IS 'a table to torture';
ANALYZE {t};
"""
INSERTS = """
INSERT INTO {t} (id, name, amount, note) SELECT m.top + i, 'new', {k}, repeat('n', i % 50)
  FROM (SELECT max(id) AS top FROM {t}) m, generate_series(1, {new}) AS g(i);
"""
UPDATES = "UPDATE {t} SET amount = amount + 1, updated_at = clock_timestamp() WHERE id % 23 = {k} % 23;"
DELETES = "DELETE FROM {t} WHERE id % 97 = {k} % 97;"

# A row's cells in one spelling of both systems; the table as a multiset of rows.
CELLS = {
    "postgres": "concat_ws('|', id, name, amount, coalesce(note, '~'), (extract(epoch FROM updated_at) * 1000000)::bigint)",
    "duckdb": "concat_ws('|', id, name, amount, coalesce(note, '~'), epoch_us(updated_at))",
}
DIGEST = "SELECT md5(coalesce(string_agg(md5({cells}), '' ORDER BY md5({cells})), '')) AS d, count(*) AS n FROM {t}"

CONFIG = ("columns", "incremental_field", "incremental_field_lookback_seconds", "incremental_field_type", "late_commits",
          "primary_key_columns", "should_sync", "sync_frequency", "sync_time_of_day", "sync_type")


@dataclass(frozen=True)
class Kind:
    """A sync type with a table of its own."""
    name: str
    fields: dict
    changes: str

    @property
    def table(self):
        return f"{self.name}_table"

    @property
    def schema(self):
        return f"{SOURCE}.{self.table}"


KINDS = (
    Kind("full_refresh", {}, UPDATES + INSERTS + DELETES),
    Kind("incremental", {"incremental_field": "updated_at", "primary_key_columns": "id"}, UPDATES + INSERTS),
    Kind("append", {"incremental_field": "updated_at"}, INSERTS),
)


@dataclass
class Result:
    """One line of the table that ./dev torture prints."""
    campaign: str
    seed: int
    cases: int = 0
    failures: int = 0
    seconds: float = 0
    note: str = ""
    problems: list = field(default_factory=list)

    def case(self, problems, where):
        self.cases += 1
        if problems:
            self.failures += 1
            self.problems.append(f"{where}: {'; '.join(problems)}")


class Lab:
    """One server, one profile, the tables of all kinds, synced once."""

    def __init__(self, options, folder, server, rows, profile="profile", settings=()):
        self.options, self.folder, self.server, self.rows = options, folder, server, rows
        self.leat = Leat(options.leatctl, os.path.join(folder, profile))
        self.settings = settings
        self.changed = 0
        self.tables = None

    def prepare(self, database=True, rename=SOURCE):
        if database:
            self.server.create_database(DATABASE)
            for kind in KINDS:
                self.server.sql(CREATE.format(t=kind.table, n=self.rows), DATABASE)
        self.leat.add_postgres(rename, self.server, DATABASE, *self.settings)
        for kind in KINDS:
            self.leat.set(kind.schema, should_sync="true", sync_type=kind.name, **kind.fields)
        self.leat.run("sync", "--source", rename)
        self.tables = self.warehouse_tables()
        return self

    def change(self, kind):
        self.changed += 1
        self.server.sql(kind.changes.format(t=kind.table, k=self.changed, new=max(1, self.rows // 50)), DATABASE)

    def warehouse_tables(self):
        """Tables but for the trash, whose names carry numbers, and copies that are kept to go on with."""
        rows = self.leat.query("SELECT schema_name || '.' || table_name AS n FROM duckdb_tables() "
                               "WHERE NOT starts_with(table_name, '_leat_trash') "
                               "AND table_name NOT IN (SELECT staging FROM _leat.progress) ORDER BY n")
        return [row["n"] for row in rows]

    def source_digest(self, kind):
        text = self.server.sql(DIGEST.format(cells=CELLS["postgres"], t=kind.table), DATABASE)
        digest, count = text.split("|")
        return digest, int(count)

    def stored_digest(self, kind):
        row = self.leat.query(DIGEST.format(cells=CELLS["duckdb"], t=kind.schema))[0]
        return row["d"], int(row["n"])

    def generation(self, kind):
        """What an undo has to bring back: rows, cursor, configuration."""
        shown = self.leat.json("schema", "show", kind.schema)
        return self.stored_digest(kind), shown["cursor"], shown["rows"], {key: shown[key] for key in CONFIG}

    def stuck(self):
        """Runs without an end and leases without a run, as the state store has them with no process open."""
        with contextlib.closing(sqlite3.connect(f"file:{self.leat.profile}/state.db?mode=ro", uri=True)) as db:
            runs = db.execute("SELECT id, status FROM runs WHERE status IN ('Running', 'Queued')").fetchall()
            leases = db.execute("SELECT run_id FROM leases").fetchall()
        return [f"run {number} is still {status}" for number, status in runs] + [f"lease of run {run}" for run, in leases]

    def repair(self, kind, *options):
        """The next sync; what is wrong after it. A copy from scratch that was broken off is kept for the
        next one of its kind, so that is what has to follow it."""
        status, output, errors = self.leat.run("--json", "sync", kind.schema, *options, ok=None, timeout=300)
        if status:
            return [f"the next sync ended with {status}: {self.reason(output) or errors.strip()[:300]}"]
        return self.examine(kind)

    @staticmethod
    def reason(output):
        """The errors of the runs of `sync --json`, short."""
        with contextlib.suppress(ValueError, KeyError, TypeError):
            errors = [run["error"] for run in json.loads(output)["runs"] if run["error"]]
            return "; ".join(f"{error['code']}: {error['detail']}" for error in errors)
        return ""

    def examine(self, kind):
        problems = []
        here, there = self.stored_digest(kind), self.source_digest(kind)
        if here != there:
            problems.append(f"{there[1]} rows at the source, {here[1]} in the warehouse, digests differ; " + self.verified(kind))
        problems += self.stuck()
        tables = self.warehouse_tables()
        if tables != self.tables:
            problems.append(f"tables left behind or missing: {sorted(set(tables) ^ set(self.tables))}")
        return problems

    def verified(self, kind):
        report = self.leat.json("schema", "verify", kind.schema, ok=None)
        table = (report.get("tables") or [report])[0]
        return "verify: " + ", ".join(f"{key} {table.get(key)}" for key in ("missing", "extra", "differing"))


class Bench:
    """What a campaign is given."""

    def __init__(self, options, folder):
        self.options, self.folder, self.seed = options, folder, options.seed
        self.end = None
        self.name = ""

    def start(self, name, seconds):
        self.name = name
        self.end = time.monotonic() + seconds if seconds else None
        return Result(name, self.seed)

    def random(self, *more):
        return random.Random("/".join(str(part) for part in (self.seed, self.name, *more)))

    def some(self, items, few):
        """All of them; in a slice a few, by the seed."""
        items = list(items)
        return self.random("some").sample(items, min(few, len(items))) if self.options.slice else items

    def over(self):
        return self.end is not None and time.monotonic() > self.end

    def path(self, *parts):
        folder = os.path.join(self.folder, self.name, *parts)
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        os.chmod(os.path.dirname(folder), 0o755)
        return folder

    @contextlib.contextmanager
    def lab(self, rows, settings=None, server_settings=None):
        with Cluster(self.path("pg"), server_settings) as server:
            yield Lab(self.options, self.path("lab", "x")[:-2], server, rows, settings=settings or ()).prepare()
