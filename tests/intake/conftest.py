"""Files as programs write them, read into a database of the test's own."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from poise.api.importing import ImportWishes, take_chosen, wishes_of
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.intake.offers import Preview, Row, Wishes
from poise.intake.reading import preview_of
from poise.intake.sentences import said, sentence_of
from poise.intake.upload import Upload
from poise.sites.sitemap import load
from poise.store import dossiers, rows
from poise.store.database import Database
from poise.store.dossiers import Known
from poise.store.opening import open_database

FILES = Path(__file__).parent / "files"
BERLIN = ZoneInfo("Europe/Berlin")
MAPS = load()
NOW = datetime(2026, 3, 6, 10, tzinfo=BERLIN)


@dataclass
class Intake:
    """What `poise import` does, at a time and place that the test says."""

    database: Database
    now: datetime = NOW
    zone: ZoneInfo = BERLIN

    def wishes(self, session: Any, asked: ImportWishes) -> Wishes:
        return replace(wishes_of(session, MAPS, asked), now=self.now, zone=self.zone)

    def preview(self, file: str | bytes, name: str = "", **wished: Any) -> Preview:
        """The preview of a file of the folder, or of these bytes."""
        data = (FILES / file).read_bytes() if isinstance(file, str) else file
        upload = Upload(name or (file if isinstance(file, str) else "file"), data)
        with self.database.reading() as session:
            return preview_of(session, upload, self.wishes(session, ImportWishes(**wished)))

    def take(
        self, preview: Preview, chosen: Mapping[str, str | None] | None = None, **wished: Any
    ) -> list[Row]:
        asked = ImportWishes(**wished)
        with self.database.writing() as session:
            return take_chosen(session, preview, asked, chosen, self.wishes(session, asked))

    def taken(self, file: str | bytes, name: str = "", **wished: Any) -> list[Row]:
        return self.take(self.preview(file, name, **wished), **wished)

    def texts(self, preview: Preview, language: str = "en") -> list[str]:
        return [sentence_of(row, language, self.zone) for row in preview.rows]

    def findings(self, preview: Preview, language: str = "en") -> list[str]:
        return [said("finding", key, values, language, self.zone) for key, values in preview.findings]

    def people(self) -> dict[str, Known]:
        with self.database.reading() as session:
            return {known.name: known for known in dossiers.people(session)}

    def everything(self) -> dict[str, list[rows.Row]]:
        """All that is stored, row by row."""
        with self.database.reading() as session:
            return {name: rows.everything(session, name) for name in rows.NAMES}


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "data"
    secure_folder(path)
    open_database(Settings(Folder(path))).close()
    return path


@pytest.fixture
def intake(empty: Path, tmp_path: Path) -> Iterator[Intake]:
    folder = Folder(shutil.copytree(empty, tmp_path / "data"))
    for file in folder.path.iterdir():
        file.chmod(0o600)
    folder.path.chmod(0o700)
    with closing(open_database(Settings(folder))) as database:
        yield Intake(database)
