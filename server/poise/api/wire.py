"""What travels: the base of all messages, and the values they share. Unknown fields are refused by name."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from poise.errors import sentence

Item = TypeVar("Item")


def in_reach(moment: datetime) -> datetime:
    """Refuse years at the edge of the calendar, where a change of zone would leave it: ValueError with the sentence."""
    if not 1900 <= moment.year <= 9000:
        raise ValueError(sentence("out_of_time"))
    return moment


Instant = Annotated[AwareDatetime, AfterValidator(in_reach)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Url = Annotated[str, StringConstraints(min_length=1, max_length=4096)]
Text = Annotated[str, StringConstraints(max_length=20_000)]
Few = Annotated[list[Item], Field(max_length=50)]
Mark = Annotated[str, StringConstraints(min_length=1, max_length=4096)]
Language = Literal["en", "de", "nb"]


class Message(BaseModel):
    """A JSON object of exactly these fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Page(Message, Generic[Item]):
    """Part of a list; `next` is what `after` has to be for the part that follows, null at the end."""

    items: Sequence[Item]
    next: str | None


class Paging(Message):
    limit: Annotated[int, Field(ge=1, le=500)] = 100
    after: UUID | None = None


def plain(message: Message) -> dict[str, Any]:
    return message.model_dump(mode="json", by_alias=True)
