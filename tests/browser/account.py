"""A user account of its own with Poise installed from the wheel, and one browser in it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from poise.cli.data import database
from poise.config import Folder
from poise.native.starting import stop
from poise.store.browsers import paired
from tests.practice import Tunnel
from tests.server.launch.running import free_port
from tests.server.wire import clean_environment

from .drivers import START
from .screen import Screen
from .waiting import until

# What the browsers keep beside their profiles, and where they all look for hosts.
OWN = (".cache", ".config/mozilla", ".local/share/pki")
HOSTS = {"nativemessaginghosts", "native-messaging-hosts"}
PROFILES = {"chromium": ".config/chromium", "firefox": "firefox"}


class Account:
    """`poise`: the command as the wheel brings it; `screen`: the browser while it is open."""

    screen: Screen

    def __init__(self, home: Path, browser: str, poise: Path, tunnel: Tunnel) -> None:
        self.home, self.browser, self.port = home, browser, free_port()
        self.folder = Folder(home / ".local/share/poise")
        self.profile = home / PROFILES[browser]
        self.profile.mkdir(parents=True)
        self._poise, self._tunnel = poise, tunnel
        (self._extension,) = poise.parents[1].glob("lib/python*/site-packages/poise/extension")

    def say(self, *words: str) -> str:
        own = {name: value for name, value in clean_environment().items() if not name.startswith("XDG_")}
        environment = {**own, "HOME": str(self.home)}
        done = subprocess.run(
            [self._poise, *words], capture_output=True, text=True, env=environment, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def install(self) -> None:
        self.say("install", "--browser", self.browser, "--port", str(self.port))

    @contextmanager
    def opened(self) -> Iterator[Screen]:
        """The browser, with the extension that the wheel brought along."""
        start = START[self.browser]
        self.screen = Screen(start(self._tunnel.port, self._extension, profile=self.profile, home=self.home))
        try:
            yield self.screen
        finally:
            self.screen.driver.quit()

    def stop_service(self) -> bool:
        return stop(self.folder)

    def keys(self) -> dict[str, str]:
        """The keys that the service takes, by their ids."""
        with database(self.folder) as opened, opened.reading() as session:
            return {row.keyid: row.key for row in paired(session)}

    def files(self) -> dict[str, bytes]:
        """Every file with its content, but for what the browser itself keeps: in all its folders only hosts are ours."""
        own = [self.profile, *(self.home / name for name in OWN)]
        files = [path for path in self.home.rglob("*") if path.is_file()]
        hosts = [path for path in files if path.parent.name.lower() in HOSTS]
        others = [path for path in files if not any(path.is_relative_to(one) for one in own)]
        return {str(path): path.read_bytes() for path in (*others, *hosts)}


def answered_by(screen: Screen) -> str:
    """Who completed the warning: the service, or the snapshot where it did not answer."""
    return until(lambda: screen.warning().get_attribute("data-answered"), "the warning completed", timeout=30)
