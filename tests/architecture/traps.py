#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks tests/traps.csv: each trap of the catalogue of correctness traps has one row, with the tests that
reproduce it, or `none` and why it cannot apply, or `open` and what is missing. Exit status 1 when an id is
missing or doubled, a test does not exist or a reason is not given. Prints how many are open."""
import argparse
import csv
import os
import sys

from testnames import exists, read_files, test_functions

LIST = "tests/traps.csv"
COLUMNS = ["id", "trap", "test", "reason"]
WITHOUT_TEST = ("none", "open")
# First and last of each run of numbers: cursors, deletes and keys, schema and types, change logs, processes and
# storage up to Qt's own, web services, webhooks, operations.
RANGES = [(1, 34), (40, 55), (60, 98), (100, 129), (130, 174), (180, 199), (200, 215), (220, 230)]
IDS = [f"T{n:03d}" for first, last in RANGES for n in range(first, last + 1)] + ["T129a", "T130a"]


def rows(text):
    """(line number, cells) of each row under the header."""
    reader = csv.reader(text.splitlines())
    header = next(reader, None)
    if header != COLUMNS:
        yield 1, [f"the header is not {','.join(COLUMNS)}"]
    for cells in reader:
        yield reader.line_num, cells


def row_breaches(cells, known):
    name, trap, tests, reason = cells
    if name not in IDS:
        yield "is no trap"
    if not trap.strip():
        yield "does not say what the trap is"
    if tests in WITHOUT_TEST:
        if len(reason.split()) < 3:
            yield f"{tests} needs a reason"
        return
    if not tests.split():
        yield "names no test"
    for test in tests.split():
        if not exists(test, known):
            yield f"there is no test {test}"


def check(text, files):
    known, seen = test_functions(files), {}
    for number, cells in rows(text):
        if len(cells) != len(COLUMNS):
            yield number, f"{cells[0] if cells else 'row'}: {len(COLUMNS)} columns are needed"
            continue
        if cells[0] in seen:
            yield number, f"{cells[0]} has a second row, the first is line {seen[cells[0]]}"
        seen.setdefault(cells[0], number)
        for breach in row_breaches(cells, known):
            yield number, f"{cells[0]}: {breach}"
    for name in IDS:
        if name not in seen:
            yield 0, f"{name} has no row"


def count(text):
    """How many rows have tests, cannot apply, are open."""
    tests = [cells[2] for _, cells in rows(text) if len(cells) == len(COLUMNS)]
    return len(tests) - sum(tests.count(kind) for kind in WITHOUT_TEST), *(tests.count(kind) for kind in WITHOUT_TEST)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", required=True)
    options = parser.parse_args()
    with open(os.path.join(options.root, LIST), encoding="utf-8", newline="") as file:
        text = file.read()
    breaches = list(check(text, read_files(options.root)))
    for number, what in breaches:
        print(f"{LIST}:{number}: {what}" if number else f"{LIST}: {what}")
    tested, none, still_open = count(text)
    print(f"{len(IDS)} traps: {tested} with tests, {none} cannot apply, {still_open} open; {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
