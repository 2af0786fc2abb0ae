#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against the rules of ARCHITECTURE.md. Exit status 1 when one is broken."""
import argparse
import os
import sys

import rules_errors
import rules_layers
import rules_links
import rules_size
import rules_text
from tree import read_qt_headers, read_tree

RULES = (rules_layers.RULES + rules_text.RULES + rules_size.RULES + rules_errors.RULES + rules_links.RULES)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", required=True)
    parser.add_argument("--links", required=True, help="file written by links.cmake")
    parser.add_argument("--qt-include", required=True, help="folder that holds QtCore, QtGui, …")
    options = parser.parse_args()

    tree = read_tree(options.root)
    tree.qt_headers = read_qt_headers(options.qt_include)
    with open(options.links, encoding="utf-8") as file:
        tree.links = rules_links.parse_links(file.read())
    if not tree.qt_headers:
        print(f"no Qt headers below {options.qt_include}", file=sys.stderr)
        return 2

    broken = 0
    for rule in RULES:
        breaches = list(rule(tree))
        print(f"{'ok    ' if not breaches else 'BROKEN'} {rule.__name__}")
        for breach in breaches:
            print(f"         {breach}")
        broken += len(breaches)
    print(f"{broken} breaches in {len(tree.files)} files of {os.path.abspath(options.root)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
