"""A file of JSON: one thing, or a list of them; what is wrong anywhere in it is told all at once."""

import json
from collections.abc import Callable
from typing import Any, TextIO, TypeVar

from poise.errors import BadInput
from poise.faults import unreadable

Thing = TypeVar("Thing")


def parsed(file: TextIO) -> Any:
    """The JSON in a file; BadInput where it is none."""
    try:
        return json.load(file)
    except (ValueError, RecursionError) as error:
        name = "standard input" if file.name == "<stdin>" else file.name
        raise BadInput([("", f"{name} {unreadable(error, 'JSON')}")]) from error


def read_all(raw: Any, read: Callable[[object], Thing]) -> list[Thing]:
    """Each of a list, or the one; BadInput with the place of every fault."""
    if not isinstance(raw, list):
        return [read(raw)]
    things, faults = list[Thing](), list[tuple[str, str]]()
    for number, one in enumerate(raw):
        try:
            things.append(read(one))
        except BadInput as wrong:
            faults += [(f"[{number}].{place}".rstrip("."), fault) for place, fault in wrong.faults]
    if faults:
        raise BadInput(faults)
    return things


def told(raw: Any, answers: list[Any]) -> str:
    """The answers as JSON: a list for a list, one for one."""
    return json.dumps(answers if isinstance(raw, list) else answers[0], ensure_ascii=False, indent=2)
