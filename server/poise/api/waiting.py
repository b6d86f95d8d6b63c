"""Who still has to decide, now and as time goes by."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from poise.etiquette.clock import Clock
from poise.etiquette.facts import Application, Role, instant
from poise.etiquette.stages import WAITING, in_order, next_change, stage_of_all
from poise.store.dossiers import Known


def with_a_say(known: Known) -> list[Application]:
    """The applications in which this person, or company, decides."""
    return [one for one in known.dossier.applications if one.part is Role.INTERVIEWER]


def speaking(known: Known, at: datetime) -> Application | None:
    """The application that is shown for somebody: one in which they decide, and whose stage comes first."""
    applications = with_a_say(known) or known.dossier.applications
    return next(iter(in_order(applications, Clock(instant(at)))), None)


def waits(known: Known, at: datetime) -> bool:
    """Whether a decision of theirs lies ahead."""
    applications = with_a_say(known)
    return bool(applications) and stage_of_all(applications, at) in WAITING


def changes(applications: Sequence[Application], start: datetime, until: datetime) -> Iterator[datetime]:
    """`start`, then each instant before `until` at which a stage changes by itself."""
    at: datetime | None = start
    while at is not None and at < until:
        yield at
        at = next_change(applications, at)


def waiting_over_time(
    people: Sequence[Known], start: datetime, until: datetime
) -> list[tuple[datetime, int]]:
    """The badge at `start`, then at each instant before `until` at which it becomes another."""
    steps = {start: 0}
    for known in people:
        before = 0
        for at in changes(with_a_say(known), start, until):
            waiting = int(waits(known, at))
            steps[at] = steps.get(at, 0) + waiting - before
            before = waiting
    return list(_summed(steps))


def _summed(steps: dict[datetime, int]) -> Iterator[tuple[datetime, int]]:
    count, said = 0, None
    for at, step in sorted(steps.items()):
        count += step
        if count != said:
            said = count
            yield at, count
