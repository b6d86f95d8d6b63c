"""What the commands share: the data folder, and their output in JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from poise.config import open_folder

Command = TypeVar("Command", bound=Callable[..., Any])

_data_dir = click.option(
    "--data-dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    callback=lambda ctx, param, value: open_folder(value),  # noqa: ARG005 - click's signature
    help="The data folder; else POISE_DATA_DIR, else the one of your account.",
)
_data_path = click.option(
    "--data-dir",
    "path",
    type=click.Path(path_type=Path, file_okay=False),
    help="The data folder; else POISE_DATA_DIR, else the one of your account.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def data_dir(command: Command) -> Command:
    """Give the command the open data folder as `folder`."""
    return _data_dir(command)


def data_path(command: Command) -> Command:
    """Give the command the path of the data folder that was asked for, not opened: it may not even be there."""
    return _data_path(command)


def as_json(command: Command) -> Command:
    """Give the command `as_json`, whether its answer is for programs."""
    return _as_json(command)


def say(content: Any, sentence: str, in_json: bool) -> None:
    """Tell the result: the content in JSON, or the sentence."""
    click.echo(json.dumps(content, ensure_ascii=False, default=str) if in_json else sentence)
