"""Where the data live and how the service is set up; what is running says so in the data folder."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_data_path

from poise.errors import Exit, PoiseError
from poise.files import read_private, secure_file, secure_folder, write_private

VERSION = version("poise")
PORT = 27182
HOST = "127.0.0.1"


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

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only service on this folder; exit 4 naming the one that is there already."""
        secure_file(self.lock)
        handle = os.open(self.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise PoiseError(self._who_runs(), Exit.ALREADY_RUNNING) from None
        try:
            yield
        finally:
            os.close(handle)

    def running(self) -> Running | None:
        """The service that says it is running here; after a crash it may be gone all the same."""
        said = read_private(self.service)
        return Running(**json.loads(said)) if said else None

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


def folder_path(chosen: Path | None) -> Path:
    """The folder chosen, or POISE_DATA_DIR, or the user's own."""
    named = os.environ.get("POISE_DATA_DIR")
    return chosen or (Path(named) if named else user_data_path("poise"))


def open_folder(chosen: Path | None) -> Folder:
    """The data folder at `folder_path`, made, checked, the umask private from now on."""
    os.umask(0o077)
    path = folder_path(chosen)
    try:
        secure_folder(path)
    except (PermissionError, FileExistsError, NotADirectoryError) as wrong:
        raise PoiseError(f"The data folder {path} cannot be used: {wrong.strerror}.") from wrong
    return Folder(path)
