"""The host answers our extension alone, starts one service that outlives it, and never hangs."""

import json
import shutil
import socket
import struct
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.native.messages import LARGEST
from poise.signing import Key
from poise.store import browsers
from poise.store.opening import open_database
from tests.server.native.calling import CHROMIUM, FROM_CHROMIUM, FROM_FIREFOX, MOZILLA, ask, framed, send
from tests.server.native.conftest import Account
from tests.server.wire import Served, from_base64url

START = {"ask": "start"}
PAIR = {"ask": "pair", "name": "Chromium ab12"}
STRANGERS = [
    (),
    ("chrome-extension://abcdefghijklmnopabcdefghijklmnop/",),
    (CHROMIUM,),
    (*FROM_CHROMIUM, "chrome-extension://abcdefghijklmnopabcdefghijklmnop/"),
    ("/some/manifest.json", "other@extension.example"),
    ("poise@poise.example",),
]  # fmt: skip


def test_the_service_is_started_once_and_outlives_the_host(installed: Account) -> None:
    first, second = ask(installed.launcher, START), ask(installed.launcher, START, FROM_FIREFOX)
    running = installed.folder.alive()
    assert running
    assert first.message["port"] == second.message["port"] == running.port
    assert first.code == second.code == 0


def test_browsers_that_ask_at_once_get_the_same_service(installed: Account) -> None:
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda _: ask(installed.launcher, START), range(4)))
    assert len({one.message["port"] for one in said}) == 1
    assert len(services_of(installed)) == 1


def services_of(account: Account) -> list[str]:
    """The processes that serve this account's folder, those that lie in wait too."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
            if b"\0serve\0" in words and bytes(account.folder.path) in words:
                found.append(entry.name)
    return found


def test_a_service_that_was_killed_is_started_anew(installed: Account) -> None:
    ask(installed.launcher, START)
    killed = installed.folder.alive()
    assert killed
    subprocess.run(["/bin/kill", "-9", str(killed.pid)], check=True)
    while installed.folder.alive():
        time.sleep(0.01)
    said = ask(installed.launcher, START)
    running = installed.folder.alive()
    assert running
    assert (said.message["port"], running.pid != killed.pid) == (running.port, True)


@pytest.mark.parametrize(
    ("words", "more", "origin"), [(FROM_CHROMIUM, {}, CHROMIUM), (FROM_FIREFOX, {"origin": MOZILLA}, MOZILLA)]
)  # fmt: skip
def test_a_key_works_with_the_origin_that_the_browser_vouches_for(
    installed: Account, words: tuple[str, ...], more: dict[str, str], origin: str
) -> None:
    got = ask(installed.launcher, {**PAIR, **more}, words).message
    key = Key(got["keyid"], from_base64url(got["key"]), origin)
    running = installed.folder.alive()
    assert running
    served = Served(installed.folder.path, running.port, None, key)  # type: ignore[arg-type]  # not ours to end
    assert served.call("GET", "/badge", headers={"Origin": origin}).status == 200
    assert served.signed("GET", "/api/v1/badge", headers={"Origin": MOZILLA[:-1] + "0"})[0].status == 403


def test_what_chromium_says_outweighs_what_the_message_says(installed: Account) -> None:
    ask(installed.launcher, {**PAIR, "origin": MOZILLA})
    shown = json.loads(installed.poise("browsers", "--json").stdout)
    assert [one["origin"] for one in shown] == [CHROMIUM]


def test_one_profile_has_one_key_and_keeps_the_name_that_the_user_gave(installed: Account) -> None:
    first = ask(installed.launcher, PAIR).message["keyid"]
    assert installed.poise("browsers", "rename", first, "At home").returncode == 0
    second = ask(installed.launcher, PAIR).message["keyid"]
    other = ask(installed.launcher, {**PAIR, "name": "Chromium cd34"}).message["keyid"]
    shown = json.loads(installed.poise("browsers", "--json").stdout)
    assert {one["keyid"]: one["name"] for one in shown} == {second: "At home", other: "Chromium cd34"}


def test_what_a_key_is_called_can_be_said_on_a_command_line(first_start: Path, tmp_path: Path) -> None:
    folder = Folder(shutil.copytree(first_start, tmp_path / "data"))
    with closing(open_database(Settings(folder))) as opened, opened.writing() as session:
        called = [browsers.pair(session, f"Chromium {number}", CHROMIUM).keyid for number in range(500)]
    assert [one for one in called if not one.isalnum()] == []  # a dash in front would be taken for an option


@pytest.mark.parametrize("words", STRANGERS, ids=str)
def test_strangers_get_nothing_and_start_nothing(idle: Account, words: tuple[str, ...]) -> None:
    said = ask(idle.launcher, {**PAIR, "origin": MOZILLA}, words)
    assert (said.message["failed"], "key" in said.message) == (2, False)
    assert idle.folder.alive() is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x01",
        framed(b"{}")[:-1],
        framed(b"what"),
        framed(b"[]"),
        framed(b"\xff"),
        framed(b"[" * 60_000),
        framed(b'{"ask": "stop"}'),
        framed(b'{"ask": ["start"]}'),
        framed(b'{"ask": "start", "more": 1}'),
        framed(b'{"ask": "pair", "name": ""}'),
        framed(b'{"ask": "pair", "name": 7}'),
        struct.pack("=I", LARGEST + 1) + b"{",
        struct.pack("=I", 2**32 - 1),
    ],
    ids=lambda raw: str(raw[:30]),
)
def test_a_message_that_is_none_is_refused_and_starts_nothing(idle: Account, raw: bytes) -> None:
    said = send(idle.launcher, raw)
    assert said.message["failed"] == 2
    assert idle.folder.alive() is None


@pytest.mark.parametrize("origin", [None, "null", "https://www.linkedin.com", CHROMIUM, f"{MOZILLA}/", 7])
def test_in_firefox_only_an_address_of_an_extension_is_taken(idle: Account, origin: object) -> None:
    said = ask(idle.launcher, {**PAIR, "origin": origin}, FROM_FIREFOX).message
    assert said["says"].startswith("origin: ")


def test_a_service_that_cannot_start_is_said_in_one_sentence(account: Account) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        account.poise("install", "--port", str(port))
        said = ask(account.launcher, START).message
    assert said["failed"] == 2
    assert said["says"].startswith(f"Port {port} cannot be used")


def test_a_folder_that_is_not_safe_is_said_and_left_alone(installed: Account) -> None:
    installed.folder.path.chmod(0o777)
    said = ask(installed.launcher, START).message
    installed.folder.path.chmod(0o700)
    assert (said["failed"], "Other users" in said["says"]) == (6, True)
