"""A real service on a data folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from poise.signing import Key
from tests.server.wire import EXTENSION, Served, serve


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One service for all tests of a file that do not mind each other."""
    served = serve(tmp_path_factory.mktemp("shared") / "data")
    yield served
    assert served.stop() == 0


@pytest.fixture(scope="module")
def paired(shared: Served) -> Key:
    """The key of an extension that is paired with the shared service."""
    return shared.pair(EXTENSION)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A service of this test's own."""
    own = serve(tmp_path / "data")
    yield own
    assert own.stop() == 0
