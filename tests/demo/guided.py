"""The demo with a window: a start page that leads through the scenes, until the window is closed."""

import signal
from contextlib import suppress

import click

from tests.browser.screen import Screen

from . import windowed
from .guide import Guide
from .world import world

NO_DISPLAY = (
    "There is no display here to open a browser on. "
    "`make demo HEADLESS=1` plays the scenes by itself and leaves pictures of them."
)
READY = (
    "The demo is open in your browser: its first page leads through it. "
    "Close the window, or press Ctrl-C here, to end."
)


def guided(name: str | None) -> None:
    """Open it and wait. click.ClickException without a display."""
    if not windowed.has_display():
        raise click.ClickException(NO_DISPLAY)
    for wish in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(wish, signal.default_int_handler)
    click.echo("One moment …")
    with (
        suppress(KeyboardInterrupt),
        world(windowed.START[name or windowed.first_there_is()]) as here,
        Guide(here.practice, here.service) as guide,
    ):
        _close_our_page(here.screen)
        here.screen.open(guide.address)
        click.echo(READY)
        windowed.wait_until_closed(here.screen.browser)
    click.echo("The demo has ended; nothing of it is kept.")


def _close_our_page(screen: Screen) -> None:
    """It was for pairing; the extension has opened its welcome page by itself."""
    with screen.on_our_page():
        screen.driver.close()
