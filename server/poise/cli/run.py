"""`poise run`: the service, and a browser with the extension in it, paired."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from poise.cli.data import database
from poise.cli.options import data_dir, port_option
from poise.cli.printing import show
from poise.config import Folder
from poise.launch.extension import extension_folder, how_to_load
from poise.launch.finding import Browser, find, has_display, how_to_get_one, kinds
from poise.launch.opening import opened
from poise.launch.pairing import is_paired, pair
from poise.launch.process import Window
from poise.launch.profile import Profile, profile_of
from poise.launch.service import Service, service
from poise.native.installing import install_in
from poise.native.machine import this_machine
from poise.native.starting import stop
from poise.store import browsers
from poise.store.database import Database

WISHES_TO_END = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
NO_DISPLAY = "There is no display, so this is the service alone. Ctrl-C ends it."
PAIRED = "{label} is open, with Poise in it and paired. Close it, or press Ctrl-C here, to end."
NOT_PAIRED = "{label} is open, but not paired: paste the code from `poise pair` into the extension's options."
BY_HAND = """No browser was found here. In one of your own it takes three steps:
  1. {load}
  2. In another terminal: {poise} pair
  3. Paste the code that it prints into the extension's options."""
OR_GET_ONE = "\nOr install one, and this command does all that by itself: {get}"


@click.command("run")
@data_dir
@click.option(
    "--browser", "name", type=click.Choice(list(kinds())), help="Which one; else the first there is."
)
@port_option
def run_command(folder: Folder, name: str | None, port: int) -> None:
    """Run the service and a browser with the extension in it. Both end when you close the browser or press Ctrl-C."""
    display = has_display()
    browser = find(name) if display else None
    with suppress(KeyboardInterrupt), _ended_once(), service(folder, port) as running:
        show(f"Poise runs on port {running.port}; what it knows stays in {folder.path}.")
        if browser is not None:
            with _without_successor(folder, running):
                _browse(browser, folder, running.port)
            return
        show(_by_hand() if display else NO_DISPLAY)
        running.wait()


def _browse(browser: Browser, folder: Folder, port: int) -> None:
    profile = profile_of(browser, folder)
    with opened(browser, profile) as window:
        paired = _paired(window, profile, folder, port)
        # After the pairing, or the extension might get a second key through it. Firefox looks in the account alone, which
        # is `poise install`'s.
        if browser.kind.way == "chromium":
            install_in(profile.path / "NativeMessagingHosts", "chromium", folder, port, this_machine())
        show((PAIRED if paired else NOT_PAIRED).format(label=browser.kind.label), err=not paired)
        window.process.wait()


@contextmanager
def _without_successor(folder: Folder, running: Service) -> Iterator[None]:
    """Leave none behind that the browser's host started after our own service had died."""
    try:
        yield
    finally:
        if running.died():
            stop(folder)


def _paired(window: Window, profile: Profile, folder: Folder, port: int) -> bool:
    with database(folder) as opened_database:
        keyids = partial(_keyids, opened_database)
        return is_paired(profile, port, keyids()) or pair(window, profile, folder, port, keyids)


def _keyids(opened_database: Database) -> set[str]:
    with opened_database.reading() as session:
        return {row.keyid for row in browsers.paired(session)}


def _by_hand() -> str:
    get = how_to_get_one()
    load = how_to_load(extension_folder()).replace("\n", "\n     ")
    return BY_HAND.format(load=load, poise=Path(sys.executable).with_name("poise")) + (
        OR_GET_ONE.format(get=get) if get else ""
    )


@contextmanager
def _ended_once() -> Iterator[None]:
    """Make every wish to end a KeyboardInterrupt, but only the first: ending is not to be cut short."""
    before = {wish: signal.signal(wish, _end) for wish in WISHES_TO_END}
    try:
        yield
    finally:
        for wish, handler in before.items():
            signal.signal(wish, handler)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    for wish in WISHES_TO_END:
        signal.signal(wish, signal.SIG_IGN)
    raise KeyboardInterrupt
