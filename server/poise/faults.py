"""What is wrong with something that came in, in sentences of Poise's own: `faults.toml` has them by the kind of fault."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from poise.errors import Said, said

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Steps = Sequence[str | int]
END = "at end of document"
LINE = re.compile(r"line (\d+),? column (\d+)")


def place(steps: Steps) -> str:
    """The path to a value as people write it: `history[2].at`."""
    return "".join(_step(step) for step in steps).removeprefix(".")


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isprintable() else f".{step!a}"


def faults_of(error: "ValidationError", where: Callable[[Steps], str] = place) -> list[tuple[str, str]]:
    """Place and sentence of every fault; a list with faulty parts is not also called short."""
    found = error.errors(include_url=False, include_input=False)
    parents = {fault["loc"][:-1] for fault in found}
    return [
        (where(fault["loc"]), sentence(fault))
        for fault in found
        if fault["type"] != "too_short" or fault["loc"] not in parents
    ]


def sentence(fault: "ErrorDetails") -> str:
    """What is wrong and what to do, to be read after the place."""
    kind, bounds, known = fault["type"], fault.get("ctx", {}), _table()["sentences"]
    if kind not in known:  # found by a check of Poise's own, and told in its words
        found = bounds.get("error")
        own = found.args[0] if isinstance(found, ValueError) and found.args else None
        return own if isinstance(own, Said) else fault["msg"].removeprefix("Value error, ")
    words = _table()["patterns"].get(bounds.get("pattern"), known[kind])
    return said(words, **{name: _plain(bound) for name, bound in bounds.items()})


def _plain(bound: object) -> str:
    """A bound as people write it: names to choose from without quotes, a whole number without a point."""
    if isinstance(bound, float):
        return f"{bound:.0f}"
    return str(bound).replace("' or '", "', '").replace("'", "")


def unreadable(error: Exception, what: str) -> str:
    """Why a file cannot be read as `what` (JSON, TOML), and where."""
    if isinstance(error, UnicodeDecodeError):
        return "is not text in UTF-8: save it as that"
    if isinstance(error, RecursionError):
        return "is nested too deeply to be read"
    if found := LINE.search(str(error)):
        return f"is not {what}: see line {found[1]}, column {found[2]}"
    return f"is not {what}: " + (
        "it breaks off" if END in str(error) else "a value in it is too long to be read"
    )


def nul_faults(value: object, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Each text in a value out of JSON that holds U+0000, which not every database keeps; a name counts as its table."""
    if isinstance(value, str):
        if "\x00" in value:
            yield steps, said(_table()["own"]["nul"])
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from nul_faults(one, (*steps, number))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from nul_faults(name, steps)
            yield from nul_faults(one, (*steps, name))


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("poise") / "faults.toml").read_text(encoding="utf-8"))
