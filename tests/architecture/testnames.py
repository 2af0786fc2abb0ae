# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of test functions, for the lists that say which test holds what."""
import os
import re

TEST_NAME = re.compile(r"^(\w+)::(\w+)$")


def test_functions(files):
    """program -> names of its functions. A C++ program is tst_x.cpp, or another file that a folder's CMake names."""
    found = {}
    for path, text in files.items():
        base = os.path.basename(path)
        if not path.startswith("tests/"):
            continue
        if base.endswith(".cpp"):
            names = set(re.findall(r"\bvoid (?:\w+::)?(\w+)\(\)", text))
        elif base.endswith(".py"):
            names = set(re.findall(r"^\s*def (\w+)\(", text, re.M))
        else:
            continue
        found.setdefault(base.rsplit(".", 1)[0], set()).update(names)
    return found


def exists(name, known):
    """Whether `program::function` is one of test_functions()."""
    match = TEST_NAME.match(name)
    return bool(match) and match[2] in known.get(match[1], ())


def read_files(root, tops=("tests",)):
    files = {}
    for top in tops:
        for folder, _, names in os.walk(os.path.join(root, top)):
            for name in names:
                if name.endswith((".cpp", ".h", ".py")):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as file:
                        files[os.path.relpath(path, root)] = file.read()
    return files
