#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Leat's speed and memory against psql and sqlite3 in the same run, and prints the table.

Every figure is the median of interleaved rounds: peer, Leat, peer, Leat … The server runs on this
machine, in a temporary folder, and is gone at the end. Exit status 0 even when a target is missed,
unless --strict is given."""
import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from lab.workplace import memory_gigabytes, workplace      # noqa: E402
from sections import SECTIONS, Bench                      # noqa: E402
from report import print_table                            # noqa: E402


def parse_options():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for program in ("--leatctl", "--leat", "--windowbench"):
        parser.add_argument(program, required=True, help=argparse.SUPPRESS)
    parser.add_argument("sections", nargs="*", metavar="SECTION",
                        help="only these: " + ", ".join(SECTIONS) + " (default: all)")
    parser.add_argument("--rows", type=int, default=5_000_000, help="rows of orders (default 5000000)")
    parser.add_argument("--rounds", type=int, default=5, help="interleaved rounds (default 5)")
    parser.add_argument("--tables", type=int, default=1000, help="small tables (default 1000)")
    parser.add_argument("--quick", action="store_true", help="500000 rows, 100 tables, 3 rounds")
    parser.add_argument("--dir", help="where the server and the warehouses live (default: the temporary folder)")
    parser.add_argument("--keep", action="store_true", help="do not remove that folder at the end")
    parser.add_argument("--json", metavar="FILE", help="write the results there as well")
    parser.add_argument("--strict", action="store_true", help="exit status 1 when a target is missed")
    options = parser.parse_args()
    unknown = [name for name in options.sections if name not in SECTIONS]
    if unknown:
        parser.error(f"no such section: {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    if options.quick:
        options.rows, options.rounds, options.tables = 500_000, 3, 100
    return options


def main():
    options = parse_options()
    results = []
    with workplace("bench", options.dir, options.keep) as folder:
        with Bench(options, folder) as bench:
            for name in options.sections or SECTIONS:
                print(f"== {name}", file=sys.stderr, flush=True)
                results += SECTIONS[name](bench)
    print_table(results, options)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"rows": options.rows, "rounds": options.rounds, "cores": os.cpu_count(),
                       "memory_gb": round(memory_gigabytes(), 1), "results": [r.as_dict() for r in results]}, file, indent=2)
    missed = [r for r in results if r.met is False]
    return 1 if options.strict and missed else 0


if __name__ == "__main__":
    sys.exit(main())
