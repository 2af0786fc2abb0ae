# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes, and the licence line."""
import statistics

from tree import Breach

LINES_MAX = 600
MEDIAN_MAX = 200
BYTES_MAX = 256 * 1024
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
EVERYWHERE = ("app/", "engine/", "models/", "ui/", "tests/", "tools/", "cmake/", "packaging/")
SCRIPTS = ("dev", ".ci/run")


def lines_per_file(tree):
    """No source file over 600 lines."""
    for path, text in tree.sources(*EVERYWHERE, suffixes=(".cpp", ".h", ".py", ".sh", ".mjs")):
        lines = text.count("\n")
        if lines > LINES_MAX:
            yield Breach(path, 0, f"{lines} lines; the limit is {LINES_MAX}")


def median_lines(tree):
    counts = [text.count("\n") for _, text in tree.sources(suffixes=(".cpp",))]
    if counts and statistics.median(counts) > MEDIAN_MAX:
        yield Breach("(all .cpp files)", 0,
                     f"median of {statistics.median(counts):.0f} lines; the limit is {MEDIAN_MAX}")


def file_bytes(tree):
    for path, size in sorted(tree.sizes.items()):
        if size > BYTES_MAX:
            yield Breach(path, 0, f"{size} bytes; the limit is {BYTES_MAX}")


def licence_line(tree):
    """C++ on the first line, scripts within the first three."""
    for path, text in tree.sources(*EVERYWHERE):
        if text.split("\n", 1)[0].strip() != "// " + SPDX:
            yield Breach(path, 1, f"the first line must be // {SPDX}")
    scripts = list(tree.sources(*EVERYWHERE, suffixes=(".py", ".sh", ".mjs")))
    scripts += [(path, tree.files[path]) for path in SCRIPTS if path in tree.files]
    for path, text in scripts:
        if SPDX not in "\n".join(text.split("\n", 3)[:3]):
            yield Breach(path, 1, f"needs {SPDX}")


RULES = [lines_per_file, median_lines, file_bytes, licence_line]
