"""The steps that are open towards an interviewer, and when: one function for each kind of step."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from poise.etiquette.alternatives import HANDWRITTEN_WITHIN, THANKS, THANKS_WITHIN, thanked
from poise.etiquette.facts import Application, Channel, HistoryKind, Role, Stage
from poise.etiquette.position import Position
from poise.etiquette.situation import PRESSING, THEIR_WORDS, WRITTEN
from poise.etiquette.stages import UNDECIDED, stage_of
from poise.etiquette.words import table

AT_MOST = 3
WINDOW = timedelta(days=14)
REQUESTS = frozenset({HistoryKind.CONNECT, HistoryKind.THEY_CONNECTED})


@dataclass(frozen=True, slots=True)
class Step:
    """Open from an instant on, due at another, at its best until a third; in UTC. `words`: other than its usual ones."""

    kind: str
    opens: datetime
    due: datetime | None = None
    best: datetime | None = None
    words: str | None = None


def days(kind: str, name: str) -> timedelta:
    """A number of days that the agenda's table gives."""
    return timedelta(days=table("agenda")[kind][name])


def research(here: Position) -> Iterator[Step]:
    """While an interview lies ahead."""
    if here.stage in UNDECIDED and here.ahead:
        yield Step("research", here.ahead - days("research", "days_before"), here.ahead)


def thank_you(here: Position) -> Iterator[Step]:
    """After an interview, until it is done or something else was written since."""
    end = here.ended
    if here.stage is not Stage.AWAITING or end is None or here.quiet or here.happened(PRESSING, end):
        return
    if not thanked(here.dossier.history, end, here.now, Channel.EMAIL):
        best = timedelta(hours=table("agenda")["thank_you"]["best_hours"])
        yield Step("thank_you", end, end + THANKS_WITHIN, end + best)


def handwritten(here: Position) -> Iterator[Step]:
    """Besides the e-mail, where they take their time, as long as it can arrive within the week."""
    end = here.ended
    if here.stage is Stage.AWAITING and end and here.application.slow_process:
        history, arrives = here.dossier.history, end + HANDWRITTEN_WITHIN
        if not thanked(history, end, here.now, Channel.HANDWRITTEN) and here.now <= arrives:
            yield Step("handwritten", end, arrives - days("handwritten", "post_days"))


def follow_up(here: Position) -> Iterator[Step]:
    """The next of three after the thank-you or their last word; never a fourth in two weeks."""
    end = here.ended
    if here.stage is not Stage.AWAITING or end is None or here.meets_again or here.quiet:
        return
    thanks, replies = here.happened(THANKS, end)[:1], here.happened(THEIR_WORDS, end)[-1:]
    if not thanks and not replies:
        return
    begun = max(entry.at for entry in thanks + replies)
    sent, slots = here.happened(PRESSING, begun), table("agenda")["follow_up"]["days_after"]
    if len(sent) < len(slots):
        after_the_last = [entry.at + days("follow_up", "gap_days") for entry in sent[-1:]]
        opens = max([begun + timedelta(days=slots[len(sent)]), *after_the_last, *_window_opens(here)])
        words = "after_reply" if replies and replies[-1].at == begun else None
        yield Step("follow_up", opens, opens + days("follow_up", "open_days"), words=words)


def _window_opens(here: Position) -> list[datetime]:
    """When two weeks hold fewer than three again; the count runs on over all that they decide on."""
    awaited = (one for one in judged(here) if stage_of(one, here.now) is Stage.AWAITING)
    begun = min(one.first_end for one in awaited if one.first_end)
    replies = here.happened(THEIR_WORDS, begun)
    sent = here.happened(PRESSING, replies[-1].at if replies else begun)
    return [sent[-AT_MOST].at + WINDOW] if len(sent) >= AT_MOST else []


def judged(here: Position) -> list[Application]:
    """The applications in which this interviewer has a say."""
    return [one for one in here.dossier.applications if one.part is Role.INTERVIEWER]


def thanks_after_no(here: Position) -> Iterator[Step]:
    """A word of thanks soon after a no, while it is fresh."""
    yield from _after(here, "thanks_after_no", {Stage.REJECTED}, WRITTEN)


def feedback(here: Position) -> Iterator[Step]:
    """The question what could be better, once after a no."""
    yield from _after(here, "feedback", {Stage.REJECTED}, PRESSING)


def connect(here: Position) -> Iterator[Step]:
    """Once there is an offer, and nothing else they still decide on."""
    requested = any(e.kind in REQUESTS and e.at <= here.now for e in here.dossier.history)
    connected = requested or Channel.LINKEDIN in here.interviewer.earlier_contact
    if not connected and all(stage_of(one, here.now) not in UNDECIDED for one in judged(here)):
        yield from _after(here, "connect", {Stage.OFFERED, Stage.HIRED}, REQUESTS)


def _after(
    here: Position, kind: str, stages: Collection[Stage], done: Collection[HistoryKind]
) -> Iterator[Step]:
    """What is to be done once after the decision, and is let go after a while."""
    since = here.decided
    if since is None or here.stage not in stages or here.now > since + days(kind, "for_days"):
        return
    if not here.happened(done, since):
        yield Step(kind, since, since + days(kind, "due_days"))


def stay_in_touch(here: Position) -> Iterator[Step]:
    """Now and then in the year after a no."""
    since = here.decided
    if since and here.stage is Stage.REJECTED and here.now <= since + days("stay_in_touch", "for_days"):
        last = max([since, *(entry.at for entry in here.happened(WRITTEN, since))])
        opens = last + days("stay_in_touch", "every_days")
        yield Step("stay_in_touch", opens, opens + days("stay_in_touch", "open_days"))


STEPS: tuple[Callable[[Position], Iterator[Step]], ...] = (
    research,
    thank_you,
    handwritten,
    follow_up,
    thanks_after_no,
    feedback,
    connect,
    stay_in_touch,
)
