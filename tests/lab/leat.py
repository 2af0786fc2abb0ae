# SPDX-License-Identifier: GPL-3.0-or-later
"""leatctl as a user runs it: one process a call."""
import json
import os
import subprocess
import time
from dataclasses import dataclass


class LeatError(Exception):
    """leatctl ended with a status that was not expected."""


@dataclass
class Cost:
    wall: float            # seconds
    cpu: float             # user + system seconds
    rss: float             # peak resident MB


def _spent(pid, started):
    _, status, usage = os.wait4(pid, 0)
    cost = Cost(time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    return os.waitstatus_to_exitcode(status), cost


def measure(command, env=None):
    """Runs a command with its output thrown away -> Cost. Its errors end the script."""
    started = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=nothing, stderr=subprocess.PIPE, env=env)
        errors = process.stderr.read()
    status, cost = _spent(process.pid, started)
    process.returncode = status
    process.stderr.close()
    if status:
        raise LeatError(f"{command[0]} ended with {status}: {errors.decode(errors='replace')[-2000:]}")
    return cost


class Leat:
    def __init__(self, program, profile, env=None):
        if not os.access(program, os.X_OK):
            raise LeatError(f"{program} is not there; ./dev build makes it")
        self.program = os.path.abspath(program)
        self.profile = profile
        self.env = env             # None: our own
        self.options = []          # before every command

    def with_env(self, **more):
        """The same profile, with more in the environment."""
        other = Leat(self.program, self.profile, {**(self.env or os.environ), **more})
        other.options = self.options
        return other

    def command(self, *arguments):
        return [self.program, "--profile", self.profile, "--no-input", *self.options, *arguments]

    def run(self, *arguments, ok=(0,), timeout=None):
        """(exit status, standard output, standard error)"""
        done = subprocess.run(self.command(*arguments), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              errors="replace", env=self.env, timeout=timeout)
        if ok is not None and done.returncode not in ok:
            raise LeatError(f"leatctl {' '.join(arguments)} ended with {done.returncode}:\n"
                            f"{done.stderr.strip()}\n{done.stdout.strip()[-2000:]}")
        return done.returncode, done.stdout, done.stderr

    def json(self, *arguments, ok=(0,)):
        return json.loads(self.run("--json", *arguments, ok=ok)[1])

    def measure(self, *arguments):
        return measure(self.command(*arguments))

    def start(self, *arguments):
        """A running leatctl, for killing."""
        return subprocess.Popen(self.command(*arguments), stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.env)

    def add_postgres(self, name, server, database, *more):
        return self.run("source", "add", name, "--type", "postgres", "--set", f"host={server.host}",
                        "--set", f"port={server.port}", "--set", f"database={database}", "--set", "user=postgres",
                        "--set", "sslmode=disable", *more)

    def set(self, schemas, **fields):
        names = [schemas] if isinstance(schemas, str) else list(schemas)
        return self.run("schema", "set", *names, *(f"{key}={value}" for key, value in fields.items()))

    def query(self, sql):
        """Rows as objects."""
        return self.json("query", sql)

    def value(self, sql):
        """The one value of a query with one row and one column."""
        return next(iter(self.query(sql)[0].values()))
