# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the operators of C++ sources that a mutant turns round: comparisons, boundaries, and, or, plus and
minus one, least and greatest, true and false; also those within SQL texts. Pure."""
import hashlib
import re
from dataclasses import dataclass

_TOKENS = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)
_SQL = re.compile(r'\b(?:SELECT|WHERE|AND|OR|FROM|HAVING|CASE|WHEN|BETWEEN|IS NULL)\b|^"\s*(?:[<>]=?|=|<>)\s|\s(?:[<>]=?|=|<>)\s*"$')

# Pattern, replacement. Operators of two operands have a space on both sides, template brackets have none.
CODE = [
    (r"(?<= )<(?= )", "<="), (r"(?<= )<=(?= )", "<"), (r"(?<= )>(?= )", ">="), (r"(?<= )>=(?= )", ">"),
    (r"(?<= )==(?= )", "!="), (r"(?<= )!=(?= )", "=="), (r"(?<= )&&(?= )", "||"), (r"(?<= )\|\|(?= )", "&&"),
    (r"(?<= )\+ 1\b(?![\w.'])", "+ 0"), (r"(?<= )- 1\b(?![\w.'])", "- 0"),
    (r"\bstd::min(?=[<(])", "std::max"), (r"\bstd::max(?=[<(])", "std::min"),
    (r"\breturn true(?=;)", "return false"), (r"\breturn false(?=;)", "return true"),
]
SQL = [
    (r"(?<= )<(?= )", "<="), (r"(?<= )<=(?= )", "<"), (r"(?<= )>(?= )", ">="), (r"(?<= )>=(?= )", ">"),
    (r"(?<= )=(?= )", "<>"), (r"(?<= )<>(?= )", "="), (r"\bAND\b", "OR"), (r"\bOR\b", "AND"),
    (r"\bIS NULL\b", "IS NOT NULL"), (r"\bIS NOT NULL\b", "IS NULL"), (r"\bmin(?=\()", "max"), (r"\bmax(?=\()", "min"),
    (r"\bEXCEPT ALL\b", "EXCEPT"),
]
_CODE = [(re.compile(p), r) for p, r in CODE]
_SQLS = [(re.compile(p), r) for p, r in SQL]


@dataclass(frozen=True)
class Mutant:
    path: str
    line: int
    offset: int
    old: str
    new: str
    code: str      # the line, without the space around it
    nth: int       # which of the equal changes in equal lines of the file

    @property
    def change(self):
        return f"{self.old} -> {self.new}" + (f" #{self.nth}" if self.nth > 1 else "")

    @property
    def name(self):
        """Stays the same when lines above it come and go."""
        return hashlib.sha1(f"{self.path}\0{self.code}\0{self.change}".encode()).hexdigest()[:10]

    def apply(self, text):
        assert text[self.offset:self.offset + len(self.old)] == self.old
        return text[:self.offset] + self.new + text[self.offset + len(self.old):]


def _parts(text):
    """(offset, text, is it a string) of code and strings; comments, characters and includes are left out."""
    at = 0
    for match in _TOKENS.finditer(text):
        yield at, text[at:match.start()], False
        if match.group(0).startswith(('"', 'R"')):
            yield match.start(), match.group(0), True
        at = match.end()
    yield at, text[at:], False


def mutants(path, text):
    """All mutants of one file, in order."""
    found = []
    for start, part, is_string in _parts(text):
        if is_string and not _SQL.search(part):
            continue
        for pattern, new in _SQLS if is_string else _CODE:
            found += [(start + m.start(), m.group(0), new) for m in pattern.finditer(part)]
    seen, made = {}, []
    lines = text.splitlines()
    for offset, old, new in sorted(found):
        number = text.count("\n", 0, offset)
        code = lines[number].strip()
        if code.startswith(("#", "static_assert", "LEAT_FAILPOINT", "LEAT_KILLPOINT")):
            continue
        key = (code, old, new)
        seen[key] = seen.get(key, 0) + 1
        made.append(Mutant(path, number + 1, offset, old, new, code, seen[key]))
    return made
