# SPDX-License-Identifier: GPL-3.0-or-later
"""Resync, delete-data and remove-source, then undo: the table is equal by digest, and so are cursor and
configuration; also when any of the two is killed at any point in between. T041, T130, T147, S49."""
from torture.bench import KINDS, SOURCE
from torture.killpoints import KILLED, kill, passed, plan

DELETED = {"sync_frequency": "6hour", "should_sync": "false"}


def actions(kind):
    return {
        "resync --wipe": ("schema", "resync", kind.schema, "--wipe", "--confirm", kind.schema),
        "delete-data": ("schema", "delete-data", kind.schema, "--confirm", kind.schema),
        "remove-source": ("source", "remove", SOURCE, "--delete-data", "--yes"),
    }


class Undo:
    """One profile that is destroyed and restored over and over."""

    def __init__(self, lab, kind, action):
        self.lab, self.kind, self.action = lab, kind, action
        self.arguments = actions(kind)[action]
        self.kinds = KINDS if action == "remove-source" else (kind,)

    def trash(self, kinds):
        """The newest item of each table, but for what a restore itself has put there."""
        items = self.lab.leat.json("trash", "list")["items"]
        newest = {}
        for item in items:
            if item["action"] != "restore":
                newest.setdefault(item["name"], item["id"])
        return [str(newest[kind.schema]) for kind in kinds if kind.schema in newest]

    def empty_trash(self):
        if self.lab.leat.json("trash", "list")["items"]:
            self.lab.leat.run("trash", "purge", "--all", "--confirm", "trash")

    def before(self):
        self.empty_trash()
        kept = {kind.name: self.lab.generation(kind) for kind in self.kinds}
        # What a resync reads differs from what was there.
        for kind in self.kinds:
            self.lab.change(kind)
        return kept

    def edited(self):
        """Somebody changes the settings before the undo, where the table still has some."""
        if self.action == "delete-data":
            self.lab.leat.set(self.kind.schema, **DELETED)

    def restore(self, arm=None):
        """Restores what is in the trash; with `arm` the first try is killed there."""
        ids = self.trash(self.kinds)
        if ids and arm:
            kill(self.lab, *arm, ("trash", "restore", *ids))
            # A killed restore is tried again; what it had brought back is no longer in the trash.
            ids = [number for number in ids if number in self.all_ids()]
        if ids:
            self.lab.leat.run("trash", "restore", *ids)
        return bool(ids)

    def all_ids(self):
        return [str(item["id"]) for item in self.lab.leat.json("trash", "list")["items"]]

    def compare(self, kept):
        problems = []
        for kind in self.kinds:
            now = self.lab.generation(kind)
            for what, old, new in zip(("digest", "cursor", "rows", "configuration"), kept[kind.name], now):
                if old != new:
                    problems.append(f"{kind.schema}: {what} was {old}, is {new}")
        return problems

    def case(self, kill_action=None, kill_restore=None):
        kept = self.before()
        done = None
        if kill_action:
            done = kill(self.lab, *kill_action, self.arguments)
        else:
            self.lab.leat.run(*self.arguments)
        if self.trash(self.kinds):
            self.edited()
            self.restore(kill_restore)
        problems = self.compare(kept)
        # The cursor that came back is a good one: syncing goes on from it.
        for kind in self.kinds:
            problems += self.lab.repair(kind)
        return problems, done


def run(bench, result):
    kills = 0
    with bench.lab(bench.options.kill_rows) as lab:
        rng = bench.random()
        for kind in KINDS:
            for action in actions(kind):
                if action == "remove-source" and kind is not KINDS[0]:
                    continue
                undo = Undo(lab, kind, action)
                problems, _ = undo.case()
                result.case(problems, f"{action} {kind.name}")
                for where, points in plans(undo, rng, bench.options):
                    for point in points:
                        if bench.over():
                            break
                        problems, done = undo.case(**{where: point})
                        kills += done == KILLED or where == "kill_restore"
                        result.case(problems, f"{action} {kind.name}, {where} at {point[0]}@{point[1]}")
    result.note = f"{kills} kills"


def plans(undo, rng, options):
    """Where the action and where the restore can be killed."""
    undo.before()
    action = plan(passed(undo.lab, undo.arguments), rng, 0)
    ids = undo.trash(undo.kinds)
    restore = plan(passed(undo.lab, ("trash", "restore", *ids)), rng, 0)
    for where, points in (("kill_action", action), ("kill_restore", restore)):
        yield where, rng.sample(points, min(options.undo_points, len(points))) if options.undo_points else points
