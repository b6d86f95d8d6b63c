"""Where the data live and how the service is set up; what is running says so in the data folder."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_data_path

from poise.errors import Exit, PoiseError
from poise.files import read_private, secure_file, secure_folder, write_private
from poise.locks import Held, is_held, take
from poise.made import Made

VERSION = version("poise")
PORT = 27182
API = 1  # what extension and service speak; counted up where an old one would misunderstand a new one
HOST = "127.0.0.1"
CANNOT_BE_USED = "The data folder {path} cannot be used ({why}): make it writable for you, or choose another with --data-dir."
COMMAND = (sys.executable, "-P", "-m", "poise")  # this very Poise, whatever is on the PATH


@dataclass(frozen=True, slots=True)
class Running:
    """The service that uses a data folder now."""

    port: int
    pid: int


@dataclass(frozen=True, slots=True)
class Folder:
    """The data folder: 0700, every file in it 0600."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "poise.sqlite"

    @property
    def initialised(self) -> Path:
        """The mark that there were data here once, so that a lost database is noticed."""
        return self.path / "initialised"

    @property
    def rules(self) -> Path:
        """Where rules of the user's own are."""
        return self.path / "rules"

    @property
    def snapshots(self) -> Path:
        """Where the copies are that Poise makes by itself."""
        return self.path / "snapshots"

    @property
    def pairing(self) -> Path:
        return self.path / "pairing.json"

    @property
    def terminal_key(self) -> Path:
        return self.path / "terminal.key"

    @property
    def service(self) -> Path:
        return self.path / "service.json"

    @property
    def lock(self) -> Path:
        return self.path / "lock"

    @property
    def starting(self) -> Path:
        """Held by who starts a service that is to outlive it."""
        return self.path / "starting"

    @property
    def log(self) -> Path:
        """What a service that nobody watches said since it was started last."""
        return self.path / "service.log"

    @property
    def native(self) -> Path:
        """What `poise install` made for the browsers."""
        return self.path / "native"

    @property
    def made(self) -> Path:
        """Which folders outside this one had to be made."""
        return self.path / "made.json"

    @property
    def browsers(self) -> Path:
        """The profiles of the browsers that `poise run` starts."""
        return self.path / "browsers"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only service on this folder as long as the block lasts; see `hold`."""
        handle = self.hold()
        try:
            yield
        finally:
            os.close(handle)

    def hold(self) -> int:
        """Be the only service on this folder until the handle is closed, or this process has ended.

        Exit 4 naming the one that is there already.
        """
        secure_file(self.lock)
        try:
            handle = take(self.lock)
        except Held:
            raise PoiseError(self._who_runs(), Exit.ALREADY_RUNNING) from None
        self.service.unlink(missing_ok=True)  # of one that was killed
        return handle

    def held(self) -> bool:
        """Whether a service holds this folder, be it on its way out."""
        return secure_file(self.lock) and is_held(self.lock)

    def running(self) -> Running | None:
        """The service that says it is running here; after a crash it may be gone all the same."""
        said = read_private(self.service)
        return Running(**json.loads(said)) if said else None

    def alive(self) -> Running | None:
        """The service that runs here now, for it holds the lock."""
        said = self.running()
        return said if said and self.held() else None

    def awaited(self) -> bool:
        """Whether somebody who has started a service here waits until it is ready."""
        return secure_file(self.starting) and is_held(self.starting)

    @contextmanager
    def announced(self, running: Running) -> Iterator[None]:
        """Say in the folder that this service runs, until it ends."""
        write_private(self.service, json.dumps({"port": running.port, "pid": running.pid}).encode())
        try:
            yield
        finally:
            self.service.unlink(missing_ok=True)

    def _who_runs(self) -> str:
        running = self.running()
        where = f" as process {running.pid} on port {running.port}" if running else ""
        return f"Poise is already running{where} with the data in {self.path}."


@dataclass(frozen=True, slots=True)
class Settings:
    """How one service is set up. `database`: an SQLAlchemy URL other than the SQLite file in the folder."""

    folder: Folder
    port: int = PORT
    database: str | None = None


def serving(folder: Folder, port: int) -> list[str]:
    """The words that start a service on this folder."""
    return [*COMMAND, "serve", "--port", str(port), "--data-dir", str(folder.path.absolute())]


def folder_path(chosen: Path | None) -> Path:
    """The folder chosen, or POISE_DATA_DIR, or the user's own."""
    named = os.environ.get("POISE_DATA_DIR")
    return chosen or (Path(named) if named else user_data_path("poise"))


def open_folder(chosen: Path | None) -> Folder:
    """The data folder at `folder_path`, made, checked, the umask private from now on."""
    os.umask(0o077)
    path, above = folder_path(chosen), Made()
    try:
        above.folder(path.parent)
        secure_folder(path)
        if above.folders:
            above.save(Folder(path).made)
    except OSError as wrong:
        raise PoiseError(CANNOT_BE_USED.format(path=path, why=wrong.strerror)) from wrong
    if not os.access(path, os.W_OK | os.X_OK):
        raise PoiseError(CANNOT_BE_USED.format(path=path, why="it cannot be written to"))
    return Folder(path)
