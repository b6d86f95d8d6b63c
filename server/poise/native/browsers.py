"""The browsers that can start a host, by the table in browsers.toml, and which of them are on this machine."""

import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from poise.launch.finding import snap_behind
from poise.native.machine import Machine


class Sandbox(StrEnum):
    """What keeps a browser from starting programs."""

    SNAP = "snap"
    FLATPAK = "flatpak"


@dataclass(frozen=True, slots=True)
class Places:
    programs: tuple[str, ...]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A browser as the table knows it. `family`: chromium or firefox; `portal`: as a snap it may ask the system."""

    name: str
    label: str
    family: str
    flatpak: str
    places: Mapping[str, Places]
    portal: bool = False

    def on(self, machine: Machine) -> Places:
        return self.places[machine.platform]

    def hosts(self, machine: Machine) -> list[Path]:
        """The folders it looks for hosts in; none on Windows, where the registry says."""
        return [] if machine.platform == "win32" else [machine.path(one) for one in self.on(machine).hosts]


@dataclass(frozen=True, slots=True)
class Found:
    """A browser that is on this machine, and the sandbox that it comes in."""

    kind: Kind
    sandbox: Sandbox | None = None

    @property
    def can_start(self) -> bool:
        """Whether it can start a program of ours at all, be it by asking the system."""
        return self.sandbox is None or (self.sandbox is Sandbox.SNAP and self.kind.portal)


@cache
def kinds() -> Mapping[str, Kind]:
    """All browsers of the table by name."""
    table = tomllib.loads((files("poise.native") / "browsers.toml").read_text())
    return {row["name"]: _kind(row) for row in table["browser"]}


def found(machine: Machine) -> list[Found]:
    """The browsers of the table that are on this machine."""
    return [one for kind in kinds().values() if (one := find(kind, machine))]


def find(kind: Kind, machine: Machine) -> Found | None:
    """How a browser is there: as a program, by the folder it left, or as a flatpak; None where it is not."""
    for place in kind.on(machine).programs:
        program = shutil.which(machine.path(place), path=machine.environment.get("PATH"))
        if program and machine.platform == "linux" and (snap := snap_behind(Path(program))):
            if shutil.which(snap):
                return Found(kind, Sandbox.SNAP)
        elif program or (machine.path(place).is_absolute() and machine.path(place).exists()):
            return Found(kind)
    if any(folder.parent.is_dir() for folder in kind.hosts(machine)[:1]):
        return Found(kind)
    return Found(kind, Sandbox.FLATPAK) if _is_flatpak(kind, machine) else None


def _kind(row: dict[str, Any]) -> Kind:
    places = {name: row.pop(name) for name in ("linux", "darwin", "win32")}
    read = {name: Places(**{key: tuple(value) for key, value in one.items()}) for name, one in places.items()}
    return Kind(**row, places=read)


def _is_flatpak(kind: Kind, machine: Machine) -> bool:
    apps = (Path("/var/lib/flatpak/app"), machine.home / ".local/share/flatpak/app")
    return machine.platform == "linux" and any((app / kind.flatpak).is_dir() for app in apps)
