"""A CONNECT proxy that leads the practice hosts to one loopback port, and refuses every other, which is written down."""

import socket
import threading
from contextlib import suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer

from tests.watch.sitecustomize import note

from .serving import Serving

HEAD_LIMIT = 16_384
FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class _Server(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64
    tunnel: "Tunnel"


class _Handler(BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        tunnel = self.server.tunnel
        with suppress(OSError, ValueError):
            verb, target = self._asked()
            host = target.rpartition(":")[0]
            if verb != "CONNECT" or host not in tunnel.hosts:
                if host not in tunnel.lost:
                    note(f"a browser: {target}")
                self.request.sendall(FORBIDDEN)
                return
            with socket.create_connection(("127.0.0.1", tunnel.to)) as inner:
                self.request.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=_pump, args=(inner, self.request), daemon=True)
                back.start()
                _pump(self.request, inner)
                back.join()

    def _asked(self) -> tuple[str, str]:
        head = b""
        while b"\r\n\r\n" not in head and len(head) < HEAD_LIMIT:
            more = self.request.recv(4096)
            if not more:
                raise ConnectionAbortedError
            head += more
        verb, target, *_ = head.decode("latin-1").split()
        return verb, target


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


class Tunnel(Serving):
    """`with Tunnel(practice.port, practice.hosts) as tunnel:` gives a proxy on 127.0.0.1:{tunnel.port}.

    `lost`: hosts where nobody is, for a test that goes there on purpose. What else is asked for, as `host:port`, or as a whole
    address without TLS, makes the tests' session fail at its end.
    """

    def __init__(self, to: int, hosts: tuple[str, ...]) -> None:
        self.to = to
        self.hosts = frozenset(hosts)
        self.lost: frozenset[str] = frozenset()
        server = _Server(("127.0.0.1", 0), _Handler)
        server.tunnel = self
        super().__init__(server, "tunnel")
