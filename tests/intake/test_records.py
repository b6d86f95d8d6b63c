"""Our own export, read back: the same rows, in an empty place and beside what is there already."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from poise.config import Folder, Settings
from poise.errors import BadInput
from poise.files import secure_folder
from poise.store import rows, settings
from poise.store.opening import open_database
from tests.intake.conftest import Intake
from tests.intake.test_archive import LISTS, archive


def exported(intake: Intake) -> bytes:
    """The one documented shape: a list for each table, every column but the owner."""
    tables = {
        name: [rows.encoded(name, row) for row in listed] for name, listed in intake.everything().items()
    }
    return json.dumps({"poise": 1, **tables}, ensure_ascii=False).encode()


@pytest.fixture
def full(intake: Intake) -> Intake:
    """Something in most tables."""
    intake.taken("tracker-en.csv", mapping="mine")
    intake.taken("google-invite.ics", me=["sam.seeker@gmail.com"])
    intake.taken(archive(*LISTS))
    return intake


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Intake]:
    """Another machine of the user's."""
    secure_folder(tmp_path / "other")
    with closing(open_database(Settings(Folder(tmp_path / "other")))) as database:
        yield Intake(database)


def test_an_export_comes_back_as_it_was(full: Intake, other: Intake) -> None:
    other.taken(exported(full))
    assert other.everything() == full.everything()
    assert exported(other) == exported(full)
    assert set(other.people()) == {"Jane Doe", "Ola Nordmann"}
    with other.database.reading() as session:
        assert settings.mine(session) == {"sam.seeker@gmail.com"}


def test_importing_it_twice_changes_nothing(full: Intake) -> None:
    before = full.everything()
    preview = full.preview(exported(full))
    assert (preview.rows, preview.same) == ([], sum(map(len, before.values())))


def test_what_changed_here_stays_as_it_is_here(full: Intake, other: Intake) -> None:
    data = exported(full)
    other.taken(data)
    other.taken(b"Company,Position,Status\nAcme GmbH,Data engineer,Rejected\n")
    before = other.everything()
    other.taken(data)
    assert other.everything() == before


def test_a_company_that_both_have_is_one(full: Intake, other: Intake) -> None:
    """Made on two machines it has two ids; its applications stand beside one another."""
    other.taken(b"Company,Position\nAcme GmbH,Cook\n")
    other.taken(exported(full))
    assert [row["name"] for row in other.everything()["companies"]].count("Acme GmbH") == 1
    assert len([row for row in other.everything()["applications"] if row["role"] == "Data engineer"]) == 1


def test_an_export_of_an_older_poise_which_folded_names_otherwise_comes_in(
    intake: Intake, other: Intake
) -> None:
    intake.taken("Company,Position,Interviewer\nL\u2019Ost,Cook,Jane O\u2019Brien\n".encode())
    data = exported(intake)
    assert b"o'brien" in data
    old = data.replace(b"o'brien", "o\u2019brien".encode()).replace(b"l'ost", "l\u2019ost".encode())
    other.taken(old)
    assert other.everything() == intake.everything()


def test_an_export_of_an_older_poise_which_cut_names_at_a_comma_comes_in(
    intake: Intake, other: Intake
) -> None:
    intake.taken('Company,Position,Interviewer\n"Meyer, Schulz",Cook,"Müller, Anna"\n'.encode())
    data = exported(intake)
    old = data.replace(b'"meyer schulz"', b'"meyer"').replace('"anna müller"'.encode(), '"müller"'.encode())
    assert old != data
    other.taken(old)
    assert other.everything() == intake.everything()


def test_a_change_is_noticed_by_whoever_remembers_answers(full: Intake, other: Intake) -> None:
    before = other.database.revision()
    other.taken(exported(full))
    assert other.database.revision() == before + 1


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("parts", "part", "boss"),
        ("interactions", "kind", "kiss"),
        ("interactions", "channel", "pigeon"),
        ("interactions", "at", "2026-03-04T14:00:00"),
        ("interactions", "at", "0001-01-01T00:00:00+14:00"),
        ("interviews", "zone", "Middle/Earth"),
        ("interviews", "ends", "2026-03-01T00:00:00+00:00"),
        ("companies", "folded", "something else"),
        ("companies", "name", "x" * 20_001),
        ("companies", "name", "a\ud800"),
        ("companies", "name", "a\x00"),
        ("settings", "value", {"a": ["\x00"]}),
        ("interviewers", "earlier_contact", ["pigeon"]),
        ("interviewers", "trusted", 1),
        ("interviewers", "version", 2**40),
        ("applications", "applied_on", "2026-02-30"),
        ("applications", "colour", "blue"),
    ],
)
def test_a_value_that_is_none_is_refused_by_its_place(
    full: Intake, other: Intake, table: str, column: str, value: Any
) -> None:
    content = json.loads(exported(full))
    content[table][0][column] = value
    with pytest.raises(BadInput) as wrong:
        other.preview(json.dumps(content).encode(), "export.json")
    assert f"export.json: {table}[0].{column}: " in str(wrong.value)
    assert str(value) not in str(wrong.value) or len(str(value)) < 3


@pytest.mark.parametrize("value", [7, {"language": 7}, "xx"])
def test_settings_that_nobody_could_read_again_are_refused(full: Intake, other: Intake, value: Any) -> None:
    content = json.loads(exported(full))
    content["settings"] = [{"name": "language", "value": value}]
    with pytest.raises(BadInput, match="does not fit together"):
        other.taken(json.dumps(content).encode())
    assert other.everything()["companies"] == []
