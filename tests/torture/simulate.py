# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeded schedules in memory (tests/simulate): writers, two processes, cancels, edits, crashes, clock steps.

W29's race, T142, T143, T144, T146, T147, T148, T149, T150. A schedule's number is its seed."""
import os
import re
import subprocess
import time


def program(options):
    return options.simulate or os.path.join(os.path.dirname(os.path.abspath(options.leatctl)), "leat_simulate")


def start(options, first, count):
    """One process for each core: a schedule is one thread's work."""
    command = [program(options), "--schedules", str(count), "--first", str(first)]
    if os.path.isdir("/dev/shm"):
        command += ["--folder", "/dev/shm"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def run(bench, result):
    began, cores = time.monotonic(), os.cpu_count() or 1
    share = -(-bench.options.schedules // cores)
    processes = [start(bench.options, bench.seed * 1_000_000 + i * share, share) for i in range(cores)]
    for process in processes:
        *lines, last = process.communicate()[0].strip().splitlines() or [""]
        found = re.match(r"schedules (\d+) failures (\d+) ", last)
        if not found:
            result.case([f"ended with {process.returncode}: {last}"], "leat_simulate")
            continue
        result.cases += int(found[1])
        result.failures += int(found[2])
        result.problems += lines
    result.note = f"{result.cases / (time.monotonic() - began):.0f} schedules a second"
