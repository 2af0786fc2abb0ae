# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the architecture rules look at, as values, so that tests can invent some."""
import os
import re
from dataclasses import dataclass, field

SKIPPED_FOLDERS = {"build", ".git", ".cache", "node_modules", "__pycache__"}
PRODUCT = ("app/", "engine/", "models/", "ui/")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
_TOKENS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\ ]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


@dataclass(frozen=True)
class Breach:
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}" if self.line else f"{self.path}: {self.text}"


@dataclass
class Tree:
    """Text files by path from the root, sizes of all files, and facts that the build knows."""
    files: dict = field(default_factory=dict)
    sizes: dict = field(default_factory=dict)
    qt_headers: dict = field(default_factory=dict)   # "QtGui" -> names of its headers
    links: dict = field(default_factory=dict)        # target -> folder and libraries, see links.cmake

    def sources(self, *prefixes, suffixes=(".cpp", ".h")):
        for path in sorted(self.files):
            if path.endswith(suffixes) and path.startswith(prefixes or PRODUCT):
                yield path, self.files[path]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def _blank(match, keep_strings):
    token = match.group(0)
    comment = token.startswith("/")
    if comment or not keep_strings:
        return "".join(c if c == "\n" else " " for c in token)
    return token


def without_comments(text):
    """Same length and lines; strings are kept."""
    return _TOKENS.sub(lambda m: _blank(m, True), text)


def code_only(text):
    """Same length and lines; comments and string contents are blank."""
    return _TOKENS.sub(lambda m: _blank(m, False), text)


def includes(text):
    """(line, quoted, name) of each #include."""
    for match in INCLUDE.finditer(without_comments(text)):
        yield line_of(text, match.start(1)), match.group(1) == '"', match.group(2)


def read_tree(root):
    tree = Tree()
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
        for name in sorted(names):
            full = os.path.join(folder, name)
            path = os.path.relpath(full, root).replace(os.sep, "/")
            if os.path.islink(full):
                continue
            tree.sizes[path] = os.path.getsize(full)
            if tree.sizes[path] <= 1 << 20:
                try:
                    with open(full, encoding="utf-8") as file:
                        tree.files[path] = file.read()
                except UnicodeDecodeError:
                    pass
    return tree


def read_qt_headers(include_root):
    """Names that `#include <Name>` finds in each Qt module folder."""
    modules = {}
    for module in ("QtGui", "QtWidgets", "QtSql", "QtNetwork", "QtSvg", "QtSvgWidgets"):
        folder = os.path.join(include_root, module)
        if os.path.isdir(folder):
            modules[module] = set(os.listdir(folder))
    return modules
