"""The reading counted on texts of another hand: what it finds, and what it must not find.

The aside third is only counted. The two gates on it are not reached yet; the third test there holds what is.
"""

import pytest

from poise.etiquette.wording import read
from tests.rules.wording.counting import Share, false_holds, labelled, recall, table

CORPUS = labelled("corpus")
SEEN = [text for text in CORPUS if not text.aside]
ASIDE = [text for text in CORPUS if text.aside]


def test_the_table_is_printed_for_both_parts(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\nseen while the patterns were made\n{table(SEEN)}\n\nkept aside\n{table(ASIDE)}")  # noqa: T201
    assert len(ASIDE) * 4 > len(CORPUS)


def test_of_the_texts_seen_nearly_all_are_found() -> None:
    assert recall(SEEN).rate >= 0.97


def test_no_text_seen_is_held_without_cause() -> None:
    assert false_holds(SEEN).hits == 0


def test_no_text_seen_of_another_class_is_called_angry() -> None:
    assert [text.text for text in SEEN if text.label != "angry" and "angry" in read(text.text)] == []


@pytest.mark.xfail(strict=True, reason="150 of 177 are found (0.85): people find more ways of putting it")
def test_of_the_texts_kept_aside_nine_in_ten_are_found() -> None:
    assert recall(ASIDE).rate >= 0.9


@pytest.mark.xfail(strict=True, reason="5 of 72 are held")
def test_no_hard_neighbour_kept_aside_is_held() -> None:
    assert false_holds(text for text in ASIDE if text.hard).hits == 0


def test_the_texts_kept_aside_fare_no_worse_than_they_did() -> None:
    assert recall(ASIDE).hits >= 150
    assert false_holds(ASIDE).hits <= 5


def test_the_texts_practised_on_stay_found_and_unheld() -> None:
    practice = labelled("practice")
    assert recall(practice).rate >= 0.95
    assert false_holds(practice).hits <= 4


def test_the_interval_is_wilsons() -> None:
    low, high = Share(8, 10).interval
    assert (round(low, 3), round(high, 3)) == (0.49, 0.943)
    assert Share(0, 0).interval == (0.0, 1.0)
    assert Share(10, 10).interval[1] == 1.0
