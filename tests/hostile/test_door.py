"""Around the gate: by way of another program, by keeping it busy, by asking it to open wider."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from poise.cli.service import serve_command
from poise.listener import bound, listener
from poise.signing import Key, new_nonce
from poise.wsgi import Said
from tests.server.refusing import INTENT, VERDICTS, assert_refused, signed
from tests.server.wire import Served, poise, receive, signature_of

SLOW = 200


def test_a14_what_was_asked_of_another_port_is_not_answered_here(shared: Served, paired: Key) -> None:
    """A program on another port can pass our extension's requests on; the port is in what was signed."""
    other = f"127.0.0.1:{shared.port + 1}"
    headers = signed(shared, paired, host=other)
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers, host=other), 421)
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers), 401)


def test_a14_an_answer_is_for_who_asked(shared: Served, paired: Key) -> None:
    """What it gets by asking in its own name is signed for its own key, which the extension does not hold."""
    url = f"http://{shared.host}{VERDICTS}"
    asked = signature_of("POST", url, INTENT, paired, new_nonce()) | {"Content-Type": "application/json"}
    assert (
        f'keyid="{paired.keyid}"'
        in shared.ask("POST", VERDICTS, INTENT, headers=asked).headers["signature-input"]
    )
    mixed = {**asked, "Signature-Input": asked["Signature-Input"].replace(paired.keyid, "terminal")}
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=mixed), 401)


def test_n20_no_script_of_an_extension_that_is_not_paired_yet_reads_an_answer(served: Served) -> None:
    got = served.ask_to_pair(served.code())
    assert got.status == 200
    assert [name for name in got.headers if name.startswith("access-control-")] == []


@pytest.mark.parametrize("words", [["--host", "0.0.0.0"], ["--bind", "::"], ["--port", "0.0.0.0:1"]])  # noqa: S104 - refused
def test_g07_nothing_opens_it_to_other_machines(tmp_path: Path, words: list[str]) -> None:
    told = poise(tmp_path / "data", "serve", *words)
    assert (told.returncode, told.stdout) == (2, "")
    assert words[0] in told.stderr


def test_g07_it_is_asked_for_a_port_and_never_for_an_address() -> None:
    asked = {name for param in serve_command.params for name in param.opts}
    assert asked - {"--debug", "--no-color"} == {"--data-dir", "--port", "--database", "--json"}


@pytest.mark.parametrize(
    "url",
    ["postgresql://jane:canary@localhost/poise", "postgresql://localhost/poise?password=canary", "canary"],
)
def test_a19_no_password_stands_on_the_command_line(tmp_path: Path, url: str) -> None:
    told = poise(tmp_path / "data", "serve", "--database", url)
    assert (told.returncode, told.stdout) == (2, "")
    assert "canary" not in told.stderr
    assert "POISE_DATABASE" in told.stderr or url == "canary"


def test_a19_in_the_environment_it_may_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql://jane:canary@localhost/poise"
    monkeypatch.setenv("POISE_DATABASE", url)
    mask = os.umask(0o077)
    with serve_command.make_context("serve", ["--data-dir", str(tmp_path / "data")]) as context:
        assert context.params["database"] == url
    os.umask(mask)


@pytest.fixture
def impatient() -> Iterator[int]:
    """The port of our server, with a second of patience where ours has fifteen."""
    server = listener(lambda _, start: Said(200, [("Content-Length", "0")]).send(start), bound(0))
    server.adj.channel_timeout = server.adj.cleanup_interval = 1
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    assert server.socket
    yield server.socket.getsockname()[1]
    server.close()
    thread.join(10)


def test_i02_silence_is_borne_for_fifteen_seconds() -> None:
    server = listener(lambda _, start: Said(200, []).send(start), bound(0))
    assert (server.adj.channel_timeout, server.adj.cleanup_interval) == (15, 5)
    server.close()


def test_i02_a_request_that_drips_in_is_cut_like_a_silent_one(impatient: int) -> None:
    with closing(socket.create_connection(("127.0.0.1", impatient))) as drip:
        drip.settimeout(0.05)
        assert cut_while_dripping(drip) < 100


def cut_while_dripping(connection: socket.socket) -> int:
    """How many bytes went out, one every twentieth of a second, until the other side had enough."""
    for sent in range(200):
        try:
            connection.sendall(b"G" if sent else b"GET /")
            if connection.recv(1) == b"":
                return sent
        except TimeoutError:
            continue
        except OSError:
            return sent
    return 200


def test_i02_a_good_caller_is_answered_within_a_second_among_two_hundred_slow_ones(shared: Served) -> None:
    slow = [socket.create_connection(("127.0.0.1", shared.port)) for _ in range(SLOW)]
    try:
        for part in (b"POST /api/v1/verdicts HTTP/1.1\r\n", b"Content-Length: 60000\r\n", b"\r\n", b"x"):
            for connection in slow:
                connection.sendall(part)
            with socket.create_connection(("127.0.0.1", shared.port), timeout=1) as good:
                good.sendall(f"GET /api/v1/health HTTP/1.0\r\nHost: {shared.host}\r\n\r\n".encode())
                assert receive(good).status == 200
    finally:
        for connection in slow:
            connection.close()
