#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The torture bench: kills, faults, failures, simulated schedules, fuzzed inputs. One table at the end.

A campaign that finds a lost, doubled or stuck row prints where; the same seed does the same again."""
import argparse
import importlib
import os
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Modules of the folder are torture.…, whatever the script that imports them is called.
if "torture" not in sys.modules:
    import types
    package = types.ModuleType("torture")
    package.__path__ = [os.path.dirname(os.path.abspath(__file__))]
    sys.modules["torture"] = package

from lab.workplace import workplace             # noqa: E402
from torture.bench import Bench                 # noqa: E402

# Name, module, share of the time when --minutes is given.
CAMPAIGNS = [
    ("kill-points", "killpoints", 4),
    ("kill-times", "killtimes", 2),
    ("undo", "undo", 3),
    ("network", "network", 3),
    ("servers", "servers", 2),
    ("failures", "failures", 4),
    ("simulate", "simulate", 1),
    ("fuzz", "fuzz", 4),
    ("writers", "writers", 6),
    ("soak", "soak", 6),
]
NAMES = [name for name, _, _ in CAMPAIGNS]


def parse_options():
    parser = argparse.ArgumentParser(prog="./dev torture", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leatctl", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--simulate", help=argparse.SUPPRESS)
    parser.add_argument("--campaign", nargs="+", choices=NAMES, metavar="NAME", default=NAMES,
                        help="only these: " + ", ".join(NAMES))
    parser.add_argument("--minutes", type=float, help="about how long in all; else every case of each campaign")
    parser.add_argument("--seed", type=int, help="seed of what is left to chance (default: new each time)")
    parser.add_argument("--slice", action="store_true", help="few cases of each, as in ./dev test")
    parser.add_argument("--keep", action="store_true", help="keep server data and profiles for a look")
    options = parser.parse_args()
    if options.seed is None:
        options.seed = random.SystemRandom().randrange(1_000_000)
    sizes(options)
    return options


def sizes(options):
    """How much each campaign does; 0: all there is."""
    small = options.slice
    options.kill_rows = 3_000 if small else 8_000
    options.kill_points = 12 if small else 0
    options.kill_extra = 5 if small else 60
    options.kill_times = 3 if small else 100
    options.time_rows = 30_000 if small else 200_000
    options.undo_points = 1 if small else 0
    options.network_rows = 3_000 if small else 8_000
    options.failing_calls = 1 if small else 40
    options.failing_points = 3 if small else 0
    options.fuzz_inputs = 3_000 if small else 1_000_000
    options.soak_seconds = 3 if small else 30
    options.soak_rounds = 2 if small else 240
    options.soak_oracle = 10 if small else 20
    options.writers = 12 if small else 50
    options.writer_seconds = 8 if small else 100
    options.writer_rounds = 1 if small else 15
    options.schedules = 300 if small else 10_000
    options.cut_step = 120 if small else 4


def seconds_for(options, share, chosen):
    if not options.minutes:
        return None
    return options.minutes * 60 * share / sum(each for _, _, each in chosen)


def run(options, folder):
    bench, results = Bench(options, folder), []
    chosen = [each for each in CAMPAIGNS if each[0] in options.campaign]
    for name, module, share in chosen:
        result = bench.start(name, seconds_for(options, share, chosen))
        started = time.monotonic()
        print(f"{name} …", file=sys.stderr, flush=True)
        stopped = False
        try:
            importlib.import_module(f"torture.{module}").run(bench, result)
        except (SystemExit, KeyboardInterrupt):
            # What was done until then counts.
            stopped = True
        result.seconds = time.monotonic() - started
        results.append(result)
        for problem in result.problems[:20]:
            print(f"{name}: {problem}", file=sys.stderr, flush=True)
        if stopped:
            result.note = f"stopped; {result.note}"
            break
    return results


def print_table(results):
    rows = [("campaign", "cases", "failures", "seed", "seconds", "")]
    rows += [(r.campaign, f"{r.cases:,}", str(r.failures), str(r.seed), f"{r.seconds:.0f}", r.note) for r in results]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for index, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if index == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def main():
    options = parse_options()
    with workplace("torture", keep=options.keep) as folder:
        results = run(options, folder)
    print_table(results)
    failed = [r for r in results if r.failures or not r.cases]
    print("\n0 lost, 0 doubled, 0 stuck" if not failed else f"\nFAILED: {', '.join(r.campaign for r in failed)} (seed {options.seed})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
