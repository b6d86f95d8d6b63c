"""The agenda: what is due towards each interviewer, and when. Pure: all that is known in, the steps out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from poise.etiquette.facts import Application, Dossier, Role, instant
from poise.etiquette.position import Position
from poise.etiquette.stages import QUIET, last_sign
from poise.etiquette.steps import STEPS, Step
from poise.etiquette.words import fill, table


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: open from `opens` on, at its best until `best`, due at `due`, where it has a date.

    `rule` is what it rests on; `checklist` its parts, where it has some.
    """

    kind: str
    channel: str | None
    interviewer: str
    company: str
    opens: datetime
    best: datetime | None
    due: datetime | None
    late: bool
    text: str
    rule: str
    checklist: tuple[str, ...] = ()


def agenda(dossiers: Iterable[Dossier], now: datetime, language: str = "en") -> list[Item]:
    """What is due and what comes next, soonest first; instants in the zone of `now`.

    An application that has gone quiet is asked about once, whoever of its interviewers comes first.
    """
    positions = [position for dossier in dossiers for position in _positions(dossier, instant(now))]
    found = [(here, step) for here in positions for steps in STEPS for step in steps(here)]
    found += _quiet(positions)
    items = [_item(here, step, now, language) for here, step in found]
    return sorted(items, key=lambda item: (item.due or item.opens, item.company, item.interviewer, item.kind))


def _positions(dossier: Dossier, now: datetime) -> Iterator[Position]:
    if dossier.interviewer is not None:
        for application in dossier.applications:
            if application.part is Role.INTERVIEWER:
                yield Position(dossier, dossier.interviewer, application, now)


def _quiet(positions: Iterable[Position]) -> Iterator[tuple[Position, Step]]:
    first: dict[Application, Position] = {}
    signs: dict[Application, datetime] = {}
    for here in positions:
        sign = last_sign(here.application, here.dossier.history, here.now)
        if sign is not None and not here.meets_again:
            first.setdefault(here.application, here)
            signs[here.application] = max(sign, signs.get(here.application, sign))
    for application, sign in signs.items():
        if first[application].now - sign > QUIET:
            yield first[application], Step("outcome", sign + QUIET)


def _item(here: Position, step: Step, now: datetime, language: str) -> Item:
    words, application = table("agenda")[step.kind], here.application
    values = {"name": here.interviewer.name, "company": application.company, "role": application.role}
    late = step.due is not None and here.now > step.due
    said = words["late"] if late and "late" in words else words.get(step.words or "", words)
    return Item(
        kind=step.kind,
        channel=words.get("channel"),
        interviewer=here.interviewer.name,
        company=application.company,
        opens=step.opens.astimezone(now.tzinfo),
        best=step.best.astimezone(now.tzinfo) if step.best else None,
        due=step.due.astimezone(now.tzinfo) if step.due else None,
        late=late,
        text=fill(said[language], values),
        rule=words["rule"],
        checklist=tuple(fill(line[language], values) for line in words.get("checklist", ())),
    )
