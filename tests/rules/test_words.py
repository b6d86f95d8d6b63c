"""What is said is said in three languages, briefly, and fits where it is shown."""

import re
from collections.abc import Iterator

import pytest

from poise.etiquette.facts import Stage
from poise.etiquette.rule import Rule
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.rulefile import Words
from poise.etiquette.words import LANGUAGES, fill, table

RULES = list(load_rulebook().rules.values())
KEYS = {"name", "company", "role", "days"}
NAMES = {"name": "Annika Lindqvist-Bergmann", "company": "Nordlicht Energie GmbH", "role": "Data engineer"}
SITE_LIMIT = 200  # what LinkedIn allows without paying


def lines(rule: Rule) -> Iterator[tuple[str, Words]]:
    file = rule.file
    yield "headline", file.headline
    yield "reason", file.reason
    if file.headline_awaiting:
        yield "headline_awaiting", file.headline_awaiting
    if file.evidence.contested:
        yield "contested", file.evidence.contested
    yield from ((f"instead[{n}]", step) for n, step in enumerate(file.instead))
    yield from ((f"note.{stage}", note) for stage, note in file.note.items())


ALL_LINES = [pytest.param(words, id=f"{rule.id} {place}") for rule in RULES for place, words in lines(rule)]


@pytest.mark.parametrize("words", ALL_LINES)
def test_three_languages_differ_and_fill_in_the_same(words: Words) -> None:
    texts = [words[language] for language in LANGUAGES]
    assert len(set(texts)) == len(LANGUAGES)
    placeholders = [set(re.findall(r"\{(\w*)\}", text)) for text in texts]
    assert placeholders[0] <= KEYS
    assert placeholders.count(placeholders[0]) == len(LANGUAGES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_reason_is_at_most_two_sentences_and_headline_one(rule: Rule, language: str) -> None:
    assert len(re.findall(r"[.!?](?:\s|$)", rule.file.reason[language])) <= 2
    assert not rule.file.headline[language].endswith((".", "!", "?"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_headline_tells_the_day_only_while_awaiting(rule: Rule, language: str) -> None:
    assert "{days}" not in rule.file.headline[language]
    if rule.file.headline_awaiting:
        assert "{days}" in rule.file.headline_awaiting[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", [Stage.OFFERED, Stage.HIRED, Stage.REJECTED, Stage.WITHDRAWN])
def test_suggested_note_names_both_and_fits_the_site(stage: Stage, language: str) -> None:
    rule = load_rulebook().rules["connect-with-note"]
    note = fill(rule.file.note[stage][language], NAMES)
    assert NAMES["name"] in note
    assert NAMES["company"] in note
    assert len(note) < SITE_LIMIT


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_handed_out_are_those_of_the_rule(rule: Rule, language: str) -> None:
    words = rule.words(language)
    assert words["headline"] == rule.file.headline[language]
    assert words["source"]["title"]
    assert len(words["instead"]) == len(rule.file.instead)
    assert set(words["notes"]) == {stage.value for stage in rule.file.note}


def test_remarks_are_told_in_three_languages() -> None:
    for words in table("words").values():
        assert len({words[language] for language in LANGUAGES}) == len(LANGUAGES)


def test_filling_in_leaves_alone_what_was_filled_in() -> None:
    assert fill("{name} at {company}", {"name": "{company}", "company": "{name}"}) == "{company} at {name}"
    assert fill("{name} {unknown} {", {"name": None}) == " {unknown} {"
