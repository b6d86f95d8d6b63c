"""Odd and endless notes, and how long one takes. Processor time, so a busy machine does not matter."""

import subprocess
import sys
from typing import Any

import pytest

from poise.notes import check
from poise.notes.notefile import LONGEST, read_note
from tests.notes.corpus import good
from tests.timing import seconds, strange_words


def note(text: str, **more: Any) -> Any:
    return read_note({"kind": "thank_you", "text": text, "interviewer": "Jane Doe", "company": "Acme"} | more)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00\x01\x7f" * 9, "שלום עולם", "?", "…", "[", "{{", "_", "'", "👏"]
)
def test_odd_notes_are_answered(text: str) -> None:
    assert all(0 <= one.start <= one.end <= len(text) for one in check(note(text)))


UNITS = [
    "a",
    "A",
    "ä",
    "i ",
    "Jane ",
    "[",
    "{",
    "<a",
    "!",
    "-",
    "'",
    ".",
    "a.",
    "\n",
    "a-",
    "x_",
    "1a",
    "👏",
    "e\u0301",
    "Dear ",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("language", ["en", "de", "nb"])
def test_the_longest_of_anything_takes_less_than_a_second(unit: str, language: str) -> None:
    check(note("warm", language=language))
    asked = note((unit * LONGEST)[:LONGEST], language=language, others=[(unit * LONGEST)[:LONGEST]])
    assert seconds(check, asked) < 1


@pytest.mark.parametrize("language", ["en", "de", "nb"])
def test_so_does_the_longest_of_words_never_seen(language: str) -> None:
    check(note("warm", language=language))
    asked = note(strange_words(4000)[:LONGEST], language=language)
    assert seconds(check, asked) < 1


def test_no_dictionary_is_read_before_the_first_note() -> None:
    code = (
        "import sys, poise.notes.notefile, poise.api.notes; assert 'hunspell' not in sys.modules;"
        "from poise.notes.notefile import *; answer(read_note({'kind': 'message', 'text': 'Hello there'}));"
        "assert 'hunspell' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_dictionaries_spelling_is_absent_and_the_rest_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from poise.notes import speller

    speller.installed.cache_clear()
    monkeypatch.setattr(speller, "available", lambda: False)
    found = [one.id for one in check(note("Dear Jnae, I was suprised. WITHOUT end."))]
    speller.installed.cache_clear()
    assert "spelling" not in found
    assert "name-misspelt" in found


def test_a_good_note_takes_a_few_milliseconds() -> None:
    for one in good():
        check(one.note)
    assert sorted(seconds(check, one.note) for one in good())[-5] < 0.03
