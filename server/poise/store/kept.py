"""What was worked out from the database, kept for as long as nothing changes in it."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

Result = TypeVar("Result")

MOST = 20_000


class Kept:
    """Values by name for one revision of the data and rules; who begins an answer calls `refresh` first."""

    def __init__(self, revision: Callable[[], Hashable]) -> None:
        self._ask = revision
        self._lock = Lock()
        self._values: dict[Hashable, Any] = {}
        self.revision: Hashable = None

    def refresh(self) -> None:
        """Forget what was worked out before the last change, here or by another program."""
        revision = self._ask()
        with self._lock:
            if revision != self.revision or len(self._values) > MOST:
                self.revision, self._values = revision, {}

    def get(self, name: Hashable, make: Callable[[], Result]) -> Result:
        """The value of this name, made now if it was not since the last change."""
        values = self._values  # one that is worked out while the data change belongs to the old revision
        if name not in values:
            values[name] = make()
        result: Result = values[name]
        return result
