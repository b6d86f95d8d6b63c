"""However a text is typed, it is read as the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poise.etiquette.wording import read
from tests.rules.wording.counting import CLASSES, labelled

TEXTS = sorted({text.text for text in labelled("practice")})
EMOJIS = ("🎉", "😀", "❤️", "👩‍💻", "1️⃣", "\u2139\ufe0f", "🇳🇴", "👍🏽", "™️", "→")
INVISIBLE = ("\u200b", "\u200d", "\u00ad", "\ufeff", "\u2060")
PLAIN = str.maketrans("äöüåøéèÄÖÜÅØ", "aouaoeeAOUAO") | {ord("ß"): "ss", ord("æ"): "ae", ord("Æ"): "AE"}
STYLED = "".join(
    chr(0x1D5D4 + ord(c) - 65) if c.isupper() else c for c in "THANK YOU FOR THE INTERVIEW YESTERDAY"
)
DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss"}


@given(st.sampled_from(TEXTS))
def test_case(text: str) -> None:
    assert read(text.upper()) == read(text.lower()) == read(text)


@given(st.sampled_from(TEXTS))
def test_diacritics_left_out_or_typed_as_two_letters(text: str) -> None:
    assert read(text.translate(PLAIN)) == read(text)
    assert read(text.translate({ord(k): v for k, v in DIGRAPHS.items()})) == read(text)


@given(st.sampled_from(TEXTS), st.sampled_from(("  ", "\t", "\u00a0", " \n", "\r\n")))
def test_more_white_space(text: str, space: str) -> None:
    assert read(f"{space}{text.replace(' ', space)}{space}") == read(text)


@given(st.sampled_from(TEXTS), st.sampled_from(EMOJIS), st.integers(0, 30))
def test_emojis(text: str, emoji: str, place: int) -> None:
    if not any(char.isalpha() for char in text):
        return  # an answer of nothing but emojis is what they say
    words = text.split(" ")
    assert read(" ".join([*words[:place], emoji, *words[place:]])) == read(text)
    assert read(f"{text}{emoji}") == read(text)


@given(st.sampled_from(TEXTS), st.sampled_from(INVISIBLE), st.data())
def test_invisible_characters(text: str, invisible: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    if {"\ufe0f", "\u200d"} & set(text[max(0, place - 2) : place + 2]):
        return  # inside an emoji
    assert read(text[:place] + invisible + text[place:]) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        STYLED,
        "Thank you for the interveiw yesterday!",
        "Danke für das Vorstelungsgespräch gestern!",
        "Takk for jobintervjuet i går!",
        "Thank you, liebes Team, für das tolle Vorstellungsgespräch!",
    ],
)
def test_styled_letters_slips_and_two_languages_at_once(text: str) -> None:
    assert "interview-thanks" in read(text)


@pytest.mark.parametrize("text", ["👏👏👏", "🔥", "❤️❤️"])
def test_applause_alone_is_bare_praise(text: str) -> None:
    assert read(text) == {"bare-praise"}


@settings(max_examples=300)
@given(st.text())
def test_any_text_at_all_gives_an_answer(text: str) -> None:
    assert read(text) <= set(CLASSES)
