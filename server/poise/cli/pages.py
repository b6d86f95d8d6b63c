"""`poise read-page`: what Poise sees on a saved page."""

import json
import sys
from pathlib import Path

import click

from poise.cli.manners import always_json
from poise.cli.printing import show
from poise.errors import PoiseError
from poise.sites.parsing import LARGEST
from poise.sites.reader import read
from poise.sites.sitemap import load

_LARGEST_FILE = 4 * LARGEST  # bytes; no character takes more


@click.command("read-page")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--url", required=True, help="The address that the page was saved from.")
@always_json
def read_page_command(file: str, url: str) -> None:
    """Read a saved page. Tells whom it is about, and what on it reaches out to whom; `-` is standard input."""
    page = read(load(), page_text(file), url)
    show(json.dumps(page, ensure_ascii=False, indent=2))


def page_text(file: str) -> str:
    """A saved page, or what comes on standard input for `-`; PoiseError where it is too large to be one."""
    with sys.stdin.buffer if file == "-" else Path(file).open("rb") as source:
        raw = source.read(_LARGEST_FILE + 1)
    if len(raw) > _LARGEST_FILE:
        raise PoiseError("This file is too large to be one page: save the page as HTML only and try again.")
    return raw.decode("utf-8", "replace")
