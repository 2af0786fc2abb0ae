#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes docs/screenshots: the window with the synced sample, in light and in dark, under Xvfb.

Needs the programs of a release build; the profile is a temporary one."""
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


def wait_until_still(display, seconds=20):
    """The window is drawn when two looks half a second apart see the same picture, not an empty one."""
    end = time.monotonic() + seconds
    before = None
    while time.monotonic() < end:
        now = display.picture()
        if now == before and len({pixel for row in now[::40] for pixel in zip(*[iter(row[::1])] * 3)}) > 8:
            return
        before = now
        time.sleep(0.5)
    raise SystemExit("the window did not come to rest")


def shoot(bin_folder, profile, folder, appearance, target):
    frame = os.path.join(folder, "frame-" + appearance)
    config = os.path.join(folder, "config-" + appearance)
    os.makedirs(frame)
    os.makedirs(config)
    with Display(frame) as display:
        environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": config,
                       "LC_ALL": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        environment.pop("WAYLAND_DISPLAY", None)
        window = subprocess.Popen([os.path.join(bin_folder, "leat"), "--profile", profile, "--appearance", appearance,
                                   "-geometry", f"{display.width}x{display.height}+0+0"], env=environment)
        try:
            wait_until_still(display)
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
            target = os.path.join(options.out, f"window-{appearance}.png")
            shoot(options.bin, profile, folder, appearance, target)
            print(target)


if __name__ == "__main__":
    sys.exit(main())
