# SPDX-License-Identifier: GPL-3.0-or-later
"""Nonsense for everything that reads what others wrote (tests/fuzz), under the sanitizers where that build is
there. T033, T081, T084, T137, T228, S05."""
import os
import re
import subprocess

PARSERS = ("url", "config", "cursor", "redactor", "diagnose", "copy", "text", "state")


def program(options):
    """The sanitized one beside the tests' build, if it was built."""
    here = os.path.dirname(os.path.abspath(options.leatctl))
    sanitized = os.path.normpath(os.path.join(here, "..", "..", "asan", "bin", "leat_fuzz"))
    return (sanitized, True) if os.path.exists(sanitized) else (os.path.join(here, "leat_fuzz"), False)


def run(bench, result):
    tool, sanitized = program(bench.options)
    counts = []
    for parser in PARSERS:
        if bench.over():
            break
        # A state file is written, opened and checked for each input.
        inputs = bench.options.fuzz_inputs // (100 if parser == "state" else 1)
        done = subprocess.run([tool, "--parser", parser, "--inputs", str(inputs), "--seed", str(bench.seed)],
                              capture_output=True, text=True, errors="replace",
                              env={**os.environ, "UBSAN_OPTIONS": "print_stacktrace=1", "ASAN_OPTIONS": "detect_leaks=0"})
        found = re.search(r"inputs (\d+) failures (\d+) seconds (\S+) slowest (\d+)", done.stdout)
        if done.returncode or not found:
            result.case([f"ended with {done.returncode}: {done.stderr[-1500:]}"], parser)
            continue
        result.cases += int(found[1])
        counts.append(f"{parser} {int(found[1]):,}")
    result.note = ("ASan+UBSan: " if sanitized else "no sanitizers: ") + ", ".join(counts)
