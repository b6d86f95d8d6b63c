"""The findings in words: one table for `poise doctor` and, by way of `_locales`, for the extension."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from poise.etiquette.words import fill

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `values` fill the places in its words; `parts` are what it consists of, line by line."""

    id: str
    values: Values = field(default_factory=dict)
    parts: tuple[str, ...] = ()

    def says(self, language: str) -> str:
        return fill(catalogue()[self.id]["says"][language], self.values)

    def mend(self, language: str) -> str:
        return fill(catalogue()[self.id]["mend"][language], self.values)


@cache
def catalogue() -> Mapping[str, Any]:
    """Every finding by its id, in the order in which they are told."""
    text = (files("poise.doctor") / "findings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
