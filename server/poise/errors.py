"""Every failure a user may meet: one sentence, what is wrong and what to do next."""

# ruff: noqa: N818 - they are named after what happened, as the sentences are

import traceback
from enum import IntEnum
from pathlib import PurePath


class Exit(IntEnum):
    """The exit codes that scripts and tests rely on."""

    DONE = 0
    NO = 1
    BAD_INPUT = 2
    NEEDS_RESTORE = 3
    ALREADY_RUNNING = 4
    NEWER_DATA = 5
    UNSAFE_FILES = 6


class PoiseError(Exception):
    """A failure with a sentence for the user; `exit_code` is what the command line ends with."""

    def __init__(self, sentence: str, exit_code: Exit = Exit.BAD_INPUT) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


class BadInput(PoiseError):
    """Input that was refused whole, with the place and the fault of each thing wrong in it."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{place}: {fault}" if place else fault for place, fault in faults))
        self.faults = faults


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
