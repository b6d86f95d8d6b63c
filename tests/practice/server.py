"""All practice sites on one loopback port over TLS, told apart by the Host header."""

import ssl
from base64 import b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from urllib.parse import quote, urlencode

import trustme
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_pem_x509_certificate
from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from tests.watch.sitecustomize import note

from .people import People, load
from .record import Record, Sent, Visit
from .serving import Serving

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


def of_no_page(environ: dict[str, Any]) -> bool:
    """A browser asks, but neither to go there nor for a page, which would be named: it asks for an extension."""
    goes_to = environ.get("HTTP_SEC_FETCH_DEST", "document")
    return goes_to != "document" and "HTTP_REFERER" not in environ


class Practice(Serving):
    """The sites. `with Practice() as practice:` serves them on a free port until the block ends."""

    def __init__(self, port: int = 0) -> None:
        self.people: People = load()
        self.record = Record()
        self.authority = trustme.CA(organization_name="Practice sites", key_type=trustme.KeyType.ECDSA)
        apps = {name: site.create_app(self.people, self.record) for name, site in SITES.items()}
        self._apps: dict[str, Flask] = {host: apps[site] for site, hosts in HOSTS.items() for host in hosts}
        self._certificate = self.authority.issue_cert(*self._apps, key_type=trustme.KeyType.ECDSA)
        super().__init__(self._make_server(port), "practice")

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

    @property
    def pin(self) -> str:
        """What Chromium's `--ignore-certificate-errors-spki-list` trusts the sites by: no warning stands beside the address then."""
        certificate = load_pem_x509_certificate(self._certificate.cert_chain_pems[0].bytes())
        key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return b64encode(sha256(key).digest()).decode()

    def clear(self) -> None:
        self.record.clear()

    def url(self, path: str, *, host: str | None = None, **options: str | int) -> str:
        """The address of `path`, `options` as its query; `host`: a site ("linkedin", "xing" …) or the name of a host."""
        name = HOSTS[host or "linkedin"][0] if (host or "linkedin") in HOSTS else host
        query = ("&" if "?" in path else "?") + urlencode(options) if options else ""
        return f"https://{name}{quote(path, safe='/?&=%:,.-~')}{query}"

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        host = str(environ.get("HTTP_HOST", "")).partition(":")[0].lower()
        if host not in self._apps:
            start_response("421 Misdirected Request", [("Content-Length", "0")])
            return []
        if of_no_page(environ):
            note(f"the extension: {host}{environ['PATH_INFO']}")
        return self._apps[host](environ, start_response)

    def _make_server(self, port: int) -> BaseWSGIServer:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._certificate.configure_cert(context)
        server = make_server("127.0.0.1", port, self, threaded=True, request_handler=QuietHandler)
        # The handshake belongs to the thread of its connection: a browser that connects ahead of need and
        # says nothing must not stop the others.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.ssl_context = context
        return server
