# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that must not stand in the code, each a regret of other projects (CONTRIBUTING.md)."""
import re

from tree import Breach, code_only, line_of, without_comments

ALL = ("app/", "engine/", "models/", "ui/")
QT_INSTANCES = r"(?<!QCoreApplication::)(?<!QGuiApplication::)(?<!QApplication::)"

# (what is said, pattern on code without comments and strings, where, except in)
FORBIDDEN = [
    ("no singletons: instance()",
     r"\bstatic\b[^;(){}]*\binstance\s*\(|" + QT_INSTANCES + r"(?<=::)\binstance\s*\(\s*\)(?!\s*(?:const\b|\{))", ALL, ()),
    ("no singletons: Q_GLOBAL_STATIC", r"\bQ_GLOBAL_STATIC", ALL, ()),
    ("no processEvents", r"\bprocessEvents\b", ALL, ()),
    ("no nested event loop", r"\bQEventLoop\b(?!::)", ALL, ("app/cli/",)),
    ("no nested event loop: exec()", r"(?:\.|->)exec\s*\(", ("ui/", "models/"), ()),
    ("no nested event loop: static dialog",
     r"\b(?:QMessageBox::(?:question|warning|information|critical)\s*\("
     r"|QFileDialog::get\w+|QInputDialog::get\w+|QColorDialog::get\w+)", ALL, ()),
    ("no terminate()", r"(?<!std::)\bterminate\s*\(", ALL, ()),
    ("no blocking-queued connection", r"\bBlockingQueuedConnection\b", ALL, ()),
    ("no QFuture::then with a context: use whenDone()", r"\.then\s*\(", ALL, ()),
    ("no plain bool cancel flag: use CancelToken",
     r"(?<!<)\bbool\s+m?_?(?:cancel|abort)\w*\s*(?:=|;|\{)", ("engine/",), ()),
    ("quote identifiers with the project's own function, not escapeIdentifier",
     r"\bescapeIdentifier\b", ALL, ()),
    ("no friend tests", r"\bfriend\s+(?:class|struct)\s+(?:Tst|Test|tst_)\w*|\bFRIEND_TEST\b", ALL, ()),
    ("no #define private", r"#\s*define\s+(?:private|protected)\b", ALL + ("tests/",), ()),
    ("no #ifdef GUI: that is what layers are for", r"#\s*if(?:def)?\s+\w*GUI\w*", ("engine/", "models/"), ()),
]

SQL_TEXT = re.compile(r'"\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|DROP TABLE|ALTER TABLE)\s+\w')
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def forbidden_words(tree):
    for what, pattern, where, excepted in FORBIDDEN:
        compiled = re.compile(pattern)
        for path, text in tree.sources(*where):
            if excepted and path.startswith(excepted):
                continue
            for match in compiled.finditer(code_only(text)):
                yield Breach(path, line_of(text, match.start()), what)


def no_sql_in_doors(tree):
    """ui and models hold no SQL."""
    for path, text in tree.sources("ui/", "models/"):
        for match in SQL_TEXT.finditer(without_comments(text)):
            yield Breach(path, line_of(text, match.start()), "SQL belongs to the engine")


def nothing_unfinished(tree):
    for path, text in tree.sources(*ALL):
        for match in UNFINISHED.finditer(text):
            yield Breach(path, line_of(text, match.start()), f"unfinished: {match.group(0)}")


RULES = [forbidden_words, no_sql_in_doors, nothing_unfinished]
