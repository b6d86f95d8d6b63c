"""Making Poise start by itself, and taking it away again: `poise install`, `poise uninstall`."""

import sys
from pathlib import Path

import click

from poise.cli.options import as_json, data_dir, port_option, say
from poise.config import Folder
from poise.errors import Exit
from poise.launch.extension import ROOT, extension_folder
from poise.native import installing
from poise.native.browsers import Found, Sandbox, find, found, kinds
from poise.native.installing import Installed
from poise.native.machine import Machine, this_machine
from poise.native.manifests import State

BY_CODE = "Connect it by a code: `poise pair` says how."
NONE = "No browser was found here. Install Chromium, Chrome, Brave, Edge, Vivaldi or Firefox, then say `poise install` again."
NEXT = """From now on the extension starts Poise by itself, and connects without a code.
Is it not in your browser yet? `poise extension --out poise-extension` lays it down, and says how to load it."""


@click.command("install")
@data_dir
@click.option(
    "--browser", "names", multiple=True, type=click.Choice(list(kinds())), help="Which; else all found here."
)
@port_option
@click.option("--autostart", is_flag=True, help="Also start the service whenever you log in.")
@as_json
@click.pass_context
def install_command(
    ctx: click.Context, folder: Folder, names: tuple[str, ...], port: int, autostart: bool, as_json: bool
) -> None:
    """Let your browsers start Poise by themselves. They connect to it without a code."""
    machine = this_machine()
    browsers = [_named(name, machine) for name in names] or found(machine)
    done = installing.install(folder, port, machine, browsers)
    entry = _at_login(folder, port, machine) if autostart else None
    ready = any(one.state is State.READY for one in done)
    lines = [*map(_line, done), *([] if done else [NONE]), *([NEXT] if ready else [])]
    lines += [_login_line(entry)] if entry else []
    made = str(entry) if isinstance(entry, Path) else None
    say({"browsers": [_shape(one) for one in done], "autostart": made}, "\n".join(lines), as_json)
    faults = isinstance(entry, OSError) or any(one.fault for one in done)
    ctx.exit(Exit.DONE if ready and not faults else Exit.NO)


@click.command("uninstall")
@data_dir
@click.option("--data", "with_data", is_flag=True, help="Also delete all that Poise knows. No undo.")
@as_json
def uninstall_command(folder: Folder, with_data: bool, as_json: bool) -> None:
    """Stop the service and take away what `poise install` made. Your data stay, unless you say --data."""
    left = installing.uninstall(folder, this_machine(), with_data)
    lines = ["Poise is stopped, and no browser starts it any more."]
    if left:
        lines.append(
            f"Not Poise's own, and so left in {folder.path}: {', '.join(path.name for path in left)}."
        )
    elif not with_data and folder.path.exists():
        lines.append(f"Your data are still in {folder.path}; `poise uninstall --data` deletes them too.")
    lines.append(f"Remove the extension in the browser, and {_program()}.")
    say({"left": [str(path) for path in left], "data": folder.path.exists()}, "\n".join(lines), as_json)


def _program() -> str:
    """The program itself, and how it goes away: as it came."""
    if extension_folder() == ROOT:
        return f"the folder {ROOT}"
    return f"the program with `{'pipx' if 'pipx' in Path(sys.prefix).parts else 'pip'} uninstall poise`"


def _named(name: str, machine: Machine) -> Found:
    """The browser that is wanted, also where it is not to be found yet."""
    return find(kinds()[name], machine) or Found(kinds()[name])


def _at_login(folder: Folder, port: int, machine: Machine) -> Path | OSError:
    """The entry that was made, or why it could not be."""
    try:
        return installing.install_autostart(folder, port, machine)
    except OSError as wrong:
        return wrong


def _login_line(entry: Path | OSError) -> str:
    if isinstance(entry, Path):
        return f"It also starts when you log in: {entry}"
    return f"When you log in it does not start: {_unwritable(entry)}. Make that writable, then say `poise install --autostart` again."


def _unwritable(fault: OSError) -> str:
    return f"{fault.filename or 'its folder'} cannot be written to ({fault.strerror})"


def _line(one: Installed) -> str:
    label = one.browser.kind.label
    if one.fault is not None:
        return f"{label}: {_unwritable(one.fault)}. {BY_CODE}"
    if one.state is State.SANDBOXED:
        return f"{label} is a {one.browser.sandbox}, whose sandbox keeps it from starting programs. {BY_CODE}"
    if one.browser.sandbox is Sandbox.SNAP:
        return f"{label}: ready. It is a snap: the system asks you once whether it may start Poise. If it never asks: {BY_CODE}"
    return f"{label}: ready."


def _shape(one: Installed) -> dict[str, object]:
    return {
        "browser": one.browser.kind.name,
        "state": str(one.state),
        "sandbox": one.browser.sandbox,
        "fault": one.fault.strerror if one.fault else None,
    }
