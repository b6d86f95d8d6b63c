"""What the commands share: the data folder, the language, the port, and their output in JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from poise.cli.printing import show
from poise.config import PORT, Folder, open_folder
from poise.etiquette.words import LANGUAGES

Command = TypeVar("Command", bound=Callable[..., Any])


def _said(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """What was said to a command counts for its subcommands too."""
    before = ctx.parent.params if ctx.parent else {}
    return value or before.get(param.name or "")


def _opened(ctx: click.Context, param: click.Parameter, value: Path | None) -> Folder:
    said = _said(ctx, param, value)
    return said if isinstance(said, Folder) else open_folder(said)


_FOLDER = click.Path(path_type=Path, file_okay=False)
_WHERE = "The data folder; else POISE_DATA_DIR, else the one of your account."
_data_dir = click.option("--data-dir", "folder", type=_FOLDER, callback=_opened, help=_WHERE)
_data_path = click.option("--data-dir", "path", type=_FOLDER, callback=_said, help=_WHERE)
_language = click.option("--language", type=click.Choice(LANGUAGES), help="Else the one of the settings.")
_port = click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one."
)
_as_json = click.option("--json", "as_json", is_flag=True, callback=_said, help="Answer in JSON.")


def data_dir(command: Command) -> Command:
    """Give the command the open data folder as `folder`."""
    return _data_dir(command)


def data_path(command: Command) -> Command:
    """Give the command the path of the data folder that was asked for, not opened: it may not even be there."""
    return _data_path(command)


def language_option(command: Command) -> Command:
    """Give the command the `language` that was asked for, if any; `data.language_of` knows the other."""
    return _language(command)


def port_option(command: Command) -> Command:
    """Give the command the `port` that the service is to listen on."""
    return _port(command)


def as_json(command: Command) -> Command:
    """Give the command `as_json`, whether its answer is for programs."""
    return _as_json(command)


def say(content: Any, sentence: str, in_json: bool) -> None:
    """Tell the result: the content in JSON, or the sentence."""
    show(json.dumps(content, ensure_ascii=False, default=str) if in_json else sentence)
