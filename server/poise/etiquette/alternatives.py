"""The better steps of a rule: when they are due, and whether they are done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from poise.etiquette.clock import Clock
from poise.etiquette.decision import Match
from poise.etiquette.facts import Application, Channel, HistoryKind, Interaction
from poise.etiquette.matter import Matter
from poise.etiquette.rulefile import Instead
from poise.etiquette.stages import last_end

THANKS_WITHIN = timedelta(hours=24)
HANDWRITTEN_WITHIN = timedelta(days=7)
THANKS = frozenset({HistoryKind.THANK_YOU})


def thanks_for(application: Application, now: datetime) -> datetime | None:
    """The end of the interview that a thank-you is for: the last one behind, else the first ahead; in UTC."""
    ended = last_end(application, Clock(now))
    return ended or min((interview.ends for interview in application.interviews), default=None)


def thanks_due(interview_end: datetime, channel: str | None) -> datetime:
    """Until when a thank-you is in time."""
    return interview_end + (HANDWRITTEN_WITHIN if channel == Channel.HANDWRITTEN else THANKS_WITHIN)


def thanked(history: Iterable[Interaction], since: datetime, now: datetime, channel: str | None) -> bool:
    """Whether a thank-you went out from `since` to `now`, over this channel or one that is not known.

    Thanks that were written on a site stand for an e-mail; a card or a call does not.
    """
    thanks = (e.channel for e in history if e.kind in THANKS and since <= e.at <= now)
    if channel == Channel.EMAIL:
        return any(one not in (Channel.HANDWRITTEN, Channel.PHONE) for one in thanks)
    return any(channel is None or one in (None, channel) for one in thanks)


@dataclass(frozen=True, slots=True)
class Better:
    """A better step: until when, in UTC, where it has a date, and whether it is done."""

    step: Instead
    due: datetime | None
    done: bool


def better(matter: Matter, match: Match, now: datetime, until: datetime | None) -> Iterator[Better]:
    """The steps of the rule that decides; all instants in UTC.

    `until` is when the verdict changes by itself: what only needs patience is due then.
    """
    standing = match.standing
    history = matter.record(THANKS)[::-1]  # the newest tells most often
    interview = thanks_for(standing.application, now)
    for step in match.rule.file.instead:
        if step.kind == "thank_you" and interview is not None:
            due = thanks_due(interview, step.channel) if standing.undecided else None
            yield Better(step, due, thanked(history, interview, now, step.channel))
        else:
            yield Better(step, until if step.kind == "wait" else None, False)
