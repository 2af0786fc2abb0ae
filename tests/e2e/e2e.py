#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""End to end, as a user would: a real PostgreSQL, leatctl and nothing else.

Loads a table of all types, pgbench's tables and one of 1,000 columns; syncs all; changes rows under
load and syncs again in each sync type; then `leatctl schema verify` and an independent DuckDB client
must find source and warehouse equal."""
import argparse
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import independent                              # noqa: E402
import workload                                 # noqa: E402
from lab.leat import Leat                       # noqa: E402
from lab.postgres import Cluster                # noqa: E402
from lab.workplace import workplace             # noqa: E402

DATABASE = "e2e"
SOURCE = "lab"


class Failed(Exception):
    pass


class Run:
    def __init__(self, options, folder, server):
        self.options, self.server = options, server
        self.leat = Leat(options.leatctl, os.path.join(folder, "profile"))
        self.started = time.monotonic()

    def say(self, text):
        print(f"{time.monotonic() - self.started:7.1f} s  {text}", flush=True)

    def configure(self, name, tables, **fields):
        self.leat.set([f"{SOURCE}.{table}" for table in tables], should_sync="true", **fields)
        self.say(f"{name}: {', '.join(tables)}")

    def sync(self, *what):
        status, output, errors = self.leat.run("--json", "sync", *(what or ("--source", SOURCE)), ok=None)
        if status:
            runs = json.loads(output)["runs"] if output.strip() else []
            failed = [f"{run['name']}: {json.dumps(run['error'])}" for run in runs if run["error"]]
            raise Failed(f"sync ended with {status}: " + ("\n  ".join(failed) or errors))

    def sync_under_load(self, seconds, seed):
        """As many syncs as fit while rows change, then one after the last commit."""
        syncs = 0
        with workload.Load(self.server, DATABASE, seconds, seed) as load:
            while load.running:
                self.sync()
                syncs += 1
        self.sync()
        self.say(f"{syncs} syncs under load, one after it")

    def check(self, what):
        for table in workload.TABLES:
            status, output, errors = self.leat.run("schema", "verify", f"{SOURCE}.{table}", ok=None)
            if status:
                raise Failed(f"{what}: verify of {table} ended with {status}:\n{output}{errors}")
        if not self.options.no_node:
            file = self.leat.json("profile")["warehouse"]
            found = independent.compare(self.server, DATABASE, file, SOURCE, self.options.cache)
            if found:
                raise Failed(f"{what}: the independent client found:\n  " + "\n  ".join(found[:40]))
        self.say(f"{what}: equal by verify" + ("" if self.options.no_node else " and by the independent client"))


def full_refresh(run):
    run.configure("full refresh", workload.TABLES, sync_type="full_refresh")
    run.sync()
    run.check("first sync")
    run.sync_under_load(run.options.seconds, run.options.seed)
    run.check("full refresh under load")


def incremental(run):
    for table, key in workload.KEYED.items():
        run.configure("incremental", [table], sync_type="incremental", incremental_field="updated_at", primary_key_columns=key)
    run.configure("append", ["pgbench_history"], sync_type="append", incremental_field="mtime")
    run.sync()
    run.sync_under_load(run.options.seconds, run.options.seed + 1)
    run.check("incremental and append under load")


def append(run):
    tables = ["wide", "all_types"]
    run.configure("append", tables, sync_type="append", incremental_field="id")
    run.sync("--from-scratch", *(f"{SOURCE}.{table}" for table in tables))
    for batch in range(3):
        run.server.sql(
            f"INSERT INTO wide (id, c1, c4) SELECT max(id) + 1, 'new', {batch} FROM wide;"
            "INSERT INTO all_types (id, i4, t) SELECT max(id) + 1, 1, 'new' FROM all_types;"
            f"INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (1, 1, 1, {batch}, CURRENT_TIMESTAMP);", DATABASE)
        run.sync()
    run.sync()
    run.check("append, nothing twice")


def parse_options():
    parser = argparse.ArgumentParser(prog="./dev e2e", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leatctl", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--full", action="store_true", default=bool(os.environ.get("LEAT_E2E_FULL")),
                        help="pgbench scale 10 and longer load (also: LEAT_E2E_FULL=1)")
    parser.add_argument("--scale", type=int, help="pgbench scale")
    parser.add_argument("--seconds", type=int, help="seconds of load in each phase")
    parser.add_argument("--seed", type=int, default=1, help="seed of the load")
    parser.add_argument("--no-node", action="store_true", help="leave the independent client out")
    parser.add_argument("--keep", action="store_true", help="keep server data and profile for a look")
    parser.add_argument("--cache", default=os.environ.get("LEAT_CACHE_DIR") or os.path.expanduser("~/.cache/leat"),
                        help="where the independent client is installed")
    options = parser.parse_args()
    options.scale = options.scale or (10 if options.full else 1)
    options.seconds = options.seconds or (30 if options.full else 4)
    options.wide_rows = 5000 if options.full else 300
    return options


def main():
    options = parse_options()
    with workplace("e2e", keep=options.keep) as folder, Cluster(os.path.join(folder, "pg")) as server:
        run = Run(options, folder, server)
        workload.load(server, DATABASE, options.scale, options.wide_rows)
        run.say(f"loaded: pgbench scale {options.scale}, {options.wide_rows} rows of 1,000 columns, seed {options.seed}")
        run.leat.add_postgres(SOURCE, server, DATABASE)
        try:
            for phase in (full_refresh, incremental, append):
                phase(run)
        except Failed as failure:
            print(f"FAILED (seed {options.seed}): {failure}", file=sys.stderr)
            return 1
        run.say("passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
