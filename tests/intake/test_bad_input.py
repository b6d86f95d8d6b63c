"""Files that are broken, huge, something else or hostile: refused whole with file, line and reason, or taken whole."""

import contextlib
import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poise.errors import BadInput, PoiseError
from tests.intake.calendars import calendar, event
from tests.intake.conftest import Intake
from tests.intake.refusing import refused, zipped

CSV = b"Company,Position\nAcme,Cook\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b" \n \n", "it is empty"),
        (b"%PDF-1.7\n...", "it is a PDF"),
        (b"SQLite format 3\x00...", "use `poise restore`"),
        (gzip.compress(CSV, mtime=0), "unpack it first"),
        (b"\x89PNG\r\n\x1a\n", "it is a picture"),
        (b"<!DOCTYPE html><html>", "it is a web page"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "it is a list of contacts"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xls", "it is an old Excel or Outlook file"),
        (zipped(**{"[Content_Types].xml": b"<x/>"}), "it is a spreadsheet or document"),
        (zipped(notes=b"hello"), "it holds neither LinkedIn's lists nor a calendar"),
        (b"From: jane@acme.example\nSubject: Hello\n\nDear Sam,\n", "no column says which company"),
        (b"Company,Position\nAcme,\x00Cook\n", "line 2: it is no text"),
        (b"Company,Position\nM\xc3\xbcller,Koch\n\xff\xfe,x\n", "line 3: this is no readable text"),
        (b"Company,Position\nAcme,Co\xc3\xb8k\nBeta,B\xc3", "line 3: this is no readable text"),
        (b"\xff\xfe\x41", "this is no readable text"),
        (b"[1, 2]", "no column says which company"),
        (b"{", "line 1: the file is damaged or cut off here: make the export again."),
        (
            b'{"poise": 1,\n"companies": [}',
            "line 2: the file is damaged or cut off here: make the export again.",
        ),
        (b'{"companies": []}', "`poise` is missing"),
        (b'{"poise": 2}', "a newer Poise made it"),
        (b'{"poise": 1, "planets": []}', "planets: This table is not known"),
        (b'{"poise": 1, "companies": {}}', "companies: This is no list"),
        (b'{"poise": 1, "poise": 1}', "changed since Poise made it, for a name stands twice"),
        (b'{"poise": 1e999}', "for a number in it is too large: make it again."),
        (b'{"poise": NaN}', "for NaN is no number in JSON: make it again."),
        (b'{"poise": ' + b"9" * 5000 + b"}", "for a number in it has too many digits: make it again."),
        (b"[" * 100_000, "no column says which company"),
        (b'{"a":' * 100_000, "it is nested too deeply for an export of Poise: choose another file."),
    ],
    ids=lambda given: given if isinstance(given, str) else "",  # an archive holds the time it was made
)
def test_I19_other_formats_and_broken_ones_are_refused_with_the_reason(
    intake: Intake, data: bytes, why: str
) -> None:
    assert why in refused(intake, data)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text[: len(text) // 2], "the file breaks off within VEVENT: get it again"),
        (lambda text: text.replace("END:VEVENT", "END:VTODO"), "VEVENT does not end"),
        (lambda text: text.replace("UID:1", "UIX:1"), "line 4: this event has no UID"),
        (lambda text: text.replace("DTSTART;", "DTXXX;"), "line 4: this event cannot be read"),
        (lambda text: text.replace("20260304T15", "20260304T99"), "line 4: this event cannot be read"),
        (lambda text: text.replace("20260304T15", "20260303T15"), "line 4: this event cannot be read"),
        (lambda text: text.replace("20260304T", "00010304T"), "line 4: this event cannot be read"),
        (lambda text: text.replace("Europe/Berlin", "Europe"), "line 4: this event cannot be read"),
        (lambda text: text.replace("Europe/Berlin", "x" * 300), "line 4: this event cannot be read"),
        (lambda text: text.replace("SEQUENCE:0", "SEQUENCE:many"), "line 4: this event cannot be read"),
        (lambda text: text + "And more\r\n", "this is outside of any calendar"),
        (lambda text: text.replace("VERSION:2.0", "BEGIN:VCALENDAR"), "VCALENDAR begins where it cannot"),
        (lambda text: text.replace("SUMMARY:", "SUMMARY:" + "x" * 1_100_000), "this event is too large"),
    ],
)
def test_I19_a_calendar_that_is_damaged_is_refused_with_its_line(
    intake: Intake, change: object, why: str
) -> None:
    assert callable(change)
    data = change(calendar(event()).decode()).encode()
    said = refused(intake, data, "invite.ics")
    assert said.startswith("invite.ics, line ")
    assert why in said


def read_or_refused(intake: Intake, data: bytes) -> None:
    with contextlib.suppress(PoiseError):
        intake.preview(data)


def test_a_file_has_a_largest_size(intake: Intake) -> None:
    assert "larger than 64 MB" in refused(intake, b" " * (2**26 + 1))


def test_a_cell_has_a_length(intake: Intake) -> None:
    long = b"x" * 262_145
    assert "the row is damaged" in refused(intake, b"Company,Position\nAcme," + long + b"\n")


def test_I19_a_million_rows_are_refused_whole_with_the_reason(intake: Intake) -> None:
    lists = b"First Name,Last Name,Connected On\n" + b"Jane,Doe,04 Mar 2026\n" * 1_000_000
    said = refused(intake, lists, "Connections.csv")
    assert said == "Connections.csv, line 250002: there are more than 250,000 rows."
    jobs = b"Company,Position\n" + b"Acme,Cook\n" * 30_000
    assert refused(intake, jobs) == "This would change more than 20,000 things at once."


def test_a_calendar_with_too_many_events_is_refused(intake: Intake) -> None:
    small = "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n"
    assert "there are more than 100,000 events" in refused(intake, calendar(*[small] * 100_001))


def test_one_wrong_row_leaves_nothing_of_the_others(intake: Intake) -> None:
    rows = b"".join(b"Firm%d,Cook,Applied\n" % n for n in range(500))
    refused(intake, b"Company,Position,Status\n" + rows + b"Last,Cook,Nonsense\n")


NAMES = ["Robert'); DROP TABLE companies;--", '" OR 1=1--', "%", "_", "{{7*7}}", "${7*7}", "%s%n", "=cmd|' /C calc'!A0",
         "<img src=x onerror=alert(1)>", "</script><script>", "{company}", "\u202eevil", "Zoë 🚀 漢字"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_I15_names_are_taken_letter_by_letter(intake: Intake, name: str) -> None:
    if not name.isprintable():
        refused(intake, f"Company,Position\n{name},Cook\n".encode())
        return
    quoted = name.replace('"', '""')
    intake.taken(f'Company,Position\n"{quoted}",Cook\n'.encode())
    assert [row["name"] for row in intake.everything()["companies"]] == [name]
    assert name in intake.texts(intake.preview(f'Company,Position\n"{quoted}",Waiter\n'.encode()))[0]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"BEGIN:VCALENDAR\r\n", b"{", b"PK\x03\x04", b"Company,Status\n"]),
)
def test_any_bytes_are_read_or_refused(intake: Intake, data: bytes, begin: bytes) -> None:
    read_or_refused(intake, begin + data)


VALID = calendar(event(more=["RRULE:FREQ=WEEKLY;COUNT=3", "LOCATION:Room 1"]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(VALID) - 1), st.binary(max_size=6), st.integers(0, 12))
def test_a_calendar_with_any_bytes_changed_is_read_or_refused(
    intake: Intake, at: int, put: bytes, cut: int
) -> None:
    read_or_refused(intake, VALID[:at] + put + VALID[at + cut :])


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words, words)
def test_whatever_a_calendar_says_fits_into_what_is_stored(intake: Intake, title: str, name: str) -> None:
    organizer = f'ORGANIZER;CN="{name.replace(chr(34), "")}":mailto:jane@acme.example'
    data = calendar(event(summary=f"Interview {title}", people=[organizer]))
    preview = intake.preview(data)
    intake.take(preview, {row.id: "Acme" for row in preview.rows})
    assert not intake.preview(data).rows


def export(**tables: object) -> bytes:
    return json.dumps({"poise": 1, **tables}).encode()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"id": "x", "name": "Acme", "folded": "acme"}, "companies[0].id: This is no value for this column"),
        ({"name": "Acme", "folded": "acme"}, "companies[0].id: This is no value for this column"),
        (7, "companies[0]: This is no row"),
    ],
)
def test_I19_an_export_is_checked_row_by_row(intake: Intake, row: object, why: str) -> None:
    assert why in refused(intake, export(companies=[row]))


def test_what_an_export_says_of_others_that_are_not_there_is_refused(intake: Intake) -> None:
    one = "01890000-0000-7000-8000-000000000001"
    lonely = {"application_id": one, "interviewer_id": one, "part": "interviewer"}
    preview = intake.preview(export(parts=[lonely]))
    with pytest.raises(BadInput, match="names one that is not there"):
        intake.take(preview)
