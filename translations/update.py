#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes leat_en.ts: the plural forms of the English source texts ("%n table(s)").

Reads them itself, because Qt 6.4's lupdate does not end on some of our files. Words that change
with the number are listed in AGREE. Other languages start from lupdate or from this file's contexts.
"""
import pathlib
import re
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
AGREE = [("%n table take part", "%n table takes part"), ("%n table need a", "%n table needs a"),
         ("%n table stay in", "%n table stays in"),
         ("%n table paused. Their data stay", "%n table paused. Its data stay")]
MEMBER = re.compile(r"^(?:[\w:<>*&]+ )*[*&]?(\w+)::~?\w+\(")
PLAIN = re.compile(r'\btr\("((?:[^"\\]|\\.)*%n(?:[^"\\]|\\.)*)"')
NAMED = re.compile(r'translate\("([\w:]+)",\s*"((?:[^"\\]|\\.)*%n(?:[^"\\]|\\.)*)"')


def texts(path):
    context = None
    for line in path.read_text().splitlines():
        if found := MEMBER.match(line):
            context = "leat::" + found.group(1)
        for name, text in NAMED.findall(line):
            yield name, text
        for text in PLAIN.findall(line):
            yield context, text


def singular(text):
    one = text.replace("(s)", "")
    for wrong, right in AGREE:
        one = one.replace(wrong, right)
    return one


def main():
    contexts = {}
    for folder in ("models", "ui", "app"):
        for path in sorted((ROOT / folder).glob("*.cpp")):
            for context, text in texts(path):
                contexts.setdefault(context, {})[text] = None
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="en" sourcelanguage="en">']
    for context in sorted(contexts):
        out += ["<context>", f"    <name>{context}</name>"]
        for text in contexts[context]:
            out += ['    <message numerus="yes">', f"        <source>{escape(text)}</source>", "        <translation>",
                    f"            <numerusform>{escape(singular(text))}</numerusform>",
                    f"            <numerusform>{escape(text.replace('(s)', 's'))}</numerusform>", "        </translation>", "    </message>"]
        out.append("</context>")
    (ROOT / "translations" / "leat_en.ts").write_text("\n".join(out + ["</TS>", ""]))


if __name__ == "__main__":
    main()
