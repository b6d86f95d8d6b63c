"""A signed request serves once, and none from before the service started serves at all."""

import time
from collections import deque
from threading import Lock

from poise.signing import TOLERANCE, Signed

KEEP = TOLERANCE.total_seconds()


class Freshness:
    """The nonces of the last minutes, in memory alone: a start forgets them, and so refuses what is older."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._begin()

    def accept(self, signed: Signed) -> bool:
        """Whether this signature is seen for the first time and was made since the start; remembers it."""
        with self._lock:
            self._forget()
            seen = (signed.key.keyid, signed.nonce)
            if signed.created < self._started or seen in self._seen:
                return False
            self._seen.add(seen)
            self._order.append((signed.created, seen))
            return True

    def _begin(self) -> None:
        self._started = self._latest = int(time.time())
        self._seen: set[tuple[str, str]] = set()
        self._order: deque[tuple[int, tuple[str, str]]] = deque()

    def _forget(self) -> None:
        """Drop what has become too old to be accepted anyway; a clock set back is like a new start."""
        now = int(time.time())
        if now < self._latest - KEEP:
            self._begin()
        self._latest = max(self._latest, now)
        while self._order and self._order[0][0] < now - KEEP - 1:
            self._seen.discard(self._order.popleft()[1])
