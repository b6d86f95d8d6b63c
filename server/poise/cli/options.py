"""What the commands share: the data folder, the output as JSON, and the database behind them."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from poise.config import Folder, Settings, open_folder
from poise.store.database import Database
from poise.store.opening import open_database

Command = TypeVar("Command", bound=Callable[..., Any])

_data_dir = click.option(
    "--data-dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    callback=lambda ctx, param, value: open_folder(value),  # noqa: ARG005 - click's signature
    help="The data folder; else POISE_DATA_DIR, else the one of your account.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def data_dir(command: Command) -> Command:
    """Give the command the open data folder as `folder`."""
    return _data_dir(command)


def as_json(command: Command) -> Command:
    """Give the command `as_json`, whether its answer is for programs."""
    return _as_json(command)


@contextmanager
def database(folder: Folder) -> Iterator[Database]:
    """The database of a folder, also while the service runs on it."""
    opened = open_database(Settings(folder))
    try:
        yield opened
    finally:
        opened.engine.dispose()


def say(content: Any, sentence: str, in_json: bool) -> None:
    """Tell the result: the content in JSON, or the sentence."""
    click.echo(json.dumps(content, ensure_ascii=False, default=str) if in_json else sentence)
