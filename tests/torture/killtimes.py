# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL of `leatctl sync` at a random time, while rows with time stamps from before commit at the source.

Where no failpoint is. T001, T002, T130, T136."""
import time

from torture.bench import DATABASE, KINDS, UPDATES

# Commits while the sync is under way, with time stamps from before it.
LATE = "BEGIN; " + UPDATES.replace("% 23 =", "% 401 =").replace("% 23;", "% 401;") + " SELECT pg_sleep({wait:.3f}); COMMIT;"
LATE_INSERT = ("BEGIN; INSERT INTO {t} (id, name, amount) SELECT -{k} - 1, 'late', 1; "
               "SELECT pg_sleep({wait:.3f}); COMMIT;")


class Aim:
    """When to kill: where the ends of the syncs are now, since the machine's speed changes."""

    def __init__(self, seconds, rng):
        self.seconds, self.random = seconds, rng

    def delay(self):
        # Half of the points anywhere, half towards the end, where merge and commit are.
        low = 0 if self.random.random() < 0.5 else 0.6
        return self.random.uniform(low, 1.05) * self.seconds

    def learn(self, killed):
        self.seconds *= 1.02 if killed else 0.9


def timed(lab, kind):
    lab.change(kind)
    started = time.monotonic()
    lab.leat.run("sync", kind.schema)
    return time.monotonic() - started


def point(lab, kind, aim, number):
    lab.change(kind)
    delay = aim.delay()
    late = LATE_INSERT if kind.name == "append" else LATE
    text = late.format(t=kind.table, k=number, wait=delay * aim.random.uniform(0.2, 1.2))
    writer = lab.server.start_sql(text, DATABASE)
    process = lab.leat.start("sync", kind.schema)
    time.sleep(delay)
    killed = process.poll() is None
    process.kill()
    process.wait()
    writer.wait()
    aim.learn(killed)
    return killed, delay


def run(bench, result):
    kills = 0
    with bench.lab(bench.options.time_rows) as lab:
        aims = {kind.name: Aim(max(timed(lab, kind) for _ in range(2)), bench.random(kind.name)) for kind in KINDS}
        for number in range(bench.options.kill_times):
            for kind in KINDS:
                if bench.over():
                    break
                killed, delay = point(lab, kind, aims[kind.name], number)
                kills += killed
                result.case(lab.repair(kind), f"{kind.name}, killed after {delay:.3f} s")
    result.note = f"{kills} kills"
    if not kills:
        result.case(["no sync was killed"], "campaign")
