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
    assert WORDS[language].keys() == WORDS["en"].keys()


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
    assert merged(messages, language) == messages, "run `python -m poise.doctor.ship`"


def test_the_extension_looks_for_all_that_a_browser_can_see_and_tells_it_in_the_same_order() -> None:
    table = re.search(
        r"const LOOKS = \{(.*?)\n\};", (ROOT / "extension/pages/findings.js").read_text(), re.DOTALL
    )
    assert table
    looked_for = re.findall(r"^  (\w+): ", table[1], re.MULTILINE)
    assert looked_for == [name for name, entry in catalogue().items() if "browser" in entry["seen_by"]]


def test_every_word_is_used() -> None:
    made = tuple(re.findall(r"say\(`(\w+_)\$\{", SOURCES))
    unused = [
        key for key in WORDS["en"]
        if not key.startswith(made) and key not in IN_MANIFEST and not re.search(rf'["`]{key}["`]', SOURCES)
    ]  # fmt: skip
    assert unused == []


def test_every_word_asked_for_exists() -> None:
    asked = set(re.findall(r'\bsay\("(\w+)"', SOURCES)) | set(re.findall(r'data-words="(\w+)"', SOURCES))
    assert asked - WORDS["en"].keys() == set()
