"""Column types that every database keeps alike."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, String
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as whole microseconds since 1970 in UTC; refuses a time without a zone."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Any) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, _: Any) -> datetime | None:
        return None if value is None else EPOCH + value * MICROSECOND


class Words(TypeDecorator[frozenset[str]]):
    """A few words of a fixed vocabulary, kept in order and apart by spaces."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, _: Any) -> str:
        return " ".join(sorted(value or ()))

    def process_result_value(self, value: str | None, _: Any) -> frozenset[str]:
        return frozenset((value or "").split())
