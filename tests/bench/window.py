# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with a thousand tables: sort, filter, reports of eight runs, and a cold start of the program."""
import os
import sqlite3
import statistics
import subprocess
import sys
import time

from lab.leat import Leat
from lab.postgres import LabError
from report import Figure

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "tools", "screenshots"))

from xvfb import Display                        # noqa: E402

FRAME_MS = 50
START_S = 1.5
STILL_S = 1.0          # a window that has not changed for so long is ready
GIVE_UP_S = 60


def environment(display):
    return {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8", "QT_SCALE_FACTOR": "1",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:"}


def in_window(bench):
    """What leat_windowbench prints: {name: (worst milliseconds, rounds)}, the middle of the rounds of the bench."""
    found = {}
    for number in range(bench.options.rounds):
        folder = os.path.join(bench.folder, f"frame-bench{number}")
        os.makedirs(folder)
        with Display(folder, 1600, 1000) as display:
            done = subprocess.run([bench.options.windowbench, str(bench.options.tables)], env=environment(display),
                                  capture_output=True, text=True, check=False)
        if done.returncode:
            raise LabError(f"{bench.options.windowbench} ended with {done.returncode}: {done.stderr[-1000:]}")
        for line in done.stdout.splitlines():
            name, worst, rounds = line.split("\t")
            found.setdefault(name, []).append((float(worst), int(rounds)))
    return found


def make_profile(bench):
    """A profile with one SQLite source of that many tables, a hundred of them synced."""
    path = os.path.join(bench.folder, "many.sqlite")
    with sqlite3.connect(path) as file:
        for number in range(bench.options.tables):
            file.execute(f"CREATE TABLE table_{number:05} (id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, note TEXT)")
            file.execute(f"INSERT INTO table_{number:05} VALUES (1, '2026-01-01 00:00:00', 'x')")
    file.close()
    leat = Leat(bench.options.leatctl, os.path.join(bench.folder, "profile-window"))
    leat.run("source", "add", "many", "--type", "sqlite", "--set", f"path={path}", "--all")
    leat.run("sync", "many.table_000*")
    return leat.profile


def start(bench, profile, number):
    """Seconds from the start of the process until the last change of its picture."""
    folder = os.path.join(bench.folder, f"frame-start{number}")
    os.makedirs(folder)
    with Display(folder, 1440, 900) as display:
        empty = display.fingerprint()
        began = time.monotonic()
        window = subprocess.Popen([bench.options.leat, "--profile", profile, "-qwindowgeometry", "1440x900+0+0"],
                                  env=environment(display), stderr=subprocess.DEVNULL)
        try:
            before, changed = empty, began
            while before == empty or time.monotonic() - changed < STILL_S:
                now = display.fingerprint()
                if now != before:
                    before, changed = now, time.monotonic()
                if window.poll() is not None or time.monotonic() - began > GIVE_UP_S:
                    raise LabError("the window did not come")
                time.sleep(0.01)
            return changed - began
        finally:
            window.terminate()
            window.wait()


def window(bench):
    tables = bench.options.tables
    figures = []
    for name, values in in_window(bench).items():
        worst = [value for value, _ in values]
        target = None if name == "open" else FRAME_MS
        what = {"open": "window made and shown", "sort": "sort, until painted", "filter": "filter, each letter until painted"}.get(
            name, f"longest block, 8 runs report, {name.split(', ')[-1]}")
        figures.append(Figure(f"{what}, {tables} tables", statistics.median(worst), "ms", target, spread=(min(worst), max(worst)),
                              note=f"worst of {values[0][1]}"))
    profile = make_profile(bench)
    start(bench, profile, 0)
    starts = [start(bench, profile, number + 1) for number in range(bench.options.rounds)]
    figures.append(Figure(f"cold start until the window is still, {tables} tables", statistics.median(starts), "s", START_S,
                          spread=(min(starts), max(starts))))
    return figures
