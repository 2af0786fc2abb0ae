# SPDX-License-Identifier: GPL-3.0-or-later
"""A temporary folder that is gone at the end, whatever ends the script."""
import contextlib
import os
import shutil
import signal
import sys
import tempfile


def _leave(number, _frame):
    sys.exit(128 + number)


@contextlib.contextmanager
def workplace(name, base=None, keep=False):
    """Yields a new folder. SIGTERM, SIGHUP and SIGINT unwind the script, so that servers stop."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, _leave)
    if base:
        os.makedirs(base, exist_ok=True)
    folder = tempfile.mkdtemp(prefix=f"leat-{name}-", dir=base)
    os.chmod(folder, 0o755)
    try:
        yield folder
    finally:
        if keep:
            print(f"kept: {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def free_gigabytes(folder):
    return shutil.disk_usage(folder).free / 2**30


def memory_gigabytes():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
