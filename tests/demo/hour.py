"""An hour of ordinary browsing, as a table that a seed makes from the visits in hour.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.practice.people import Person

VISITS = tomllib.loads(Path(__file__).with_name("hour.toml").read_text(encoding="utf-8"))
WAYS = {"press": ("mouse", "touch", "enter"), "button": ("mouse", "touch", "enter", "space")}


@dataclass(frozen=True)
class Row:
    """One gesture on one control. `held`, `hinted`: by which rule; `sends`: what then reaches whom."""

    control: str
    gesture: str
    expect: str
    sends: tuple[str, str] | None = None
    held: str = ""
    hinted: str = ""

    @property
    def sent_anyway(self) -> bool:
        return self.expect.endswith("sent anyway")


@dataclass(frozen=True)
class Visit:
    """A page, and what is done there. `chip`: whether the page is marked as an interviewer's."""

    site: str
    path: str
    options: Mapping[str, str]
    rows: tuple[Row, ...]
    tracked: bool
    chip: bool

    @property
    def gestures(self) -> int:
        """Typing a text is none."""
        return sum(row.gesture != "write" for row in self.rows)


def hour(seed: int, strangers: list[Person], gestures: int) -> list[Visit]:
    """So many gestures on strangers, with those on tracked people between them; the same for the same seed."""
    chance = Random(seed)
    visits = list(_among_strangers(chance, strangers, gestures))
    places = sorted(chance.sample(range(len(visits)), len(VISITS["tracked"])), reverse=True)
    for place, row in zip(places, reversed(VISITS["tracked"]), strict=True):
        visits.insert(place, _visit(chance, row, {}, tracked=True))
    return visits


def _among_strangers(chance: Random, strangers: list[Person], left: int) -> Iterator[Visit]:
    """Every kind of visit once, in any order, then again until there are enough gestures; the last is cut short."""
    while left:
        for row in chance.sample(VISITS["stranger"], len(VISITS["stranger"])):
            who = chance.choice(strangers)
            names = {"who": who.slug, "face": who.facebook_key, "urn": who.urn()}
            visit = _shortened(_visit(chance, row, names, tracked=False), left)
            left -= visit.gestures
            if visit.rows:
                yield visit


def _visit(chance: Random, row: Mapping[str, Any], names: Mapping[str, str], *, tracked: bool) -> Visit:
    site, path = row["page"].format(**names).split(" ", 1)
    options = {name: chance.choice(values) for name, values in row.get("options", {}).items()}
    rows = tuple(_row(chance, line.format(**names)) for line in row["rows"])
    return Visit(site, path, options, rows, tracked, row.get("chip", False))


def _row(chance: Random, line: str) -> Row:
    control, gesture, expect = line.split(" | ")
    if gesture == "write":
        return Row(control, gesture, expect)
    said = {verb: what for verb, _, what in (part.partition(" ") for part in expect.split(", "))}
    kind, _, target = said.get("sends", "").partition(" ")
    way = chance.choice(WAYS.get(gesture, (gesture,)))
    return Row(
        control, way, expect, (kind, target) if kind else None, said.get("held", ""), said.get("hinted", "")
    )


def _shortened(visit: Visit, gestures: int) -> Visit:
    rows: list[Row] = []
    for row in visit.rows:
        gestures -= row.gesture != "write"
        if gestures < 0:
            break
        rows.append(row)
    return Visit(visit.site, visit.path, visit.options, tuple(rows), visit.tracked, visit.chip)
