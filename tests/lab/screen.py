# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen nobody sees, with the accessibility interface of the desktop on it (AT-SPI), and a program
that is used through that interface alone: controls are found by role and name, and are operated by
their actions and their editable text. No mouse, no keys.

Needs a session bus, e.g. under tests/support/with-keyring.sh."""
import ctypes
import os
import signal
import subprocess
import time
import warnings

try:
    import gi
    gi.require_version("Atspi", "2.0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError):
    Atspi = None

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
WAIT = 60


class ScreenError(Exception):
    """A control that was not there in time, or cannot do what is asked of it."""


def missing():
    """Why this cannot be done here; empty when it can."""
    if Atspi is None:
        return "the AT-SPI bindings of Python are not installed (gir1.2-atspi-2.0, python3-gi)"
    if not os.path.exists(LAUNCHER):
        return "at-spi2-core is not installed"
    return ""


def _die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)     # PR_SET_PDEATHSIG


def _wait_for_accessibility_bus(seconds=30):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    end = time.monotonic() + seconds
    while not bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                            GLib.Variant("(s)", ("org.a11y.Bus",)), None, 0, -1, None).unpack()[0]:
        if time.monotonic() > end:
            raise ScreenError("the accessibility bus did not start")
        time.sleep(0.05)


def _stop(process):
    if process and process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Screen:
    """with Screen() as screen: ..."""

    def __init__(self, size="1600x1000x24"):
        self._size = size
        self._processes = []

    def __enter__(self):
        reading, writing = os.pipe()
        self._start(["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp"],
                    pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise ScreenError("Xvfb did not start")
        os.environ["DISPLAY"] = ":" + number
        self._start([LAUNCHER, "--launch-immediately"])
        _wait_for_accessibility_bus()
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            _stop(process)

    def _start(self, command, **options):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, preexec_fn=_die_with_parent, **options)
        self._processes.append(process)
        return process


def role(node):
    return node.get_role_name()


def has(node, *states):
    have = node.get_state_set()
    return all(have.contains(getattr(Atspi.StateType, state)) for state in states)


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def walk(node, seen=lambda _: True):
    """Everything below, without what lies in a part that is not seen."""
    for child in children(node):
        if seen(child):
            yield child
            yield from walk(child, seen)


def actions(node):
    if "Action" not in node.get_interfaces():
        return []
    return [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]


class App:
    """A program with a window, seen through AT-SPI."""

    def __init__(self, command, name, env=None):
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                       "LC_ALL": "C.UTF-8", **(env or {})}
        self.name = name
        self.count = 0
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                         stderr=subprocess.DEVNULL, env=environment,
                                         preexec_fn=_die_with_parent)

    def __enter__(self):
        self.root = self.until(self._find_root, "the program on the accessibility bus")
        return self

    def __exit__(self, *_):
        _stop(self._process)

    def _find_root(self):
        if self._process.poll() is not None:
            raise ScreenError(f"{self.name} ended with {self._process.returncode}")
        for app in children(Atspi.get_desktop(0)):
            if app.get_name() == self.name and app.get_child_count() > 0:
                return app
        return None

    def until(self, condition, what, seconds=WAIT):
        """The first true value of a condition; nodes that vanish while they are looked at are no error."""
        end = time.monotonic() + seconds
        while True:
            try:
                found = condition()
                if found:
                    return found
            except GLib.Error:
                pass
            if time.monotonic() > end:
                raise ScreenError(f"not there after {seconds} s: {what}\n{self.outline()}")
            time.sleep(0.05)

    def windows(self):
        return [w for w in children(self.root) if has(w, "SHOWING")]

    def shown(self):
        """Every part that is on the screen, that of dialogs first."""
        for window in sorted(self.windows(), key=lambda w: role(w) == "frame"):
            yield window
            yield from walk(window, lambda node: has(node, "SHOWING"))

    def outline(self):
        lines = []
        try:
            for node in self.shown():
                if node.get_name():
                    lines.append(f"  {role(node)} “{node.get_name()}” {'' if has(node, 'ENABLED') else 'disabled'}")
        except GLib.Error:
            lines.append("  …")
        return "\n".join(lines[:200])

    def look(self, roles, name):
        """The shown part of one of these roles whose name is `name` or begins with "name…", else None."""
        roles = (roles,) if isinstance(roles, str) else roles
        for node in self.shown():
            if role(node) in roles and (node.get_name() == name or (name.endswith("*") and node.get_name().startswith(name[:-1]))):
                return node
        return None

    def find(self, roles, name, seconds=WAIT):
        return self.until(lambda: self.look(roles, name), f"{roles} “{name}”", seconds)

    def gone(self, roles, name, seconds=WAIT):
        self.until(lambda: self.look(roles, name) is None, f"{roles} “{name}” gone", seconds)

    def _ready(self, roles, name):
        node = self.look(roles, name)
        return node if node is not None and has(node, "ENABLED") and actions(node) else None

    def act(self, roles, name, *wanted, seconds=WAIT):
        """Does the first of the wanted actions that the control offers; counts as one press."""
        node = self.until(lambda: self._ready(roles, name), f"{roles} “{name}”, enabled, with an action", seconds)
        return self._do(node, wanted or ("Press", "Toggle"))

    def _do(self, node, wanted):
        offered = actions(node)
        for action in wanted:
            if action in offered:
                self.count += 1
                Atspi.Action.do_action(node, offered.index(action))
                return node
        raise ScreenError(f"{role(node)} “{node.get_name()}” offers {offered}, not {wanted}")

    def press(self, name, seconds=WAIT):
        return self.act(("push button", "check box", "radio button", "toggle button", "push button menu"), name, seconds=seconds)

    def menu(self, *names):
        """A command of the menu bar, by the names of the menus that lead to it."""
        def command():
            main = next(w for w in self.windows() if role(w) == "frame")
            node = next(n for n in walk(main) if role(n) == "menu bar")
            for name in names:
                node = next((n for n in walk(node) if role(n) in ("menu item", "check menu item") and n.get_name() == name), None)
                if node is None:
                    return None
            return node if has(node, "ENABLED") else None
        node = self.until(command, " › ".join(names))
        self._do(node, ("Press", "Toggle"))

    def type(self, name, text, roles=("text", "password text")):
        node = self.find(roles, name)
        if not Atspi.EditableText.set_text_contents(node, text):
            raise ScreenError(f"“{name}” did not take the text")
