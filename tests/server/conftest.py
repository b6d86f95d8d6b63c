"""A real service on a data folder of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.signing import Key
from poise.store.opening import open_database
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
