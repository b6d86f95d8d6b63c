"""What pydantic found wrong, as place and sentence: `applications[0].interviews[1].ends`, `unknown field`."""

from collections.abc import Sequence

from pydantic import ValidationError

SENTENCES = {
    "extra_forbidden": "unknown field",
    "missing": "is missing",
    "string_type": "must be text",
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
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return path.removeprefix(".")


def faults_of(error: ValidationError) -> list[tuple[str, str]]:
    """Every fault, with its place, in the order of the input."""
    return [(place(fault["loc"]), _sentence(fault["type"], fault["msg"])) for fault in error.errors()]


def _sentence(kind: str, message: str) -> str:
    if kind in SENTENCES:
        return SENTENCES[kind]
    if kind in ("enum", "literal_error"):
        return message.replace("Input should be", "must be one of").replace(" or ", ", ").replace("'", "")
    return message.removeprefix("Value error, ")
