"""Firefox: a profile with its preferences, the extension put in as a temporary one at each start."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from poise.errors import PoiseError
from poise.launch.debugger import Debugger
from poise.launch.extension import extension_folder, firefox_id, pages
from poise.launch.finding import Browser
from poise.launch.process import Ended, Window, given_time, running, until
from poise.launch.profile import Profile

T = TypeVar("T")

SECONDS = 60  # a first start on a slow disk
LONGEST_SOCKET = 100  # bytes; the systems take between 104 and 108


@contextmanager
def opened(browser: Browser, profile: Profile) -> Iterator[Window]:
    """The browser with the extension in it, until the block ends."""
    door, host = _door(profile), _host(profile)
    (profile.path / "user.js").write_text(_preferences(host))
    command: list[str | Path] = [
        browser.program,
        "--new-instance",
        "--profile",
        profile.path,
        "--start-debugger-server",
        door,
    ]
    with (
        running(command, profile.log) as process,
        closing(_there(until(partial(_connected, door), process, SECONDS))) as connection,
    ):
        debugger = Debugger(connection)
        tab = _there(until(debugger.tab, process, SECONDS))
        debugger.install(extension_folder())
        debugger.close_the_door()
        try:
            yield Window(process, pages("moz-extension", host), partial(debugger.show, tab))
        finally:
            with suppress(Ended):
                debugger.quit()
                given_time(process)


def _there(found: T | None) -> T:
    if found is None:
        raise Ended
    return found


def _door(profile: Profile) -> Path:
    door = profile.path / "door"
    if len(bytes(door)) > LONGEST_SOCKET:
        raise PoiseError(f"{profile.path} is too long a name for Firefox: choose a shorter --data-dir.")
    door.unlink(missing_ok=True)
    return door


def _connected(door: Path) -> socket.socket | None:
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.connect(str(door))
    except OSError:
        connection.close()
        return None
    return connection


def _host(profile: Profile) -> str:
    """The host of the extension's pages: the same at every start, and one that no site can guess."""
    return str(uuid5(NAMESPACE_URL, profile.path.resolve().as_uri()))


def _preferences(host: str) -> str:
    preferences = {
        "extensions.webextensions.uuids": json.dumps({firefox_id(): host}),
        "extensions.webextensions.keepStorageOnUninstall": True,
        "devtools.chrome.enabled": True,
        "devtools.debugger.remote-enabled": True,
        "devtools.debugger.prompt-connection": False,
        "browser.aboutwelcome.enabled": False,
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
    }
    return "".join(
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()
    )
