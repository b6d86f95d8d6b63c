"""A value that is made when it is first asked for, and then stays."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from poise.lasting import lasting

Value = TypeVar("Value")


class Once(Generic[Value]):
    """Call it for the value: made once, whoever asks; what could not be made is tried again."""

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make = make
        self._lock = Lock()
        self._made: list[Value] = []

    def __call__(self) -> Value:
        with self._lock:
            if not self._made:
                with lasting():
                    self._made.append(self._make())
            return self._made[0]

    def peek(self) -> Value | None:
        """The value if it was made, without making it."""
        return self._made[0] if self._made else None
