"""What goes out is everything, the same bytes for the same data, comes back whole, and runs in no spreadsheet."""

import base64
import csv
import io
import json
import shutil
import sqlite3
import stat
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar

from poise.cells import as_meant
from poise.outgoing.tables import safe
from tests.server.ending import assert_ends
from tests.server.facts import ago, interaction, interview, track
from tests.server.wire import Served, poise

FORMULAS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@pytest.fixture(scope="module")
def full(shared: Served) -> Served:
    """A service that knows a person with everything about them, one with a hostile name, and an outcome."""
    told = track(shared, name="Zoë 李", company="Acme GmbH", role="Gardener", interviews=[interview(-1)])
    shared.call("POST", "/interactions", interaction(told["interviewer"]["id"]))
    track(shared, name="=cmd|' /C calc'!A0", company="-2+3", interviews=[interview(1), interview(9)])
    track(
        shared, name="\uff1d1+1", company="Foo;=HYPERLINK(1);x", role='Lead;"=1+1"', interviews=[interview(2)]
    )
    shared.call("PUT", "/settings", shared.call("GET", "/settings").json)
    row = track(shared, company="Offered AS")["application"]
    body = {name: value for name, value in row.items() if name not in ("id", "version", "stage")}
    outcome = {"kind": "offer", "at": ago(hours=2)}
    shared.call("PUT", f"/applications/{row['id']}", body | {"outcome": outcome}, headers={"If-Match": "*"})
    return shared


def exported(served: Served, form: str) -> bytes:
    return base64.b64decode(served.call("GET", f"/export?format={form}").json["content"])


def test_what_is_imported_into_an_empty_folder_is_exported_to_the_same_bytes(
    full: Served, tmp_path: Path, first_start: Path
) -> None:
    (tmp_path / "out.json").write_bytes(exported(full, "json"))
    other = shutil.copytree(first_start, tmp_path / "other")
    taken = poise(other, "import", str(tmp_path / "out.json"), "--yes")
    assert taken.returncode == 0, taken.stderr
    assert poise(other, "export", str(tmp_path / "again.json")).returncode == 0
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "out.json").read_bytes()
    assert stat.S_IMODE((tmp_path / "again.json").stat().st_mode) == 0o600


def test_the_json_has_a_list_for_each_table_and_no_key(full: Served) -> None:
    content = json.loads(exported(full, "json"))
    assert content.pop("poise") == 1
    assert {"companies", "applications", "interviewers", "interviews", "interactions"} <= content.keys()
    assert not {"browsers", "accounts", "changes"} & content.keys()
    assert all("owner" not in row for listed in content.values() for row in listed)
    assert len(content["interviewers"]) == 4


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_I15_no_cell_is_a_formula_whatever_divides_the_cells(full: Served, delimiter: str) -> None:
    files = {"overview": exported(full, "csv")}
    with zipfile.ZipFile(io.BytesIO(exported(full, "zip"))) as archive:
        files |= {name: archive.read(name) for name in archive.namelist()}
    cells = [
        cell
        for content in files.values()
        for row in csv.reader(
            io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=False
        )
        for cell in row
    ]
    if delimiter == ",":
        assert {"'=cmd|' /C calc'!A0", "'-2+3", "Foo;'=HYPERLINK(1);x"} <= set(cells)
    assert [cell for cell in cells if cell.lstrip().startswith(FORMULAS)] == []
    assert {"companies.csv", "interviewers.csv", "interactions.csv"} <= files.keys()


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "'=1", '"=1', "\t=1", "\r=1", "|x"])  # fmt: skip
def test_every_beginning_of_a_formula_is_made_harmless_and_comes_back(text: str) -> None:
    assert safe(text).startswith("'")
    assert safe(f"a{text}") == f"a{text}" or text[0] in "\t\r"
    assert as_meant(safe(text)) == text


@pytest.mark.parametrize("divider", [";", "\t", "|", "\n", "\r"])
@pytest.mark.parametrize("formula", ["=1", ' "+1', "'-1", "\uff20x"])
def test_a_part_of_a_cell_is_harmless_and_comes_back(divider: str, formula: str) -> None:
    text = f"a{divider}{formula}{divider}b"
    assert safe(text) == f"a{divider}'{formula}{divider}b"
    assert as_meant(safe(text)) == text


def test_numbers_and_lines_stay_as_they_are() -> None:
    assert [safe(one) for one in (-5, True, None, "a\n\nb", "a; b", "a-b")] == [
        "-5", "true", "", "a\n\nb", "a; b", "a-b",
    ]  # fmt: skip


def test_a_table_comes_back_with_the_names_that_went_out(
    full: Served, tmp_path: Path, first_start: Path
) -> None:
    (tmp_path / "out.csv").write_bytes(exported(full, "csv"))
    other = shutil.copytree(first_start, tmp_path / "other")
    taken = poise(other, "import", str(tmp_path / "out.csv"), "--yes", "--all")
    assert taken.returncode == 0, taken.stderr
    with sqlite3.connect(other / "poise.sqlite") as data:
        names = {name for (name,) in data.execute("SELECT name FROM companies")}
    data.close()
    assert names == {"Acme GmbH", "-2+3", "Foo;=HYPERLINK(1);x", "Offered AS"}


def test_the_calendar_has_interviews_and_what_is_due(full: Served) -> None:
    events = Calendar.from_ical(exported(full, "ics")).walk("VEVENT")
    busy = [event for event in events if event["transp"] == "OPAQUE"]
    assert len(busy) == 5
    assert len(events) > len(busy)
    assert len({event["uid"] for event in events}) == len(events)


def test_an_export_writes_over_nothing_and_knows_its_forms(full: Served, tmp_path: Path) -> None:
    (tmp_path / "there.json").write_text("precious")
    assert_ends(full.poise("export", str(tmp_path / "there.json")), 2, "another name")
    assert_ends(full.poise("export", str(tmp_path / "data.doc")), 2, ".json")
    assert (tmp_path / "there.json").read_text() == "precious"
    assert full.call("GET", "/export?format=doc").status == 422


@pytest.fixture
def reported(tmp_path: Path, first_start: Path) -> Path:
    folder = shutil.copytree(first_start, tmp_path / "data")
    for words in (
        ["add", "<b>Zoë</b>", "--company", "Acme & Søn", "--interview", "2026-11-30 23:30"],
        ["add", "John Poe", "--company", "Beta", "--interview", "2026-12-01 00:30"],
        ["log", "<b>Zoë</b>", "follow_up", "--channel", "linkedin", "--at", "2026-11-01 00:10"],
        ["log", "<b>Zoë</b>", "they_wrote", "--at", "2026-11-05 10:00"],
        ["log", "<b>Zoë</b>", "call", "--at", "2026-10-31 23:50"],
    ):
        assert poise(folder, *words).returncode == 0
    return folder


def test_a_report_has_what_was_done_from_the_first_day_to_the_last(reported: Path, tmp_path: Path) -> None:
    for language, title in (
        ("en", "Interviews (1)"),
        ("de", "Vorstellungsgespräche (1)"),
        ("nb", "Intervjuer (1)"),
    ):
        file = tmp_path / f"{language}.html"
        days = ["--from", "2026-11-01", "--to", "2026-11-30", "--language", language]
        got = poise(reported, "report", str(file), *days)
        assert got.returncode == 0, got.stderr
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
        assert title in page.text
        assert [row.find_all("td")[0].text for row in page.select("tbody tr")] == (
            ["30/11/2026", "01/11/2026"] if language == "en" else ["30.11.2026", "01.11.2026"]
        )
        assert "LinkedIn" in page.text
        assert "Beta" not in page.text
        assert "<b>Zoë</b>" in page.text
        assert not page.select("b, script, link, img")


def test_a_report_has_the_applications_of_its_days(reported: Path, tmp_path: Path) -> None:
    for company, day in (("Early", "2026-10-31"), ("Within", "2026-11-01")):
        assert poise(reported, "add", "Rita Roe", "--company", company, "--applied", day).returncode == 0
    file = tmp_path / "report.html"
    days = ["--from", "2026-11-01", "--to", "2026-11-30"]
    assert poise(reported, "report", str(file), *days).returncode == 0
    said = file.read_text(encoding="utf-8")
    assert "Within" in said
    assert "Early" not in said


def test_a_report_is_no_pdf_and_its_days_are_days(reported: Path, tmp_path: Path) -> None:
    days = ["--from", "2026-11-01", "--to", "2026-11-30"]
    assert_ends(poise(reported, "report", str(tmp_path / "x.pdf"), *days), 2, ".html")
    days[1] = "01.11.2026"
    assert_ends(poise(reported, "report", str(tmp_path / "x.html"), *days), 2, "write it like 2026-12-01")
    assert list(tmp_path.glob("x.*")) == []


def test_a_report_backwards_is_refused(reported: Path, tmp_path: Path) -> None:
    days = ["--from", "2026-11-30", "--to", "2026-11-01"]
    assert_ends(poise(reported, "report", str(tmp_path / "x.html"), *days), 2, "--from")
    assert not (tmp_path / "x.html").exists()
