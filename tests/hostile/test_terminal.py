"""The terminal, too, believes nobody on the service's port who does not hold its key, and tells them nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from poise.config import Folder, Running
from poise.files import secure_folder, write_private
from poise.refusals import body_of
from tests.server.wire import poise

SAYS = json.dumps({"waiting": 7}).encode()
CALLS = {
    "a look": ("call", "GET", "/badge"),
    "what names somebody": ("call", "POST", "/track", "--data", "-"),
    "a code for a browser": ("pair", "--print"),
}


class Squatter(HTTPServer):
    """Somebody else on the service's port, who answers without a signature."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.says = status, body
        self.heard = b""


class Answering(BaseHTTPRequestHandler):
    server: Squatter

    def do_GET(self) -> None:
        self.server.heard += self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status, body = self.server.says
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - as the library calls it

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def squatting(status: int, body: bytes) -> Iterator[Squatter]:
    with Squatter(status, body) as squatter:
        thread = Thread(target=squatter.serve_forever)
        thread.start()
        yield squatter
        squatter.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    found = Folder(tmp_path / "data")
    secure_folder(found.path)
    write_private(found.terminal_key, bytes(32))
    return found


@pytest.mark.entry("A15")
@pytest.mark.parametrize(
    ("status", "body"), [(200, SAYS), (404, SAYS), (404, body_of(404)), (500, b""), (401, body_of(401))]
)
@pytest.mark.parametrize("words", CALLS.values(), ids=CALLS)
def test_who_does_not_hold_the_key_is_neither_believed_nor_told_anything(
    folder: Folder, words: tuple[str, ...], status: int, body: bytes
) -> None:
    with (
        squatting(status, body) as squatter,
        folder.locked(),
        folder.announced(Running(squatter.server_port, 1)),
    ):
        got = poise(folder.path, *words, stdin='{"name": "Jane Doe"}')
    assert got.returncode != 0
    assert "waiting" not in got.stdout
    assert squatter.heard == b""
    if words[0] == "pair":
        assert (got.stdout, folder.pairing.exists()) == ("", False)


@pytest.mark.entry("A15")
def test_the_port_of_a_service_that_is_gone_is_nobodys(folder: Folder) -> None:
    """It was killed, its file is still there, and somebody else has taken the port meanwhile."""
    with squatting(200, SAYS) as squatter:
        write_private(folder.service, json.dumps({"port": squatter.server_port, "pid": 1}).encode())
        got = poise(folder.path, "pair", "--print")
    assert got.returncode != 0
    assert "not running" in got.stderr
