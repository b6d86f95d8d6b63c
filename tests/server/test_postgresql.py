"""What is PostgreSQL's alone; the other tests run on it by `--database postgresql`, some of them always."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from poise.cli import main
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.store.database import Database, ensure_account
from poise.store.models import Base, Owned
from poise.store.opening import open_database
from poise.store.rows import NAMES, everything
from tests.server.owners import OTHER, fill
from tests.server.postgres import Cluster


@pytest.fixture
def two(postgres: Cluster, tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    """Two people's facts in one database."""
    secure_folder(tmp_path / "data")
    url = postgres.fresh()
    settings = Settings(Folder(tmp_path / "data"), database=url)
    with closing(open_database(settings)) as one, closing(Database(url, OTHER)) as other:
        with other.engine.begin() as connection:
            ensure_account(connection, other.owner)
        yield one, other


def test_postgresql_gets_exactly_the_tables_of_the_models(two: tuple[Database, Database]) -> None:
    with two[0].engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.entry("G04")
def test_every_query_is_one_owners(two: tuple[Database, Database]) -> None:
    """Whatever table is asked, nothing of the other's comes, and nothing of theirs can be linked to."""
    one, other = two
    jane = fill(one)
    with other.reading() as session:
        for mapper in Base.registry.mappers:
            if issubclass(mapper.class_, Owned):
                assert session.scalar(select(func.count()).select_from(mapper.class_)) == 0, mapper
        assert all(everything(session, name) == [] for name in NAMES)
    fill(other)
    with one.reading() as session:
        assert [row["id"] for row in everything(session, "interviewers")] == [jane]
    with pytest.raises(IntegrityError), one.engine.begin() as connection:
        connection.execute(text("UPDATE parts SET owner = :other WHERE owner = :one"), owners(one, other))


def owners(one: Database, other: Database) -> dict[str, UUID]:
    return {"one": one.owner, "other": other.owner}


def test_the_terminal_works_on_it_and_leaves_its_backups_to_it(
    postgres: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """POISE_DATABASE says where; the file in the folder is not even made."""
    monkeypatch.setenv("POISE_DATABASE", postgres.fresh())
    monkeypatch.setenv("POISE_DATA_DIR", str(tmp_path / "data"))
    said = {}
    for words in (["add", "Jane Doe", "--company", "Acme"], ["list"], ["backup", "x"], ["restore", "x"]):
        monkeypatch.setattr("sys.argv", ["poise", *words])
        with pytest.raises(SystemExit) as end:
            main()
        said[words[0]] = (end.value.code, "".join(capsys.readouterr()))
    assert "Jane Doe" in said["list"][1]
    for command in ("backup", "restore"):
        assert said[command][0] == 2
        assert "pg_dump" in said[command][1]
    assert not (tmp_path / "data" / "poise.sqlite").exists()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("postgresql+psycopg://jane:secret@127.0.0.1:1/poise", "see that it runs"),
        ("postgresql+nothing://jane:secret@127.0.0.1:1/poise", "postgresql+psycopg://"),
        ("mysql://jane:secret@127.0.0.1:1/poise", "postgresql+psycopg://"),
    ],
)
def test_a_database_that_is_not_to_be_had_is_said_to_be_so_and_its_password_is_not(
    url: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POISE_DATABASE", url)
    monkeypatch.setenv("POISE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr("sys.argv", ["poise", "list"])
    with pytest.raises(SystemExit) as end:
        main()
    said = capsys.readouterr().err
    assert end.value.code == 2
    assert why in said
    assert "secret" not in said
