"""All practice sites on one loopback port over TLS, told apart by the Host header."""

import ssl
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from urllib.parse import quote, urlencode

import trustme
from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from .people import People, load
from .record import Record, Sent, Visit

# Every folder beside this one is a site: what it is called by, and how it is made.
SITES = {
    found.name: import_module(f"{__package__}.{found.name}")
    for found in iter_modules([str(Path(__file__).parent)])
    if found.ispkg
}
HOSTS: dict[str, tuple[str, ...]] = {name: site.HOSTS for name, site in SITES.items()}


class QuietHandler(WSGIRequestHandler):
    """Says nothing, and takes it calmly when a browser hangs up in the middle of a handshake."""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - the name is werkzeug's
        pass

    def handle(self) -> None:
        with suppress(ConnectionError, ssl.SSLError, TimeoutError):
            super().handle()


class Practice:
    """The sites. `with Practice() as practice:` serves them on a free port until the block ends."""

    def __init__(self, port: int = 0) -> None:
        self.people: People = load()
        self.record = Record()
        self.authority = trustme.CA(organization_name="Practice sites", key_type=trustme.KeyType.ECDSA)
        apps = {name: site.create_app(self.people, self.record) for name, site in SITES.items()}
        self._apps: dict[str, Flask] = {host: apps[site] for site, hosts in HOSTS.items() for host in hosts}
        self._server = self._make_server(port)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="practice", daemon=True
        )

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(self._apps)

    @property
    def requests(self) -> list[Sent]:
        """What was really sent to somebody, oldest first."""
        return self.record.sent

    @property
    def visits(self) -> list[Visit]:
        """Every request, oldest first."""
        return self.record.visits

    def clear(self) -> None:
        self.record.clear()

    def url(self, path: str, *, host: str | None = None, **options: str | int) -> str:
        """The address of `path`, `options` as its query; `host`: a site ("linkedin", "xing" …) or the name of a host."""
        name = HOSTS[host or "linkedin"][0] if (host or "linkedin") in HOSTS else host
        query = ("&" if "?" in path else "?") + urlencode(options) if options else ""
        return f"https://{name}{quote(path, safe='/?&=%:,.-~')}{query}"

    def start(self) -> "Practice":
        self._thread.start()
        return self

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    __enter__ = start

    def __exit__(self, *_: object) -> None:
        self.stop()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        host = str(environ.get("HTTP_HOST", "")).partition(":")[0].lower()
        if host not in self._apps:
            start_response("421 Misdirected Request", [("Content-Length", "0")])
            return []
        return self._apps[host](environ, start_response)

    def _make_server(self, port: int) -> BaseWSGIServer:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(*self._apps, key_type=trustme.KeyType.ECDSA).configure_cert(context)
        server = make_server("127.0.0.1", port, self, threaded=True, request_handler=QuietHandler)
        # The handshake belongs to the thread of its connection: a browser that connects ahead of need and
        # says nothing must not stop the others.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.ssl_context = context
        return server
