"""A real service on a data folder of its own."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tzlocal import reload_localzone

from poise.cli import main
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.signing import Key
from poise.store.database import Database, ensure_account
from poise.store.opening import open_database
from tests.server.desk import SAMPLES
from tests.server.facts import track
from tests.server.owners import OTHER
from tests.server.postgres import Cluster, cluster, programs
from tests.server.terminal import Run
from tests.server.wire import EXTENSION, Ended, Served, serve

ON_BOTH = {  # always; all others with --database postgresql
    "test_choices",
    "test_company_pages",
    "test_fields",
    "test_history",
    "test_rest",
    "test_snapshot",
    "test_told",
    "test_tracking",
    "test_verdicts",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    name = metafunc.module.__name__.rpartition(".")[2]
    if "database_kind" in metafunc.fixturenames and name in ON_BOTH:
        chosen = metafunc.config.getoption("--database")
        kinds = [chosen] if chosen else ["sqlite", "postgresql"]
        metafunc.parametrize("database_kind", kinds, indirect=True, scope="module")


@pytest.fixture(scope="module")
def database_kind(request: pytest.FixtureRequest) -> str:
    kind: str = getattr(request, "param", None) or request.config.getoption("--database") or "sqlite"
    return kind


@pytest.fixture(autouse=True)
def _in_the_file(request: pytest.FixtureRequest) -> None:
    """Some tests are about SQLite's file."""
    about_the_file = request.node.get_closest_marker("sqlite") and "database_kind" in request.fixturenames
    if about_the_file and request.getfixturevalue("database_kind") != "sqlite":
        pytest.skip("it is about SQLite's file")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed: sudo apt-get install postgresql")
    with cluster(found) as made:
        yield made


@pytest.fixture(scope="module")
def serving(
    request: pytest.FixtureRequest, database_kind: str, first_start: Path
) -> Callable[[Path], Served]:
    """Starts a service on a folder that is still to be made, with its facts in the database of this run."""

    def start(folder: Path) -> Served:
        if database_kind == "sqlite":
            return serve(shutil.copytree(first_start, folder))
        cluster: Cluster = request.getfixturevalue("postgres")
        return serve(folder, "--database", cluster.fresh())

    return start


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
def shared(tmp_path_factory: pytest.TempPathFactory, serving: Callable[[Path], Served]) -> Iterator[Served]:
    """One service for all tests of a file that do not mind each other."""
    served = serving(tmp_path_factory.mktemp("shared") / "data")
    yield served
    assert served.stop() == 0


@pytest.fixture
def database(tmp_path: Path, database_kind: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """One person's facts, opened in this process."""
    secure_folder(tmp_path / "data")
    url = None if database_kind == "sqlite" else request.getfixturevalue("postgres").fresh()
    with closing(open_database(Settings(Folder(tmp_path / "data"), database=url))) as opened:
        yield opened


@pytest.fixture
def neighbour(database: Database) -> Iterator[Database]:
    """Another person's facts in the same database."""
    with closing(Database(database.engine.url.render_as_string(), OTHER)) as other:
        with other.engine.begin() as connection:
            ensure_account(connection, other.owner)
        yield other


@pytest.fixture(scope="module")
def paired(shared: Served) -> Key:
    """The key of an extension that is paired with the shared service."""
    return shared.pair(EXTENSION)


@pytest.fixture
def served(tmp_path: Path, serving: Callable[[Path], Served]) -> Iterator[Served]:
    """A service of this test's own."""
    own = serving(tmp_path / "data")
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


@pytest.fixture
def folder(tmp_path: Path, first_start: Path) -> Path:
    return shutil.copytree(first_start, tmp_path / "data")


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """What the executable calls, without the second that each start of Python takes."""
    mask = os.umask(0o077)
    monkeypatch.setenv("POISE_DATA_DIR", str(folder))

    def run(*words: str, zone: str = "Europe/Berlin") -> Ended:
        monkeypatch.setenv("TZ", zone)
        reload_localzone()
        monkeypatch.setattr(sys, "argv", ["poise", *words])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Ended(int(end.value.code or 0), said.out, said.err)

    yield run
    os.umask(mask)
    monkeypatch.undo()
    reload_localzone()


@pytest.fixture
def jane(served: Served) -> str:
    """The profile of somebody who still has to decide."""
    profile: str = track(served)["interviewer"]["profiles"][0]
    return profile
