"""Who answers in the place of the service: nobody, another program, one that hangs, or other data's."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path

import pytest

from poise.config import Folder, Running
from poise.doctor import answering
from poise.doctor.answering import Who
from poise.doctor.machine import Machine
from tests.server.doctor.looking import announce, found, fresh
from tests.server.wire import Served


@contextmanager
def program(*answers: bytes | None) -> Iterator[int]:
    """Another program on a port: answers these one by one and the last to everybody after; null takes a call and hangs."""
    said = chain(answers, repeat(answers[-1]))
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                if (answer := next(said)) is not None:
                    connection.recv(65536)
                    connection.sendall(answer)
                    connection.close()
                else:
                    held.append(connection)

        held = list[socket.socket]()
        thread = threading.Thread(target=serve)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in held:
            connection.close()


def test_a_service_that_does_not_run(machine: Machine) -> None:
    assert found(machine) == {"absent": {}}


def test_a_service_that_was_killed(machine: Machine, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    announce(folder, port)
    assert found(machine) == {"absent": {}}


HEALTH = b'{"service": "poise", "version": "0.1.0", "api": 1, "ready": true}'


@pytest.mark.parametrize(
    "answer",
    [
        b"what?\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n" + b"[" * 60_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(HEALTH) + HEALTH,
    ],
    ids=["no HTTP", "another service", "nested", "claims to be Poise"],
)
def test_another_program_on_the_port(machine: Machine, folder: Path, answer: bytes) -> None:
    with program(answer) as port:
        announce(folder, port)
        assert found(machine) == {"not_genuine": {}}


def test_a_service_that_takes_calls_and_never_answers(machine: Machine, folder: Path) -> None:
    with program(None) as port:
        announce(folder, port)
        assert found(machine) == {"slow": {}}


def test_a_service_that_says_it_is_there_and_then_hangs(
    machine: Machine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "TO_PROVE", 1)
    with program(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(HEALTH) + HEALTH, None) as port:
        announce(folder, port)
        assert found(machine) == {"slow": {}}


def test_the_service_of_other_data_is_not_this_one(
    machine: Machine, running: Served, tmp_path: Path, first_start: Path
) -> None:
    other = shutil.copytree(first_start, tmp_path / "other")
    (other / "terminal.key").write_bytes(b"k" * 32)
    (other / "terminal.key").chmod(0o600)
    announce(other, running.port)
    assert replace(machine, folder=Folder(other)).answer.who is Who.STRANGER


def test_running_is_what_the_folder_says(machine: Machine, folder: Path) -> None:
    announce(folder, 4711)
    assert machine.running == Running(4711, 1)
    (folder / "service.json").write_text("not JSON")
    assert fresh(machine).running is None
