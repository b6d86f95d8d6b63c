"""Installing the host for the browsers of this machine, and taking all of it away again."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from poise import made
from poise.config import Folder
from poise.files import secure_folder
from poise.launch.profile import snap_profiles
from poise.made import Made
from poise.native import autostart, launcher, manifests
from poise.native.browsers import Found, kinds
from poise.native.launcher import launch_of, launcher_in
from poise.native.machine import Machine
from poise.native.manifests import State
from poise.native.starting import stop


@dataclass(frozen=True, slots=True)
class Installed:
    """How it went with one browser; `fault`: why its place could not be written to, as the system says it."""

    browser: Found
    state: State
    fault: OSError | None = None


def install(folder: Folder, port: int, machine: Machine, browsers: Sequence[Found]) -> list[Installed]:
    """Write the launcher, and tell each of the browsers of it."""
    secure_folder(folder.native)
    launcher.write(launcher_in(folder.native, machine), launch_of(folder, port), machine)
    written = made.load(folder.made)
    try:
        return [_one(browser, folder, machine, written) for browser in browsers]
    finally:
        written.save(folder.made)


def install_in(hosts: Path, family: str, folder: Folder, port: int, machine: Machine) -> None:
    """The host for a single profile that keeps its hosts in a folder of its own."""
    hosts.mkdir(mode=0o700, exist_ok=True)
    launched = launcher_in(hosts, machine)
    launcher.write(launched, launch_of(folder, port), machine)
    (hosts / f"{manifests.NAME}.json").write_bytes(manifests.manifest(family, launched))


def install_autostart(folder: Folder, port: int, machine: Machine) -> Path:
    """Let the service start at login; the entry that does it."""
    secure_folder(folder.native)
    written = made.load(folder.made)
    try:
        return autostart.switch_on(folder, port, machine, written)
    finally:
        written.save(folder.made)


def uninstall(folder: Folder, machine: Machine, with_data: bool) -> list[Path]:
    """Stop the service and take away what was installed, the data only if asked; what was left, as it is not ours."""
    stop(folder)
    autostart.switch_off(machine)
    for kind in kinds().values():
        manifests.unregister(kind, folder, machine)
    written = made.load(folder.made)
    for path in (folder.native, *folder.browsers.glob("*/NativeMessagingHosts")):
        shutil.rmtree(path, ignore_errors=True)
    for path in (folder.log, folder.starting):
        path.unlink(missing_ok=True)
    left = _remove_data(folder, machine) if with_data else []
    _remove_folders(folder, written)
    if folder.path.exists() and not with_data:
        written.save(folder.made)
    return left


def _one(browser: Found, folder: Folder, machine: Machine, written: Made) -> Installed:
    if not browser.can_start:
        return Installed(browser, State.SANDBOXED)
    try:
        manifests.register(browser.kind, folder, machine, written)
    except OSError as wrong:
        return Installed(browser, manifests.installed(browser, folder, machine), wrong)
    return Installed(browser, manifests.installed(browser, folder, machine))


def _remove_data(folder: Folder, machine: Machine) -> list[Path]:
    """Remove what Poise keeps in its folder; answers with what else is there."""
    profiles = snap_profiles(folder, machine.home)
    for path in (*_own(folder), *profiles):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for path in profiles:
        with suppress(OSError):
            path.parent.rmdir()
    return sorted(folder.path.iterdir())


def _remove_folders(folder: Folder, written: Made) -> None:
    """Take away the data folder if nothing is in it, then whichever of those that had to be made is empty too."""
    folder.made.unlink(missing_ok=True)
    with suppress(OSError):
        folder.path.rmdir()
    written.remove()


def _own(folder: Folder) -> Iterator[Path]:
    """Everything of the folder that has a name there, with what SQLite and a write that was cut off put beside it."""
    names = [name for name, value in vars(Folder).items() if isinstance(value, property)]
    for own in (getattr(folder, name).name for name in names):
        yield from folder.path.glob(own)
        yield from folder.path.glob(f"{own}[-.]*")
    yield from folder.path.glob("replaced-*.sqlite*")  # what `poise restore` laid aside
