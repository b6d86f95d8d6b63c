"""What is due next towards each person, now and as time goes by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush
from typing import Any
from uuid import UUID

from poise.api.steps import ItemMessage, items
from poise.api.waiting import changes, with_a_say
from poise.store.dossiers import Known

Steps = Mapping[UUID, Sequence[tuple[datetime, Sequence[ItemMessage]]]]


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Somebody's step, while it is the one to do: from `start` on, before `end`."""

    due: datetime
    name: str
    kind: str
    start: datetime
    end: datetime


def steps_over_time(people: Sequence[Known], start: datetime, until: datetime, language: str) -> Steps:
    """Each person's open steps at `start`, and at each instant before `until` at which a stage of theirs changes."""
    now: dict[UUID, list[ItemMessage]] = {}
    for item in items(people, start, language):
        now.setdefault(item.person, []).append(item)
    return {
        known.id: [(start, now.get(known.id, [])), *_later(known, start, until, language)] for known in people
    }


def _later(
    known: Known, start: datetime, until: datetime, language: str
) -> Iterator[tuple[datetime, Sequence[ItemMessage]]]:
    for at in changes(with_a_say(known), start, until):
        if at > start:
            yield at, items([known], at, language)


def rows(steps: Sequence[tuple[datetime, Sequence[ItemMessage]]]) -> list[dict[str, Any]]:
    """As the snapshot says them."""
    return [{"from": at, "items": [_row(item) for item in found]} for at, found in steps]


def _row(item: ItemMessage) -> dict[str, Any]:
    said = {
        "kind": item.kind,
        "channel": item.channel,
        "from": item.from_,
        "due": item.due,
        "text": item.text,
    }
    return said | {"rule": item.rule}


def due_over_time(steps: Steps, until: datetime) -> list[Due]:
    """Every step with a date that is still to come, by its beginning."""
    found = [one for timeline in steps.values() for one in _spans(timeline, until)]
    return sorted(found, key=lambda one: one.start)


def _spans(timeline: Sequence[tuple[datetime, Sequence[ItemMessage]]], until: datetime) -> Iterator[Due]:
    ends = [*(at for at, _ in timeline[1:]), until]
    for (start, found), end in zip(timeline, ends, strict=True):
        for item in found:
            if item.due and item.due >= start:
                yield Due(item.due, item.interviewer, item.kind, start, min(end, item.due))


def first_due(spans: Sequence[Due], times: Iterable[datetime]) -> Iterator[Due | None]:
    """At each of these times, in order, what is due first; null where nothing is."""
    waiting = iter(spans)
    coming = next(waiting, None)
    open_now: list[Due] = []
    for at in times:
        while coming and coming.start <= at:
            heappush(open_now, coming)
            coming = next(waiting, None)
        while open_now and open_now[0].end <= at:
            heappop(open_now)
        yield open_now[0] if open_now else None
