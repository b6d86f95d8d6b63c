"""What any bytes are given to: they are read, or refused in a sentence; everything else is a fault of ours."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from poise.api.importing import ImportWishes, take_chosen
from poise.config import Folder, Settings
from poise.errors import PoiseError
from poise.files import secure_folder
from poise.sites.reader import read
from poise.store.opening import open_database
from tests.intake.conftest import FILES, MAPS, Intake
from tests.sites.examples import examples

Target = Callable[[bytes], None]
CORPUS = Path(__file__).with_name("corpus")
ENDINGS = {"calendar": "*.ics", "table": "*.csv"}
NAMES = ("page", *ENDINGS)


class Undone(Exception):  # noqa: N818 - nothing is wrong
    """Ends a transaction without keeping what was written in it."""


def read_page(data: bytes) -> None:
    """The first line is the address of the page."""
    url, _, html = data.decode(errors="surrogateescape").partition("\n")
    with suppress(PoiseError):
        json.dumps(read(MAPS, html, url))


def take_file(intake: Intake, data: bytes) -> None:
    """Handed in, previewed, put in words, and taken."""
    with suppress(PoiseError, Undone):
        preview = intake.preview(data)
        intake.texts(preview)
        intake.findings(preview)
        with intake.database.writing() as session:
            asked = ImportWishes()
            take_chosen(session, preview, asked, None, intake.wishes(session, asked))
            raise Undone


def target_of(name: str, folder: Path) -> Target:
    """Of one of the names; a data folder is made where one is needed."""
    if name == "page":
        return read_page
    secure_folder(folder)
    return partial(take_file, Intake(open_database(Settings(Folder(folder)))))


def begun_with(name: str) -> Iterator[bytes]:
    """Examples of our own, and what once reached further, or was a fault."""
    if name == "page":
        yield from (f"{example.url}\n{example.html}".encode() for example in examples())
    else:
        yield from (file.read_bytes() for file in FILES.glob(ENDINGS[name]))
    yield from (file.read_bytes() for file in sorted((CORPUS / name).iterdir()))
