#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks docs/coverage.md: a row for each id of the tuning and diagnosing guides, and nothing in it that
does not exist: commands and options of leatctl, parts of the window, test functions. With --list: the ids
that have no row. Exit status 1 when something is wrong."""
import argparse
import functools
import os
import re
import subprocess
import sys

from testnames import exists, read_files, test_functions

# The ids of the project's checklist of the two guides: tuning T1–T68 with T18b, diagnosing D1–D65.
IDS = [f"T{n}" for n in range(1, 19)] + ["T18b"] + [f"T{n}" for n in range(19, 69)] + [f"D{n}" for n in range(1, 66)]
PAGE = "docs/coverage.md"
COLUMNS = 5    # id, what, screen, command, test
TICKED = re.compile(r"`([^`]+)`")


def rows(page):
    """Lines of the tables that start with an id: (line number, cells)."""
    for number, line in enumerate(page.splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith("| ") and re.match(r"^[TD]\d+\w*$", cells[0]):
            yield number, cells


def structure(page):
    seen = {}
    for number, cells in rows(page):
        if cells[0] in seen:
            yield number, f"{cells[0]} has a second row, the first is line {seen[cells[0]]}"
        seen.setdefault(cells[0], number)
        if cells[0] not in IDS:
            yield number, f"{cells[0]} is no id"
        if len(cells) != COLUMNS or not all(cells):
            yield number, f"{cells[0]}: {COLUMNS} filled columns are needed"
    for name in IDS:
        if name not in seen:
            yield 0, f"{name} has no row"


def check_tests(page, files):
    known = test_functions(files)
    for number, cells in rows(page):
        if len(cells) != COLUMNS:
            continue
        named = TICKED.findall(cells[4])
        if not named:
            yield number, f"{cells[0]} names no test"
        for name in named:
            if not exists(name, known):
                yield number, f"{cells[0]}: there is no test {name}"


def check_screens(page, files):
    """Names in ticks are object names, spelled somewhere in the window's code."""
    code = "\n".join(text for path, text in files.items() if path.startswith(("ui/", "models/")))
    for number, cells in rows(page):
        if len(cells) != COLUMNS:
            continue
        for name in TICKED.findall(cells[2]):
            if f'"{name}"' not in code:
                yield number, f"{cells[0]}: the window has no part {name}"


def parse_command(text):
    """'leatctl schema set TABLE field=x --dry-run' -> (['schema', 'set'], ['--dry-run'], ['field'])."""
    words = text.split()
    path, options, fields = [], [], []
    for word in words[1:]:
        if word.startswith("--"):
            options.append(word.split("=")[0])
        elif re.match(r"^[a-z_]+=", word) and not options:
            fields.append(word.split("=")[0])
        elif re.match(r"^[a-z][a-z-]*$", word) and not options and not fields and (not path or path[-1] == path[-1].lower()):
            path.append(word)
        else:
            path.append(word.upper() + "*")    # a name given by the user ends the path
    return [word for word in path if not word.endswith("*")], options, fields


def check_commands(page, help_of, manual):
    """`help_of(words)` is the help of that command, or None where there is none."""
    for number, cells in rows(page):
        if len(cells) != COLUMNS:
            continue
        for command in TICKED.findall(cells[3]):
            if not command.startswith("leatctl "):
                yield number, f"{cells[0]}: {command} is no command of leatctl"
                continue
            path, options, fields = parse_command(command)
            text = help_of(tuple(path))
            if text is None and path and f"`{path[-1]}`" in manual:
                path.pop()    # a value that the manual lists, such as the name of a recipe
                text = help_of(tuple(path))
            if text is None:
                yield number, f"{cells[0]}: there is no command leatctl {' '.join(path)}"
                continue
            for option in options:
                if not re.search(re.escape(option) + r"(?![\w-])", text):
                    yield number, f"{cells[0]}: leatctl {' '.join(path)} has no option {option}"
            for field in fields:
                if f"`{field}`" not in manual and f"*{field}" not in manual:
                    yield number, f"{cells[0]}: the manual knows no field {field}"


def leatctl_help(program):
    @functools.lru_cache(maxsize=None)
    def help_of(path):
        done = subprocess.run([program, *path, "--help"], capture_output=True, text=True, check=False)
        usage = " ".join(["leatctl", *path])
        return done.stdout if done.returncode == 0 and usage in done.stdout else None
    return help_of


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", required=True)
    parser.add_argument("--leatctl", required=True)
    options = parser.parse_args()
    with open(os.path.join(options.root, PAGE), encoding="utf-8") as file:
        page = file.read()
    with open(os.path.join(options.root, "docs/leatctl.1.md"), encoding="utf-8") as file:
        manual = file.read()
    files = read_files(options.root, ("tests", "ui", "models"))
    breaches = [*structure(page), *check_tests(page, files), *check_screens(page, files),
                *check_commands(page, leatctl_help(options.leatctl), manual)]
    for number, text in sorted(breaches):
        print(f"{PAGE}:{number}: {text}" if number else f"{PAGE}: {text}")
    print(f"{len(IDS)} ids, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
