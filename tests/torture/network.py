# SPDX-License-Identifier: GPL-3.0-or-later
"""Network faults between Leat and a real PostgreSQL: a run finishes or fails clean within a minute of the
fault, and the next one makes both sides equal. T131, T151, T152, T153, T154, T158."""
import subprocess
import time

from torture.bench import KINDS, SOURCE
from torture.proxy import Fault, FaultProxy

COPY = b"COPY ("
DESCRIBE = b"pg_current_snapshot"
LIMIT_SECONDS = 60

# Name, fault. Those that only slow down must let the run succeed.
BROKEN = [
    ("black hole at connect", Fault("black-hole", connections=-1)),
    ("black hole at login", Fault("black-hole", b"user\0", connections=-1)),
    ("black hole at a query", Fault("black-hole", DESCRIBE, connections=-1)),
    ("black hole at COPY", Fault("black-hole", COPY, connections=-1)),
    ("black hole within COPY", Fault("black-hole", COPY, 100_000, connections=-1)),
    ("black hole within COPY, once", Fault("black-hole", COPY, 100_000)),
    ("black hole at the end of the snapshot", Fault("black-hole", b"ROLLBACK", connections=-1)),
    ("reset at connect", Fault("reset", connections=-1)),
    ("reset at login", Fault("reset", b"user\0", connections=-1)),
    ("reset at a query", Fault("reset", DESCRIBE)),
    ("reset at COPY", Fault("reset", COPY)),
    ("reset within COPY", Fault("reset", COPY, 50_000)),
    ("reset within COPY, always", Fault("reset", COPY, 50_000, connections=-1)),
    ("closed within COPY", Fault("close", COPY, 70_000)),
    ("half closed by the server within COPY", Fault("half-close-client", COPY, 30_000)),
    ("half closed towards the server within COPY", Fault("half-close-server", COPY, 30_000)),
    ("garbage at login", Fault("garbage", b"user\0")),
    ("garbage within COPY", Fault("garbage", COPY, 20_000)),
    ("a web server answers", Fault("html", connections=-1)),
]
SLOW = [
    ("latency of 500 ms", Fault("latency", COPY, connections=-1)),
    ("1 KB/s for a while", Fault("throttle", COPY, connections=-1)),
    ("one chunk in ten is late", Fault("chunk-delay", connections=-1)),
    ("packets of one byte", Fault("one-byte", connections=-1)),
]


class Case:
    def __init__(self, lab, proxy, kind):
        self.lab, self.proxy, self.kind = lab, proxy, kind

    def sync(self, act=None, fault=None, must_succeed=False):
        """One run under a fault; `act` is called once the run has reached it. Problems."""
        problems = []
        self.lab.change(self.kind)
        process = self.lab.leat.start("sync", self.kind.schema)
        since = time.monotonic()
        if fault and act:
            fault.struck.wait(30)
            act()
        elif act:
            act()
        try:
            status = process.wait(LIMIT_SECONDS + 60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            status = None
        struck = fault.at if fault and fault.struck.is_set() else since
        took = time.monotonic() - struck
        if status is None or took > LIMIT_SECONDS:
            problems.append(f"not over {LIMIT_SECONDS} s after the fault ({took:.0f} s)")
        if status is not None and status < 0 or status == 70:
            problems.append(f"ended with {status}")
        if must_succeed and status:
            problems.append(f"ended with {status} although nothing was broken")
        self.proxy.heal()
        return problems + self.lab.repair(self.kind)


def broken(bench, result, case, faults, must_succeed=False):
    for name, fault in faults:
        if bench.over():
            return
        fault.seed = bench.seed
        case.proxy.break_with(fault)
        problems = case.sync(fault=fault, must_succeed=must_succeed)
        if not fault.struck.is_set():
            problems.append("the fault never struck")
        result.case(problems, name)


def refused(bench, result, case):
    case.proxy.silence()
    case.proxy.heal()
    problems = []
    case.lab.change(case.kind)
    status = case.lab.leat.run("sync", case.kind.schema, ok=None, timeout=LIMIT_SECONDS)[0]
    if status in (0, 70):
        problems.append(f"ended with {status}")
    case.proxy.listen()
    result.case(problems + case.lab.repair(case.kind), "refused")


def cut_everywhere(bench, result, case):
    """The login's answer, cut after every n-th byte."""
    step = bench.options.cut_step
    for after in range(1, 420, step):
        if bench.over():
            return
        fault = case.proxy.break_with(Fault("close", b"user\0", after, connections=-1))
        result.case(case.sync(fault=fault), f"cut after byte {after} of the server's login")


def server_acts(lab):
    """What a server does to its clients in the middle of a COPY."""
    server = lab.server
    mine = "FROM pg_stat_activity WHERE application_name = 'leat'"
    return [
        ("the server restarts", lambda: (server.stop(), server.start())),
        ("the server crashes and restarts", lambda: (server.crash(), server.start())),
        ("the session is terminated", lambda: server.sql(f"SELECT pg_terminate_backend(pid) {mine}")),
        ("the query is cancelled by the server", lambda: server.sql(f"SELECT pg_cancel_backend(pid) {mine}")),
    ]


def acted(bench, result, case):
    for name, act in bench.some(server_acts(case.lab), 2):
        if bench.over():
            return
        # The slow stream keeps the run in its COPY until the act.
        fault = case.proxy.break_with(Fault("throttle", COPY, connections=-1))
        result.case(case.sync(act=act, fault=fault), name)


def run(bench, result):
    options = bench.options
    with bench.lab(options.network_rows) as lab, FaultProxy(lab.server.host, lab.server.port) as proxy:
        lab.leat.run("source", "set", SOURCE, f"port={proxy.port}", "connect_timeout=5")
        for kind in bench.some(KINDS, 1):
            result.case(lab.repair(kind), f"through the proxy, {kind.name}")
        case = Case(lab, proxy, KINDS[0])
        refused(bench, result, case)
        broken(bench, result, case, bench.some(SLOW, 1), must_succeed=True)
        acted(bench, result, case)
        quick = [each for each in BROKEN if not each[0].startswith("black hole")]
        once = [each for each in BROKEN if each[0] == "black hole within COPY, once"]
        broken(bench, result, case, once + bench.some(quick, 5) if options.slice else BROKEN)
        cut_everywhere(bench, result, case)
    result.note = f"{len(BROKEN) + len(SLOW) + len(server_acts(lab)) + 1} kinds"
