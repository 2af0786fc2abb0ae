#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mutation check: turns an operator round in the code that plans, merges, follows cursors and compares, and
sees whether a test fails. Works on a copy of the tree in build/mutate; what was found is kept there by seed, so
that a run that was broken off goes on.

Survivors are compared with tests/mutation/survivors.csv, which gives the reason of each. Exit status 1 when
fewer than the wanted share is caught, or one survives without a reason."""
import argparse
import csv
import hashlib
import json
import os
import random
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time

from mutants import mutants

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LIST = "tests/mutation/survivors.csv"
COLUMNS = ["file", "code", "change", "kind", "reason"]
TEST_SECONDS = 90
TEST_BYTES = 4 << 30    # of address space: a loop that never ends may ask for memory for ever
# A mixed "a && b || c" is a warning, thus an error, of a build that is to go on here.
HEAD = '#pragma GCC diagnostic ignored "-Wparentheses"\n#line 1\n'

DUCK, SQLITE, PG = "engine/warehouse/duckdb", "engine/connectors/sqlite", "engine/connectors/postgres"
# Which tests hold a file: files and tests with the quickest first; the first test that fails is enough.
TESTS = {
    "engine/sync/plan.cpp": ["tst_plan", "tst_plantable", "tst_drift", "tst_enginedrift"],
    "engine/sync/storedposition.cpp": ["tst_plan", "tst_drift", "tst_plantable", "tst_enginehistory"],
    "engine/sync/drift.cpp": ["tst_drift", "tst_plan", "tst_enginedrift"],
    "engine/connectors/widening.cpp": ["tst_drift", "tst_ducknames", "tst_duckmerge"],
    f"{SQLITE}/sqlitetime.cpp": ["tst_sqlitetime", "tst_sqliteread"],
    "engine/verify/buckets.cpp": ["tst_buckets", "tst_digests"],
    "engine/verify/rowhash.cpp": ["tst_rowhash", "tst_digests"],
    f"{SQLITE}/sqlitecursor.cpp": ["tst_sqlitesource", "tst_sqliteread"],
    f"{SQLITE}/sqliteslices.cpp": ["tst_sqliteread"],
    f"{DUCK}/mergesql.cpp": ["tst_duckmerge", "tst_enginelate"],
    f"{DUCK}/duckloadsession.cpp": ["tst_duckmerge", "tst_duckload", "tst_duckquarantine", "tst_resume"],
    f"{DUCK}/statetable.cpp": ["tst_duckload", "tst_duckmerge"],
    f"{DUCK}/tablelayout.cpp": ["tst_ducknames", "tst_duckmerge", "tst_duckload"],
    f"{DUCK}/comparison.cpp": ["tst_duckcompare", "tst_digests", "tst_engineverify"],
    f"{DUCK}/digestsql.cpp": ["tst_digests", "tst_engineverify"],
    "engine/verify/fold.cpp": ["tst_digests", "tst_engineverify"],
    f"{PG}/pgreadsql.cpp": ["tst_pgunits", "tst_pgsnapshot", "tst_enginehistory"],
    "engine/sync/resume.cpp": ["tst_resume"],
    "engine/sync/rewind.cpp": ["tst_enginechanges"],
    "engine/sync/syncrun.cpp": ["tst_enginecounts", "tst_enginecursors", "tst_enginesqlite", "tst_enginequarantine", "tst_enginereconcile",
                               "tst_enginedrift", "tst_enginehistory", "tst_engineshapes"],
    "engine/sync/verifyrun.cpp": ["tst_engineverify", "tst_enginelate"],
    f"{PG}/pgpieces.cpp": ["tst_pgunits", "tst_resume"],
    f"{DUCK}/duckloadsession_pieces.cpp": ["tst_duckload", "tst_resume"],
    f"{DUCK}/alignment.cpp": ["tst_engineverify", "tst_enginereconcile"],
    "engine/sync/reconcile.cpp": ["tst_reconcile", "tst_enginereconcile"],
    "engine/sync/reconcilerun.cpp": ["tst_enginereconcile"],
    f"{DUCK}/keyreconcile.cpp": ["tst_duckdeleted", "tst_enginereconcile"],
    f"{DUCK}/duckloadsession_deleted.cpp": ["tst_duckdeleted", "tst_enginereconcile"],
    "engine/warehouse/columnnames.cpp": ["tst_ducknames", "tst_duckmerge", "tst_engineshapes"],
    f"{PG}/pgcursors.cpp": ["tst_pgunits", "tst_enginecursors"],
}


def parse_options():
    parser = argparse.ArgumentParser(prog="./dev mutate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", nargs="+", metavar="FILE", help="only these sources (default: all that are known)")
    parser.add_argument("--seed", type=int, default=1, help="which mutants of all come first (default: 1)")
    parser.add_argument("--limit", type=int, default=100, help="how many mutants in all; 0: every one (default: 100)")
    parser.add_argument("--minutes", type=float, help="try mutants for about so long; the same command goes on later")
    parser.add_argument("--goal", type=float, default=80, help="the share in percent that must be caught (default: 80)")
    parser.add_argument("--again", action="store_true", help="try those anew that have survived before")
    parser.add_argument("--list", action="store_true", help="print the mutants and how they ended; try none")
    return parser.parse_args()


class Copy:
    """A copy of the tree, with a build of its own."""

    def __init__(self):
        self.source = os.path.join(ROOT, "build", "mutate", "source")
        self.build = os.path.join(self.source, "build", "ci")
        self.log = os.path.join(ROOT, "build", "mutate", "log")

    def path(self, name):
        return os.path.join(self.source, name)

    def refresh(self):
        """Files as they are in the tree; only those that differ are touched, so that little is built."""
        listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True)
        wanted = {name for name in listed.stdout.splitlines() if os.path.isfile(os.path.join(ROOT, name))}
        for folder, folders, names in os.walk(self.source):
            folders[:] = [f for f in folders if os.path.join(folder, f) != os.path.join(self.source, "build")]
            for name in names:
                if os.path.relpath(os.path.join(folder, name), self.source) not in wanted:
                    os.unlink(os.path.join(folder, name))
        for name in wanted:
            self.put(name, read(os.path.join(ROOT, name)))
            shutil.copymode(os.path.join(ROOT, name), self.path(name))

    def put(self, name, content):
        path = self.path(name)
        if os.path.isfile(path) and read(path) == content:
            return
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)

    def run(self, command, timeout=None, limits=None):
        """Exit status, None after the time-out. The whole group ends with it. `limits` is called in the new process."""
        with open(self.log, "ab") as log:
            log.write(f"\n$ {shlex.join(command)}\n".encode())
            log.flush()
            environment = {**os.environ, "CCACHE_BASEDIR": self.source, "QT_QPA_PLATFORM": "offscreen"}
            with subprocess.Popen(command, cwd=self.source, stdout=log, stderr=log, env=environment, start_new_session=True,
                                  preexec_fn=limits) as process:
                try:
                    return process.wait(timeout)
                except (subprocess.TimeoutExpired, KeyboardInterrupt) as stop:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
                    if isinstance(stop, KeyboardInterrupt):
                        raise
                    return None

    def configure(self):
        if not os.path.exists(os.path.join(self.build, "build.ninja")) and self.run(["cmake", "--preset", "ci"]):
            raise SystemExit(f"the copy cannot be configured, see {self.log}")

    def make(self, targets):
        return self.run(["cmake", "--build", self.build, "--parallel", os.environ.get("LEAT_JOBS", "2"), "--target", *targets]) == 0

    def object_of(self, name):
        """A digest of what the compiler made of a source: equal means that the mutant is no other program."""
        for folder, _, names in os.walk(os.path.join(self.build, os.path.dirname(name))):
            for each in names:
                if each == os.path.basename(name) + ".o":
                    return hashlib.sha256(read(os.path.join(folder, each))).hexdigest()
        return None

    def fails(self, test):
        limits = lambda: resource.setrlimit(resource.RLIMIT_AS, (TEST_BYTES, TEST_BYTES))
        return self.run([os.path.join(self.build, "bin", test)], TEST_SECONDS, limits) != 0


def read(path):
    with open(path, "rb") as file:
        return file.read()


def chosen_mutants(options):
    files = options.files or sorted(TESTS)
    unknown = [name for name in files if name not in TESTS]
    if unknown:
        raise SystemExit(f"no tests are known for {', '.join(unknown)}")
    every = [mutant for name in files for mutant in mutants(name, read(os.path.join(ROOT, name)).decode())]
    random.Random(options.seed).shuffle(every)
    return every[:options.limit or None], len(every)


class Results:
    """What became of each mutant, by its name and the state of its file."""

    def __init__(self, seed):
        self.path = os.path.join(ROOT, "build", "mutate", f"results-{seed}.jsonl")
        self.known = {}
        if os.path.exists(self.path):
            with open(self.path, encoding="utf-8") as file:
                for line in file:
                    entry = json.loads(line)
                    self.known[entry["name"]] = entry["end"]

    def add(self, mutant, end):
        self.known[mutant.name] = end
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps({"name": mutant.name, "file": mutant.path, "line": mutant.line, "change": mutant.change, "end": end}) + "\n")


def judge(copy, mutant):
    """caught, survived, same (the same program) or broken (does not compile)."""
    original = read(os.path.join(ROOT, mutant.path))
    tests = TESTS[mutant.path]
    before = copy.object_of(mutant.path)
    try:
        copy.put(mutant.path, (HEAD + mutant.apply(original.decode())).encode())
        for test in tests:
            if not copy.make([test]):
                return "broken"
            if copy.object_of(mutant.path) == before:
                return "same"
            if copy.fails(test):
                return "caught"
        return "survived"
    finally:
        copy.put(mutant.path, original)


def prepare(copy, chosen):
    """The unchanged copy: its tests have to pass, else nothing is proven by their failing."""
    copy.refresh()
    copy.configure()
    tests = sorted({test for mutant in chosen for test in TESTS[mutant.path]})
    if not copy.make(tests):
        raise SystemExit(f"the copy cannot be built, see {copy.log}")
    path = os.path.join(ROOT, "build", "mutate", "passed.json")
    passed = json.loads(read(path)) if os.path.exists(path) else {}
    stamps = {test: hashlib.sha256(read(os.path.join(copy.build, "bin", test))).hexdigest() for test in tests}
    failing = [test for test in tests if passed.get(test) != stamps[test] and copy.fails(test)]
    if failing:
        raise SystemExit(f"fail without any mutant: {', '.join(failing)}, see {copy.log}")
    with open(path, "w", encoding="ascii") as file:
        json.dump({**passed, **stamps}, file)


def try_all(options, chosen, results):
    left = [m for m in chosen if m.name not in results.known or options.again and results.known[m.name] == "survived"]
    if not left:
        return
    order = list(TESTS)
    left.sort(key=lambda mutant: order.index(mutant.path))    # one file after another: less to build
    copy = Copy()
    os.makedirs(os.path.dirname(copy.log), exist_ok=True)
    prepare(copy, chosen)
    end = time.monotonic() + options.minutes * 60 if options.minutes else None
    for mutant in left:
        if end and time.monotonic() > end:
            return
        started = time.monotonic()
        copy.make(TESTS[mutant.path][:1])    # the unchanged object, to compare with
        results.add(mutant, judge(copy, mutant))
        print(f"{results.known[mutant.name]:9} {mutant.path}:{mutant.line}  {mutant.change}  ({time.monotonic() - started:.0f} s)", flush=True)


def listed_survivors():
    with open(os.path.join(ROOT, LIST), encoding="utf-8", newline="") as file:
        return {(row["file"], row["code"], row["change"]): row for row in csv.DictReader(file)}


def report(chosen, total, results, goal):
    reasons = listed_survivors()
    of = lambda end: [m for m in chosen if results.known.get(m.name) == end]
    survived = of("survived")
    row = lambda m: reasons.get((m.path, m.code, m.change))
    equal = [m for m in survived if row(m) and row(m)["kind"] == "equivalent"]
    open_ones = [m for m in survived if not row(m)]
    caught = len(of("caught"))
    real = caught + len(survived) - len(equal)
    share = 100 * caught / real if real else 0
    for mutant in survived:
        print(f"survived  {mutant.path}:{mutant.line}  {mutant.change}\n            {mutant.code}\n            "
              + (f"{row(mutant)['kind']}: {row(mutant)['reason']}" if row(mutant) else "no reason is given"))
    left = len(chosen) - sum(m.name in results.known for m in chosen)
    print(f"\n{len(chosen)} of {total} mutants: {caught} caught, {len(survived) - len(equal)} survived, "
          f"{len(equal) + len(of('same'))} equivalent, {len(of('broken'))} do not compile, {left} not tried yet; {share:.1f} % caught")
    return 1 if open_ones or real and share < goal else 0


def main():
    options = parse_options()
    chosen, total = chosen_mutants(options)
    results = Results(options.seed)
    if options.list:
        for mutant in chosen:
            print(f"{results.known.get(mutant.name, ''):9} {mutant.path}:{mutant.line}  {mutant.change}  {mutant.code}")
    else:
        try_all(options, chosen, results)
    return report(chosen, total, results, options.goal)


if __name__ == "__main__":
    sys.exit(main())
