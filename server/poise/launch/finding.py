"""Which browsers there are on this machine, by the table in browsers.toml."""

import os
import re
import shutil
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from poise.errors import PoiseError

SNAP = re.compile(rb"/snap/bin/([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Kind:
    """A browser as the table knows it: its places on each platform, and each installer's command for it."""

    name: str
    label: str
    way: str
    linux: tuple[str, ...]
    darwin: tuple[str, ...]
    win32: tuple[str, ...]
    get: Mapping[str, str]

    def places(self) -> tuple[str, ...]:
        return {"darwin": self.darwin, "win32": self.win32}.get(sys.platform, self.linux)

    def how_to_get(self) -> str | None:
        """The command that installs it on this machine; None where we know of none."""
        return next((command for tool, command in self.get.items() if shutil.which(tool)), None)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that is on this machine. `snap`: the package's name where it comes as a snap."""

    kind: Kind
    program: Path
    snap: str | None = None


@cache
def kinds() -> Mapping[str, Kind]:
    """All browsers of the table by name, best first."""
    table = tomllib.loads((files("poise.launch") / "browsers.toml").read_text())
    return {row["name"]: Kind(**row) for row in table["browser"]}


def find(name: str | None) -> Browser | None:
    """The browser of that name, or the best there is, or None. PoiseError if the one named is not here."""
    wanted = [kinds()[name]] if name else kinds().values()
    found = next(filter(None, map(_installed, wanted)), None)
    if name and not found:
        kind = kinds()[name]
        get = kind.how_to_get()
        raise PoiseError(f"{kind.label} was not found{f': `{get}` gets it' if get else ''}.")
    return found


def how_to_get_one() -> str | None:
    """The command that gets some browser on this machine."""
    return next(filter(None, (kind.how_to_get() for kind in kinds().values())), None)


def has_display() -> bool:
    """Whether a window could be shown. On macOS and Windows one always can."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _installed(kind: Kind) -> Browser | None:
    for place in kind.places():
        found = shutil.which(os.path.expandvars(Path(place).expanduser()))
        if found is None:
            continue
        snap = snap_behind(Path(found))
        if snap is None or shutil.which(snap):
            return Browser(kind, Path(found), Path(snap).name if snap else None)
    return None


def snap_behind(program: Path) -> str | None:
    """The snap's own command behind a name on the PATH (Ubuntu's /usr/bin/firefox is such a script)."""
    if program.parent == Path("/snap/bin"):
        return str(program)
    with program.open("rb") as file:
        script = file.read(4096)
    found = SNAP.search(script) if script.startswith(b"#!") else None
    return found.group().decode() if found else None
