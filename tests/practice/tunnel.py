"""A CONNECT proxy that leads the practice hosts to one loopback port, and refuses and lists every other."""

import socket
import threading
from contextlib import suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer

HEAD_LIMIT = 16_384
FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class _Server(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64
    tunnel: "Tunnel"


class _Handler(BaseRequestHandler):
    def handle(self) -> None:
        tunnel: Tunnel = self.server.tunnel  # type: ignore[attr-defined]
        with suppress(OSError, ValueError):
            verb, target = self._asked()
            if verb != "CONNECT" or target.rpartition(":")[0] not in tunnel.hosts:
                tunnel.refused.append(target)
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


class Tunnel:
    """`with Tunnel(practice.port, practice.hosts) as tunnel:` gives a proxy on 127.0.0.1:{tunnel.port}.

    `refused` lists what was asked for and not given, as `host:port`, or as a whole address without TLS.
    """

    def __init__(self, to: int, hosts: tuple[str, ...]) -> None:
        self.to = to
        self.hosts = frozenset(hosts)
        self.refused: list[str] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.tunnel = self
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="tunnel", daemon=True
        )

    def start(self) -> "Tunnel":
        self._thread.start()
        return self

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    __enter__ = start

    def __exit__(self, *_: object) -> None:
        self.stop()
