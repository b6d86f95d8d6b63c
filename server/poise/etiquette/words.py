"""Words in the user's language, with the names filled in by plain replacement."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "de", "nb")
KEY = re.compile(r"\{(\w+)\}")


def fill(template: str, values: Mapping[str, object]) -> str:
    """`{key}` replaced by its value, None by nothing; what is filled in is not read again."""

    def value(key: re.Match[str]) -> str:
        found = values.get(key[1], key[0])
        return "" if found is None else str(found)

    return KEY.sub(value, template) if "{" in template else template


@cache
def table(name: str) -> Mapping[str, Any]:
    """The words of one of the tables beside this file."""
    return tomllib.loads((files("poise.etiquette") / f"{name}.toml").read_text(encoding="utf-8"))
