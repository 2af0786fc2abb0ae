#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the texts of the sources into leat_en.ts, which holds only their plural forms.

lupdate does not see our headers (searching them takes minutes), so it misses the namespace of
the classes; this adds it. A plural text is written "%n table(s)"; words that change with it are
listed in AGREE.
"""
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
TS = ROOT / "translations" / "leat_en.ts"
AGREE = [("%n table take part", "%n table takes part"), ("%n table need a", "%n table needs a"),
         ("%n table stay in", "%n table stays in"),
         ("%n table paused. Their data stay", "%n table paused. Its data stay")]


def forms(match):
    source = match.group(1)
    one, many = source.replace("(s)", ""), source.replace("(s)", "s")
    for wrong, right in AGREE:
        one = one.replace(wrong, right)
    return (f"<source>{source}</source>\n        <translation>\n            <numerusform>{one}</numerusform>\n"
            f"            <numerusform>{many}</numerusform>\n        </translation>")


def main():
    lupdate = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate")
    TS.unlink(missing_ok=True)
    subprocess.run([lupdate, "-silent", "-pluralonly", "-locations", "none", "-no-obsolete", "-source-language", "en",
                    "-target-language", "en", "models", "ui", "app/main_gui.cpp", "-ts", str(TS)], cwd=ROOT, check=True)
    text = TS.read_text()
    text = re.sub(r"<name>(?!leat|Q)(\w+)</name>", r"<name>leat::\1</name>", text)
    text = re.sub(r"<source>(.*?)</source>\s*<translation[^>]*>.*?</translation>", forms, text, flags=re.S)
    TS.write_text(text)


if __name__ == "__main__":
    main()
