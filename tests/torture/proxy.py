# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP proxy that breaks in a scripted way (13-threats G04).

A Fault says when (at accept, or once the client has sent `trigger`, and then after `after` more bytes of
the server) and what. Once it has struck, `struck` is set, and connections beyond `connections` are well."""
import random
import socket
import struct
import threading
import time
from dataclasses import dataclass, field

CHUNK = 16 * 1024


@dataclass
class Fault:
    action: str                     # see Pump.strike()
    trigger: bytes = b""            # in what the client sends; empty: at once
    after: int = 0                  # bytes of the server after the trigger
    connections: int = 1            # how many connections it strikes; -1: all
    seed: int = 0
    struck: threading.Event = field(default_factory=threading.Event)
    at: float = 0                   # time.monotonic() of the first strike


class Connection:
    """One client, one server, two pumps."""

    def __init__(self, proxy, client, fault):
        self.proxy, self.client, self.fault = proxy, client, fault
        self.server = None
        self.armed = fault is not None and not fault.trigger
        self.left = fault.after if fault else 0
        self.dark = threading.Event()          # nothing passes any more
        self.random = random.Random(fault.seed if fault else 0)

    def start(self):
        if self.armed and not self.left and self.strike() == "stop":
            return
        try:
            self.server = socket.create_connection(self.proxy.target, 10)
        except OSError:
            self.client.close()
            return
        for sock in (self.client, self.server):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for here, there, towards in ((self.client, self.server, "server"), (self.server, self.client, "client")):
            threading.Thread(target=self.pump, args=(here, there, towards), daemon=True).start()

    def pump(self, here, there, towards):
        try:
            while True:
                data = here.recv(CHUNK)
                if not data:
                    there.shutdown(socket.SHUT_WR)
                    return
                if self.dark.is_set():
                    continue
                if self.fault:
                    data = self.look(data, towards)
                self.send(there, data, towards)
        except OSError:
            self.close()

    def look(self, data, towards):
        """What is still to be passed on: each byte once, as TCP does."""
        if towards == "server":
            if not self.armed and self.fault.trigger in data:
                self.armed = True
                if not self.left:
                    return b"" if self.strike() == "stop" else data
        elif self.armed and self.left:
            if len(data) >= self.left:
                head, data, self.left = data[:self.left], data[self.left:], 0
                self.client.sendall(head)
                return b"" if self.strike() == "stop" else data
            self.left -= len(data)
        return data

    def strike(self):
        """"stop": the data at hand are not passed on."""
        fault = self.fault
        if not fault.struck.is_set():
            fault.at = time.monotonic()
            fault.struck.set()
        if fault.action == "reset":
            self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close()
        elif fault.action == "close":
            self.close()
        elif fault.action == "black-hole":
            self.dark.set()
        elif fault.action == "half-close-client":
            self.dark.set()
            self.client.shutdown(socket.SHUT_WR)
        elif fault.action == "half-close-server":
            self.server.shutdown(socket.SHUT_WR)
        elif fault.action == "garbage":
            self.client.sendall(self.random.randbytes(4096))
            self.dark.set()
        elif fault.action == "html":
            self.client.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n<html>no</html>")
            self.close()
        else:
            return None              # the slow ones go on, see send()
        return "stop"

    def send(self, there, data, towards):
        action = self.fault.action if self.fault and self.fault.struck.is_set() else ""
        since = time.monotonic() - self.fault.at if action else 0
        if action == "latency":
            time.sleep(0.5)
        elif action == "chunk-delay" and self.random.random() < 0.1:
            time.sleep(0.3)
        elif action == "throttle" and towards == "client" and since < 8:
            for start in range(0, len(data), 512):
                there.sendall(data[start:start + 512])
                if time.monotonic() - self.fault.at < 8:
                    time.sleep(0.5)
            return
        elif action == "one-byte" and since < 5:
            for start in range(min(len(data), 400)):
                there.sendall(data[start:start + 1])
            data = data[400:]
        if data:
            there.sendall(data)

    def close(self):
        for sock in (self.client, self.server):
            if sock:
                sock.close()


class FaultProxy:
    """with FaultProxy("127.0.0.1", port) as proxy: proxy.break_with(Fault("reset", b"COPY (")) …"""

    def __init__(self, host, port):
        self.target = (host, port)
        self.fault = None
        self.used = 0
        self.listener = None
        self.port = 0
        self.connections = []

    def __enter__(self):
        self.listen()
        return self

    def __exit__(self, *_):
        self.silence()
        for connection in self.connections:
            connection.close()

    def listen(self):
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind(("127.0.0.1", self.port))
        self.port = self.listener.getsockname()[1]
        self.listener.listen(64)
        threading.Thread(target=self.accept, args=(self.listener,), daemon=True).start()

    def silence(self):
        """Connections are refused from now on."""
        if self.listener:
            self.listener.shutdown(socket.SHUT_RDWR)
            self.listener.close()
        self.listener = None

    def accept(self, listener):
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            fault = self.fault
            if fault and 0 <= fault.connections <= self.used:
                fault = None
            self.used += 1
            connection = Connection(self, client, fault)
            self.connections.append(connection)
            threading.Thread(target=connection.start, daemon=True).start()

    def break_with(self, fault):
        self.fault, self.used = fault, 0
        return fault

    def heal(self):
        """All is well again; what was broken is closed."""
        self.fault = None
        for connection in self.connections:
            connection.close()
        self.connections = []
