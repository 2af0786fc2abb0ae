# SPDX-License-Identifier: GPL-3.0-or-later
"""Every ErrorCode has its text form, its sentence and its row in the docs; migrations are numbered."""
import re

from tree import Breach, without_comments

HEADER, NAMES, SENTENCES, EXITS, DOCS = ("engine/api/error.h", "engine/api/error.cpp", "engine/api/errortext.cpp",
                                         "app/cli/exitcodes.cpp", "docs/errors.md")
EXIT_NUMBERS = "app/cli/exitcodes.h"
MIGRATIONS = "engine/state/migrationlist.cpp"
ENUM = re.compile(r"enum\s+class\s+ErrorCode\s*\{(.*?)\}", re.S)
NOOP = r'QT_TRANSLATE_NOOP\(\s*"ErrorText",\s*((?:"(?:\\.|[^"\\])*"\s*)+)\)'
TEXT = r"\s*return\s*\{\s*" + NOOP + r"\s*,\s*" + NOOP
MIGRATION_NUMBER = re.compile(r"^\s*(?:return\s*)?\{\s*(\d+)\s*,\s*\{", re.M)


def kebab(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def _text(tree, path):
    return without_comments(tree.files.get(path, ""))


def error_codes(tree):
    match = ENUM.search(_text(tree, HEADER))
    return re.findall(r"\w+", match.group(1)) if match else []


def _unquoted(literals):
    return "".join(re.findall(r'"((?:\\.|[^"\\])*)"', literals)).replace('\\"', '"')


def sentence_and_remedy(tree, code):
    """Internal is what every unknown code falls back to."""
    label = "default:" if code == "Internal" else rf"case\s+ErrorCode::{code}\s*:"
    match = re.search(label + TEXT, _text(tree, SENTENCES))
    return (_unquoted(match.group(1)), _unquoted(match.group(2))) if match else None


def exit_code(tree, code):
    block = re.search(rf"case\s+ErrorCode::{code}\s*:(?:\s*case\s+ErrorCode::\w+\s*:)*\s*return\s+exitcode::(\w+)",
                      _text(tree, EXITS))
    number = block and re.search(rf"\b{block.group(1)}\s*=\s*(\d+)", _text(tree, EXIT_NUMBERS))
    return int(number.group(1)) if number else None


def expected_row(tree, code):
    sentence, remedy = sentence_and_remedy(tree, code)
    return f"| `{kebab(code)}` | {sentence} | {remedy} | {exit_code(tree, code)} |"


def codes_are_described(tree):
    codes = error_codes(tree)
    if not codes:
        yield Breach(HEADER, 0, "enum class ErrorCode was not found")
    for code in codes:
        if f'ErrorCode::{code}, "{kebab(code)}"' not in _text(tree, NAMES):
            yield Breach(NAMES, 0, f'ErrorCode::{code} is not named "{kebab(code)}"')
        if not sentence_and_remedy(tree, code):
            yield Breach(SENTENCES, 0, f"ErrorCode::{code} has no sentence and remedy")
        if exit_code(tree, code) is None:
            yield Breach(EXITS, 0, f"ErrorCode::{code} has no exit code")


def codes_are_documented(tree):
    """The page says what the program says. tests/architecture/errordocs.py rewrites its rows."""
    rows = re.findall(r"^\| `[\w-]+` \|.*$", tree.files.get(DOCS, ""), re.M)
    wanted = [expected_row(tree, code) for code in error_codes(tree) if sentence_and_remedy(tree, code)]
    for row in wanted:
        if row not in rows:
            yield Breach(DOCS, 0, "this row is missing (run tests/architecture/errordocs.py): " + row)
    for row in rows:
        if row not in wanted:
            yield Breach(DOCS, 0, "this row is not what the program says: " + row)


def migration_numbers(tree):
    """1, 2, 3 … in order, none left out."""
    numbers = [int(n) for n in MIGRATION_NUMBER.findall(_text(tree, MIGRATIONS))]
    if not numbers:
        yield Breach(MIGRATIONS, 0, "no numbered migration was found")
    elif numbers != list(range(1, len(numbers) + 1)):
        yield Breach(MIGRATIONS, 0, f"migrations are numbered {numbers}, not 1 to {len(numbers)} in order")


RULES = [codes_are_described, codes_are_documented, migration_numbers]
