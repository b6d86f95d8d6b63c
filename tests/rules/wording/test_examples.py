"""Each class keeps what its own file says it is and is not."""

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from poise.etiquette import wording
from poise.etiquette.when import Named
from poise.etiquette.wording import read
from tests.rules.wording.counting import CLASSES

FILES = sorted((Path(wording.__file__).parent / "classes").glob("*.toml"))
TABLES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FILES}


def said(kind: str) -> list[tuple[str, str]]:
    return [
        (name, text) for name, table in TABLES.items() for texts in table[kind].values() for text in texts
    ]


def test_the_classes_are_those_that_verdicts_speak_of() -> None:
    assert set(TABLES) == set(get_args(Named)) == set(CLASSES)


@pytest.mark.parametrize("kind", ["examples", "counterexamples"])
@pytest.mark.parametrize("name", TABLES)
def test_there_are_some_in_each_language(name: str, kind: str) -> None:
    assert {language: len(texts) >= 3 for language, texts in TABLES[name][kind].items()} == dict.fromkeys(
        ("en", "de", "nb"), True
    )


@pytest.mark.parametrize(("name", "text"), said("examples"))
def test_an_example_is_of_its_class(name: str, text: str) -> None:
    assert name in read(text)


@pytest.mark.parametrize(("name", "text"), said("counterexamples"))
def test_a_counterexample_is_not(name: str, text: str) -> None:
    assert name not in read(text)
