"""Text however a program wrote it: read letter by letter, or refused with the line; never with letters that are wrong."""

import codecs

import pytest

from poise.errors import BadInput
from tests.intake.conftest import Intake

TABLE = "Company,Position\nGrünwälder Bräu,Köchin\nBlåbær AS,Kjøkkensjef\n"
WRITTEN = {
    "utf-8": TABLE.encode(),
    "utf-8 with its mark": codecs.BOM_UTF8 + TABLE.encode(),
    "utf-16, as Excel's Unicode text": TABLE.encode("utf-16"),
    "utf-16, the other way round": codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
    "utf-32": TABLE.encode("utf-32"),
    "windows-1252, as old Excel": TABLE.encode("cp1252"),
    "line ends of Windows": TABLE.replace("\n", "\r\n").encode(),
    "line ends of old Macs": TABLE.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_names_come_in_letter_by_letter(intake: Intake, written: bytes) -> None:
    intake.taken(written, "jobs.csv")
    assert {row["name"] for row in intake.everything()["companies"]} == {"Grünwälder Bräu", "Blåbær AS"}


BROKEN = {
    "utf-16 that ends in half a letter": (TABLE.encode("utf-16")[:-1], "line 3"),
    "utf-8 with a letter cut through": (TABLE.encode()[:36] + b"\xff" + TABLE.encode()[36:], "line 2"),
    "two encodings in one file": (TABLE.encode() + "Größe,x\n".encode("cp1252"), "line 4"),
    "utf-16 without its mark": (TABLE.encode("utf-16-le"), "line 1"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_text_of_one_kind_is_refused_with_its_line(intake: Intake, case: str) -> None:
    written, line = BROKEN[case]
    with pytest.raises(BadInput, match=rf"jobs\.csv, {line}\b"):
        intake.preview(written, "jobs.csv")
    assert intake.everything()["companies"] == []
