"""Every failure a user may meet: one sentence, what is wrong and what to do next."""

# ruff: noqa: N818 - they are named after what happened, as the sentences are

import tomllib
import traceback
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any


class Exit(IntEnum):
    """The exit codes that scripts and tests rely on."""

    DONE = 0
    NO = 1
    BAD_INPUT = 2
    NEEDS_RESTORE = 3
    ALREADY_RUNNING = 4
    NEWER_DATA = 5
    UNSAFE_FILES = 6


class Said(str):
    """A sentence of `errors.toml`: itself in English, and `spoken` by language in all that Poise speaks."""

    spoken: Mapping[str, str]


def sentence(key: str, **values: object) -> Said:
    """The sentence of this key with its places filled; a value that is such a sentence is said in the same language."""
    return said(_table()[key], **values)


def said(words: Mapping[str, str], **values: object) -> Said:
    """A sentence of its words by language, English among them, with its places filled."""
    spoken = {
        language: template.format_map({k: in_language(v, language) for k, v in values.items()})
        for language, template in words.items()
    }
    made = Said(spoken["en"])
    made.spoken = spoken
    return made


def in_language(text: Any, language: str) -> Any:
    """The text in this language, where it is known in it."""
    return text.spoken.get(language, text) if isinstance(text, Said) else text


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("poise") / "errors.toml").read_text(encoding="utf-8"))


class PoiseError(Exception):
    """A failure with a sentence for the user; `exit_code` is what the command line ends with."""

    def __init__(self, sentence: str, exit_code: Exit = Exit.BAD_INPUT) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code

    def spoken(self, language: str) -> str:
        """The sentence in this language, as far as it is known in it."""
        return str(in_language(self.args[0], language))


class BadInput(PoiseError):
    """Input that was refused whole, with the place and the fault of each thing wrong in it."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        self.faults = faults
        super().__init__(self.spoken("en"))

    def spoken(self, language: str) -> str:
        said = [(in_language(place, language), in_language(fault, language)) for place, fault in self.faults]
        return "; ".join(f"{place}: {fault}" if place else fault for place, fault in said)


class Missing(PoiseError):
    """What was asked for is not there."""


class Conflict(PoiseError):
    """What was asked for contradicts what is there already."""


class Stale(PoiseError):
    """What was to be changed has changed meanwhile."""


def frames_of(error: BaseException) -> str:
    """Where an error came from, by the names of files and functions alone: safe to log."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
