"""What the shapes of files have in common: no field that is not known, one line where one line is meant."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^[^\n]*$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def listed(value: object) -> object:
    """A single table, where several may stand, as a list of it."""
    return [value] if isinstance(value, dict) else value
