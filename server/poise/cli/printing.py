"""The one way to the terminal: text alone, whatever the data hold."""

import re
from typing import Any

import click

# What a terminal obeys (C0 but for tab and line end, DEL, C1), and what turns the order of the letters on it round.
COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with each such character as JSON escapes it: in JSON it means the same as before."""
    return COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def show(text: str, *, err: bool = False, **style: Any) -> None:
    """Print the text, on standard error where it is told so; `style` as click's own."""
    click.echo(click.style(visible(text), **style) if style else visible(text), err=err)
