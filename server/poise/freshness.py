"""A signed request serves once, and none from before the service started serves at all."""

import time
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from hashlib import blake2b
from threading import Lock

from poise.signing import TOLERANCE, Signed

KEEP = TOLERANCE.total_seconds()


class Marks:
    """A set of numbers of 64 bits that takes 8 bytes for each, where Python's own takes 70: sorted, in 256 parts."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(256)]

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __contains__(self, mark: int) -> bool:
        part = self._parts[mark % 256]
        at = bisect_left(part, mark)
        return at < len(part) and part[at] == mark

    def add(self, mark: int) -> None:
        insort(self._parts[mark % 256], mark)

    def remove(self, mark: int) -> None:
        """Of one that is in it."""
        part = self._parts[mark % 256]
        del part[bisect_left(part, mark)]


class Freshness:
    """The nonces of the last minutes, in memory alone: a start forgets them, and so refuses what is older.

    Of each only a mark is kept. Were two ever alike by chance, the second call would be refused.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._begin()

    def accept(self, signed: Signed) -> bool:
        """Whether this signature is seen for the first time and was made since the start; remembers it."""
        mark = _mark(signed)
        with self._lock:
            self._forget()
            if signed.created < self._started or mark in self._seen:
                return False
            self._seen.add(mark)
            self._made[signed.created].append(mark)
            return True

    def _begin(self) -> None:
        self._started = self._latest = int(time.time())
        self._seen = Marks()
        self._made: defaultdict[int, array[int]] = defaultdict(lambda: array("Q"))

    def _forget(self) -> None:
        """Drop what has become too old to be accepted anyway; a clock set back is like a new start."""
        now = int(time.time())
        if now == self._latest:
            return
        if now < self._latest - KEEP:
            self._begin()
        self._latest = max(self._latest, now)
        for second in [second for second in self._made if second < now - KEEP - 1]:
            for mark in self._made.pop(second):
                self._seen.remove(mark)


def _mark(signed: Signed) -> int:
    said = f"{signed.key.keyid} {signed.nonce}".encode()
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "big")
