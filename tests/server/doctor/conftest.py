"""A machine where nothing is wrong, for each test to break one thing of."""

import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from poise.config import Folder
from poise.doctor.machine import Machine
from poise.native.machine import Machine as System
from tests.server.wire import Served, serve


@pytest.fixture(scope="session")
def paired_data(tmp_path_factory: pytest.TempPathFactory, first_start: Path) -> Path:
    """Data of which one browser has a key."""
    served = serve(shutil.copytree(first_start, tmp_path_factory.mktemp("paired") / "data"))
    served.pair()
    served.stop()
    return served.folder


@pytest.fixture
def folder(tmp_path: Path, paired_data: Path) -> Path:
    """A data folder of this test's own, with nobody running on it."""
    return shutil.copytree(paired_data, tmp_path / "data")


@pytest.fixture
def machine(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """An account of its own, with this Poise and no service on these data."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PATH", str(home))  # no other Poise, and no browser
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("POISE_DATA_DIR", raising=False)
    with socket.create_server(
        ("127.0.0.1", 0)
    ) as free:  # whatever listens on the usual port is not this test's
        monkeypatch.setattr("poise.doctor.machine.PORT", free.getsockname()[1])
    system = System("linux", home, {"PATH": ""})  # without a browser
    return Machine(Folder(folder), path=(Path(sys.executable).parent,), system=system)


@pytest.fixture
def running(folder: Path) -> Iterator[Served]:
    served = serve(folder)
    yield served
    assert served.stop() == 0


@pytest.fixture
def healthy(machine: Machine, running: Served) -> Machine:  # noqa: ARG001 - it has to run
    return replace(machine)
