# SPDX-License-Identifier: GPL-3.0-or-later
"""Small disks: a tmpfs in a mount namespace of the script's own, so that it need not be root."""
import ctypes
import os
import subprocess
import sys

INSIDE = "LEAT_INSIDE_NAMESPACE"


def enter_namespace():
    """Starts the script again where it may mount. False: no namespace is to be had here."""
    if INSIDE in os.environ:
        return True
    if subprocess.run(["unshare", "-rm", "true"], stderr=subprocess.DEVNULL).returncode:
        return False
    os.execvpe("unshare", ["unshare", "-rm", sys.executable, "-B", *sys.argv], {**os.environ, INSIDE: "1"})


def can_mount():
    """Whether this process may mount, without anybody else's seeing it. Root gets a namespace for it now."""
    if INSIDE in os.environ:
        return True
    clone_newns = 0x00020000
    if os.geteuid() != 0 or ctypes.CDLL(None).unshare(clone_newns):
        return False
    return subprocess.run(["mount", "--make-rprivate", "/"], stderr=subprocess.DEVNULL).returncode == 0


def mount(folder, size, *options):
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join((f"size={size}m", *options)), "none", folder], check=True)


def fill(path, leave=0):
    """Takes every free byte, and gives `leave` of them back."""
    with open(path, "wb", buffering=0) as ballast:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    ballast.write(bytes(size))
            except OSError:
                pass
        ballast.truncate(max(0, ballast.tell() - leave))
