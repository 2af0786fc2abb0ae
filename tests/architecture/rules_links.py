# SPDX-License-Identifier: GPL-3.0-or-later
"""What the targets link, as CMake told it (links.cmake)."""
import re

from tree import Breach

GRAPHICAL = re.compile(r"Qt6::(?:Gui|Widgets|Svg|SvgWidgets|PrintSupport|Quick\w*|OpenGL\w*)(?:Private)?$")
WITHOUT_GUI = ("engine", "models")
HEADLESS_PROGRAMS = ("leatctl",)


def parse_links(text):
    """Lines `target|folder|library;library` -> {target: (folder, [library])}."""
    links = {}
    for line in text.splitlines():
        target, folder, libraries = line.split("|")
        names = (re.sub(r"^\$<LINK_ONLY:(.*)>$", r"\1", name) for name in libraries.split(";"))
        links[target] = (folder, [name for name in names if name])
    return links


def _path_to_gui(links, target, seen):
    for library in links.get(target, ("", []))[1]:
        if GRAPHICAL.match(library):
            return [target, library]
        if library not in seen:
            seen.add(library)
            rest = _path_to_gui(links, library, seen)
            if rest:
                return [target] + rest
    return None


def no_gui_linked(tree):
    """Engine, models and leatctl link neither Gui nor Widgets, directly or through others."""
    checked = 0
    for target, (folder, _) in sorted(tree.links.items()):
        if folder.split("/")[0] not in WITHOUT_GUI and target not in HEADLESS_PROGRAMS:
            continue
        checked += 1
        chain = _path_to_gui(tree.links, target, set())
        if chain:
            yield Breach(folder, 0, "links a graphical library: " + " -> ".join(chain))
    if checked == 0:
        yield Breach("links", 0, "no target of engine or models was found")


RULES = [no_gui_linked]
