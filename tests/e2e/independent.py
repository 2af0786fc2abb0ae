# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares source and warehouse through psql and DuckDB's own client, without any code of Leat."""
import json
import os
import shutil
import subprocess

import alltypes

READER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reader")

# name: (at the source, in the warehouse); both give one row of texts.
PLAIN_CHECKS = {
    "accounts": ("SELECT count(*), sum(abalance), sum(aid), md5(string_agg(aid || '|' || bid || '|' || abalance || '|' || filler ||"
                 " '|' || (extract(epoch FROM updated_at) * 1000000)::bigint, E'\\n' ORDER BY aid)) FROM pgbench_accounts",
                 "SELECT count(*), sum(abalance), sum(aid), md5(string_agg(aid || '|' || bid || '|' || abalance || '|' || rtrim(filler) ||"
                 " '|' || epoch_us(updated_at), chr(10) ORDER BY aid)) FROM {w}.pgbench_accounts"),
    "tellers": ("SELECT count(*), sum(tbalance), md5(string_agg(tid || '|' || bid || '|' || tbalance, ',' ORDER BY tid)) FROM pgbench_tellers",
                "SELECT count(*), sum(tbalance), md5(string_agg(tid || '|' || bid || '|' || tbalance, ',' ORDER BY tid)) FROM {w}.pgbench_tellers"),
    "branches": ("SELECT count(*), sum(bbalance), md5(string_agg(bid || '|' || bbalance, ',' ORDER BY bid)) FROM pgbench_branches",
                 "SELECT count(*), sum(bbalance), md5(string_agg(bid || '|' || bbalance, ',' ORDER BY bid)) FROM {w}.pgbench_branches"),
    "history": ("SELECT count(*), sum(delta), md5(string_agg(r, ',' ORDER BY r COLLATE \"C\")) FROM (SELECT delta, tid || '|' || bid || '|' || aid"
                " || '|' || delta || '|' || (extract(epoch FROM mtime) * 1000000)::bigint AS r FROM pgbench_history) h",
                "SELECT count(*), sum(delta), md5(string_agg(r, ',' ORDER BY r)) FROM (SELECT delta, tid || '|' || bid || '|' || aid"
                " || '|' || delta || '|' || epoch_us(mtime) AS r FROM {w}.pgbench_history) h"),
    "wide": ("SELECT count(*), sum(id), sum(c4), sum(c996), sum(c7), count(c1), count(*) FILTER (WHERE c2), max(c997), sum(c995) FROM wide",
             "SELECT count(*), sum(id), sum(c4), sum(c996), sum(c7), count(c1), count(*) FILTER (WHERE c2), max(c997), sum(c995) FROM {w}.wide"),
}


def reader_folder(cache):
    """The reader with its pinned packages, installed once into the cache."""
    folder = os.path.join(cache, "warehouse-reader-1.5.6-r.1")
    installed = os.path.join(folder, "node_modules", "@duckdb", "node-api", "package.json")
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "package-lock.json", "read.mjs"):
        shutil.copy(os.path.join(READER, name), folder)
    if not os.path.exists(installed):
        # Not "npm ci": the lock has the hashes of the platforms that could be checked, and no others.
        done = subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder,
                              capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise RuntimeError(f"npm could not install the independent client: {done.stderr[-1500:]}")
    return folder


def read_warehouse(folder, file, queries):
    done = subprocess.run(["node", "read.mjs"], cwd=folder, input=json.dumps({"file": file, "queries": queries}),
                          capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the independent client could not read {file}: {done.stderr[-1500:]}")
    return json.loads(done.stdout)


def compare(server, database, warehouse_file, warehouse_schema, cache):
    """Texts that say what differs; empty: nothing."""
    queries = {name: pair[1].format(w=warehouse_schema) for name, pair in PLAIN_CHECKS.items()}
    queries["all_types"] = alltypes.warehouse_query(f"{warehouse_schema}.all_types")
    got = read_warehouse(reader_folder(cache), warehouse_file, queries)
    found = []
    for name, (source_sql, _) in PLAIN_CHECKS.items():
        source = server.sql(source_sql, database).split("|")
        warehouse = [cell or "" for cell in got[name][0]]
        if source != warehouse:
            found.append(f"{name}: source {source}, warehouse {warehouse}")
    rows = [json.loads(line) for line in server.sql(alltypes.source_query(), database).splitlines()]
    return found + alltypes.differences(rows, got["all_types"])
