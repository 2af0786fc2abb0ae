# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual X display whose picture can be read from a file."""
import ctypes
import os
import signal
import struct
import subprocess
import zlib


def _die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _png(width, height, rgb_rows):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    raw = b"".join(b"\0" + row for row in rgb_rows)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


class Display:
    """with Display(folder) as display: display.name, display.capture(path)"""

    def __init__(self, folder, width=1280, height=800):
        self.folder, self.width, self.height = folder, width, height

    def __enter__(self):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{self.width}x{self.height}x24", "-fbdir", self.folder,
             "-nolisten", "tcp", "-noreset"], pass_fds=(write_end,), stderr=subprocess.DEVNULL, preexec_fn=_die_with_parent)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            self.name = ":" + pipe.readline().strip()
        if self.name == ":":
            raise RuntimeError("Xvfb did not start")
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def _pixels(self):
        """(bytes a line, lines) of the frame buffer, an XWD file with 32 bits a pixel."""
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            data = file.read()
        header = struct.unpack(">25I", data[:100])
        header_size, bytes_per_line, colors = header[0], header[12], header[19]
        start = header_size + colors * 12
        return [data[start + y * bytes_per_line:start + y * bytes_per_line + self.width * 4] for y in range(self.height)]

    def fingerprint(self):
        """A number that changes with the picture; quick."""
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            return zlib.crc32(file.read())

    def picture(self):
        """Rows of RGB bytes."""
        rows = []
        for line in self._pixels():
            row = bytearray(self.width * 3)
            row[0::3], row[1::3], row[2::3] = line[2::4], line[1::4], line[0::4]
            rows.append(bytes(row))
        return rows

    def capture(self, path):
        with open(path, "wb") as file:
            file.write(_png(self.width, self.height, self.picture()))
