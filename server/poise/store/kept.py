"""What was worked out from the database, kept for as long as nothing changes in it."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

Result = TypeVar("Result")

MOST = 20_000


class Kept:
    """Values by name for one revision of the data; a new revision forgets them all."""

    def __init__(self, revision: Callable[[], int]) -> None:
        self._revision = revision
        self._lock = Lock()
        self._of = -1
        self._values: dict[Hashable, Any] = {}

    def get(self, name: Hashable, make: Callable[[], Result]) -> Result:
        """The value of this name, made now if it was not since the last change."""
        revision = self._revision()
        with self._lock:
            if revision != self._of or len(self._values) > MOST:
                self._of, self._values = revision, {}
            values = self._values
        if name not in values:
            values[name] = make()
        result: Result = values[name]
        return result
