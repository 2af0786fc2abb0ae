#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as an operator, and that the list of survivors speaks of code that is there."""
import csv
import os
import unittest

from mutants import mutants
from mutate import COLUMNS, LIST, ROOT, TESTS, read


def changes(text):
    return [m.change for m in mutants("a.cpp", text)]


class Mutants(unittest.TestCase):
    def test_operators(self):
        for code, wanted in [("if (a < b)", "< -> <="), ("a >= b", ">= -> >"), ("a == b", "== -> !="), ("    && b", "&& -> ||"),
                             ("n + 1;", "+ 1 -> + 0"), ("n - 1)", "- 1 -> - 0"), ("std::min(a, b)", "std::min -> std::max"),
                             ("return true;", "return true -> return false"), ('sql + " >= " + x', ">= -> >"),
                             ('"SELECT a FROM t WHERE b = c"', "= -> <>"), ('"IS NULL"', "IS NULL -> IS NOT NULL")]:
            self.assertEqual(changes(code), [wanted], code)

    def test_what_is_none(self):
        for code in ["std::vector<int> a;", "f(T&& a);", "a->b;", "a << b;", "// a < b", '#include <a>', "n + 10;", '"a < b and so on"',
                     "'<'", "static_assert(a == b);", 'LEAT_FAILPOINT("a") && b;', "operator==(a);"]:
            self.assertEqual(changes(code), [], code)

    def test_each_is_one_change(self):
        text = "if (a < b && a < c)\n    return true;\nif (a < b && a < c)\n"
        made = mutants("a.cpp", text)
        self.assertEqual(len({m.name for m in made}), len(made))
        self.assertEqual([m.line for m in made], [1, 1, 1, 2, 3, 3, 3])
        self.assertEqual(made[2].apply(text), text.replace("a < c", "a <= c", 1))


class Survivors(unittest.TestCase):
    def test_sources_exist(self):
        for name in TESTS:
            self.assertTrue(os.path.isfile(os.path.join(ROOT, name)), name)

    def test_list_is_true(self):
        with open(os.path.join(ROOT, LIST), encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            self.assertEqual(reader.fieldnames, COLUMNS)
            for row in reader:
                made = mutants(row["file"], read(os.path.join(ROOT, row["file"])).decode())
                self.assertIn((row["code"], row["change"]), {(m.code, m.change) for m in made}, row)
                self.assertIn(row["kind"], ("equivalent", "accepted"), row)
                self.assertGreater(len(row["reason"].split()), 2, row)


if __name__ == "__main__":
    unittest.main()
