"""The checks counted on notes of our own writing: what they find of planted faults, and what they say of good notes.

The aside third is only counted. Where a test fails it names counts, never texts of that third.
"""

from collections.abc import Callable, Iterable

import pytest

from poise.notes.checks import checks
from tests.notes.corpus import LANGUAGES, Written, good, planted
from tests.rules.wording.counting import Share

IDS = [check.id for check in checks()]
ASIDE = [one for one in planted() if one.aside]
SEEN = [one for one in planted() if not one.aside]
GOOD_ASIDE = [one for one in good() if one.aside]
GOOD_SEEN = [one for one in good() if not one.aside]


def recall(written: Iterable[Written]) -> Share:
    found = [one.is_found() for one in written]
    return Share(sum(found), len(found))


def noise(notes: Iterable[Written]) -> Share:
    """Findings above a hint on good notes, of so many notes."""
    counts = [len(one.found()) for one in notes]
    return Share(sum(counts), len(counts))


def table(faults: list[Written], notes: list[Written]) -> str:
    def row(name: str, rows: list[Written], share: Callable[[Iterable[Written]], Share]) -> str:
        columns = [share([one for one in rows if one.language == language]) for language in LANGUAGES]
        return f"{name:20}" + "".join(f"{column!s:>18}" for column in [*columns, share(rows)])

    lines = [f"{'':20}" + "".join(f"{language:>18}" for language in (*LANGUAGES, "all"))]
    lines += [row(name, [one for one in faults if one.fault == name], recall) for name in IDS]
    return "\n".join([*lines, row("all", faults, recall), row("false, good notes", notes, noise)])


@pytest.mark.long
def test_the_table_is_printed_for_both_parts(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\nseen\n{table(SEEN, GOOD_SEEN)}\n\nkept aside\n{table(ASIDE, GOOD_ASIDE)}")  # noqa: T201 - to be read


def test_there_are_enough_of_each() -> None:
    assert len(good()) >= 100
    assert {name: sum(one.fault == name for one in planted()) >= 20 for name in IDS} == dict.fromkeys(
        IDS, True
    )
    assert len(ASIDE) * 4 > len(planted())


def test_of_the_faults_kept_aside_nine_in_ten_are_found() -> None:
    assert recall(ASIDE).rate >= 0.9


def test_of_fifty_good_notes_kept_aside_at_most_one_is_found_fault_with() -> None:
    assert len(GOOD_ASIDE) >= 50
    assert noise(GOOD_ASIDE).rate <= 1 / 50


def test_no_good_note_seen_is_found_fault_with() -> None:
    assert [one.id for one in GOOD_SEEN if one.found()] == []


def test_of_the_faults_seen_nearly_all_are_found() -> None:
    assert recall(SEEN).rate >= 0.97
