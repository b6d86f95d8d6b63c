"""A user account of its own, with one browser of each family that was started once."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from poise.config import Folder
from poise.native.browsers import Found, kinds
from poise.native.machine import Machine
from poise.native.starting import stop
from tests.server.wire import POISE, clean_environment


@dataclass(frozen=True)
class Account:
    home: Path
    folder: Folder
    programs: Path

    @property
    def launcher(self) -> Path:
        return self.folder.native / "poise-host"

    @property
    def environment(self) -> dict[str, str]:
        """No browser on the PATH but those that a test puts there."""
        own = {name: value for name, value in clean_environment().items() if not name.startswith("XDG_")}
        return {**own, "HOME": str(self.home), "PATH": str(self.programs)}

    @property
    def machine(self) -> Machine:
        return Machine("linux", self.home, self.environment)

    def poise(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [POISE, *words], capture_output=True, text=True, timeout=60, env=self.environment, check=False
        )

    def files(self) -> dict[str, bytes | None]:
        """Every file of the account with its content, and every folder."""
        found = {path: path.read_bytes() if path.is_file() else None for path in self.home.rglob("*")}
        return {str(path.relative_to(self.home)): content for path, content in found.items()}

    def browser(self, name: str) -> Found:
        return Found(kinds()[name])


def account_in(path: Path, first_start: Path) -> Account:
    home, programs = path / "home", path / "bin"
    folder = Folder(home / ".local/share/poise")
    for made in (programs, home / ".mozilla", home / ".config/chromium", folder.path.parent):
        made.mkdir(parents=True)
    shutil.copytree(first_start, folder.path)
    return Account(home, folder, programs)


@pytest.fixture
def account(tmp_path: Path, first_start: Path) -> Iterator[Account]:
    own = account_in(tmp_path, first_start)
    yield own
    if own.folder.path.is_dir():
        stop(own.folder)


@pytest.fixture
def installed(account: Account) -> Account:
    done = account.poise("install", "--port", "0")
    assert done.returncode == 0, done.stdout
    assert os.access(account.launcher, os.X_OK)
    return account


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory, first_start: Path) -> Account:
    """Installed, for all tests of a file in which nothing may start."""
    own = account_in(tmp_path_factory.mktemp("idle"), first_start)
    assert own.poise("install", "--port", "0").returncode == 0
    return own
