#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is really full: the profile on a small file system of its own.

The script starts itself again in a private mount namespace, so that it may mount a tmpfs without
being root. A sync that runs out of space must say so, keep every row that was there, and succeed
once there is room.
Exit status 77: namespaces are not to be had here."""
import argparse
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from lab.disk import enter_namespace, fill, mount  # noqa: E402
from lab.leat import Leat                       # noqa: E402
from lab.workplace import workplace             # noqa: E402

SKIPPED = 77
CANNOT_WRITE = 73


def expect(condition, what):
    if not condition:
        raise SystemExit(f"FAILED: {what}")
    print(f"ok: {what}")


def make_source(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE small (id INTEGER PRIMARY KEY, v TEXT)")
        db.executemany("INSERT INTO small VALUES (?, ?)", ((i, f"row {i}") for i in range(1000)))
        # Random bytes as text: nothing that compression could make fit.
        db.execute("CREATE TABLE large (id INTEGER PRIMARY KEY, v TEXT)")
        db.executemany("INSERT INTO large VALUES (?, ?)", ((i, os.urandom(500).hex()) for i in range(100_000)))


def sync_fails_with_disk_full(leat, *what):
    status, out, errors = leat.run("--json", "sync", *what, ok=None)
    expect(status == CANNOT_WRITE, f"exit status {status} is {CANNOT_WRITE}, cannot write ({errors.strip()[:200]})")
    expect('"disk-full"' in out, "the run's error is disk-full")


def drill(options, folder):
    disk = os.path.join(folder, "disk")
    mount(disk, 40)
    source = os.path.join(folder, "source.db")
    make_source(source)
    leat = Leat(options.leatctl, os.path.join(disk, "profile"))
    leat.run("source", "add", "lab", "--type", "sqlite", "--set", f"path={source}")
    leat.set("lab.small", should_sync="true", sync_type="full_refresh")
    leat.run("sync", "lab.small")
    leat.set("lab.large", should_sync="true", sync_type="full_refresh")
    sync_fails_with_disk_full(leat, "lab.large")
    expect(leat.value("SELECT count(*) FROM lab.small") == 1000, "the table that was there is still there")
    expect(leat.run("schema", "verify", "lab.small", ok=None)[0] == 0, "and equals its source")
    status = leat.run("doctor", ok=None)[1]
    expect("disk" in status.lower(), "doctor speaks of the disk")
    fill(os.path.join(disk, "ballast"))
    status, _, errors = leat.run("sync", "lab.small", ok=None)
    expect(status == CANNOT_WRITE, f"without a single free byte: exit status {status}, {errors.strip().splitlines()[:1]}")
    os.unlink(os.path.join(disk, "ballast"))
    leat.run("sync", "lab.small")
    expect(leat.run("schema", "verify", "lab.small", ok=None)[0] == 0, "with room again the small table syncs")
    subprocess.run(["mount", "-o", "remount,size=600m", disk], check=True)
    leat.run("sync", "lab.large")
    expect(leat.value("SELECT count(*) FROM lab.large") == 100_000, "with room the same sync succeeds")
    expect(leat.run("schema", "verify", "lab.large", ok=None)[0] == 0, "and equals its source")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leatctl", required=True)
    options = parser.parse_args()
    if not enter_namespace():
        print("skipped: no private mount namespace to be had")
        sys.exit(SKIPPED)
    with workplace("fulldisk") as folder:
        try:
            drill(options, folder)
        finally:
            subprocess.run(["umount", os.path.join(folder, "disk")], stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
