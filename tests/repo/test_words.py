"""Every word a person sees exists in three languages, is used, and has its places filled alike."""

import json
import re
from pathlib import Path

import pytest

from poise.doctor.catalogue import catalogue
from poise.doctor.ship import merged

ROOT = Path(__file__).resolve().parents[2]
WORDS = {
    language: {key: entry["message"] for key, entry in json.loads(path.read_text()).items()}
    for language in ("en", "de", "nb")
    for path in [ROOT / "_locales" / language / "messages.json"]
}
SOURCES = "\n".join(
    path.read_text() for path in [*(ROOT / "extension").rglob("*.js"), *(ROOT / "extension").rglob("*.html")]
)
IN_MANIFEST = {"name", "description"}
SAME_IN_ALL = {"name", "fieldPort", "language", "pauseTitle"}


@pytest.mark.parametrize("language", ["de", "nb"])
def test_the_same_words_exist_everywhere(language: str) -> None:
    assert WORDS[language].keys() ^ WORDS["en"].keys() == set()


@pytest.mark.parametrize("language", ["de", "nb"])
def test_nothing_was_left_untranslated(language: str) -> None:
    same = {key for key, words in WORDS[language].items() if words == WORDS["en"][key] and len(words) > 4}
    assert same <= SAME_IN_ALL | {"fieldCode"}


@pytest.mark.parametrize("language", ["de", "nb"])
def test_places_are_the_same(language: str) -> None:
    def places(words: str) -> list[str]:
        return sorted(re.findall(r"\$\d", words))

    different = [key for key in WORDS["en"] if places(WORDS["en"][key]) != places(WORDS[language][key])]
    assert different == []


@pytest.mark.parametrize("language", WORDS)
def test_findings_are_said_as_the_doctor_says_them(language: str) -> None:
    messages = json.loads((ROOT / "_locales" / language / "messages.json").read_text())
    assert merged(messages, language) == messages, "run `make renew`"


def test_the_extension_looks_for_all_that_a_browser_can_see_and_tells_it_in_the_same_order() -> None:
    table = re.search(
        r"const LOOKS = \{(.*?)\n\};", (ROOT / "extension/pages/findings.js").read_text(), re.DOTALL
    )
    assert table
    looked_for = re.findall(r"^  (\w+): ", table[1], re.MULTILINE)
    assert looked_for == [name for name, entry in catalogue().items() if "browser" in entry["seen_by"]]


CALLS = re.findall(r"\b(?:say|count)\(((?:[^()]|\([^()]*\))*)", SOURCES)
MADE = set(re.findall(r"\bsay\(`(\w+_)\$\{", SOURCES))
COUNTED = set(re.findall(r'\bcount\("(\w+)"', SOURCES))
NAMED = set(re.findall(r'data-words="(\w+)"', SOURCES)) | {
    key for call in CALLS for key in re.findall(r'"(\w+)"', re.sub(r'[=!]== "\w+"', "", call.split(",")[0]))
}


def used(key: str) -> bool:
    base, _, form = key.rpartition("_")
    counted = form in ("one", "other") and base in COUNTED
    return counted or key.startswith(tuple(MADE)) or re.search(rf'["`]{key}["`]', SOURCES) is not None


def test_every_word_is_used() -> None:
    assert [key for key in WORDS["en"] if key not in IN_MANIFEST and not used(key)] == []


def test_every_word_asked_for_exists() -> None:
    assert NAMED - COUNTED - WORDS["en"].keys() == set()
    assert [start for start in MADE if not any(key.startswith(start) for key in WORDS["en"])] == []


def test_numbers_of_things_are_said_in_every_form_that_the_languages_have() -> None:
    """English, German and bokmål tell one from all others; a word with a number alone needs no form."""
    wanted = {f"{key}_{form}" for key in COUNTED for form in ("one", "other")}
    assert wanted <= WORDS["en"].keys()


def test_what_came_too_early_is_put_into_words_for_every_action_of_the_maps() -> None:
    maps = [json.loads(path.read_text()) for path in (ROOT / "extension/maps").glob("*.json")]
    sending = {one["action"] for site in maps for one in site["control"] if one["gate"] != "first"}
    assert {f"tooEarly_{action}" for action in sending} <= WORDS["en"].keys()


# A closed list in the code and the words that it needs: where each value comes from.
CLOSED = {
    "stage_": ("extension/pages/dashboard/known.js", "SHOWN_FIRST"),
    "mark_": ("extension/pages/vocabulary.js", "KINDS"),
    "part_": ("extension/pages/vocabulary.js", "PARTS"),
    "outcome_": ("extension/pages/vocabulary.js", "OUTCOMES"),
    "view_": ("extension/pages/dashboard/route.js", "VIEWS"),
    "export_": ("extension/pages/dashboard/keeping.js", "FORMATS"),
    "level_": ("extension/pages/dashboard/rules.js", "LEVELS"),
}


@pytest.mark.parametrize("start", CLOSED)
def test_a_word_that_is_put_together_exists_for_every_value(start: str) -> None:
    path, name = CLOSED[start]
    listed = re.search(rf"{name} = \[(.*?)\]", (ROOT / path).read_text(), re.DOTALL)
    assert listed
    values = re.findall(r'"(\w+)"', listed[1])
    assert len(values) > 2
    assert {f"{start}{value}" for value in values} <= WORDS["en"].keys()
