#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the text files up to date with the code, or with --check says what is missing in them.

lupdate finds the texts. What it cannot know is put right here: a free function tr() that calls
translate("Context", text) has that context, where lupdate takes the namespace or class around it.

leat_en.ts has only the plural forms of the English texts ("%n table(s)"); AGREE lists words that change
with the number. Other languages have every text, in a file for each part of PARTS; new ones are written as
unfinished and are to be translated.
The command line speaks English: app/cli has no part in this.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = ROOT / "translations"
LUPDATE = "/usr/lib/qt6/bin/lupdate"
LANGUAGES = ("de",)
# One file a part and language, by the folder that a text stands in; the first that has it.
PARTS = {"diagnose": ("engine/diagnose",), "engine": ("engine", "models"), "window": ("ui", "app")}
AGREE = [("%n table take part", "%n table takes part"), ("%n table need a", "%n table needs a"),
         ("%n table stay in", "%n table stays in"),
         ("%n table paused. Their data stay", "%n table paused. Its data stay")]
HELPER = re.compile(r'translate\(\s*"([\w:]+)",\s*[a-z]')
NAMED = re.compile(r'(?:translate|QT_TRANSLATE_\w*NOOP\w*)\(\s*"([\w:]+)",\s*"')
QUALIFIED = re.compile(r"\b(\w+)::tr\(")
OBJECT = re.compile(r"^class (\w+)[^;{]*\{\s*Q_OBJECT", re.M)
DECLARED = re.compile(r"Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)")
# What must be in a translation as it is in the source.
MARK = re.compile(r"%L?\d+|%n|\{\w+\}")
ACCELERATOR = re.compile(r"&(?![&\s])\w")


def sources():
    for path in sorted({path for folders in PARTS.values() for folder in folders for path in (ROOT / folder).rglob("*")}):
        if path.suffix in (".h", ".cpp") and "cli" not in path.relative_to(ROOT).parts[:2]:
            yield path


def part_of(file):
    return next(part for part, folders in PARTS.items() if any(file.is_relative_to(ROOT / folder) for folder in folders))


def run_lupdate(program, paths):
    with tempfile.TemporaryDirectory() as folder:
        target, listed = pathlib.Path(folder) / "all.ts", pathlib.Path(folder) / "files"
        listed.write_text("\n".join(str(path) for path in paths if path.suffix == ".cpp" or "tr(" in path.read_text()))
        subprocess.run([program, "-silent", "-locations", "absolute", "-I", str(ROOT), f"@{listed}", "-ts", str(target)],
                       check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        base = target.parent
        for context in xml.parse(target).getroot().iter("context"):
            for message in context.iter("message"):
                for place in message.iter("location"):
                    file = (base / place.get("filename")).resolve()
                    yield context.findtext("name"), message.findtext("source"), message.findtext("comment"), file, place.get("line")


class Contexts:
    """Which context tr() has at run time, by file."""

    def __init__(self, paths):
        self.objects, self.texts = set(), {}
        for path in paths:
            text = path.read_text()
            self.texts[path] = text
            self.objects |= {f"leat::{name}" for name in OBJECT.findall(text)} | set(DECLARED.findall(text))

    def of(self, file, context):
        text = self.texts[file]
        if context in self.objects or context in NAMED.findall(text) or context.split("::")[-1] in QUALIFIED.findall(text):
            return context
        helpers = set(HELPER.findall(text))
        return helpers.pop() if len(helpers) == 1 else None


def collect(program):
    """part → context → {(source, comment): plural?}, and the complaints."""
    paths = list(sources())
    contexts, found, wrong = Contexts(paths), {part: {} for part in PARTS}, []
    for context, source, comment, file, line in run_lupdate(program, paths):
        name = contexts.of(file, context)
        if name is None:
            wrong.append(f"{file.relative_to(ROOT)}:{line}: tr() has no context of its own here: {source!r}")
            continue
        found[part_of(file)].setdefault(name, {})[(source, comment or "")] = "%n" in source
    return found, wrong


def read_ts(path):
    """(context, source, comment) → list of forms, for finished ones."""
    known = {}
    if not path.exists():
        return known
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            known[context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""] = forms
    return known


def write_message(source, comment, plural, forms):
    out = ['    <message numerus="yes">' if plural else "    <message>", f"        <source>{escape(source)}</source>"]
    if comment:
        out.append(f"        <comment>{escape(comment)}</comment>")
    if plural:
        out.append("        <translation>" if forms else '        <translation type="unfinished">')
        out += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms or ("", "")]
        out.append("        </translation>")
    else:
        out.append(f"        <translation>{escape(forms[0])}</translation>" if forms else '        <translation type="unfinished"></translation>')
    return out + ["    </message>"]


def write_ts(language, contexts):
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}" sourcelanguage="en">']
    for context in sorted(contexts):
        out += ["<context>", f"    <name>{context}</name>"]
        for (source, comment), (plural, forms) in sorted(contexts[context].items()):
            out += write_message(source, comment, plural, forms)
        out.append("</context>")
    return "\n".join(out + ["</TS>", ""])


def english(source):
    one = source.replace("(s)", "")
    for wrong, right in AGREE:
        one = one.replace(wrong, right)
    return [one, source.replace("(s)", "s")]


def english_file(found):
    plurals = {}
    for part in found.values():
        for context, messages in part.items():
            for key in (key for key, plural in messages.items() if plural):
                plurals.setdefault(context, {})[key] = (True, english(key[0]))
    return write_ts("en", plurals)


def file_of(language, part):
    return HERE / f"leat_{language}_{part}.ts"


def flaws(source, plural, forms):
    """What is wrong with a translation."""
    if not forms or not all(forms):
        yield "has no translation"
        return
    if plural and len(forms) != 2:
        yield f"has {len(forms)} plural forms, not 2"
    for number, form in enumerate(forms):
        wanted, got = sorted(MARK.findall(source)), sorted(MARK.findall(form))
        # "one table" may say its number in a word.
        if wanted != got and not (plural and number == 0 and sorted(got + ["%n"]) == wanted):
            yield f"has {' '.join(got) or 'no placeholders'}, not {' '.join(wanted) or 'none'}: {form!r}"
        if bool(ACCELERATOR.search(source)) != bool(ACCELERATOR.search(form)):
            yield f"has another number of accelerators (&): {form!r}"
        if (source[:1] == " ", source[-1:] == " ", source[-1:] == "…") != (form[:1] == " ", form[-1:] == " ", form[-1:] == "…"):
            yield f"begins or ends with other blanks or …: {form!r}"


def texts(found):
    """(part, context, source, comment, plural?), in a fixed order."""
    for part, contexts in found.items():
        for context, messages in sorted(contexts.items()):
            for (source, comment), plural in messages.items():
                yield part, context, source, comment, plural


def check(found):
    """Texts that lack something. Those that the code no longer has do no harm; an update drops them."""
    plurals = read_ts(HERE / "leat_en.ts")
    wrong = [f"leat_en.ts: {context}: {source!r} has no plural forms"
             for _, context, source, comment, plural in texts(found)
             if plural and len(plurals.get((context, source, comment), [])) != 2]
    for language in LANGUAGES:
        known = {part: read_ts(file_of(language, part)) for part in PARTS}
        for part, context, source, comment, plural in texts(found):
            wrong += [f"{file_of(language, part).name}: {context}: {source!r} {flaw}"
                      for flaw in flaws(source, plural, known[part].get((context, source, comment)))]
    return wrong


def update(found):
    (HERE / "leat_en.ts").write_text(english_file(found))
    for language in LANGUAGES:
        known = {}
        for part in PARTS:
            known |= read_ts(file_of(language, part))
        # A text that moved to another context keeps its words.
        elsewhere = {(source, comment): forms for (_, source, comment), forms in known.items()}
        contexts, missing = {part: {} for part in PARTS}, 0
        for part, context, source, comment, plural in texts(found):
            forms = known.get((context, source, comment), [])
            if not forms and (forms := elsewhere.get((source, comment), [])):
                print(f"{file_of(language, part).name}: {context}: {source!r} is {forms[0]!r} as elsewhere: see that it fits")
            missing += not forms
            contexts[part].setdefault(context, {})[source, comment] = (plural, forms)
        for part in PARTS:
            file_of(language, part).write_text(write_ts(language, contexts[part]))
        print(f"{language}: {missing} texts to translate")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; say what is missing and exit with 1")
    parser.add_argument("--lupdate", default=LUPDATE, help=f"the program ({LUPDATE})")
    options = parser.parse_args()
    found, wrong = collect(options.lupdate)
    if options.check:
        wrong += check(found)
    else:
        update(found)
    for line in wrong:
        print(line)
    if wrong and options.check:
        print(f"{len(wrong)} texts. Run translations/update.py, then translate what is unfinished in the file.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
