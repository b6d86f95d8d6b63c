"""`poise run` with the real browsers in real windows: paired by itself, once, and nothing left at the end."""

import json
import os
import re
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from poise.cli.data import database
from poise.config import Folder, Running, open_folder
from poise.launch import opening
from poise.launch.extension import chromium_id
from poise.launch.finding import find
from poise.launch.profile import profile_of
from poise.store import browsers
from tests.server.launch.running import Run, free_port, poise_run
from tests.server.native.calling import ask

from .display import display as shown
from .waiting import until

ORIGINS = {"chromium": f"chrome-extension://{chromium_id()}", "firefox": r"moz-extension://[0-9a-f-]{36}"}


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    with shown() as screen:
        yield screen.name


@pytest.fixture(params=ORIGINS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return open_folder(tmp_path / "data")


@contextmanager
def opened(name: str, folder: Folder, display: str, port: int) -> Iterator[Run]:
    """`poise run`, at the point where it says that the browser is open and paired."""
    environment = {**os.environ, "DISPLAY": display}
    with poise_run(folder.path, "--browser", name, "--port", str(port), environment=environment) as run:
        assert run.line().startswith(f"Poise runs on port {port};"), run.rest()
        assert " and paired. " in run.line(), run.rest()
        yield run


def known(folder: Folder) -> dict[str, str]:
    """The origin of each key that the service takes."""
    with database(folder) as opened_database, opened_database.reading() as session:
        return {row.keyid: row.origin for row in browsers.paired(session)}


def left(run: Run) -> bool:
    return bool(run.others())


def test_the_extension_is_paired_and_ctrl_c_ends_everything(name: str, folder: Folder, display: str) -> None:
    with opened(name, folder, display, free_port()) as run:
        (origin,) = known(folder).values()
        assert re.fullmatch(ORIGINS[name], origin)
        assert len(run.others()) > 2, "neither the service nor the browser is recognised"
        assert run.end(signal.SIGINT) == 0
        until(lambda: not left(run), "the end of all that was started")
    assert folder.running() is None


def test_the_browser_of_its_own_profile_starts_the_service_anew_and_that_one_ends_with_the_others(
    folder: Folder, display: str
) -> None:
    """Firefox looks for hosts in the account alone, which is not `poise run`'s to change."""
    with opened("chromium", folder, display, free_port()) as run:
        died = folder.running()
        assert died
        os.kill(died.pid, signal.SIGKILL)
        until(lambda: folder.alive() is None, "the end of the service")
        profile = folder.path / "browsers/chromium/NativeMessagingHosts"
        launcher = json.loads((profile / "poise.host.json").read_text())["path"]
        assert ask(Path(launcher), {"ask": "start"}).message["port"] == died.port
        assert folder.alive()
        assert run.end(signal.SIGINT) == 0
        until(lambda: not left(run), "the end of all that was started")
    assert folder.running() is None


def test_the_second_time_the_extension_still_has_its_key(name: str, folder: Folder, display: str) -> None:
    port = free_port()
    with opened(name, folder, display, port) as first:
        first.end(signal.SIGTERM)
    (keyid,) = known(folder)
    with service_that_listens(folder, port) as server, opened(name, folder, display, port) as second:
        assert f'keyid="{keyid}"' in server.hears()
        second.end(signal.SIGTERM)
    assert list(known(folder)) == [keyid]


@pytest.mark.long
def test_a_browser_that_was_made_unknown_is_paired_anew(name: str, folder: Folder, display: str) -> None:
    port = free_port()
    with opened(name, folder, display, port) as first:
        first.end(signal.SIGTERM)
    (gone,) = known(folder)
    with database(folder) as opened_database, opened_database.writing() as session:
        for row in browsers.paired(session):
            session.delete(row)
    with opened(name, folder, display, port) as second:
        (keyid,) = known(folder)
        assert keyid != gone
        second.end(signal.SIGTERM)


def test_closing_the_browser_ends_everything(name: str, folder: Folder, display: str) -> None:
    with opened(name, folder, display, free_port()) as run:
        os.kill(browser_of(run, folder), signal.SIGTERM)
        assert run.ended() == 0
        until(lambda: not left(run), "the end of all that was started")


def test_a_site_is_not_told_that_a_robot_is_at_work(
    name: str, folder: Folder, display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing here is automated, and a site that believed so might shut the user out."""
    monkeypatch.setenv("DISPLAY", display)
    browser = find(name)
    assert browser is not None
    with (
        Listening(("127.0.0.1", 0), Site) as site,
        opening.opened(browser, profile_of(browser, folder)) as window,
    ):
        shown = Thread(target=window.show, args=(f"http://127.0.0.1:{site.server_port}/",))
        shown.start()  # it comes back when the page is there, which the next line serves
        assert site.hears() == "/webdriver=false"
        shown.join()


def test_firefox_lets_nobody_else_in(folder: Folder, display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way by which the extension came is shut behind it, even for this user's own programs."""
    monkeypatch.setenv("DISPLAY", display)
    browser = find("firefox")
    assert browser is not None
    profile = profile_of(browser, folder)
    with (
        opening.opened(browser, profile),
        socket.socket(socket.AF_UNIX) as other,
        pytest.raises(ConnectionRefusedError),
    ):
        other.connect(str(profile.path / "door"))


def browser_of(run: Run, folder: Folder) -> int:
    """The browser's first process: the one that was given the profile, and leads its session."""
    profile = bytes(folder.path / "browsers")
    leaders = (pid for pid in run.others() if os.getsid(pid) == pid)
    return next(pid for pid in leaders if profile in Path(f"/proc/{pid}/cmdline").read_bytes())


class Listening(HTTPServer):
    """A server that is asked until it was told something."""

    timeout = 1
    told = ""

    def hears(self) -> str:
        def told() -> str:
            self.handle_request()
            return self.told

        return until(told, "what the server listens for", timeout=30)


class Service(BaseHTTPRequestHandler):
    """In the place of the service: notes the signature of a call, and refuses it."""

    server: Listening
    timeout = 1  # a browser opens connections that it may never use

    def do_GET(self) -> None:
        self.server.told = self.headers["Signature-Input"]
        self.send_error(503)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        pass


class Site(Service):
    """A site that looks whether a robot is at work."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<script>fetch('/webdriver=' + navigator.webdriver, { method: 'POST' })</script>")

    def do_POST(self) -> None:
        self.server.told = self.path
        self.send_error(404)


@contextmanager
def service_that_listens(folder: Folder, port: int) -> Iterator[Listening]:
    """A service that `poise run` takes for the one that runs already."""
    running = Running(port, os.getpid())
    with Listening(("127.0.0.1", port), Service) as server, folder.locked(), folder.announced(running):
        yield server
