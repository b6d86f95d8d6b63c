"""What every refusal looks like (RFC 9457)."""

from collections.abc import Sequence

from poise.api.wire import Message


class Fault(Message):
    place: str
    fault: str


class Problem(Message):
    type: str
    title: str
    status: int
    detail: str
    errors: Sequence[Fault] = ()
