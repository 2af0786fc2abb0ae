#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fault proxy itself: what it delays and cuts into pieces arrives once and in order, since TCP does no
less. Bytes that came twice would be rows that came twice, and the product would be blamed."""
import os
import socket
import sys
import threading
import types
import unittest
from unittest import mock

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
package = types.ModuleType("torture")
package.__path__ = [os.path.dirname(os.path.abspath(__file__))]
sys.modules.setdefault("torture", package)

from torture.proxy import Fault, FaultProxy     # noqa: E402

ANSWER = bytes(range(256)) * 32


class Server:
    """Answers one request with ANSWER."""

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.serve, daemon=True).start()
        return self.listener.getsockname()

    def __exit__(self, *_):
        self.listener.close()

    def serve(self):
        client, _ = self.listener.accept()
        with client:
            request = b""
            while not request.endswith(b")"):
                request += client.recv(100)
            client.sendall(ANSWER)


class ProxyTest(unittest.TestCase):
    def test_slow_faults_pass_each_byte_once(self):
        for action in ("latency", "chunk-delay", "throttle", "one-byte"):
            for after in (0, 1, 100, len(ANSWER) - 1, len(ANSWER)):
                with self.subTest(action=action, after=after), Server() as (host, port), FaultProxy(host, port) as proxy, \
                        mock.patch("torture.proxy.time.sleep"):
                    fault = proxy.break_with(Fault(action, b"COPY (", after))
                    with socket.create_connection(("127.0.0.1", proxy.port), 10) as client:
                        client.settimeout(10)
                        client.sendall(b"COPY (SELECT 1)")
                        got = b"".join(iter(lambda: client.recv(4096), b""))
                    self.assertTrue(fault.struck.is_set())
                    self.assertEqual(got, ANSWER)


if __name__ == "__main__":
    unittest.main()
