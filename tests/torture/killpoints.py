# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL at the n-th hit of every named failpoint (engine/base/failpoint.h), in every kind of work.

First each work runs once with a list of the points it passes. Then it is killed at each of them, at the
first and the last hit and at hits by chance; the next sync must leave source and warehouse equal, no table
behind and no run stuck. T130, T136, T142, T148, T224."""
import collections
import os
import signal

from torture.bench import DATABASE, DELETES, KINDS

KILLED = -signal.SIGKILL


def works(lab):
    """Name, kind, arguments, and what has to be there before."""
    for kind in KINDS:
        yield f"sync {kind.name}", kind, ("sync", kind.schema), lambda kind=kind: lab.change(kind)
    for kind in KINDS[:2]:
        yield f"from scratch {kind.name}", kind, ("sync", kind.schema, "--from-scratch"), lambda kind=kind: lab.change(kind)
    yield "verify", KINDS[1], ("schema", "verify", KINDS[1].schema), lambda: None
    yield "reconcile", KINDS[1], ("schema", "reconcile", KINDS[1].schema), lambda: deletes(lab, KINDS[1])


def deletes(lab, kind):
    """Rows that are gone at the source, which only a reconcile finds."""
    lab.leat.set(kind.schema, deletes="hard", delete_limit="100%")
    lab.change(kind)
    lab.leat.run("sync", kind.schema)
    lab.server.sql(DELETES.format(t=kind.table, k=lab.changed), DATABASE)


def mend(lab, name, kind, arguments):
    """What the next command of its kind leaves."""
    if name != "reconcile":
        return lab.repair(kind, *arguments[2:] if name != "verify" else ())
    status, _, errors = lab.leat.run(*arguments, ok=None, timeout=300)
    return [f"the next reconcile ended with {status}: {errors.strip()[:300]}"] if status else lab.repair(kind)


def passed(lab, arguments):
    """The points that a command passes, with how often."""
    seen = os.path.join(lab.folder, "seen")
    if os.path.exists(seen):
        os.unlink(seen)
    lab.leat.with_env(LEAT_FAILPOINTS_SEEN=seen).run(*arguments, ok=None)
    with open(seen, encoding="ascii") as lines:
        return collections.Counter(line.strip() for line in lines)


def plan(hits, rng, extra):
    """(point, hit): the first and the last of each, and some anywhere."""
    points = [(name, hit) for name, count in sorted(hits.items()) for hit in sorted({1, count})]
    total = sum(hits.values())
    return points + [("*", rng.randint(1, total)) for _ in range(extra)]


def kill(lab, point, hit, arguments):
    """The command's exit status."""
    armed = lab.leat.with_env(LEAT_FAILPOINTS=f"{point}=kill@{hit}")
    return armed.run(*arguments, ok=None, timeout=300)[0]


def run(bench, result):
    options, names = bench.options, set()
    kills = 0
    with bench.lab(options.kill_rows) as lab:
        rng = bench.random()
        cases = []
        for name, kind, arguments, before in works(lab):
            before()
            hits = passed(lab, arguments)
            names |= set(hits)
            points = plan(hits, rng, options.kill_extra)
            cases += [(name, kind, arguments, before, point, hit) for point, hit in points]
        # In any order, so that a run cut short has something of everything.
        cases = rng.sample(cases, min(options.kill_points or len(cases), len(cases)))
        for name, kind, arguments, before, point, hit in cases:
            if bench.over():
                break
            before()
            status = kill(lab, point, hit, arguments)
            kills += status == KILLED
            result.case(mend(lab, name, kind, arguments), f"{name}, killed at {point}@{hit}")
            result.note = f"{kills} kills, {len(names)} points passed"
    if not kills:
        result.case(["no process was killed: is this a build with LEAT_FAILPOINTS?"], "campaign")
