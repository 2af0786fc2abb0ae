# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours of ordinary work with something going wrong every half minute, and the oracle in between: all kinds
of tables change, sync by themselves (leatctl run-scheduler), are killed and cut off. Memory, file handles
and the profile's folder must not grow without end (13-threats G10)."""
import os
import time

from torture.bench import KINDS, SOURCE
from torture.proxy import Fault, FaultProxy

COPY = b"COPY ("
FAULTS = ("reset", "close", "black-hole", "garbage", "throttle", "chunk-delay", "half-close-client")


class Soak:
    def __init__(self, bench, result, lab, proxy):
        self.bench, self.result, self.lab, self.proxy = bench, result, lab, proxy
        self.random = bench.random()
        self.process = None
        self.kills = self.faults = self.rounds = 0
        self.sizes = []

    def start(self):
        if self.process is None or self.process.poll() is not None:
            self.process = self.lab.leat.start("run-scheduler")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(60)
            self.process = None

    def disturb(self):
        if self.random.random() < 0.4:
            self.process.kill()
            self.process.wait()
            self.kills += 1
        else:
            action = self.random.choice(FAULTS)
            self.proxy.break_with(Fault(action, COPY, self.random.randrange(200_000), seed=self.random.randrange(1000)))
            self.faults += 1

    def work(self, seconds):
        """Changes, a process that syncs them, and one disturbance."""
        end, disturbed = time.monotonic() + seconds, False
        while time.monotonic() < end:
            self.start()
            self.lab.change(self.random.choice(KINDS))
            time.sleep(self.random.uniform(0.2, 1.5))
            if not disturbed and self.random.random() < 0.2:
                self.disturb()
                disturbed = True

    def oracle(self):
        self.stop()
        self.proxy.heal()
        for kind in KINDS:
            self.result.case(self.lab.repair(kind), f"after {self.rounds} rounds, {kind.name}")
        self.sizes.append(sum(entry.stat().st_size for entry in os.scandir(self.lab.leat.profile) if entry.is_file()))


def run(bench, result):
    options = bench.options
    with bench.lab(options.network_rows) as lab, FaultProxy(lab.server.host, lab.server.port) as proxy:
        lab.leat.run("source", "set", SOURCE, f"port={proxy.port}", "connect_timeout=5")
        lab.leat.set([kind.schema for kind in KINDS], sync_frequency="1min")
        soak = Soak(bench, result, lab, proxy)
        try:
            while not bench.over() and (bench.end or soak.rounds < options.soak_rounds):
                soak.rounds += 1
                soak.work(options.soak_seconds)
                if soak.rounds % options.soak_oracle == 0:
                    soak.oracle()
            soak.oracle()
        finally:
            soak.stop()
    result.note = f"{soak.rounds} rounds, {soak.kills} kills, {soak.faults} network faults, profile {soak.sizes[-1] / 1e6:.0f} MB"
