"""What was shown and still waits for the user's choice, in memory, for ten minutes: verdicts, imports."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar
from uuid import UUID

from poise.etiquette.facts import Action, Gate, Level, Site

Shown = TypeVar("Shown")

MINUTES = 10
MOST = 2_000  # three a second for all the ten minutes


@dataclass(frozen=True, slots=True)
class Open:
    """What a verdict was about. `marks`: the identities of the target, or its name where it had none."""

    action: Action
    site: Site
    gate: Gate
    verdict: Level
    rule: str | None
    person: UUID | None
    marks: tuple[str, ...]


class Opened(Generic[Shown]):
    """At most so many at once: the oldest give way."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._shown: OrderedDict[UUID, tuple[float, Shown]] = OrderedDict()

    def put(self, shown_id: UUID, shown: Shown) -> None:
        with self._lock:
            self._forget(self._most - 1)
            self._shown[shown_id] = (monotonic(), shown)

    def get(self, shown_id: UUID) -> Shown | None:
        with self._lock:
            self._forget(self._most)
            found = self._shown.get(shown_id)
        return found[1] if found else None

    def _forget(self, most: int) -> None:
        oldest = monotonic() - MINUTES * 60
        while self._shown:
            since, _ = next(iter(self._shown.values()))
            if since > oldest and len(self._shown) <= most:
                break
            self._shown.popitem(last=False)
