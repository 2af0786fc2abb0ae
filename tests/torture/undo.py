# SPDX-License-Identifier: GPL-3.0-or-later
"""Resync, delete-data and remove-source, then undo: the table is equal by digest, and so are cursor and
configuration; also when any of the two is killed at any point in between. T041, T130, T147, S49."""
import os
import subprocess

from lab.disk import can_mount, fill, mount
from lab.postgres import Cluster
from torture.bench import KINDS, SOURCE, Lab
from torture.killpoints import KILLED, kill, passed, plan

# Exit statuses: done, nothing to do, refused for now (another process has the profile, or the rows are gone).
WELL = (0, 1, 64, 65, 69, 75)

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


def two_doors(bench, result, lab):
    """Two commands at once on one profile: each ends well or is told to come later, nothing in between."""
    kind = KINDS[1]
    pairs = [(actions(kind)["delete-data"], ("sync", kind.schema)), (actions(kind)["delete-data"], actions(kind)["delete-data"]),
             (actions(kind)["resync --wipe"], ("schema", "verify", kind.schema))]
    for number, (first, second) in enumerate(bench.some(pairs, 1)):
        undo = Undo(lab, kind, "delete-data")
        kept = undo.before()
        processes = [lab.leat.start(*arguments) for arguments in (first, second)]
        ends = [process.wait(120) for process in processes]
        problems = [f"{first[:2]} and {second[:2]} ended with {ends}"] if not all(end in WELL for end in ends) else []
        if undo.trash((kind,)):
            undo.restore()
            problems += undo.compare(kept)
        result.case(problems + lab.repair(kind), f"two doors, {number}")


def nearly_full(bench, result):
    """The profile on a disk with hardly a block left: an action is done or not done, and so is its undo."""
    if not can_mount():
        return
    disk = bench.path("disk", "x")[:-2]
    mount(disk, 64)
    try:
        with Cluster(bench.path("full", "pg")) as server:
            lab = Lab(bench.options, disk, server, bench.options.kill_rows).prepare()
            for kind in bench.some(KINDS, 1):
                for action in list(actions(kind))[:2]:
                    # Less and less room, from some blocks down to none.
                    for room in bench.some((400_000, 40_000, 0), 1):
                        result.case(squeezed(lab, kind, action, disk, room), f"{action} {kind.name} with {room} bytes of room")
    finally:
        subprocess.run(["umount", disk], stderr=subprocess.DEVNULL)


def squeezed(lab, kind, action, disk, room):
    undo = Undo(lab, kind, action)
    kept = undo.before()
    ballast = os.path.join(disk, "ballast")
    fill(ballast, room)
    ends = [lab.leat.run(*undo.arguments, ok=None)[0]]
    # Whatever was done is undone while the disk is still as full.
    ids = lab.leat.run("--json", "trash", "list", ok=None)
    if ids[0] == 0:
        wanted = undo.trash((kind,))
        ends += [lab.leat.run("trash", "restore", number, ok=None)[0] for number in wanted]
    os.unlink(ballast)
    wanted = undo.trash((kind,))
    if wanted:
        lab.leat.run("trash", "restore", *wanted)
    crashed = [f"ended with {end}" for end in ends if end < 0 or end == 70]
    return crashed + undo.compare(kept) + lab.repair(kind)


def run(bench, result):
    nearly_full(bench, result)
    destroyed_and_restored(bench, result)


def destroyed_and_restored(bench, result):
    kills = 0
    with bench.lab(bench.options.kill_rows) as lab:
        two_doors(bench, result, lab)
        rng = bench.random()
        cases = [(kind, action) for kind in KINDS for action in actions(kind)]
        for kind, action in bench.some(rng.sample(cases, len(cases)), 3):
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
