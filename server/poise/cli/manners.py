"""What all commands have in common: the options that each takes, the examples in its help, how it fails."""

import os
import sys
import tomllib
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import click

from poise.cli.printing import show
from poise.errors import Exit, PoiseError, frames_of

DEBUG = "--debug"


def _plain(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value or os.environ.get("NO_COLOR"):
        ctx.color = False


COMMON: Sequence[click.Option] = (
    click.Option([DEBUG], is_flag=True, expose_value=False, help="Show the traceback of an error."),
    click.Option(
        ["--no-color"], is_flag=True, expose_value=False, is_eager=True, callback=_plain,
        help="Without colours, as with NO_COLOR in the environment.",
    ),
)  # fmt: skip


always_json = click.option(
    "--json", is_flag=True, expose_value=False, help="Nothing changes: the answer is JSON anyway."
)  # for the commands that answer so by themselves, as all take it


def with_manners(command: click.Command, path: str) -> click.Command:
    """A command, and those below it, with the common options and its examples. `path`: as it is typed after `poise`."""
    known = {name for param in command.params for name in param.opts}
    command.params += [option for option in COMMON if not known.intersection(option.opts)]
    command.epilog = _epilog(examples().get(path, ()))
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            with_manners(below, f"{path} {name}".strip())
    return command


@cache
def examples() -> Mapping[str, Sequence[str]]:
    """Lines that can be typed as they stand, by command."""
    return tomllib.loads((files("poise.cli") / "examples.toml").read_text(encoding="utf-8"))


def _epilog(lines: Sequence[str]) -> str | None:
    shown = "\n".join(f"  {line}" for line in lines)
    return f"\b\nExamples:\n{shown}" if lines else None


def failed(error: Exception) -> Exit:
    """Tell an error in one sentence; the exit code that it ends with. With --debug its traceback."""
    if isinstance(error, click.ClickException):
        return _said(f"{_whole(error.format_message())}{_help_for(error)}")
    if DEBUG in sys.argv:
        show("".join(traceback.format_exception(error)), err=True)
        return Exit.NO
    if isinstance(error, PoiseError):
        return _said(str(error), error.exit_code)
    if isinstance(error, OSError):
        return _said(f"{error.filename or 'The system'}: {error.strerror}.")
    where = f"{type(error).__name__} in {frames_of(error).rpartition(' > ')[2]}"
    return _said(f"This is a fault of Poise itself ({where}): the same with {DEBUG} says all of it.")


def _said(sentence: str, code: Exit = Exit.BAD_INPUT) -> Exit:
    show(f"poise: {sentence}", err=True)
    return code


def _whole(sentence: str) -> str:
    """Some of click's sentences end without their full stop."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _help_for(wrong: click.ClickException) -> str:
    """Where a misused command is explained."""
    ctx = wrong.ctx if isinstance(wrong, click.UsageError) else None
    return f" See `{ctx.command_path} --help`." if ctx else ""
