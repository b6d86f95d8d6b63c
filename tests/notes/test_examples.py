"""Each check keeps what its own table says it finds and does not."""

from typing import Any

import pytest

from poise.etiquette.words import LANGUAGES
from poise.notes import check
from poise.notes.checks import checks, table
from poise.notes.notefile import read_note

WHOLE = "*"  # stands for all of the text
EXAMPLES = [(one.id, row) for one in checks() for row in table(one.id.replace("-", "_"))["example"]]


@pytest.mark.parametrize(("name", "row"), EXAMPLES, ids=[f"{n}-{i}" for i, (n, _) in enumerate(EXAMPLES)])
def test_an_example_is_read_as_it_says(name: str, row: dict[str, Any]) -> None:
    text = row["text"]
    wanted = [text if found == WHOLE else found for found in row["finds"]]
    asked = {"kind": "thank_you"} | {key: value for key, value in row.items() if key != "finds"}
    found = [text[one.start : one.end].strip() for one in check(read_note(asked)) if one.id == name]
    if name == "too-long":
        assert bool(found) == bool(wanted)
    else:
        assert found == wanted


@pytest.mark.parametrize("one", checks(), ids=lambda one: one.id)
def test_there_are_both_kinds_in_each_language(one: Any) -> None:
    rows = table(one.id.replace("-", "_"))["example"]
    assert {(row["language"], bool(row["finds"])) for row in rows} >= {
        (language, finds) for language in LANGUAGES for finds in (True, False)
    }


@pytest.mark.parametrize("one", checks(), ids=lambda one: one.id)
def test_every_saying_has_its_words_in_each_language(one: Any) -> None:
    for saying in one.sayings.values():
        assert set(saying) == {"severity", *LANGUAGES}
        assert len({saying[language] for language in LANGUAGES}) == len(LANGUAGES)


def test_the_ids_are_those_of_the_contract() -> None:
    assert {one.id for one in checks()} == {
        "name-misspelt",
        "company-misspelt",
        "spelling",
        "generic",
        "same-as-another",
        "asks-for-decision",
        "no-thanks",
        "angry",
        "boastful",
        "too-long",
        "too-short",
        "placeholder-left",
        "shouting",
    }
