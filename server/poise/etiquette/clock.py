"""The instant a question is asked at, which remembers when the answer may next be another."""

from datetime import datetime


class Clock:
    """Answers whether an instant has been reached, and keeps the earliest one that has not.

    What is worked out from `reached` alone cannot change before `next`: so the next change of a verdict is
    found by following `next`, without trying every minute.
    """

    __slots__ = ("next", "now")

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.next: datetime | None = None

    def reached(self, at: datetime) -> bool:
        """Whether `at` lies behind or is now; both in UTC."""
        if at <= self.now:
            return True
        if self.next is None or at < self.next:
            self.next = at
        return False
