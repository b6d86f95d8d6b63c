"""The host's manifest in each browser's own place: who may start it, and how it stands there now."""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from poise.config import Folder
from poise.launch.extension import chromium_id, firefox_id
from poise.made import Made
from poise.native import launcher, registry
from poise.native.browsers import Found, Kind
from poise.native.launcher import Launch, launcher_in
from poise.native.machine import Machine

NAME = "poise.host"


class State(StrEnum):
    """How the host stands with a browser; all but `ready` leave it unable to start the service."""

    READY = "ready"
    MISSING = "missing"
    DAMAGED = "damaged"  # no manifest of ours any more
    BROKEN = "broken"  # its launcher or its Python is gone: an update, a folder that was moved
    ELSEWHERE = "elsewhere"  # it starts a Poise on another data folder
    SANDBOXED = "sandboxed"  # the browser starts no programs


@dataclass(frozen=True, slots=True)
class Registered:
    """A manifest as it was found: the file, and the launcher that it names (null where it names none)."""

    manifest: Path
    launcher: Path | None


def installed(browser: Found, folder: Folder, machine: Machine) -> State:
    """How the host stands with this browser, for the Poise on this data folder."""
    if not browser.can_start:
        return State.SANDBOXED
    places = registered(browser.kind, machine)
    if not places:
        return State.MISSING
    if any(place.launcher is None for place in places):
        return State.DAMAGED
    launch = leads_to(browser.kind, machine)
    if launch is None or not launch.python.exists():
        return State.BROKEN
    return State.READY if launch.folder == folder.path.absolute() else State.ELSEWHERE


def leads_to(kind: Kind, machine: Machine) -> Launch | None:
    """What the browser would start now; None where that is not to be found out, or gone."""
    named = [place.launcher for place in registered(kind, machine) if place.launcher]
    return launcher.read(named[0]) if named else None


def registered(kind: Kind, machine: Machine) -> list[Registered]:
    """The manifests that the browser finds."""
    if machine.platform == "win32":
        named = [registry.read(key) for key in _keys(kind, machine)]
        return [Registered(path, _launcher_of(path, kind)) for path in named if path]
    paths = [folder / f"{NAME}.json" for folder in kind.hosts(machine)]
    return [
        Registered(path, _launcher_of(path, kind)) for path in paths if path.is_symlink() or path.exists()
    ]


def register(kind: Kind, folder: Folder, machine: Machine, made: Made) -> None:
    """Tell a browser of the launcher in this data folder. OSError where its place cannot be written to."""
    content = manifest(kind.family, launcher_in(folder.native, machine))
    if machine.platform == "win32":
        path = folder.native / f"{kind.family}.json"
        made.file(path, content)
        for key in _keys(kind, machine):
            registry.write(key, path)
    for hosts in kind.hosts(machine):
        made.file(hosts / f"{NAME}.json", content)


def unregister(kind: Kind, folder: Folder, machine: Machine) -> None:
    """Take away what leads to this data folder, and what leads nowhere; another Poise's stays."""
    for place in registered(kind, machine):
        launch = launcher.read(place.launcher) if place.launcher else None
        if launch is None or launch.folder == folder.path.absolute():
            place.manifest.unlink(missing_ok=True)
            if machine.platform == "win32":
                for key in _keys(kind, machine):
                    registry.remove(key)


def manifest(family: str, launched: Path) -> bytes:
    """The manifest for a family of browsers: our extension and no other may start the launcher."""
    chromium = {"allowed_origins": [f"chrome-extension://{chromium_id()}/"]}
    allowed = {"allowed_extensions": [firefox_id()]} if family == "firefox" else chromium
    said = {"name": NAME, "description": "Starts Poise, and connects this browser with it", "type": "stdio"}
    return json.dumps({**said, "path": str(launched.absolute()), **allowed}, indent=2).encode()


def _keys(kind: Kind, machine: Machine) -> list[str]:
    return [rf"{place}\{NAME}" for place in kind.on(machine).hosts]


def _launcher_of(path: Path, kind: Kind) -> Path | None:
    """The launcher that a manifest names, if it is as we write it."""
    try:
        said: Any = json.loads(path.read_text())
        named = Path(said["path"])
        return named if said == json.loads(manifest(kind.family, named)) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None
