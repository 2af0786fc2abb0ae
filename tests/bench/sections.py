# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of the bench: each makes its data, measures in rounds and returns Figures."""
import os
import statistics
import subprocess
import sys

from lab.leat import Leat, measure
from lab.postgres import Cluster, LabError
from lab.workplace import free_gigabytes, memory_gigabytes
from report import Figure
from window import window

HERE = os.path.dirname(os.path.abspath(__file__))
MEMORY_LIMIT_MB = 400          # Leat's default
RSS_TARGET_MB = MEMORY_LIMIT_MB + 120
ORDERS_ROWS = 5_000_000        # what the targets in seconds are for


class Bench:
    """The server, and one leatctl profile a section. Data are made when first asked for."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self._made = set()
        self._full = None
        buffers = max(128, min(4096, int(memory_gigabytes() * 1024 / 4)))
        self.server = Cluster(os.path.join(folder, "pg"), {
            "shared_buffers": f"{buffers}MB", "max_wal_size": "16GB", "checkpoint_timeout": "30min",
            "maintenance_work_mem": "512MB", "autovacuum": "off", "wal_level": "minimal", "max_wal_senders": "0"})

    def __enter__(self):
        if self.options.sections != ["window"]:
            self.server.start()
            self.server.create_database("bench")
        return self

    def __exit__(self, *_):
        self.server.stop()

    def say(self, text):
        print("   " + text, file=sys.stderr, flush=True)

    def once(self, key, make):
        if key not in self._made:
            self.say(f"making {key}")
            make()
            self._made.add(key)

    def need_space(self, gigabytes):
        free = free_gigabytes(self.folder)
        if free < gigabytes:
            raise LabError(f"{self.folder} has {free:.0f} GB free, {gigabytes} GB are needed (--dir)")

    def orders(self, table="orders", rows=None):
        rows = rows or self.options.rows
        self.once(f"{table}, {rows:,} rows", lambda: self.server.file(
            os.path.join(HERE, "gen_orders.sql"), "bench", n=rows, t=table))

    def generated(self, script, **variables):
        self.once(f"{script} {variables}", lambda: self.server.file(os.path.join(HERE, script), "bench", **variables))

    def profile(self, name):
        return Leat(self.options.leatctl, os.path.join(self.folder, "profile-" + name))

    def table(self, profile, table, **fields):
        """A profile with source "b" and one enabled table, synced once."""
        leat = self.profile(profile)
        leat.add_postgres("b", self.server, "bench", "--table", table)
        leat.set(f"b.{table}", should_sync="true", sync_type="full_refresh", **fields)
        leat.run("sync", f"b.{table}")
        self.check_rows(leat, table)
        return leat

    def check_rows(self, leat, table):
        source = int(self.server.sql(f"SELECT count(*) FROM {table}", "bench"))
        warehouse = int(leat.value(f"SELECT count(*) AS n FROM b.{table}"))
        if source != warehouse:
            raise LabError(f"{table}: {source} rows at the source, {warehouse} in the warehouse")

    def psql_copy(self, table):
        command = self.server.psql_command("bench", "-c", f"COPY (SELECT * FROM {table}) TO STDOUT (FORMAT binary)")
        return measure(command, self.server.environment())

    def interleaved(self, **measures):
        """name=callable -> {name: [Cost, …]}, one of each a round."""
        costs = {name: [] for name in measures}
        for number in range(self.options.rounds):
            for name, call in measures.items():
                costs[name].append(call())
            self.say(f"round {number + 1}: " + ", ".join(f"{n} {c[-1].wall:.2f} s" for n, c in costs.items()))
        return costs

    def full_refresh_wall(self):
        """Our own full refresh of orders, measured once a run of the bench."""
        if self._full is None:
            full_refresh(self)
        return self._full


def median(costs, what="wall"):
    return statistics.median(getattr(c, what) for c in costs)


def spread(costs, what="wall"):
    values = [getattr(c, what) for c in costs]
    return min(values), max(values)


def figure(work, costs, unit, target, what="wall", **more):
    return Figure(work, median(costs, what), unit, target, spread=spread(costs, what), **more)


def against_psql(bench, profile, table, work, target):
    leat = bench.table(profile, table)
    bench.psql_copy(table)
    costs = bench.interleaved(psql=lambda: bench.psql_copy(table), leat=lambda: leat.measure("sync", f"b.{table}"))
    bench.check_rows(leat, table)
    return figure(work, costs["leat"], "s", target, peer="psql COPY binary", peer_value=median(costs["psql"])), costs["leat"]


def full_refresh(bench):
    bench.orders()
    scale = bench.options.rows / ORDERS_ROWS
    speed, costs = against_psql(bench, "full", "orders", "full refresh, orders × 16 columns", 0.92)
    bench._full = speed.measured
    return [speed,
            figure("same, client CPU", costs, "CPU s", round(7.5 * scale, 2), "cpu"),
            figure("same, peak RSS", costs, "MB", 512, "rss")]


def narrow(bench):
    scale = max(1, bench.options.rows // 50_000)
    def make():
        bench.server.create_database("accounts")
        done = bench.server.pgbench("-i", "-q", "-s", str(scale), database="accounts")
        if done.communicate() and done.returncode:
            raise LabError("pgbench -i failed")
    bench.once(f"pgbench_accounts, {scale * 100_000:,} rows", make)
    leat = bench.profile("narrow")
    leat.add_postgres("b", bench.server, "accounts", "--table", "pgbench_accounts")
    leat.set("b.pgbench_accounts", should_sync="true", sync_type="full_refresh")
    leat.run("sync", "b.pgbench_accounts")
    copy = bench.server.psql_command("accounts", "-c", "COPY (SELECT * FROM pgbench_accounts) TO STDOUT (FORMAT binary)")
    costs = bench.interleaved(psql=lambda: measure(copy, bench.server.environment()),
                              leat=lambda: leat.measure("sync", "b.pgbench_accounts"))
    return [figure(f"full refresh, {scale * 100_000:,} narrow rows (pgbench_accounts)", costs["leat"], "s", 0.95,
                   peer="psql COPY binary", peer_value=median(costs["psql"]))]


def lineitem(bench):
    rows = bench.options.rows * 6 // 5
    bench.generated("gen_lineitem.sql", n=rows)
    return [against_psql(bench, "lineitem", "lineitem", f"full refresh, {rows:,} rows of lineitem", 0.95)[0]]


def columns(bench):
    bench.orders()
    leat = bench.table("columns", "orders", columns="id,customer_id,status,amount")
    costs = bench.interleaved(leat=lambda: leat.measure("sync", "b.orders"))
    return [figure("full refresh, 4 of the 16 columns", costs["leat"], "s", 0.6, peer="own full refresh",
                   peer_value=bench.full_refresh_wall(), note="column selection must show")]


CHANGE = """
UPDATE orders SET amount = amount + 1, status = 'paid', updated_at = now() WHERE id % 111 = {k} AND id <= {rows};
INSERT INTO orders SELECT {top} + i, 1, 1, 'new', 'web', 10, NULL, NULL, false, current_date, now(), now(),
  md5(i::text)::uuid, NULL, NULL, NULL FROM generate_series(1, {new}) AS g(i);
"""


def incremental(bench):
    bench.orders("orders_inc")
    server, rows = bench.server, bench.options.rows
    bench.once("index on updated_at", lambda: server.sql("CREATE INDEX ON orders_inc (updated_at); ANALYZE orders_inc;", "bench"))
    leat = bench.table("incremental", "orders_inc")
    leat.set("b.orders_inc", sync_type="incremental", incremental_field="updated_at", primary_key_columns="id")
    leat.run("sync", "b.orders_inc")
    state = {"k": 0, "top": rows}

    def changed():
        new = rows // 1000
        server.sql(CHANGE.format(k=state["k"], rows=rows, top=state["top"], new=new).replace("orders", "orders_inc"), "bench")
        state["k"] += 1
        state["top"] += new
        return leat.measure("sync", "b.orders_inc")

    costs = bench.interleaved(changed=changed, unchanged=lambda: leat.measure("sync", "b.orders_inc"))
    bench.check_rows(leat, "orders_inc")
    full = bench.full_refresh_wall()
    return [figure("incremental, 1 % changed (90 % updates)", costs["changed"], "s", 0.08,
                   peer="own full refresh", peer_value=full),
            figure("incremental, nothing changed", costs["unchanged"], "s", 0.02,
                   peer="own full refresh", peer_value=full)]


def many(bench):
    tables = bench.options.tables
    def make():
        bench.server.create_database("many")
        bench.server.file(os.path.join(HERE, "gen_many.sql"), "many", tables=tables, n=100)
    bench.once(f"{tables} small tables", make)
    first, nothing, listing = [], [], []
    for number in range(bench.options.rounds):
        leat = bench.profile(f"many{number}")
        leat.add_postgres("m", bench.server, "many", "--all")
        leat.set("m.*", sync_type="incremental", incremental_field="updated_at", primary_key_columns="id")
        first.append(leat.measure("sync", "--source", "m"))
        nothing.append(leat.measure("sync", "--source", "m"))
        listing.append(leat.measure("source", "refresh", "m"))
        bench.say(f"round {number + 1}: first {first[-1].wall:.1f} s, nothing changed {nothing[-1].wall:.1f} s, "
                  f"listing {listing[-1].wall:.2f} s")
        got = leat.value("SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = 'm'")
        if int(got) != tables:
            raise LabError(f"{got} of {tables} tables arrived")
    scale = tables / 1000
    return [figure(f"{tables} small tables, first sync", first, "s", 60 * scale),
            figure(f"{tables} small tables, nothing changed", nothing, "s", 15 * scale),
            figure(f"{tables} tables listed", listing, "s", 5)]


def sqlite(bench):
    path = os.path.join(bench.folder, "orders.sqlite")
    def make():
        script = f".param set :n {bench.options.rows}\n.read {os.path.join(HERE, 'gen_sqlite.sql')}\n"
        subprocess.run(["sqlite3", "-batch", path], input=script, text=True, check=True, stdout=subprocess.DEVNULL)
    bench.once(f"SQLite file, {bench.options.rows:,} rows", make)
    leat = bench.profile("sqlite")
    leat.run("source", "add", "s", "--type", "sqlite", "--set", f"path={path}", "--table", "orders")
    leat.set("s.orders", should_sync="true", sync_type="full_refresh")
    leat.run("sync", "s.orders")
    if int(leat.value("SELECT count(*) AS n FROM s.orders")) != bench.options.rows:
        raise LabError("rows of the SQLite file are missing in the warehouse")
    costs = bench.interleaved(peer=lambda: measure(["sqlite3", "-batch", "-readonly", "-csv", path, "SELECT * FROM orders"]),
                              leat=lambda: leat.measure("sync", "s.orders"))
    os.remove(path)
    return [figure("SQLite file, orders × 16 columns", costs["leat"], "s", 0.8, peer="sqlite3 -csv",
                   peer_value=median(costs["peer"])),
            figure("same, peak RSS", costs["leat"], "MB", RSS_TARGET_MB, "rss")]


def memory(bench):
    rows = bench.options.rows
    bench.need_space(3 + 20 * rows * 4 / 1e8)
    bench.orders()
    bench.orders("orders_big", rows * 4)
    bench.generated("gen_wide.sql", n=max(1000, rows // 5))
    figures = []
    for table, what in (("orders", f"{rows:,} rows × 16"), ("orders_big", f"{rows * 4:,} rows × 16"),
                        ("wide", f"{max(1000, rows // 5):,} rows × 100")):
        leat = bench.table("memory-" + table, table)
        costs = [leat.measure("sync", f"b.{table}") for _ in range(min(3, bench.options.rounds))]
        bench.say(f"{table}: {median(costs):.1f} s")
        figures.append(figure(f"peak RSS, {what}", costs, "MB", RSS_TARGET_MB, "rss",
                              note=f"memory_limit {MEMORY_LIMIT_MB} MB"))
    bench.server.sql("DROP TABLE orders_big", "bench")
    return figures


def page_read(bench, table):
    """The block that the readers of a copy are at, by the COPY they run; None when none runs."""
    blocks = bench.server.sql("SELECT max((regexp_match(query, 'ctid >= ''\\((\\d+),'))[1]::bigint) FROM pg_stat_activity "
                              f"WHERE query LIKE 'COPY%{table}%' AND state = 'active' AND pid <> pg_backend_pid()", "bench")
    return int(blocks) if blocks else None


def resume(bench):
    bench.orders()
    leat = bench.table("resume", "orders")
    pages = int(bench.server.sql("SELECT pg_relation_size('orders') / current_setting('block_size')::int", "bench"))
    again = []

    def killed_then_resumed():
        process = leat.start("sync", "b.orders")
        while (page_read(bench, "orders") or 0) < pages // 2:
            if process.poll() is not None:
                raise LabError("the sync ended before it could be killed")
        process.kill()
        process.wait()
        cost = leat.measure("sync", "b.orders")
        run = leat.json("history", "--schema", "b.orders", "--limit", "1")[0]
        again.append(run["rows_read"] / bench.options.rows)
        return cost

    costs = bench.interleaved(full=lambda: leat.measure("sync", "b.orders"), resumed=killed_then_resumed)
    bench.check_rows(leat, "orders")
    full = median(costs["full"])
    bench.say(f"rows read by the resumed run: {', '.join(f'{a:.0%}' for a in again)}")
    return [figure("full refresh resumed after kill -9 at 50 %", costs["resumed"], "s", 0.65, peer="own full refresh", peer_value=full),
            Figure("same, rows read by the resumed run", statistics.median(again), "of all", 0.55, spread=(min(again), max(again)))]


def verify(bench):
    """Digests of both sides; then three rows that differ, which must cost few rows."""
    bench.orders("orders_verify")
    leat = bench.table("verify", "orders_verify")
    report = leat.json("schema", "verify", "b.orders_verify")["tables"][0]
    if not report["equal"] or report["method"] != "digests" or report["rows_transferred"]:
        raise LabError(f"verify did not digest in place: {report}")
    equal = [leat.measure("schema", "verify", "b.orders_verify") for _ in range(bench.options.rounds)]
    rows = bench.options.rows
    bench.server.sql(f"UPDATE orders_verify SET note = 'other' WHERE id IN (5, {rows // 2}, {rows - 7})", "bench")
    report = leat.json("schema", "verify", "b.orders_verify")["tables"][0]
    if report["pending"] != 3 or report["rows_transferred"] > rows * 3 // 100:
        raise LabError(f"three rows differ, verify says {report}")
    differing = [leat.measure("schema", "verify", "b.orders_verify") for _ in range(bench.options.rounds)]
    bench.say(f"verify {median(equal):.2f} s, with differences {median(differing):.2f} s")
    full = bench.full_refresh_wall()
    return [figure("verify by digests, equal", equal, "s", 0.4, peer="own full refresh", peer_value=full),
            figure("verify by digests, 3 rows differ", differing, "s", 0.4, peer="own full refresh", peer_value=full,
                   note=f"{report['rows_transferred']:,} rows read")]


def reconcile(bench):
    """Keys of both sides compared: none gone; a few neighbours gone; one percent gone, scattered."""
    bench.orders("orders_keys")
    leat = bench.table("reconcile", "orders_keys")
    leat.set("b.orders_keys", sync_type="incremental", incremental_field="updated_at", primary_key_columns="id",
             late_commits="xmin", deletes="soft")
    leat.run("sync", "b.orders_keys")
    rows, server = bench.options.rows, bench.server
    state = {"first": 1000, "rest": 0}

    def reconciled(gone):
        cost = leat.measure("schema", "reconcile", "b.orders_keys")
        note = leat.json("schema", "show", "b.orders_keys")["reconcile"]
        if note["gone"] != gone or note["deleted"] != gone:
            raise LabError(f"{gone} rows are gone, reconcile says {note}")
        return cost

    def neighbours():
        gone = int(server.sql(f"WITH d AS (DELETE FROM orders_keys WHERE id BETWEEN {state['first']} AND {state['first'] + 499} RETURNING 1) "
                              "SELECT count(*) FROM d", "bench"))
        state["first"] += 1000
        return reconciled(gone)

    def scattered():
        gone = int(server.sql(f"WITH d AS (DELETE FROM orders_keys WHERE id % 101 = {state['rest']} RETURNING 1) SELECT count(*) FROM d", "bench"))
        state["rest"] += 1
        return reconciled(gone)

    costs = bench.interleaved(none=lambda: reconciled(0), neighbours=neighbours)
    costs |= bench.interleaved(scattered=scattered)
    full = bench.full_refresh_wall()
    return [figure("key reconcile, nothing gone", costs["none"], "s", 0.2, peer="own full refresh", peer_value=full),
            figure("key reconcile, 500 neighbours gone", costs["neighbours"], "s", 0.2, peer="own full refresh", peer_value=full),
            figure(f"key reconcile, {rows // 101:,} scattered rows gone", costs["scattered"], "s", 0.4, peer="own full refresh", peer_value=full)]


SECTIONS = {"full": full_refresh, "narrow": narrow, "lineitem": lineitem, "columns": columns,
            "incremental": incremental, "many": many, "sqlite": sqlite, "resume": resume, "verify": verify, "reconcile": reconcile, "memory": memory, "window": window}
