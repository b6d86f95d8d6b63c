"""What pydantic found wrong, as place and sentence: `applications[0].interviews[1].ends`, `unknown field`."""

from collections.abc import Sequence

from pydantic import ValidationError

SENTENCES = {
    "extra_forbidden": "unknown field",
    "missing": "is missing",
    "string_type": "must be text",
    "string_unicode": "must be text",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "frozen_set_type": "must be a list",
    "dict_type": "must be a table of fields",
    "model_type": "must be a table of fields",
    "model_attributes_type": "must be a table of fields",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
    "string_pattern_mismatch": "must be one line",
}


def place(steps: Sequence[str | int]) -> str:
    """The path to a value as people write it: `history[2].at`."""
    return "".join(_step(step) for step in steps).removeprefix(".")


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isprintable() else f".{step!a}"


def faults_of(error: ValidationError) -> list[tuple[str, str]]:
    """Every fault, with its place; a list with faulty parts is not also called short."""
    found = [(place(fault["loc"]), fault["type"], fault["msg"]) for fault in error.errors()]
    return [
        (where, _sentence(kind, message))
        for where, kind, message in found
        if kind != "too_short" or not any(other.startswith(f"{where}[") for other, _, _ in found)
    ]


def _sentence(kind: str, message: str) -> str:
    if kind in SENTENCES:
        return SENTENCES[kind]
    if kind in ("enum", "literal_error"):
        return message.replace("Input should be", "must be one of").replace(" or ", ", ").replace("'", "")
    return message.removeprefix("Value error, ")
