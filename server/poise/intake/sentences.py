"""What an import says to the user, in their language, with times in their zone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from poise.etiquette.words import fill
from poise.intake.dates import spoken_day
from poise.intake.offers import Row
from poise.intake.tables import table


def sentence_of(row: Row, language: str, zone: ZoneInfo) -> str:
    """One line that says what taking the row would do."""
    values = _spoken(row.values, language, zone)
    parts = {
        name: fill(words[language], values) if values.get(name.partition("_")[2]) else ""
        for name, words in table("words")["part"].items()
    }
    return said("row", row.says, values | parts, language)


def said(group: str, key: str, values: Mapping[str, Any], language: str, zone: ZoneInfo | None = None) -> str:
    """A sentence of words.toml with its places filled."""
    words: Mapping[str, str] = table("words")[group][key]
    return fill(words[language], _spoken(values, language, zone) if zone else values)


def _spoken(values: Mapping[str, Any], language: str, zone: ZoneInfo) -> dict[str, object]:
    made = {key: _one(key, value, language, zone) for key, value in values.items()}
    if values.get("outcome"):
        made["outcome"] = table("words")["outcome"][values["outcome"]][language]
    if "company" in values and not values["company"]:
        made["company"] = f"“{values.get('title', '')}”"
    return made


def _one(key: str, value: Any, language: str, zone: ZoneInfo) -> object:
    if not isinstance(value, datetime):
        return value
    local = value.astimezone(zone)
    day = spoken_day(local, language)
    return day if key == "day" else f"{day}, {local:%H:%M} ({zone.key})"
