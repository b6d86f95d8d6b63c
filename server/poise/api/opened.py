"""Verdicts that were given and still wait for the user's choice: in memory, for ten minutes."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from uuid import UUID

from poise.etiquette.facts import Action, Gate, Level, Site

MINUTES = 10
MOST = 10_000


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


class Opened:
    def __init__(self) -> None:
        self._lock = Lock()
        self._verdicts: OrderedDict[UUID, tuple[float, Open]] = OrderedDict()

    def put(self, verdict_id: UUID, verdict: Open) -> None:
        with self._lock:
            self._forget()
            self._verdicts[verdict_id] = (monotonic(), verdict)

    def get(self, verdict_id: UUID) -> Open | None:
        with self._lock:
            self._forget()
            found = self._verdicts.get(verdict_id)
        return found[1] if found else None

    def _forget(self) -> None:
        oldest = monotonic() - MINUTES * 60
        while self._verdicts:
            since, _ = next(iter(self._verdicts.values()))
            if since > oldest and len(self._verdicts) < MOST:
                break
            self._verdicts.popitem(last=False)
