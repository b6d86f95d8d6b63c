"""From the files of this folder to a reader; what is wrong in them is refused with its place."""

import json
import tomllib
from pathlib import Path
from typing import Any

from poise.errors import BadInput
from poise.etiquette.wording.fold import fold
from poise.etiquette.wording.notation import Language
from poise.etiquette.wording.patterns import Pattern, Whole
from poise.etiquette.wording.reader import Needs, Reader
from poise.etiquette.wording.source import Source
from poise.etiquette.wording.weights import FILE, Weights

_HERE = Path(__file__).parent
LANGUAGES = _HERE / "languages.toml"
_CLASS: dict[str, type] = {"about": str, "never_with": list, "pattern": list, "whole": list}
_EXAMPLES: dict[str, type] = {"examples": dict, "counterexamples": dict}  # by language; for the tests
_NEEDS: dict[str, type] = {"alone": float, "backed": float, "sure": float, "sure_with": list}
_PATTERN: dict[str, type] = {"name": str, "within": int, "question": bool, "across": bool}
_PATTERN_LISTS: dict[str, type] = dict.fromkeys(("together", "in_order", "somewhere", "never_with"), list)
_WHOLE: dict[str, type] = {"name": str, "only": list, "must": list, "at_most": int, "strangers": int}
_WHOLE_MAY: dict[str, type] = {"never_with": list, "question": bool}


def load(folder: Path = _HERE, languages: Path | None = None) -> Reader:
    """Made of `languages.toml` (or another), `concepts/*.toml`, `classes/*.toml` and, where these say what weight they
    need, `weights.json`. BadInput with every fault.
    """
    spoken = _toml(languages or folder / "languages.toml")
    source = Source({name: _language(table) for name, table in spoken.items()})
    for path in sorted((folder / "concepts").glob("*.toml")):
        source.add_concepts(_toml(path), f"concepts/{path.name}")
    classes = {path: _toml(path) for path in sorted((folder / "classes").glob("*.toml"))}
    patterns = {
        path.stem: _patterns(table, source, f"classes/{path.name}") for path, table in classes.items()
    }
    lexicon = source.lexicon()
    if source.faults:
        raise BadInput(source.faults)
    needs = {path.stem: _needs(table) for path, table in classes.items() if "alone" in table}
    return Reader(lexicon, patterns, needs, _weights(folder) if needs else None)


def _needs(table: dict[str, Any]) -> Needs:
    return Needs(table["alone"], table["backed"], table.get("sure"), tuple(table.get("sure_with", ())))


def _weights(folder: Path) -> Weights:
    try:
        return Weights(json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise BadInput([(FILE, str(error))]) from error


def _language(table: dict[str, str]) -> Language:
    common = fold(table["common"]).replace(",", " ")
    return Language(frozenset(table["endings"].split()) | {""}, frozenset(common.split()))


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput([(path.name, str(error))]) from error


def _patterns(table: dict[str, Any], source: Source, file: str) -> tuple[Pattern | Whole, ...]:
    if not _well_formed(table, _CLASS | _EXAMPLES | _NEEDS, source, file):
        return ()
    if ("alone" in table) != ("backed" in table):
        source.fault(file, "needs both 'alone' and 'backed', or neither")
    if ("sure" in table) != ("sure_with" in table) or ("sure" in table and "alone" not in table):
        source.fault(file, "needs both 'sure' and 'sure_with' beside 'alone', or neither")
    source.concepts(table.get("sure_with", []), file)
    never = table.get("never_with", [])
    made: list[Pattern | Whole] = []
    for row in table.get("pattern", []):
        made += _pattern(row, never, source, f"{file}: pattern {row.get('name')!r}")
    for row in table.get("whole", []):
        made += _whole(row, source, f"{file}: whole {row.get('name')!r}")
    return tuple(made)


def _pattern(row: dict[str, Any], never: list[str], source: Source, place: str) -> list[Pattern]:
    if not _well_formed(row, _PATTERN | _PATTERN_LISTS, source, place):
        return []
    if ("together" in row) == ("in_order" in row):
        source.fault(place, "needs either 'together' or 'in_order'")
        return []
    concepts = {key: source.concepts(row.get(key, []), place) for key in _PATTERN_LISTS}
    return [
        Pattern(
            concepts=concepts["in_order"] or concepts["together"],
            ordered="in_order" in row,
            across=row.get("across", False),
            within=row.get("within"),
            question=row.get("question"),
            somewhere=concepts["somewhere"],
            never_with=concepts["never_with"] + source.concepts(never, place),
        )
    ]


def _whole(row: dict[str, Any], source: Source, place: str) -> list[Whole]:
    if not _well_formed(row, _WHOLE | _WHOLE_MAY, source, place) or not set(row) >= set(_WHOLE):
        source.fault(place, f"needs all of {', '.join(_WHOLE)}")
        return []
    only, must = source.concepts(row["only"], place), source.concepts(row["must"], place)
    never = source.concepts(row.get("never_with", []), place)
    return [Whole(only, must, row["at_most"], row["strangers"], row.get("question"), never)]


def _well_formed(table: dict[str, Any], shape: dict[str, type], source: Source, place: str) -> bool:
    before = len(source.faults)
    for key, value in table.items():
        if key not in shape:
            source.fault(place, f"unknown key {key!r}")
        elif type(value) is not shape[key]:
            source.fault(place, f"{key!r} must be {shape[key].__name__}")
    return len(source.faults) == before
