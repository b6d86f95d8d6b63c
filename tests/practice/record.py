"""What the practice sites were asked for, and what was really sent to somebody."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Visit:
    """Any request at all, in the order of arrival."""

    method: str
    host: str
    path: str  # with the query


@dataclass(frozen=True)
class Sent:
    """A request by which somebody is reached: an invitation, a friend request, a post, a comment, a message.

    `kind`: connect, follow, withdraw, accept, message, comment or react on LinkedIn; post, review, comment,
    react, friend_request, friend_cancel, follow, like or message on Facebook; connect, follow or message on
    the others. `target`: who it goes to, by LinkedIn slug, Facebook vanity name or number, or handle. `body`: the JSON, or the form with `variables` parsed.
    """

    host: str
    path: str
    kind: str
    target: str
    body: dict[str, Any]


@dataclass
class Record:
    visits: list[Visit] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)

    def clear(self) -> None:
        self.visits.clear()
        self.sent.clear()
