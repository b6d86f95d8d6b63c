"""The examples that stand beside each site map: one file a control, small pages with their expected reading.

TOML has no null: an expected target of "none", and an expected text of "", stand for it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from poise.sites.reader import Reading, read
from poise.sites.schema import Maps
from poise.sites.sitemap import load


@dataclass(frozen=True)
class Example:
    site: str
    control: str
    data: dict[str, Any]

    @property
    def id(self) -> str:
        return f"{self.site}/{self.control}: {self.data['name']}"

    @property
    def url(self) -> str:
        return str(self.data["url"])

    @property
    def html(self) -> str:
        return str(self.data["html"])


@cache
def maps() -> Maps:
    return load()


@cache
def examples() -> list[Example]:
    found = []
    for site in maps():
        folder = files("poise.sites") / "maps" / site
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            for data in tomllib.loads(file.read_text(encoding="utf-8"))["example"]:
                found.append(Example(site, file.name.removesuffix(".toml"), data))
    return found


def reading(example: Example) -> Reading:
    """What the service reads in an example's page."""
    return read(maps(), example.html, example.url)


def difference(example: Example, got: Reading) -> str | None:
    """Where a reading is not the expected one; null if it is. What an example does not name is free.

    An example tells of the actions of the controls that it names; others may stand on its page as well.
    """
    expected = [{"control": example.control, **entry} for entry in example.data["reads"]]
    actions = {
        _action(example.site, name) for name in (example.control, *(one["control"] for one in expected))
    }
    found = [entry for entry in got["controls"] if entry["action"] in actions]
    if len(expected) != len(found):
        return f"{len(expected)} controls expected, read: {found}"
    for wanted, entry in zip(expected, found, strict=True):
        for key, value in wanted.items():
            if not _agrees(value, entry.get(key)):
                return f"{key}: {value!r} expected, read: {entry}"
    if "signs" in example.data:
        told = [{"sign": example.control, **entry} for entry in example.data["signs"]]
        if len(told) != len(got["signs"]) or not all(map(_agrees, told, got["signs"])):
            return f"the signs {told} expected, read: {got['signs']}"
    for key in {"kind", "about", "missing"} & example.data.keys():
        if not _agrees(example.data[key], got[key]):
            return f"{key}: {example.data[key]!r} expected, read: {got[key]!r}"
    return None


def _action(site: str, name: str) -> str:
    """What a control does; a sign does nothing."""
    return next((control.action.value for control in maps()[site].control if control.id == name), "")


def _agrees(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(_agrees(value, got.get(key)) for key, value in wanted.items())
    return bool(got is None if wanted in ("", "none") else got == wanted)
