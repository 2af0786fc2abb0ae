#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the window on the synced sample under Xvfb, in light and in dark, and keeps what it shows.

Needs the programs of a release build; the profile is a temporary one. The other pictures of
docs/screenshots come from tests/ui/screenshots.cpp, over scripted data."""
import argparse
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "tests"))

from lab.leat import Leat                       # noqa: E402
from lab.workplace import workplace             # noqa: E402
from xvfb import Display                        # noqa: E402


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


def shoot(bin_folder, profile, folder, appearance, target):
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
    parser.add_argument("--out", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    with workplace("screenshots") as folder:
        profile = prepare(options.bin, folder)
        for appearance in ("light", "dark"):
            target = os.path.join(options.out, f"sample-{appearance}.png")
            shoot(options.bin, profile, folder, appearance, target)
            print(target)


if __name__ == "__main__":
    sys.exit(main())
