# SPDX-License-Identifier: GPL-3.0-or-later
"""Every call fails once, and from then on: writes and syncs of the state store and the warehouse, other
files, sockets (a preloaded library), and every named failpoint (an error where one can come back).

Whatever the run says then, it must say it by an exit status, and the next one must converge. T132–T135."""
import errno
import os

from torture.bench import KINDS
from torture.killpoints import mend, passed, works

# Kind of call, error.
CALLS = [("state", errno.ENOSPC), ("state", errno.EIO), ("warehouse", errno.ENOSPC), ("warehouse", errno.EIO),
         ("file", errno.EACCES), ("socket", errno.ECONNRESET)]
# What a point's system would say.
CODES = {"source": "connection-lost", "warehouse": "disk-full", "state": "disk-full", "sync": "internal"}


def library(options):
    return os.path.join(os.path.dirname(os.path.abspath(options.leatctl)), "..", "lib", "libleat_faults.so")


def hits_of(bench, count):
    """Once at the first hit, always, once at the last."""
    return bench.some(sorted({"1", "1+", str(count)}), 1)


class Failures:
    def __init__(self, bench, result, lab):
        self.bench, self.result, self.lab = bench, result, lab
        self.random = bench.random()
        self.preload = {"LD_PRELOAD": os.path.realpath(library(bench.options)), "LEAT_FAULTS_ROOT": lab.leat.profile}

    def counts(self, arguments):
        seen = os.path.join(self.lab.folder, "calls")
        self.lab.leat.with_env(**self.preload, LEAT_FAULTS_SEEN=seen).run(*arguments, ok=None)
        with open(seen, encoding="ascii") as lines:
            return {line.split()[0]: int(line.split()[1]) for line in lines}

    def chosen(self, count, limit):
        """Which of the calls: all, or some by chance."""
        calls = range(1, count + 1)
        return list(calls) if not limit or count <= limit else sorted(self.random.sample(calls, limit))

    def case(self, name, kind, before, arguments, env, fault):
        before()
        status, _, errors = self.lab.leat.with_env(**env).run(*arguments, ok=None, timeout=300)
        problems = []
        if status < 0:
            problems.append(f"ended by signal {-status}: {errors.strip()[-300:]}")
        # A second clean start may be what brings the first one's end into the books.
        self.result.case(problems + mend(self.lab, name, kind, arguments), f"{name}: {fault}")

    def calls(self, name, kind, arguments, before):
        before()
        counts = self.counts(arguments)
        for what, code in CALLS:
            for number in self.chosen(counts.get(what, 0), self.bench.options.failing_calls):
                for onwards in self.bench.some(("", "+"), 1):
                    if self.bench.over():
                        return
                    env = {**self.preload, "LEAT_FAULTS": f"{what}:{number}{onwards}:{code}"}
                    self.case(name, kind, before, arguments, env, f"{what} call {number}{onwards}, {errno.errorcode[code]}")

    def points(self, name, kind, arguments, before):
        before()
        hits = passed(self.lab, arguments)
        names = sorted(hits)
        if self.bench.options.failing_points:
            names = self.random.sample(names, min(self.bench.options.failing_points, len(names)))
        for point in names:
            code = CODES.get(point.split(".")[0], "internal")
            for hit in hits_of(self.bench, hits[point]):
                if self.bench.over():
                    return
                env = {"LEAT_FAILPOINTS": f"{point}=fail:{code}@{hit}"}
                self.case(name, kind, before, arguments, env, f"{point}@{hit} fails with {code}")


def run(bench, result):
    with bench.lab(bench.options.kill_rows) as lab:
        failures = Failures(bench, result, lab)
        for name, kind, arguments, before in works(lab):
            if name == "verify" or (bench.options.slice and kind is not KINDS[1]):
                continue
            failures.points(name, kind, arguments, before)
            failures.calls(name, kind, arguments, before)
