"""The reading counted on texts of another hand: what it finds, and what it must not find.

The weights were learnt from what is open to tuning, so only what is kept aside says how the next text will fare (`python -m
training check` says it of the rest, by leaving out what it counts). The texts kept aside are only counted, and the gates are
theirs; no test shows one of them, whatever comes of it.
"""

import re
from collections import Counter

import pytest

from poise.etiquette.wording import weigh
from tests.rules.wording.counting import (
    CLASSES,
    HERE,
    LANGUAGES,
    Share,
    false_cautions,
    false_holds,
    labelled,
    recall,
    sure,
    table,
)

FIRST = labelled("corpus/first")
OPEN = labelled("corpus/open")
SEEN = FIRST + OPEN + labelled("corpus/close")
ASIDE = labelled("corpus/aside")


def test_the_table_is_printed_for_each_part(capsys: pytest.CaptureFixture[str]) -> None:
    parts = {"first, open to tuning": FIRST, "second, open to tuning": OPEN, "kept aside, the gate": ASIDE}
    with capsys.disabled():
        for name, texts in parts.items():
            print(f"\n{name}\n{table(texts)}")  # noqa: T201 - to be read


def test_the_table_that_is_kept_is_true() -> None:
    assert f"```\n{table(ASIDE)}\n```" in (HERE / "corpus/README.md").read_text("utf-8")


@pytest.mark.parametrize("part", ["open", "aside"])
def test_each_class_has_enough_texts_and_neighbours_in_each_language(part: str) -> None:
    texts = labelled(f"corpus/{part}")
    own = Counter((text.language, text.label) for text in texts)
    near = Counter((text.language, text.near) for text in texts)
    pairs = [(language, name) for language in LANGUAGES for name in CLASSES]
    assert min(own[pair] for pair in pairs) >= 12
    assert min(near[pair] for pair in pairs) >= 10


def test_no_text_kept_aside_is_also_elsewhere() -> None:
    elsewhere = {plain(text.text) for text in SEEN + labelled("practice")}
    own = {plain(text.text) for text in ASIDE}
    again, different = len(own & elsewhere), len(own)
    assert (again, different) == (0, len(ASIDE))


def test_of_the_texts_seen_nearly_all_are_found() -> None:
    assert recall(SEEN).rate >= 0.99


def test_no_text_seen_is_held_without_cause() -> None:
    assert false_holds(SEEN).hits == 0


def test_no_text_seen_of_another_class_is_surely_angry() -> None:
    assert [text.text for text in SEEN if text.label != "angry" and "angry" in weigh(text.text).sure] == []


def test_of_the_texts_kept_aside_nine_in_ten_are_found() -> None:
    assert recall(ASIDE).rate >= 0.9


def test_no_hard_neighbour_kept_aside_is_held() -> None:
    assert false_holds(text for text in ASIDE if text.hard).hits == 0


@pytest.mark.parametrize(
    ("part", "found", "beyond_doubt", "cautioned"),
    [("first", 535, 302, 0), ("open", 249, 89, 0), ("close", 0, 0, 0), ("aside", 231, 106, 14)],
)
def test_no_part_fares_worse_than_it_did(part: str, found: int, beyond_doubt: int, cautioned: int) -> None:
    texts = labelled(f"corpus/{part}")
    assert recall(texts).hits >= found
    assert sure(texts).hits >= beyond_doubt
    assert false_cautions(texts).hits <= cautioned
    assert false_holds(texts).hits == 0


def test_the_texts_practised_on_stay_found_and_unheld() -> None:
    practice = labelled("practice")
    assert recall(practice).rate >= 0.99
    assert false_holds(practice).hits == 0


def test_the_interval_is_wilsons() -> None:
    low, high = Share(8, 10).interval
    assert (round(low, 3), round(high, 3)) == (0.49, 0.943)
    assert Share(0, 0).interval == (0.0, 1.0)
    assert Share(10, 10).interval[1] == 1.0


def plain(text: str) -> str:
    """The words alone, so that a mark or an emoji does not hide that two texts are the same."""
    return " ".join(re.findall(r"\w+", text.casefold()))
