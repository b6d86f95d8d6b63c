"""What each word of the pattern language means, on a vocabulary of a few words."""

from pathlib import Path

import pytest

from poise.etiquette.wording.loading import load

LANGUAGES = """
[en]
endings = "s ed"
common = "the, of"
[de]
endings = "e en"
common = "der, und"
"""
CONCEPTS = """
[thanks]
en = 'thank~'
de = 'dank~'
[talk]
en = 'interview?, job talk, so _ chat'
de = '*gespräch~, bewerbungs*'
[mine]
en = 'my'
[press]
en = 'paper'
[any-talk]
of = ["talk"]
"""


def reads(folder: Path, rule: str) -> "set[str]":
    """The texts, of those in `TEXTS`, that a class with only this rule takes."""
    (folder / "concepts").mkdir()
    (folder / "classes").mkdir()
    (folder / "languages.toml").write_text(LANGUAGES, "utf-8")
    (folder / "concepts/all.toml").write_text(CONCEPTS, "utf-8")
    (folder / "classes/it.toml").write_text(f'about = ""\n{rule}', "utf-8")
    reader = load(folder)
    return {text for text in TEXTS if reader.read(text).classes}


TEXTS = (
    "thanks for a talk",
    "thanks for interviews",
    "interview, thanks",
    "thanks. interview",
    "thanks interview?",
    "thanks so and so and so and so an interview",
    "thanks for my interview",
    "thanks for the interview in the paper",
    "thank you for the interveiw",
    "thanks for the job talk",
    "thanks for the job and talk",
    "thanks, so nice a chat",
    "thanks, so very very nice chat",
    "thanks, so. chat",
    "Dank der Vorstellungsgespräche",
    "danke, bewerbungsdings",
)
BOTH = {text for text in TEXTS if text not in {TEXTS[0], TEXTS[3], TEXTS[10], TEXTS[12], TEXTS[13]}}


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        ('together = ["thanks", "talk"]', BOTH),
        ('together = ["thanks", "any-talk"]', BOTH),
        ('together = ["thanks", "press|talk"]', BOTH),
        ('in_order = ["thanks", "talk"]', BOTH - {"interview, thanks"}),
        ('in_order = ["talk", "any-talk"]', set()),  # one word is not two
        ('together = ["thanks", "talk"]\nacross = true', BOTH | {"thanks. interview"}),
        (
            'together = ["thanks", "talk"]\nwithin = 4',
            {TEXTS[i] for i in (1, 2, 4, 6, 7, 14, 15)},
        ),
        ('together = ["thanks", "talk"]\nquestion = true', {"thanks interview?"}),
        ('together = ["thanks", "talk"]\nquestion = false', BOTH - {"thanks interview?"}),
        ('together = ["thanks", "talk"]\nsomewhere = ["mine"]', {"thanks for my interview"}),
        ('together = ["thanks", "talk"]\nnever_with = ["press"]', BOTH - {TEXTS[7]}),
    ],
)
def test_a_pattern(tmp_path: Path, rule: str, taken: set[str]) -> None:
    assert reads(tmp_path, f'[[pattern]]\nname = "it"\n{rule}') == taken


def test_what_a_class_never_goes_with_holds_for_all_its_patterns(tmp_path: Path) -> None:
    rule = 'never_with = ["press"]\n[[pattern]]\nname = "it"\ntogether = ["thanks", "talk"]'
    assert reads(tmp_path, rule) == BOTH - {TEXTS[7]}


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        (
            "at_most = 9\nstrangers = 0",
            {TEXTS[2], TEXTS[3], TEXTS[4], TEXTS[11], TEXTS[15]},
        ),
        ("at_most = 2\nstrangers = 9\nquestion = true", {"thanks interview?"}),
        ('at_most = 3\nstrangers = 1\nnever_with = ["thanks"]', set()),
    ],
)
def test_a_whole_text(tmp_path: Path, rule: str, taken: set[str]) -> None:
    assert reads(tmp_path, f'[[whole]]\nname = "it"\nonly = ["talk"]\nmust = ["thanks"]\n{rule}') == taken


def test_words_of_a_language_that_is_not_spoken_are_not_met(tmp_path: Path) -> None:
    reads(tmp_path, '[[pattern]]\nname = "it"\ntogether = ["thanks"]')
    reader = load(tmp_path)
    assert reader.read("danke und der und").classes
    assert not reader.read("the end of the danke").classes
