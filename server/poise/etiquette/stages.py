"""Where an application stands: worked out from its facts and the clock, stored nowhere."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from poise.etiquette.clock import Clock
from poise.etiquette.facts import Application, HistoryKind, Interaction, OutcomeKind, Stage, instant

UNDECIDED = frozenset({Stage.APPLIED, Stage.SCHEDULED, Stage.AWAITING})
WAITING = frozenset({Stage.SCHEDULED, Stage.AWAITING})  # what the badge counts
QUIET = timedelta(days=42)

SHOWN_FIRST = (
    Stage.AWAITING,
    Stage.SCHEDULED,
    Stage.APPLIED,
    Stage.REJECTED,
    Stage.WITHDRAWN,
    Stage.OFFERED,
    Stage.HIRED,
)

AFTER = {
    OutcomeKind.OFFER: Stage.OFFERED,
    OutcomeKind.ACCEPTED: Stage.HIRED,
    OutcomeKind.REJECTED: Stage.REJECTED,
    OutcomeKind.WITHDRAWN: Stage.WITHDRAWN,
}

THEIRS = frozenset({HistoryKind.THEY_WROTE, HistoryKind.THEY_CONNECTED})


def stage_at(application: Application, clock: Clock) -> Stage:
    """The stage by this clock; an outcome counts from its instant on."""
    outcome = application.outcome
    if outcome and clock.reached(outcome.at):
        return AFTER[outcome.kind]
    end = application.first_end
    if end is None:
        return Stage.APPLIED
    return Stage.AWAITING if clock.reached(end) else Stage.SCHEDULED


def stage_of(application: Application, now: datetime) -> Stage:
    """The stage of one application; an interview under way is not yet behind."""
    return stage_at(application, Clock(instant(now)))


def in_order(applications: Iterable[Application], clock: Clock) -> list[Application]:
    """The one that speaks for all comes first: by stage, then the one whose last interview ended later."""

    def place(application: Application) -> tuple[int, float]:
        stage = stage_at(application, clock)
        ended = last_end(application, clock) if stage is Stage.AWAITING else None
        return SHOWN_FIRST.index(stage), -ended.timestamp() if ended else 0.0

    found = list(applications)
    return sorted(found, key=place) if len(found) > 1 else found


def stage_of_all(applications: Iterable[Application], now: datetime) -> Stage:
    """The stage shown for somebody in several applications; ValueError if there is none."""
    return min((stage_of(application, now) for application in applications), key=SHOWN_FIRST.index)


def last_end(application: Application, clock: Clock) -> datetime | None:
    """When the last interview that lies behind ended, in UTC."""
    return max([i.ends for i in application.interviews if clock.reached(i.ends)], default=None)


def waiting_since(application: Application, now: datetime) -> datetime | None:
    """The end of the last interview while a decision is awaited, in UTC; else None."""
    clock = Clock(instant(now))
    return last_end(application, clock) if stage_at(application, clock) is Stage.AWAITING else None


def waiting_days(application: Application, now: datetime) -> int | None:
    """Whole 24-hour periods since the last interview ended, 0 on the first day; None unless awaiting."""
    since = waiting_since(application, now)
    return None if since is None else (instant(now) - since) // timedelta(days=1)


def last_sign(application: Application, history: Iterable[Interaction], now: datetime) -> datetime | None:
    """The last sign of life while awaiting: the last interview's end, or their last word after it."""
    since = waiting_since(application, now)
    words = [entry.at for entry in history if entry.kind in THEIRS and entry.at <= now]
    return None if since is None else max([since, *words])


def meets_again(application: Application, now: datetime) -> bool:
    """Whether an interview is under way or lies ahead."""
    return any(interview.ends > now for interview in application.interviews)


def gone_quiet(application: Application, history: Iterable[Interaction], now: datetime) -> bool:
    """Awaiting for more than 42 days with no sign of life; an interview ahead is one."""
    sign = last_sign(application, history, now)
    return sign is not None and not meets_again(application, now) and instant(now) - sign > QUIET


def next_change(applications: Iterable[Application], now: datetime) -> datetime | None:
    """The next instant at which the stage of one of them changes by itself, in UTC; None if never."""
    changes = (_next_stage(application, instant(now)) for application in applications)
    return min((at for at in changes if at is not None), default=None)


def _next_stage(application: Application, now: datetime) -> datetime | None:
    clock = Clock(now)
    stage = stage_at(application, clock)
    while clock.next is not None:
        clock = Clock(clock.next)
        if stage_at(application, clock) is not stage:
            return clock.now
    return None
