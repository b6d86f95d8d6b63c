"""Whatever is wrong with what comes in: the refusal is one sentence of Poise's own, and says nothing of the value."""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core.core_schema import ErrorType

from poise import api
from poise.faults import faults_of, unreadable
from tests.server.facts import fresh
from tests.server.wire import Served

FILES = (
    "etiquette.scenariofile",
    "etiquette.rulefile",
    "etiquette.examples",
    "notes.notefile",
    "sites.schema",
)
PACKAGE = Path(str(files("poise")))
TABLE = tomllib.loads((files("poise") / "faults.toml").read_text("utf-8"))
LIBRARY = (
    "Input ",
    "String ",
    "should ",
    "Value ",
    "List ",
    "Tuple ",
    "Field ",
    "URL ",
    "Assertion",
    "{",
    ";",
)
SECRET = "Geheimnis"
ODD = [
    None, True, 17, -1.5, 10**400, 1e308, "", SECRET, SECRET * 3000, "two\nlines", "2026-13-45", "2026-03-05T10:00",
    "17:00", [], [SECRET], [[SECRET]], [7] * 60, {}, {SECRET: SECRET},
]  # fmt: skip


def shapes() -> list[type[BaseModel]]:
    """Every table of fields there is: the files of the commands, and what the calls take and ask."""
    for module in (*(f"api.{one.name}" for one in iter_modules(api.__path__)), *FILES):
        import_module(f"poise.{module}")
    found = {kind for kind in _below(BaseModel) if kind.__module__.startswith("poise.")}
    return sorted(found, key=lambda kind: (kind.__name__, kind.__module__))


def _below(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def told(kind: type[BaseModel], value: object, *, strict: bool) -> list[tuple[str, str]]:
    try:
        kind.model_validate_json(json.dumps(value), strict=strict)
    except ValidationError as wrong:
        return faults_of(wrong)
    return []


@pytest.mark.parametrize("kind", shapes(), ids=lambda kind: kind.__name__)
def test_a_refusal_is_one_plain_sentence_that_says_nothing_of_the_value(kind: type[BaseModel]) -> None:
    names = [field.alias or name for name, field in kind.model_fields.items()]
    wrong = [{name: value} for name in names for value in ODD] + [{"odd": 1}]
    for strict in (True, False):
        for value in (*ODD, *wrong):
            for place, sentence in told(kind, value, strict=strict):
                assert not any(word in sentence for word in LIBRARY), (place, sentence)
                assert SECRET not in sentence
                assert sentence[0].islower()
                assert not sentence.endswith(".")


def test_each_kind_of_fault_and_each_pattern_is_one_that_there_is() -> None:
    assert set(TABLE["sentences"]) <= set(get_args(ErrorType))
    assert set(TABLE["patterns"]) == set().union(*(_patterns(kind.model_json_schema()) for kind in shapes()))


def _patterns(schema: object) -> set[str]:
    below = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = [schema["pattern"]] if isinstance(schema, dict) and isinstance(schema.get("pattern"), str) else []
    return set(own).union(*map(_patterns, below))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"a = 1\nb", "is not TOML: it breaks off"),
        (b'a = 1\nb = "x\ny', "is not TOML: see line 2, column 7"),
        (b"a = " + b"9" * 5000, "is not TOML: a value in it is too long to be read"),
        (b"\xff", "is not text in UTF-8: save it as that"),
        (b"a = " + b"[" * 10_000, "is nested too deeply to be read"),
    ],
)
def test_of_a_file_that_cannot_be_read_the_place_is_told(text: bytes, said: str) -> None:
    with pytest.raises((ValueError, RecursionError)) as wrong:
        tomllib.loads(text.decode())
    assert unreadable(wrong.value, "TOML") == said


REFUSALS = tomllib.loads((PACKAGE / "errors.toml").read_text("utf-8"))


def test_each_sentence_of_a_refusal_is_told_by_some_code() -> None:
    sources = [*PACKAGE.rglob("*.py"), PACKAGE / "intake" / "formats.toml"]
    code = "".join(path.read_text("utf-8") for path in sources)
    assert {key for key in REFUSALS if f'"{key}"' not in code} == set()


@pytest.mark.parametrize("table", [REFUSALS, *TABLE.values()], ids=["refusals", *TABLE])
def test_each_sentence_is_told_in_three_languages_with_the_same_places_in_it(
    table: dict[str, dict[str, str]],
) -> None:
    for key, words in table.items():
        assert list(words) == ["en", "de", "nb"], key
        assert len({frozenset(re.findall(r"{(\w+)", text)) for text in words.values()}) == 1, key


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (None, "It is not there"),
        ("de", "Das gibt es nicht"),
        ("nn-NO, en;q=0.5", "Det finnes ikke"),
        ("fr, de-AT;q=0.8", "Das gibt es nicht"),
        ("fr", "It is not there"),
    ],
)
def test_a_refusal_speaks_the_language_of_the_caller(shared: Served, asked: str | None, said: str) -> None:
    headers = {"Accept-Language": asked} if asked else {}
    refused = shared.call("GET", f"/interviewers/{fresh()}", headers=headers)
    assert refused.status == 404
    assert refused.json["detail"].startswith(said)


FROM, TO = "2026-03-05T14:00:00+01:00", "2026-03-05T15:00:00+01:00"
ZONE = "Europe/Oslo"


@pytest.mark.parametrize(
    ("interview", "said"),
    [
        ({"starts": FROM, "ends": "15:00", "zone": ZONE}, "muss ein Zeitpunkt wie"),
        ({"starts": FROM, "ends": TO, "zone": "Middle Earth"}, "braucht eine Zeitzone wie"),
        ({"starts": TO, "ends": FROM, "zone": ZONE}, "endet, nachdem es beginnt"),
        ({"starts": FROM, "ends": TO, "zone": ZONE, "odd": 1}, "unbekanntes Feld"),
    ],
)
def test_so_does_what_is_wrong_with_one_field(
    shared: Served, interview: dict[str, object], said: str
) -> None:
    body = {"id": fresh(), "name": "Jane Doe", "company": "Acme", "interviews": [interview]}
    refused = shared.call("POST", "/track", body, headers={"Accept-Language": "de"})
    assert refused.status == 422
    [fault] = refused.json["errors"]
    assert said in fault["fault"]
    assert refused.json["detail"] == f"{fault['place']}: {fault['fault']}"
