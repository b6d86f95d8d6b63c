"""What a person or a company is called, without what is put before and behind a name."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from poise.notes.tokens import words


@dataclass(frozen=True, slots=True)
class Person:
    """The parts of a name in their order; those of a double name too, each by itself."""

    parts: tuple[str, ...]
    halves: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> "Person":
        given = _listed("titles") | _listed("after")
        parts = [word.text for word in words(_in_order(name)) if word.text.casefold() not in given]
        halves = [half for part in parts for half in part.replace("‑", "-").split("-") if "-" in part]
        return cls(tuple(parts), tuple(halves))

    @property
    def spellings(self) -> tuple[str, ...]:
        """All that may be said of the name; particles (von, de) are no name by themselves."""
        particles = _listed("particles")
        return tuple(part for part in (*self.parts, *self.halves) if part.casefold() not in particles)


@dataclass(frozen=True, slots=True)
class Company:
    """The words of a company's name without its legal form."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> "Company":
        composed = unicodedata.normalize("NFC", name)
        kept = [
            word
            for word in composed.replace(",", " ").split()
            if word.casefold().strip(".") not in _listed("legal")
        ]
        return cls(tuple(kept or composed.split()))

    @property
    def name(self) -> str:
        return " ".join(self.parts)


def titles() -> frozenset[str]:
    return _listed("titles")


def greetings() -> frozenset[str]:
    return _listed("greetings")


def everybody() -> frozenset[str]:
    """What is greeted that is nobody's name."""
    return _listed("everybody")


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """What people whose name it is are also called."""
    return {name: frozenset(short.split()) for name, short in _table()["short"].items()}


def _in_order(name: str) -> str:
    """`Doe, Jane` as it is said."""
    family, comma, given = name.partition(",")
    return (
        f"{given} {family}"
        if comma and not _listed("after") & set(given.casefold().replace(".", "").split())
        else name
    )


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(_table()[key].split())


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("poise.notes") / "names.toml").read_text(encoding="utf-8"))
