"""A real service on a data folder of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.signing import Key
from poise.store.opening import open_database
from tests.server.desk import SAMPLES
from tests.server.wire import EXTENSION, Served, serve


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the first start leaves it: copied, it spares each test the making of the tables."""
    path = tmp_path_factory.mktemp("first") / "data"
    secure_folder(path)
    open_database(Settings(Folder(path))).close()
    for file in path.iterdir():
        file.chmod(0o600)
    return path


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, first_start: Path) -> Iterator[Served]:
    """One service for all tests of a file that do not mind each other."""
    served = serve(shutil.copytree(first_start, tmp_path_factory.mktemp("shared") / "data"))
    yield served
    assert served.stop() == 0


@pytest.fixture(scope="module")
def paired(shared: Served) -> Key:
    """The key of an extension that is paired with the shared service."""
    return shared.pair(EXTENSION)


@pytest.fixture
def served(tmp_path: Path, first_start: Path) -> Iterator[Served]:
    """A service of this test's own."""
    own = serve(shutil.copytree(first_start, tmp_path / "data"))
    yield own
    assert own.stop() == 0


@pytest.fixture
def desk(tmp_path: Path, first_start: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """An account with the files that the examples name, a service, and a browser that it knows."""
    for name, content in SAMPLES.items():
        (tmp_path / name).write_text(content)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    served = serve(shutil.copytree(first_start, tmp_path / "data"))
    monkeypatch.setenv("POISE_DATA_DIR", str(served.folder))
    mask = os.umask(0o077)
    served.ask_to_pair(served.code(), EXTENSION, name="Firefox")
    yield served
    os.umask(mask)
    served.stop()
