"""Faults of a scenario that lie between its fields; read from the raw JSON, so that none hides another."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from pydantic_core import PydanticCustomError

from poise.etiquette.times import read_instant
from poise.faults import place

Fault = tuple[str, str]
Raw = Mapping[str, Any]


def inconsistencies(scenario: Raw) -> Iterator[Fault]:
    """What contradicts itself, with its place; what cannot be read at all is not judged here."""
    given = [key for key in ("application", "applications") if scenario.get(key) is not None]
    if not given:
        yield "application", "is missing: give application, or applications"
    if len(given) == 2:
        yield "applications", "contradicts application: give one of the two"
    for key in given:
        for path, application in _tables(scenario[key], key):
            yield from _application(application, path)
    for _, intent in _tables(scenario.get("intent"), "intent"):
        yield from _intent(intent)


def _tables(value: object, key: str) -> Iterator[tuple[str, Raw]]:
    if isinstance(value, dict):
        yield key, value
    elif isinstance(value, list):
        yield from ((place([key, n]), one) for n, one in enumerate(value) if isinstance(one, dict))


def _application(application: Raw, path: str) -> Iterator[Fault]:
    for interview_path, interview in _tables(application.get("interviews"), f"{path}.interviews"):
        start, end = _time(interview, "starts"), _time(interview, "ends")
        if start and end and end < start:
            yield f"{interview_path}.ends", "lies before the interview starts: correct one of the two"


def _intent(intent: Raw) -> Iterator[Fault]:
    site, channel = intent.get("site"), intent.get("channel")
    if site is None and channel is None:
        yield "intent.site", "is missing: off the page give intent.channel"
    elif site is not None and channel is not None and site != channel:
        yield "intent.channel", "contradicts intent.site: give one of the two"


def _time(table: Raw, key: str) -> datetime | None:
    try:
        return read_instant(table.get(key))
    except PydanticCustomError:
        return None
