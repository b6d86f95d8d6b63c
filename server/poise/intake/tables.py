"""The tables of data beside this file, and how words are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_GAPS = re.compile(r"[\s_\-./:*#\u200b\ufeff]+")


@cache
def table(name: str) -> Mapping[str, Any]:
    """One of the tables, by its name without the ending."""
    return tomllib.loads((files("poise.intake") / f"{name}.toml").read_text(encoding="utf-8"))


def cap(group: str, name: str) -> int:
    """A limit out of caps.toml."""
    limit: int = table("caps")[group][name]
    return limit


def alike(text: str) -> str:
    """Words as they are compared: case, gaps and punctuation between them set aside."""
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()
