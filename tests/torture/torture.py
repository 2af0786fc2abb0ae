#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `leatctl sync` with SIGKILL at random times and sees that the next sync repairs everything.

Each point changes rows at a real PostgreSQL, starts a sync, kills it after a random time, syncs once
more, and then asks: are source and warehouse equal (nothing lost, nothing doubled), is any run still
"running", did the killed process leave tables behind?"""
import argparse
import os
import random
import sys
import time
from dataclasses import dataclass, field

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from lab.leat import Leat                       # noqa: E402
from lab.postgres import Cluster                # noqa: E402
from lab.workplace import workplace             # noqa: E402

DATABASE, SOURCE = "torture", "t"

CREATE = """
CREATE TABLE {t} (id bigint PRIMARY KEY, name text NOT NULL, amount numeric(12,2) NOT NULL, note text,
  payload jsonb, updated_at timestamptz NOT NULL DEFAULT clock_timestamp());
INSERT INTO {t} SELECT i, 'name ' || i, i % 1000, repeat(md5(i::text), i % 4), jsonb_build_object('i', i)
  FROM generate_series(1, {n}) AS g(i);
CREATE INDEX ON {t} (updated_at);
ANALYZE {t};
"""
INSERTS = """
INSERT INTO {t} (id, name, amount, note) SELECT m.top + i, 'new', {k}, repeat('n', i % 50)
  FROM (SELECT max(id) AS top FROM {t}) m, generate_series(1, {new}) AS g(i);
"""
UPDATES = "UPDATE {t} SET amount = amount + 1, updated_at = clock_timestamp() WHERE id % 23 = {k} % 23;"
DELETES = "DELETE FROM {t} WHERE id % 97 = {k} % 97;"
# Commits while the sync is under way, with time stamps from before it.
LATE = "BEGIN; " + UPDATES.replace("% 23 =", "% 401 =").replace("% 23;", "% 401;") + " SELECT pg_sleep({wait:.3f}); COMMIT;"
LATE_INSERT = "BEGIN; INSERT INTO {t} (id, name, amount) SELECT -{k} - 1, 'late', 1; SELECT pg_sleep({wait:.3f}); COMMIT;"


@dataclass
class Kind:
    name: str
    fields: dict
    changes: str
    late: str
    killed: int = 0
    finished_first: int = 0
    lost: int = 0
    doubled: int = 0
    stuck: int = 0
    left_over: int = 0
    other: int = 0
    seconds: float = 0
    problems: list = field(default_factory=list)

    @property
    def table(self):
        return f"{self.name}_table"


def kinds():
    return [
        Kind("full_refresh", {}, UPDATES + INSERTS + DELETES, LATE),
        Kind("incremental", {"incremental_field": "updated_at", "primary_key_columns": "id"}, UPDATES + INSERTS, LATE),
        Kind("append", {"incremental_field": "updated_at"}, INSERTS, LATE_INSERT),
    ]


class Campaign:
    def __init__(self, options, folder, server):
        self.options, self.server = options, server
        self.leat = Leat(options.leatctl, os.path.join(folder, "profile"))
        self.random = random.Random(options.seed)
        self.end = time.monotonic() + options.minutes * 60 if options.minutes else None
        self.tables = None

    def prepare(self, chosen):
        self.server.create_database(DATABASE)
        for kind in chosen:
            self.server.sql(CREATE.format(t=kind.table, n=self.options.rows), DATABASE)
        self.leat.add_postgres(SOURCE, self.server, DATABASE)
        for kind in chosen:
            self.leat.set(f"{SOURCE}.{kind.table}", should_sync="true", sync_type=kind.name, **kind.fields)
        self.leat.run("sync", "--source", SOURCE)
        self.tables = self.warehouse_tables()
        for kind in chosen:
            kind.seconds = max(self.change_and_sync(kind, number) for number in range(2))

    def warehouse_tables(self):
        rows = self.leat.query("SELECT schema_name || '.' || table_name AS n FROM duckdb_tables() ORDER BY n")
        return [row["n"] for row in rows]

    def change(self, kind, number):
        self.server.sql(kind.changes.format(t=kind.table, k=number, new=self.options.rows // 50), DATABASE)

    def change_and_sync(self, kind, number):
        self.change(kind, number)
        started = time.monotonic()
        self.leat.run("sync", f"{SOURCE}.{kind.table}")
        return time.monotonic() - started

    def over(self):
        return self.end is not None and time.monotonic() > self.end

    def point(self, kind, number):
        self.change(kind, number + 2)
        # Half of the points anywhere, half towards the end, where merge and commit are.
        share = self.random.uniform(0, 1.05) if self.random.random() < 0.5 else self.random.uniform(0.6, 1.05)
        delay = share * kind.seconds
        late = self.server.start_sql(kind.late.format(t=kind.table, k=number, wait=delay * self.random.uniform(0.2, 1.2)), DATABASE)
        process = self.leat.start("sync", f"{SOURCE}.{kind.table}")
        time.sleep(delay)
        killed = process.poll() is None
        process.kill()
        process.wait()
        late.wait()
        kind.killed += killed
        kind.finished_first += not killed
        # The machine's speed changes: aim where the ends of the syncs are now.
        kind.seconds *= 0.9 if not killed else 1.02
        self.repair_and_check(kind, f"point {number} (killed after {delay:.3f} of {kind.seconds:.3f} s)")

    def repair_and_check(self, kind, where):
        schema = f"{SOURCE}.{kind.table}"
        status, output, errors = self.leat.run("--json", "sync", schema, ok=None)
        if status:
            kind.other += 1
            kind.problems.append(f"{where}: the next sync ended with {status}: {errors or output}")
            return
        self.check_equal(kind, schema, where)
        self.check_state(kind, schema, where)

    def check_equal(self, kind, schema, where):
        report = self.leat.json("schema", "verify", schema, ok=(0, 1))
        report = report["tables"][0]
        keys = self.leat.query(f"SELECT count(*) AS n, count(DISTINCT id) AS k FROM {schema}")[0]
        twice = max(report["extra"], int(keys["n"]) - int(keys["k"]))
        kind.lost += report["missing"] + report["differing"]
        kind.doubled += twice
        if report["missing"] or report["differing"] or twice:
            kind.problems.append(f"{where}: {report['missing']} missing, {report['differing']} differing, {twice} extra rows")

    def check_state(self, kind, schema, where):
        runs = self.leat.json("history", "--limit", "5")
        stuck = [run for run in runs if run["status"] in ("Running", "Queued")]
        shown = self.leat.json("schema", "show", schema)
        if stuck or shown["status"] != "Completed":
            kind.stuck += 1
            kind.problems.append(f"{where}: status {shown['status']}, {len(stuck)} runs not ended")
        tables = self.warehouse_tables()
        if tables != self.tables:
            kind.left_over += 1
            kind.problems.append(f"{where}: tables left behind: {sorted(set(tables) ^ set(self.tables))}")

    def run(self, chosen):
        self.prepare(chosen)
        for number in range(self.options.points):
            for kind in chosen:
                if self.over():
                    return
                self.point(kind, number)
                while self.options.exact and kind.killed < number + 1 and kind.finished_first < 3 * self.options.points:
                    self.point(kind, number + 1000 * (1 + kind.finished_first))
            if (number + 1) % 10 == 0:
                print(f"{number + 1} points per type", file=sys.stderr, flush=True)


def print_table(chosen, options):
    print(f"\nkill -9 of leatctl sync, {options.rows:,} rows a table, seed {options.seed}\n")
    head = ("sync type", "killed", "ended first", "rows lost", "rows doubled", "stuck", "left over", "failed repairs")
    rows = [head] + [(k.name, k.killed, k.finished_first, k.lost, k.doubled, k.stuck, k.left_over, k.other) for k in chosen]
    for index, row in enumerate(rows):
        print("| " + " | ".join(str(cell).ljust(len(title)) if i else str(cell).ljust(13)
                               for i, (cell, title) in enumerate(zip(row, head))) + " |")
        if index == 0:
            print("|" + "|".join("-" * ((len(title) if i else 13) + 2) for i, title in enumerate(head)) + "|")
    for kind in chosen:
        for problem in kind.problems[:20]:
            print(f"{kind.name}: {problem}")


def parse_options():
    parser = argparse.ArgumentParser(prog="./dev torture", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leatctl", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--points", type=int, default=100, help="kills per sync type (default 100)")
    parser.add_argument("--minutes", type=float, help="stop after this time even when points are left")
    parser.add_argument("--seed", type=int, default=None, help="seed of the random times (default: new each time)")
    parser.add_argument("--rows", type=int, default=200_000, help="rows of each table (default 200000)")
    parser.add_argument("--types", nargs="+", choices=[k.name for k in kinds()], help="only these sync types")
    parser.add_argument("--inexact", dest="exact", action="store_false",
                        help="do not repeat points at which the sync ended before the kill")
    parser.add_argument("--keep", action="store_true", help="keep server data and profile for a look")
    options = parser.parse_args()
    if options.seed is None:
        options.seed = random.SystemRandom().randrange(1_000_000)
    return options


def main():
    options = parse_options()
    chosen = [k for k in kinds() if not options.types or k.name in options.types]
    with workplace("torture", keep=options.keep) as folder, Cluster(os.path.join(folder, "pg")) as server:
        Campaign(options, folder, server).run(chosen)
    print_table(chosen, options)
    bad = sum(k.lost + k.doubled + k.stuck + k.left_over + k.other for k in chosen)
    if not any(k.killed for k in chosen):
        print("no sync was killed", file=sys.stderr)
        return 1
    print("\n0 lost, 0 doubled, 0 stuck" if not bad else f"\nFAILED (seed {options.seed})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
