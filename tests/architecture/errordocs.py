#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rewrites the table of docs/errors.md from the sentences and exit codes in the code."""
import os
import re
import sys

from rules_errors import DOCS, error_codes, expected_row
from tree import read_tree

ROW = re.compile(r"^\| `[\w-]+` \|.*\n", re.M)


def main():
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
    tree = read_tree(root)
    page = tree.files[DOCS]
    first = ROW.search(page)
    at = first.start() if first else len(page)
    rows = "".join(expected_row(tree, code) + "\n" for code in error_codes(tree))
    page = page[:at] + rows + ROW.sub("", page[at:])
    with open(os.path.join(root, DOCS), "w", encoding="utf-8") as file:
        file.write(page)


if __name__ == "__main__":
    sys.exit(main())
