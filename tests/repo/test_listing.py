"""What stands in the stores fits there, is the same in every language, and declares what the manifest asks for."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.screenshots.listing import PICTURES

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = json.loads((ROOT / "manifest.json").read_text())
NODE = json.loads((ROOT / "package.json").read_text())["engines"]["node"]
PYTHON = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
LANGUAGES = ("en", "de", "nb")
PAGES = {name: tomllib.loads((ROOT / f"listing/{name}.toml").read_text()) for name in LANGUAGES}
REVIEW = tomllib.loads((ROOT / "listing/review.toml").read_text())
# The stores' own limits in letters; where both have one, the smaller.
LONGEST = {"name": 50, "chrome.summary": 132, "firefox.summary": 250, "whole": 15_000}
LONGEST_ANSWER, LONGEST_NOTES = 1_000, 3_000
LEFT_OPEN = re.compile(r"TODO|TBD|FIXME|XXX|\?\?|lorem|[{}<>]|\[[A-Z ]+\]|\bYOUR-", re.IGNORECASE)


def texts(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its dotted name."""
    for name, value in table.items():
        if isinstance(value, str):
            yield before + name, value
        else:
            yield from texts(value, f"{before}{name}.")


def messages(language: str) -> Any:
    return json.loads((ROOT / "_locales" / language / "messages.json").read_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits_into_its_field(language: str) -> None:
    page = PAGES[language]
    said = {**dict(texts(page)), "whole": page["description"] + page["firefox"]["consent"]}
    assert {name: len(said[name]) for name, longest in LONGEST.items() if len(said[name]) > longest} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_chrome_takes_name_and_summary_from_the_package(language: str) -> None:
    page, packed = PAGES[language], messages(language)
    assert (page["name"], page["chrome"]["summary"]) == (
        packed["name"]["message"],
        packed["description"]["message"],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_is_described(language: str) -> None:
    assert list(PAGES[language]["pictures"]) == list(PICTURES)


@pytest.mark.parametrize("language", ["de", "nb"])
def test_the_same_is_said_in_every_language(language: str) -> None:
    english, here = dict(texts(PAGES["en"])), dict(texts(PAGES[language]))
    assert here.keys() == english.keys()
    assert [name for name in here if here[name] == english[name]] == ["name"]
    shape = [[name, *map(paragraph_kind, text.split("\n"))] for name, text in here.items()]
    assert shape == [[name, *map(paragraph_kind, text.split("\n"))] for name, text in english.items()]


def paragraph_kind(line: str) -> str:
    """A heading, a point of a list, an ordinary line, an empty one."""
    return "•" if line.startswith("•") else "A" if line and line == line.upper() else line and "a"


@pytest.mark.parametrize("page", [*PAGES.values(), REVIEW], ids=[*PAGES, "review"])
def test_nothing_is_left_open(page: dict[str, Any]) -> None:
    assert [name for name, text in texts(page) if not text.strip() or LEFT_OPEN.search(text)] == []


def test_every_permission_is_justified_and_no_other() -> None:
    kinds = ("permissions", "optional_permissions", "host_permissions", "optional_host_permissions")
    assert set(REVIEW["permissions"]) == {name for kind in kinds for name in MANIFEST[kind]}


def test_every_kind_of_data_is_declared_and_no_other() -> None:
    declared = MANIFEST["browser_specific_settings"]["gecko"]["data_collection_permissions"]
    assert declared == {"required": sorted(REVIEW["data"])}


def test_answers_to_reviewers_fit_into_their_fields() -> None:
    answers = {name: len(text) for name, text in texts(REVIEW) if not name.startswith(("trying.", "build."))}
    assert {name: length for name, length in answers.items() if length > LONGEST_ANSWER} == {}
    assert len(REVIEW["trying"]["notes"]) + len(REVIEW["build"]["notes"]) <= LONGEST_NOTES


def test_what_the_build_needs_is_what_the_project_needs() -> None:
    needed = re.search(r"Node.js (\S+) or later with npm, Python (\S+) or later", REVIEW["build"]["notes"])
    assert needed
    assert (f">={needed[1]}", f">={needed[2]}") == (NODE, PYTHON)
