"""The checks: one file each, found by its name, with its words and examples beside it in `<name>.toml`."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from poise.notes.facts import Severity
from poise.notes.reading import Reading

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found from `start` up to `end`; `says` is one of the sayings in its table."""

    start: int
    end: int
    says: str
    suggestion: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its id, what it looks with, and for each saying its severity and words by language."""

    id: str
    find: Callable[[Reading], Iterable[Hit]]
    sayings: Mapping[str, Mapping[str, str]]

    def severity(self, says: str) -> Severity:
        return Severity(self.sayings[says]["severity"])


@cache
def checks() -> tuple[Check, ...]:
    """All of them, in the order of their ids."""
    return tuple(
        _check(module.name) for module in sorted(iter_modules([str(HERE)]), key=lambda one: one.name)
    )


def table(name: str) -> dict[str, Any]:
    """What stands beside a check: its sayings, word lists, limits, and the examples that are its tests."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _check(name: str) -> Check:
    module = import_module(f"{__name__}.{name}")
    return Check(name.replace("_", "-"), module.find, table(name)["saying"])
