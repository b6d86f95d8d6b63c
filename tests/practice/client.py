"""A browser without scripts, for what can be said of the pages as they are served."""

import ssl
from http.client import HTTPSConnection

from bs4 import BeautifulSoup

from .server import Practice
from .tunnel import Tunnel


class Client:
    """Asks one host, through a tunnel."""

    def __init__(self, practice: Practice, tunnel: Tunnel, host: str) -> None:
        trust = ssl.create_default_context()
        practice.authority.configure_trust(trust)
        self.connection = HTTPSConnection("127.0.0.1", tunnel.port, context=trust)
        self.connection.set_tunnel(host, 443)

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, str]:
        """A body is JSON unless `content_type` says otherwise; underscores in `headers` stand for hyphens."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body:
            sent.setdefault("content-type", "application/json")
        self.connection.request(method, path, body and body.encode(), sent)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.headers = answer.headers
        self.connection.close()
        return answer.status, text

    def soup(self, path: str) -> BeautifulSoup:
        status, text = self.ask("GET", path)
        assert status == 200, text
        return BeautifulSoup(text, "lxml")
