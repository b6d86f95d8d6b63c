"""Odd and endless texts, and how long the reading takes. Processor time, so a busy machine does not matter."""

import statistics
import subprocess
import sys

import pytest

from poise.etiquette.wording import read
from poise.etiquette.wording.loading import load
from tests.rules.wording.counting import labelled
from tests.timing import seconds, strange_words

LONGEST = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x01\xff\x7f" * 50,
        "\ud800",
        "שלום עולם",
        "مرحبا بالعالم؟",
        "?",
        "...",
        "@",
        "#",
        "_ ~ * <link>",
        "'",
        "n't",
    ],
)
def test_odd_texts_are_of_no_class(text: str) -> None:
    assert read(text) == frozenset()


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "ue",
        "i ",
        "interview ",
        "thank you for the ",
        "@",
        "a.",
        "\n",
        "\n \n",
        "!?",
        "'",
        "ä",
        "👏",
        "a-",
    ],
)
def test_a_hundred_thousand_characters_of_anything_take_well_under_a_second(unit: str) -> None:
    text = (unit * LONGEST)[:LONGEST]
    assert seconds(read, text) < 1


def test_so_do_a_hundred_thousand_characters_of_words_never_seen() -> None:
    text = strange_words(LONGEST // 6)[:LONGEST]
    assert seconds(read, text) < 1


def test_a_short_text_takes_well_under_a_millisecond() -> None:
    texts = [text.text for text in labelled("practice")]
    read(texts[0])
    assert statistics.median(seconds(read, text) for text in texts) < 0.001


def test_loading_takes_some_ten_milliseconds() -> None:
    assert min(seconds(load) for _ in range(5)) < 0.08  # 0.03 where nothing else runs


def test_nothing_is_loaded_before_the_first_text() -> None:
    code = (
        "import sys; from poise.etiquette.wording import read; "
        "assert 'poise.etiquette.wording.loading' not in sys.modules; read('x'); "
        "assert 'poise.etiquette.wording.loading' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
