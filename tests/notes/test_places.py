"""Places count code points whatever stands before them, and what comes in is read or refused, never both."""

import pytest

from poise.errors import BadInput
from poise.notes import check
from poise.notes.notefile import LONGEST, read_note

BEFORE = ["😀 ", "👩🏽‍🔬 ", "é ", "שלום ", "line\r\nline\r\n", "日本語 ", "\ufeff", "\U0001d518 "]


@pytest.mark.parametrize("before", BEFORE)
def test_a_place_is_counted_in_code_points(before: str) -> None:
    text = f"{before}I wonder about [topic] and Müler."
    note = {"kind": "message", "text": text, "interviewer": "Anna Müller"}
    found = {one.id: text[one.start : one.end] for one in check(read_note(note))}
    assert (found["placeholder-left"], found["name-misspelt"]) == ("[topic]", "Müler")


def test_a_name_typed_with_combining_marks_is_the_same_name() -> None:
    note = {"kind": "message", "text": "Dear Mu\u0308ller, hello.", "interviewer": "M\u00fcller"}
    assert [one.id for one in check(read_note(note)) if one.id == "name-misspelt"] == []


def test_what_one_check_names_is_not_named_again() -> None:
    note = {"kind": "message", "text": "Dear Ms Kowalskka, hello.", "interviewer": "Ewa Kowalska"}
    assert [one.id for one in check(read_note(note)) if one.start == 8] == ["name-misspelt"]


def test_a_text_in_another_language_is_not_called_misspelt() -> None:
    text = (
        "Vielen Dank für den Rundgang durch die Nachtschicht. Über den Keller habe ich noch im Zug gelacht."
    )
    found = check(read_note({"kind": "message", "text": f"{text} {text}", "language": "en"}))
    assert [one.id for one in found if one.id == "spelling"] == []


def test_the_findings_are_said_in_the_language_asked_for() -> None:
    note = {"kind": "thank_you", "text": "Hei!", "language": "nb", "answer_in": "de"}
    assert any("kurz" in one.message for one in check(read_note(note)))


@pytest.mark.parametrize(
    ("note", "places"),
    [
        ("a note", [""]),
        ({"kind": "letter", "text": 3, "more": 1}, ["kind", "text", "more"]),
        ({"text": "x"}, ["kind"]),
        ({"kind": "message", "text": "x" * (LONGEST + 1)}, ["text"]),
        ({"kind": "message", "text": "\ud800"}, ["text"]),
        ({"kind": "message", "text": "x", "others": [1]}, ["others[0]"]),
        ({"kind": "message", "text": "x", "language": "sv", "site": "orkut"}, ["language", "site"]),
    ],
)
def test_what_is_no_note_is_refused_with_every_place(note: object, places: list[str]) -> None:
    with pytest.raises(BadInput) as wrong:
        read_note(note)
    assert sorted(place for place, _ in wrong.value.faults) == sorted(places)
