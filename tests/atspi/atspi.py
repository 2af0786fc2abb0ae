#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The top tasks of the window, done as a screen reader does them: through AT-SPI with actions and editable
text only, in a real `leat` on a screen nobody sees, with a real PostgreSQL and a real keychain.

Every task has a ceiling of presses (typing is free). Then all screens are walked: no control without a
name. Run under tests/support/with-keyring.sh unlocked. Exit status 77: something needed is not installed."""
import argparse
import contextlib
import glob
import os
import signal
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from lab.leat import Leat                       # noqa: E402
from lab.postgres import Cluster, LabError, find_bin        # noqa: E402
from lab.screen import App, Screen, actions, has, missing, role      # noqa: E402
from lab.workplace import workplace             # noqa: E402

SKIPPED = 77
ROW = ("table cell", "tree item")
BUTTON = ("push button", "toggle button")
# What a person operates; scroll bars and the like belong to what they scroll.
CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "password text", "combo box",
            "spin button", "menu item", "check menu item", "page tab", "tree", "table", "list", "slider", "list item"}


def expect(condition, what):
    if not condition:
        raise SystemExit(f"FAILED: {what}")
    print(f"ok: {what}", flush=True)


class Task:
    """with Task(app, "…", most=3): counts the presses of one task."""

    def __init__(self, app, what, most):
        self.app, self.what, self.most = app, what, most

    def __enter__(self):
        self.before = self.app.count

    def __exit__(self, failure, *_):
        if failure is None:
            presses = self.app.count - self.before
            expect(presses <= self.most, f"{self.what}: {presses} presses, at most {self.most}")


def select(app, table):
    """One table, by the search. (In Qt 6.4 the toggle action of a tree's cell takes another row.)"""
    app.type("Search tables", table)
    app.until(lambda: sum(role(n) in ROW and n.get_name().startswith("Table ") for n in app.shown()) == 1, f"{table} alone")
    app.menu("Edit", "Select all")


def ok_row(app, table, seconds=60):
    app.find(ROW, f"Table {table}, OK", seconds)


def first_data(program, folder):
    """11-ux §4.11: first data on screen from a fresh install, offline."""
    profile = os.path.join(folder, "fresh")
    with App(program + ["--profile", profile], "leat") as app:
        with Task(app, "first data from a fresh install", 3):
            app.press("Next")
            app.find("label", "2 of 3")
            app.press("Next")
            app.find("label", "3 of 3")
            app.press("Try the sample*")
            ok_row(app, "orders")
        quiet(app)
        ten_tables(app, profile)
        walk_screens(app)


def quiet(app):
    app.find(BUTTON, "Nothing running")


def completed(profile):
    """Runs that came to their end. What the window says of it in passing may be gone before it is looked at."""
    with contextlib.closing(sqlite3.connect(f"file:{profile}/state.db?mode=ro", uri=True)) as db:
        return db.execute("SELECT count(*) FROM runs WHERE status = 'Completed'").fetchone()[0]


def ten_tables(app, profile):
    app.type("Search tables", "source:shop")
    before = completed(profile)
    with Task(app, "safe resync of ten tables", 4):
        app.menu("Edit", "Select all")
        app.act(BUTTON, "Resync…")
        app.press("Resync 10 tables")
        app.until(lambda: completed(profile) == before + 10, "ten runs more that completed")
    quiet(app)
    ok_row(app, "orders")
    app.type("Search tables", "")


def fix_password(app, server):
    server.sql("ALTER ROLE reader PASSWORD 'second'; "
               "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'reader'")
    select(app, "orders")
    app.press("Sync now")
    app.find(BUTTON, "acme: Enter the password or key again")
    with Task(app, "fix a rotated password and resume", 2):
        app.press("acme: Enter the password or key again")
        app.type("Password", "second")
        app.press("Test, save and sync")
        app.gone(BUTTON, "acme: Enter the password or key again")
        ok_row(app, "orders")


def safe_resync(app, profile):
    before = completed(profile)
    with Task(app, "safe resync of one table", 3):
        select(app, "customers")
        app.menu("Table", "Resync…")
        app.press("Resync 1 table")
        app.until(lambda: completed(profile) == before + 1, "one run more that completed")
        ok_row(app, "customers")


class Clock:
    """A wall clock for the program that can be put forward; None where libfaketime is not installed."""

    def __init__(self, folder):
        self.library = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)
        self._file = os.path.join(folder, "clock")
        self.forward("+0")

    def forward(self, by):
        with open(self._file + ".new", "w", encoding="ascii") as file:
            file.write(by + "\n")
        os.rename(self._file + ".new", self._file)

    def environment(self):
        return {"LD_PRELOAD": self.library, "FAKETIME_TIMESTAMP_FILE": self._file, "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"} if self.library else {}


def unstick(app, server, clock):
    """A server process that is there and does not answer."""
    if not clock.library:
        print("skipped: unstick (faketime is not installed)")
        return
    lock = server.start_sql("BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(60)", "acme")
    waiting = "SELECT pid FROM pg_stat_activity WHERE usename = 'reader' AND wait_event_type = 'Lock'"
    app.until(lambda: server.sql("SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = 'orders'::regclass", "acme"), "the lock")
    select(app, "orders")
    app.press("Sync now")
    frozen = int(app.until(lambda: server.sql(waiting), "the reader waits"))
    os.kill(frozen, signal.SIGSTOP)
    try:
        lock.terminate()
        lock.wait()
        server.sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()")
        app.find("table cell", "Connecting")     # told, so that it dates from before the clock moves
        clock.forward("+20m")
        app.find(BUTTON, "acme.orders: Cancel the run and sync again", 90)     # looked at twice a minute
        with Task(app, "unstick a run that hangs", 1):
            app.press("acme.orders: Cancel the run and sync again")
            app.gone(BUTTON, "acme.orders: Cancel the run and sync again")
            ok_row(app, "orders")
    finally:
        os.kill(frozen, signal.SIGTERM)          # SIGKILL would send the whole server into recovery
        os.kill(frozen, signal.SIGCONT)


def names(app, where):
    """No control without a name on what is shown now; a tool bar's own extension button has none."""
    unnamed = []
    for node in app.shown():
        if role(node) not in CONTROLS or node.get_name():
            continue
        parent = node.get_parent()
        if parent is not None and role(parent) == "tool bar" and role(node) == "check box":
            continue
        unnamed.append(f"{role(node)} in {role(parent) if parent else '-'} “{parent.get_name() if parent else ''}” {actions(node)}")
    expect(not unnamed, f"every control has a name: {where} {unnamed}")


def close_dialog(app):
    for name in ("Close", "Cancel", "Discard", "Done", "Skip"):
        for window in app.windows():
            if role(window) != "dialog":
                continue
            for node in app.shown():
                if role(node) in BUTTON and node.get_name() == name and has(node, "ENABLED") and actions(node):
                    app.press(name)
                    app.until(lambda: not any(role(w) == "dialog" for w in app.windows()), "the dialog closed")
                    return
    raise SystemExit("FAILED: a dialog without a way out: " + app.outline())


def walk_screens(app):
    for place in ("Home", "Problems", "Running", "History", "Sources"):
        app.menu("View", place)
        app.find("check box", place)
        names(app, place)
    for path in (("File", "Add source…"), ("Tools", "Settings…"), ("Tools", "Trash…"), ("Tools", "Welcome…"),
                 ("Help", "Keyboard shortcuts"), ("Help", "The language of the search…"), ("Help", "Check this installation"),
                 ("Help", "About Leat")):
        screen(app, path)
    for path in (("Source", "Connection…"), ("Source", "New password or key…"), ("Table", "Diagnose…")):
        screen(app, path)
    select(app, "orders")
    for path in (("Table", "How it syncs…"), ("Table", "Diagnose…"), ("Table", "Rewind the cursor…"), ("Table", "Delete data…"),
                 ("Table", "Delete and copy again…"), ("Table", "Resync…")):
        screen(app, path)


def screen(app, path):
    app.menu(*path)
    app.until(lambda: any(role(w) in ("dialog", "alert") for w in app.windows()), " › ".join(path))
    names(app, " › ".join(path))
    close_dialog(app)


def with_postgres(program, leatctl, folder):
    with Cluster(os.path.join(folder, "server")) as server:
        server.sql("CREATE ROLE reader LOGIN PASSWORD 'first'")
        server.sql("CREATE DATABASE acme")
        server.sql("CREATE TABLE orders(id int PRIMARY KEY, updated_at timestamptz NOT NULL);"
                   "INSERT INTO orders SELECT i, '2026-01-01'::timestamptz + i * interval '1 min' FROM generate_series(1, 1000) i;"
                   "CREATE TABLE customers(id int PRIMARY KEY, name text);"
                   "INSERT INTO customers SELECT i, 'customer ' || i FROM generate_series(1, 100) i;"
                   "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", "acme")
        server.require_password("reader")
        leat = Leat(leatctl, os.path.join(folder, "profile"))
        secret = os.path.join(folder, "password")
        with open(os.open(secret, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
            file.write("first")
        leat.run("source", "add", "acme", "--type", "postgres", "--set", f"host={server.host}", "--set", f"port={server.port}",
                 "--set", "database=acme", "--set", "user=reader", "--set", "sslmode=disable", "--password-file", secret, "--all")
        leat.run("sync", "acme.orders", "acme.customers")
        clock = Clock(folder)
        with App(program + ["--profile", leat.profile], "leat", clock.environment()) as app:
            ok_row(app, "orders")
            fix_password(app, server)
            safe_resync(app, leat.profile)
            unstick(app, server, clock)
        for table in ("orders", "customers"):
            expect(leat.run("schema", "verify", f"acme.{table}", ok=None)[0] == 0, f"acme.{table} equals its source")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leat", required=True)
    parser.add_argument("--leatctl", required=True)
    options = parser.parse_args()
    if missing():
        print("skipped: " + missing())
        sys.exit(SKIPPED)
    try:
        find_bin()
    except LabError as problem:
        print(f"skipped: {problem}")
        sys.exit(SKIPPED)
    program = [options.leat, "--language", "en"]
    with workplace("atspi") as folder, Screen():
        first_data(program, folder)
        with_postgres(program, options.leatctl, folder)


if __name__ == "__main__":
    main()
