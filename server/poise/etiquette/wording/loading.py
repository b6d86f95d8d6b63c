"""From the files of this folder to a reader; what is wrong in them is refused with its place."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from poise.errors import BadInput
from poise.etiquette.wording.fold import fold
from poise.etiquette.wording.lexicon import Lexicon
from poise.etiquette.wording.patterns import Pattern, Whole
from poise.etiquette.wording.reader import Reader

_HERE = Path(__file__).parent
_ANY = "any"  # for words that all languages share; they take no inflections
_LISTS = {"somewhere", "unless", "never_with"}
_SETTINGS: dict[str, type] = {"within": int, "question": bool, "across": bool}
_PATTERN = {"name", "together", "in_order"} | _LISTS | set(_SETTINGS)
_WHOLE: dict[str, type] = {"name": str, "only": list, "must": list, "at_most": int, "strangers": int}


@dataclass(slots=True)
class _Source:
    """What was read so far: the phrases of each concept by language, what each consists of, and every fault."""

    phrases: dict[str, dict[str, str]] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)

    def concepts(self, tables: dict[str, Any], place: str, languages: set[str]) -> None:
        for name, table in tables.items():
            if name in self.phrases:
                self.faults.append((f"{place}: {name}", "this concept is there already"))
            parts = table.pop("of", [])
            for language in set(table) - languages - {_ANY}:
                self.faults.append((f"{place}: {name}", f"unknown key {language!r}"))
            self.phrases[name], self.parts[name] = table, parts

    def name(self, element: str, place: str) -> str:
        """A concept, or several parted by `|`, which then make one more concept."""
        for part in element.split("|"):
            if part not in self.phrases:
                self.faults.append((place, f"unknown concept {part!r}"))
        if "|" in element:
            self.parts[element] = element.split("|")
        return element

    def names(self, elements: list[str], place: str) -> tuple[str, ...]:
        return tuple(self.name(element, place) for element in elements)


def load(folder: Path = _HERE) -> Reader:
    """The reader made of `endings.toml`, `concepts/*.toml` and `classes/*.toml`. Raises BadInput with all faults at once."""
    source = _Source()
    endings = {
        language: frozenset(fold(text).split()) | {""}
        for language, text in _toml(folder / "endings.toml").items()
    }
    tables = {
        path: _toml(path)
        for kind in ("concepts", "classes")
        for path in sorted((folder / kind).glob("*.toml"))
    }
    for path, table in tables.items():
        concepts = table if path.parent.name == "concepts" else table.get("concepts", {})
        source.concepts(concepts, f"{path.parent.name}/{path.name}", set(endings))
    classes = {
        path.stem: _rules(table, source, path.name)
        for path, table in tables.items()
        if path.parent.name == "classes"
    }
    lexicon = _lexicon(source, endings)
    if source.faults:
        raise BadInput(source.faults)
    return Reader(lexicon, classes)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput([(path.name, str(error))]) from error


def _rules(table: dict[str, Any], source: _Source, file: str) -> tuple[Pattern | Whole, ...]:
    for key in set(table) - {
        "about",
        "concepts",
        "pattern",
        "whole",
        "examples",
        "counterexamples",
        "never_with",
    }:
        source.faults.append((file, f"unknown key {key!r}"))
    never = table.get("never_with", [])
    patterns = [
        _pattern(row, never, source, f"{file}: pattern {n}")
        for n, row in enumerate(table.get("pattern", []), 1)
    ]
    wholes = [_whole(row, source, f"{file}: whole {n}") for n, row in enumerate(table.get("whole", []), 1)]
    return (*patterns, *wholes)


def _pattern(row: dict[str, Any], never: list[str], source: _Source, place: str) -> Pattern:
    place = f"{place} ({row.get('name')})"
    source.faults += [(place, f"unknown key {key!r}") for key in set(row) - _PATTERN]
    source.faults += [
        (place, f"{k!r} must be {t.__name__}")
        for k, t in _SETTINGS.items()
        if k in row and type(row[k]) is not t
    ]
    if ("together" in row) == ("in_order" in row):
        source.faults.append((place, "needs either 'together' or 'in_order'"))
    lists = {key: source.names(row.get(key, []), place) for key in _LISTS}
    lists["never_with"] += source.names(never, place)
    settings = {key: row[key] for key in _SETTINGS if key in row}
    concepts = source.names(row.get("in_order", row.get("together", [])), place)
    return Pattern(concepts, "in_order" in row, **lists, **settings)


def _whole(row: dict[str, Any], source: _Source, place: str) -> Whole:
    faults = [(place, f"unknown key {key!r}") for key in set(row) - set(_WHOLE)]
    faults += [(place, f"{k!r} must be {t.__name__}") for k, t in _WHOLE.items() if type(row.get(k)) is not t]
    source.faults += faults
    if faults:
        return Whole((), (), 0, 0)
    return Whole(
        source.names(row["only"], place), source.names(row["must"], place), row["at_most"], row["strangers"]
    )


def _lexicon(source: _Source, endings: dict[str, frozenset[str]]) -> Lexicon:
    lexicon = Lexicon(endings)
    wholes = _wholes(source)
    for concept, by_language in source.phrases.items():
        for language, text in by_language.items():
            for phrase in fold(text).split(","):
                if phrase.strip():
                    lexicon.add(phrase, language, wholes[concept])
                else:
                    source.faults.append((f"{concept}.{language}", "an empty phrase"))
    return lexicon


def _wholes(source: _Source) -> dict[str, frozenset[str]]:
    """For each concept itself and all that it is, over any number of steps, a part of."""
    parents: dict[str, set[str]] = {name: set() for name in (*source.phrases, *source.parts)}
    for whole, parts in source.parts.items():
        for part in parts:
            if part in parents:
                parents[part].add(whole)
            else:
                source.faults.append((whole, f"unknown concept {part!r}"))
    return {name: frozenset(_ancestors(name, parents)) for name in parents}


def _ancestors(name: str, parents: dict[str, set[str]]) -> set[str]:
    seen, ahead = set(), [name]
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead += parents[here]
    return seen
