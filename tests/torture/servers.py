# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands between Leat and the rows besides a network: a pooler, a replica, another server under the
same name, a password that changes, time-outs of the server. T153, T154, T157, T158, T159."""
import os
import shutil
import time

from lab.postgres import Cluster, free_port
from torture.bench import DATABASE, KINDS, SOURCE, Lab
from torture.proxy import Fault, FaultProxy

COPY = b"COPY ("


def through(lab, port, *settings):
    lab.leat.run("source", "set", SOURCE, f"port={port}", *settings)


def pooler(bench, result, lab):
    """pgbouncer in transaction mode, with fewer server connections than clients (T157)."""
    program = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
    if not os.path.exists(program):
        return
    folder, port = bench.path("pgbouncer", "x")[:-2], free_port()
    config = os.path.join(folder, "pgbouncer.ini")
    with open(config, "w", encoding="ascii") as out:
        out.write(f"[databases]\n{DATABASE} = host={lab.server.host} port={lab.server.port} dbname={DATABASE} user=postgres\n"
                  f"[pgbouncer]\nlisten_addr=127.0.0.1\nlisten_port={port}\nauth_type=any\npool_mode=transaction\n"
                  f"default_pool_size=4\nunix_socket_dir=\nlogfile={folder}/log\npidfile={folder}/pid\n"
                  "ignore_startup_parameters=extra_float_digits\n")
    lab.server.give(folder)
    process = lab.server.run_as_owner([program, config])
    try:
        wait_for_port(port)
        through(lab, port)
        for kind in bench.some(KINDS, 1):
            for _ in range(1 if bench.options.slice else 5):
                lab.change(kind)
                result.case(lab.repair(kind), f"through pgbouncer in transaction mode, {kind.name}")
    finally:
        through(lab, lab.server.port)
        process.terminate()
        process.wait()


def wait_for_port(port):
    import socket
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on port {port}")


def replica(bench, result, lab):
    """A streaming replica that cancels reads which hold vacuum's clean-up back (T158)."""
    standby = lab.server.standby(bench.path("standby"), {"max_standby_streaming_delay": "0", "hot_standby_feedback": "off"})
    kind = KINDS[1]
    with standby, FaultProxy(standby.host, standby.port) as proxy:
        through(lab, proxy.port)
        caught_up(lab.server, standby)
        result.case(lab.repair(kind), "from a replica")
        for number in range(1 if bench.options.slice else 5):
            lab.change(kind)
            caught_up(lab.server, standby)
            fault = proxy.break_with(Fault("throttle", COPY, connections=-1))
            process = lab.leat.start("sync", kind.schema, "--from-scratch")
            fault.struck.wait(60)
            lab.server.sql(f"DELETE FROM {kind.table} WHERE id % 5 = 0; VACUUM {kind.table};", DATABASE)
            status = process.wait(180)
            proxy.heal()
            caught_up(lab.server, standby)
            # Deletes are not a cursor's to see; a copy is.
            lab.leat.run("sync", kind.schema, "--from-scratch")
            problems = [f"ended with {status}"] if status < 0 or status == 70 else []
            result.case(problems + lab.repair(kind), f"recovery conflict {number}")
    through(lab, lab.server.port)


def caught_up(primary, standby):
    target = primary.sql("SELECT pg_current_wal_lsn()")
    for _ in range(600):
        if standby.sql(f"SELECT pg_last_wal_replay_lsn() >= '{target}'") == "t":
            return
        time.sleep(0.05)
    raise AssertionError("the replica does not catch up")


def other_server(bench, result, lab):
    """The name leads to another server for a while: nothing of it may be mixed in (T159)."""
    with Cluster(bench.path("other")) as other, FaultProxy(lab.server.host, lab.server.port) as proxy:
        through(lab, proxy.port)
        other.create_database(DATABASE)
        for kind in KINDS:
            other.sql(f"CREATE TABLE {kind.table} (id bigint PRIMARY KEY, name text NOT NULL, amount numeric(12,2) NOT NULL, "
                      "note text, payload jsonb, updated_at timestamptz NOT NULL DEFAULT clock_timestamp());"
                      f"INSERT INTO {kind.table} (id, name, amount) VALUES (1, 'stranger', 1);", DATABASE)
        for kind in KINDS[1:]:
            before = lab.stored_digest(kind)
            proxy.target = (other.host, other.port)
            status = lab.leat.run("sync", kind.schema, ok=None)[0]
            proxy.target = (lab.server.host, lab.server.port)
            problems = [] if lab.stored_digest(kind) == before else ["rows of another server were mixed in"]
            if status == 0:
                problems.append("the sync says it went well")
            lab.change(kind)
            result.case(problems + lab.repair(kind), f"another server under the name, {kind.name}")
    through(lab, lab.server.port)


def password(bench, result, lab):
    """The password changes while a run reads: few attempts, and one command mends it (T153)."""
    server, kind = lab.server, KINDS[0]
    server.sql("CREATE ROLE reader LOGIN SUPERUSER PASSWORD 'first'")
    server.require_passwords()
    secret, vault = bench.path("password"), bench.path("passphrase")
    write(vault, "a passphrase")
    lab.leat.options = ["--vault-passphrase-file", vault]
    with FaultProxy(server.host, server.port) as proxy:
        write(secret, "first")
        through(lab, proxy.port, "user=reader", "--password-file", secret)
        lab.change(kind)
        fault = proxy.break_with(Fault("throttle", COPY, connections=-1))
        process = lab.leat.start("sync", "--source", SOURCE)
        fault.struck.wait(60)
        failures = server.failed_logins()
        server.sql("ALTER ROLE reader PASSWORD 'second'")
        process.wait(180)
        proxy.heal()
        for _ in range(3):
            lab.leat.run("sync", "--source", SOURCE, ok=None)
        tries = server.failed_logins() - failures
        problems = [] if 1 <= tries <= 8 else [f"{tries} failed logins"]
        write(secret, "second")
        lab.leat.run("source", "rotate", SOURCE, "--password-file", secret)
        result.case(problems + lab.repair(kind), f"password changed within a run ({tries} failed logins in 4 syncs)")
        through(lab, server.port, "user=postgres", "--password-file", secret)
    server.trust_again()


def write(path, text):
    with open(path, "w", encoding="ascii") as out:
        out.write(text)


def timeouts(bench, result, lab):
    """The server's own limits (T154): a clear end, and all is well once they are gone."""
    kind = KINDS[0]
    limits = ["statement_timeout = '1ms'", "idle_in_transaction_session_timeout = '1ms'", "lock_timeout = '1ms'"]
    for limit in limits[:1] if bench.options.slice else limits:
        lab.server.sql(f"ALTER ROLE postgres SET {limit}")
        lab.change(kind)
        status = lab.leat.run("sync", kind.schema, ok=None, timeout=120)[0]
        lab.server.sql("ALTER ROLE postgres RESET ALL")
        problems = [f"ended with {status}"] if status < 0 or status == 70 else []
        result.case(problems + lab.repair(kind), f"the role has {limit}")


def locked(bench, result, lab):
    """Somebody holds the table: the run waits or ends, and nothing is stuck."""
    kind = KINDS[1]
    lab.change(kind)
    holder = lab.server.start_sql(f"BEGIN; LOCK TABLE {kind.table} IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(3); COMMIT;", DATABASE)
    status = lab.leat.run("sync", kind.schema, ok=None, timeout=120)[0]
    holder.wait()
    result.case([f"ended with {status}"] * (status < 0 or status == 70) + lab.repair(kind), "the table is locked")


def run(bench, result):
    settings = {"wal_level": "replica", "max_wal_senders": "4", "hot_standby": "on", "log_min_messages": "fatal",
                "log_connections": "off"}
    with bench.lab(bench.options.network_rows, server_settings=settings) as lab:
        for part in (pooler, timeouts, locked, other_server, replica, password):
            if not bench.over():
                part(bench, result, lab)
