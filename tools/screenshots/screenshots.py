#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pictures of Leat's screens under Xvfb.

Without FOLDER: the few of docs/screenshots. With FOLDER: every screen in every look, into FOLDER. The screens
come from tests/ui/screenshots.cpp, the real window over scripted data; "sample" is the program itself on the
offline sample. Needs the programs of a release build; the profile is a temporary one."""
import argparse
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(HERE)), "tests"))

from lab.leat import Leat                       # noqa: E402
from lab.workplace import workplace             # noqa: E402
from xvfb import Display                        # noqa: E402

# look: (options, what a pixel of the window is on the screen). At 200 % a full HD screen is left with 960 × 540.
LOOKS = {
    "light": ([], 1),
    "dark": (["--appearance", "dark"], 1),
    "contrast": (["--appearance", "contrast"], 1),
    "german": (["--language", "de"], 1),
    "rtl": (["--rtl"], 1),
    "scale200": (["--size", "960x540"], 2),
}
# What docs/screenshots holds: the best, and few.
KEPT = {
    "light": ["add-source-tables", "diagnosis-why", "editor"],
    "dark": ["home"],
}


def shoot_look(program, look, target, only=()):
    options, scale = LOOKS[look]
    width, height = (1920, 1080) if scale == 2 else (1600, 1000)
    command = [program, "--look", look, *options, target]
    if only:
        command[1:1] = ["--only", ",".join(only)]
    with workplace("frame") as frame, Display(frame, width, height) as display:
        subprocess.run(command, check=True, env={**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
                                                 "QT_SCALE_FACTOR": str(scale), "DBUS_SESSION_BUS_ADDRESS": "disabled:"})
    print(f"{look}: {sum(name.endswith(f'-{look}.png') for name in os.listdir(target))} pictures in {target}")


def prepare(bin_folder, folder):
    """A profile with the sample in it, and a history."""
    leat = Leat(os.path.join(bin_folder, "leatctl"), os.path.join(folder, "profile"))
    leat.run("sample", "create", "--sync")
    leat.run("sample", "edit")
    leat.run("sync", "--source", "shop")
    return leat.profile


def wait_until_still(display, window, seconds=30):
    """The window is drawn when two looks half a second apart see the same picture, not an empty one."""
    end = time.monotonic() + seconds
    before = None
    while time.monotonic() < end and window.poll() is None:
        now = display.picture()
        colours = {row[x:x + 3] for row in now[::20] for x in range(0, len(row), 30)}
        if now == before and len(colours) > 8:
            return
        before = now
        time.sleep(0.5)
    raise SystemExit("the window did not come to rest")


def shoot_sample(bin_folder, profile, folder, appearance, target):
    frame = os.path.join(folder, "frame-" + appearance)
    os.makedirs(frame)
    with open(os.path.join(profile, "window.ini"), "w", encoding="utf-8") as settings:
        settings.write(f"[window]\nappearance={appearance}\n")
    with Display(frame) as display:
        environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
                       "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        environment.pop("WAYLAND_DISPLAY", None)
        window = subprocess.Popen([os.path.join(bin_folder, "leat"), "--profile", profile,
                                   "-qwindowgeometry", f"{display.width}x{display.height}+0+0"], env=environment)
        try:
            wait_until_still(display, window)
            display.capture(target)
        finally:
            window.terminate()
            window.wait()


def main():
    parser = argparse.ArgumentParser(prog="./dev screenshots", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--screens", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--docs", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--look", action="append", choices=sorted(LOOKS), help="only this look (may be repeated)")
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="make the whole set there")
    options = parser.parse_args()
    target = os.path.abspath(options.folder or options.docs)
    os.makedirs(target, exist_ok=True)
    for look in options.look or LOOKS:
        only = () if options.folder else KEPT.get(look, ())
        if options.folder or only:
            shoot_look(options.screens, look, target, only)
    if options.look:
        return
    with workplace("screenshots") as folder:
        profile = prepare(options.bin, folder)
        for appearance in ("light", "dark"):
            shoot_sample(options.bin, profile, folder, appearance, os.path.join(target, f"sample-{appearance}.png"))


if __name__ == "__main__":
    sys.exit(main())
