# SPDX-License-Identifier: GPL-3.0-or-later
"""Fifty concurrent writers: late commits, deletes, key changes and DDL, while all tables sync again and again.

Once a round is quiet: tables with the exact window (tier 2) are equal, deleted rows being reconcile's; the one with a
cursor and a lookback (tier 3) may lack what a transaction longer than the lookback wrote, nothing else, and a reconcile
with a repair makes it equal. T001-T005, T007, T130, T222, W11-W15."""
import json
import random
import subprocess
import threading
import time

from lab.leat import Leat
from lab.postgres import Cluster
from torture.bench import CELLS, DATABASE, DIGEST, SOURCE

LOOKBACK = 5                   # seconds
HELD, HELD_LATE = (0, 1.5), (LOOKBACK + 2, LOOKBACK + 4)
# A run may meet these while the tables change; the next one has to do better.
PASSING = {"shape-changed", "gave-way", "query-timeout", "column-missing"}

CREATE = """
CREATE TABLE {t} (id bigint PRIMARY KEY, name text NOT NULL, amount numeric(12,2) NOT NULL, note varchar(80), late boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp());
INSERT INTO {t} (id, name, amount) SELECT i, 'name ' || i, i % 1000 FROM generate_series(1, {n}) AS g(i);
CREATE INDEX ON {t} (updated_at);
CREATE SEQUENCE {t}_ids START 1000000000;
"""
INSERT = "INSERT INTO {t} (id, name, amount, late) VALUES (nextval('{t}_ids'), 'new', {k} % 1000, {late});"
CHANGES = (
    INSERT,
    "UPDATE {t} SET amount = amount + 1, late = {late}, updated_at = clock_timestamp() WHERE id = {k} % {n};",
    "UPDATE {t} SET note = md5('{k}'), late = {late}, updated_at = clock_timestamp() WHERE id = {k} % {n};",
    "UPDATE {t} SET id = nextval('{t}_ids'), late = {late}, updated_at = clock_timestamp() WHERE id = {k} % {n};",
    "DELETE FROM {t} WHERE id = {k} % {n};",
)
DDL = (
    "ALTER TABLE {t} ADD COLUMN extra_{k} text DEFAULT 'x';",
    "ALTER TABLE {t} ADD COLUMN extra_{k} integer;",
    "CREATE INDEX {t}_{k} ON {t} (amount);",
    "ALTER TABLE {t} ALTER COLUMN note TYPE varchar({wide});",
)


class Table:
    def __init__(self, name, changes, **fields):
        self.name, self.changes, self.fields = name, changes, fields
        self.schema = f"{SOURCE}.{name}"

    @property
    def exact(self):
        return self.fields.get("late_commits") != "cursor"


TABLES = (
    Table("windowed", CHANGES, sync_type="incremental", incremental_field="updated_at", primary_key_columns="id",
          late_commits="xmin", deletes="hard"),
    Table("copied", CHANGES, sync_type="full_refresh"),
    Table("logged", (INSERT,), sync_type="append", incremental_field="updated_at", late_commits="xmin"),
    Table("followed", CHANGES, sync_type="incremental", incremental_field="updated_at", primary_key_columns="id",
          late_commits="cursor", incremental_field_lookback_seconds=LOOKBACK, deletes="hard"),
)


class Writer(threading.Thread):
    """One session that writes by and by; what it says does not matter, conflicts are part of it."""

    def __init__(self, work, number):
        super().__init__()
        self.work, self.random = work, random.Random(f"{work.bench.seed}/writer/{work.rounds}/{number}")
        self.psql = subprocess.Popen([*work.server.psql_command(DATABASE), "-v", "ON_ERROR_STOP=0"], env=work.server.environment(),
                                     text=True, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.done = 0

    def run(self):
        while not self.work.quiet.is_set():
            table = self.random.choice(TABLES)
            late = self.random.random() < 0.1
            held = self.random.uniform(*(HELD_LATE if late else HELD))
            change = self.random.choice(table.changes).format(t=table.name, k=self.random.randrange(10**9), late=late,
                                                              n=self.work.rows)
            self.psql.stdin.write(f"BEGIN; {change} SELECT pg_sleep({held:.3f}); COMMIT;\n")
            self.psql.stdin.flush()
            self.done += 1
            self.work.quiet.wait(held + self.random.uniform(0.1, 1))
        self.psql.stdin.close()
        self.psql.wait()


class Work:
    def __init__(self, bench, result, server, leat):
        self.bench, self.result, self.server, self.leat = bench, result, server, leat
        self.random, self.rows = bench.random(), bench.options.network_rows
        self.quiet = threading.Event()
        self.rounds = self.runs = self.writes = self.ddl = self.passing = self.missed = 0

    def prepare(self):
        self.server.create_database(DATABASE)
        for table in TABLES:
            self.server.sql(CREATE.format(t=table.name, n=self.rows), DATABASE)
        self.leat.add_postgres(SOURCE, self.server, DATABASE)
        for table in TABLES:
            self.leat.set(table.schema, should_sync="true", **table.fields)
        self.leat.run("sync", "--source", SOURCE)

    def alter(self):
        """A statement that needs the table for itself, and does not wait for it for ever."""
        table, number = self.random.choice(TABLES), self.random.randrange(10**6)
        change = self.random.choice(DDL)
        if self.random.random() < 0.4:
            extra = self.server.sql("SELECT attname FROM pg_attribute WHERE attrelid = '{t}'::regclass AND attname LIKE 'extra%' "
                                 "AND NOT attisdropped LIMIT 1".format(t=table.name), DATABASE)
            change = f"ALTER TABLE {{t}} DROP COLUMN {extra};" if extra else change
        text = change.format(t=table.name, k=number, wide=81 + self.rounds)
        self.server.sql(f"SET lock_timeout = '3s'; DO $do$ BEGIN EXECUTE $sql${text}$sql$; "
                        "EXCEPTION WHEN lock_not_available THEN NULL; END $do$;", DATABASE)
        self.ddl += 1

    def sync(self, allowed):
        """One sync of all tables -> what is wrong about it."""
        self.runs += 1
        _, output, errors = self.leat.run("--json", "sync", "--source", SOURCE, ok=None, timeout=600)
        problems = []
        try:
            failed = [run["error"] for run in json.loads(output)["runs"] if run["error"]]
        except (ValueError, KeyError):
            return [f"sync said {errors.strip()[:300] or output[:300]}"]
        for error in failed:
            self.passing += 1
            if error["code"] not in allowed:
                problems.append(f"sync: {error['code']}: {error['detail']}")
        return problems

    def busy(self, seconds):
        """Everybody writes, somebody alters, all tables sync."""
        self.quiet.clear()
        writers = [Writer(self, number) for number in range(self.bench.options.writers)]
        for writer in writers:
            writer.start()
        end, problems = time.monotonic() + seconds, []
        altered = time.monotonic()
        while time.monotonic() < end:
            problems += self.sync(PASSING)
            if time.monotonic() - altered > 5:
                self.alter()
                altered = time.monotonic()
        self.quiet.set()
        for writer in writers:
            writer.join()
            self.writes += writer.done
        self.result.case(problems, f"round {self.rounds}, while written")

    def rows_of(self, table, where=""):
        ask = "SELECT id || '=' || md5({cells}) AS r FROM {t} {where} ORDER BY 1"
        there = set(self.server.sql(ask.format(cells=CELLS["postgres"], t=table.name, where=where), DATABASE).split())
        here = {row["r"] for row in self.leat.query(ask.format(cells=CELLS["duckdb"], t=table.schema, where=""))}
        return there, here

    def lacking(self, table):
        """What a sync should have brought. A cursor's table may lack what longer transactions wrote."""
        there, here = self.rows_of(table, "" if table.exact else "WHERE NOT late")
        lacking = there - here
        if not table.exact:
            everything, _ = self.rows_of(table)
            self.missed += len(everything - here) - len(lacking)
        return [f"{len(lacking)} rows are not there, as {min(lacking)}"] if lacking else []

    def different(self, table):
        there = self.server.sql(DIGEST.format(cells=CELLS["postgres"], t=table.name), DATABASE)
        here = self.leat.query(DIGEST.format(cells=CELLS["duckdb"], t=table.schema))[0]
        return [] if there == f"{here['d']}|{here['n']}" else [f"source {there}, warehouse {here['d']}|{here['n']}"]

    def oracle(self):
        where = f"round {self.rounds}"
        self.result.case(self.sync(set()), f"{where}, the quiet sync")
        for table in TABLES:
            self.result.case(self.lacking(table), f"{where}, {table.name} after the sync")
            if table.fields.get("deletes"):
                self.leat.run("schema", "reconcile", table.schema)
            if not table.exact:
                self.leat.run("schema", "verify", table.schema, "--repair", ok=None)
            # An append table keeps what it has; nothing deletes from its source.
            self.result.case(self.different(table), f"{where}, {table.name} at the end")


def run(bench, result):
    options = bench.options
    with Cluster(bench.path("pg"), {"max_connections": "150"}) as server:
        work = Work(bench, result, server, Leat(options.leatctl, bench.path("lab", "profile")))
        work.prepare()
        while not bench.over() and (bench.end or work.rounds < options.writer_rounds):
            work.rounds += 1
            work.busy(options.writer_seconds)
            work.oracle()
    result.note = (f"{work.rounds} rounds of {options.writers} writers, {work.writes:,} transactions, {work.ddl} DDL, "
                   f"{work.runs} syncs of 4 tables, {work.passing} runs given up for DDL, {work.missed} rows past the lookback")
