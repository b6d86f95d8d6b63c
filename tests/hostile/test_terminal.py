"""The terminal, too, believes nobody on the service's port who does not hold its key."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from poise.config import Folder
from poise.files import secure_folder, write_private
from tests.server.wire import poise

SAYS = json.dumps({"waiting": 7}).encode()


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Path]:
    """A data folder whose service is gone, and somebody else on its port, who answers without a signature."""
    folder = Folder(tmp_path / "data")
    secure_folder(folder.path)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        write_private(folder.terminal_key, bytes(32))
        write_private(folder.service, json.dumps({"port": listening.getsockname()[1], "pid": 1}).encode())
        Thread(target=answer, args=(listening,), daemon=True).start()
        yield folder.path


def answer(listening: socket.socket) -> None:
    connection, _ = listening.accept()
    with connection:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(SAYS), SAYS))


@pytest.mark.entry("A15")
def test_what_is_not_signed_is_not_passed_on(taken: Path) -> None:
    got = poise(taken, "call", "GET", "/badge")
    assert got.returncode != 0
    assert "waiting" not in got.stdout
    assert "Another program answers" in got.stderr
