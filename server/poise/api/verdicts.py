"""A verdict on what the user is about to do on a page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from flask import Blueprint
from pydantic import Field, StringConstraints

from poise.api.endpoint import endpoint
from poise.api.finding import Found, Target, find, towards_a_person
from poise.api.opened import Open
from poise.api.service import Service, service
from poise.api.settings import language_of
from poise.api.times import local_zone
from poise.api.wire import Few, Instant, Language, Line, Message, Text, Url
from poise.etiquette.facts import WALLS, Action, Gate, Intent, Level, Site, Stage
from poise.etiquette.judge import judge
from poise.etiquette.verdict import Verdict
from poise.store.dossiers import COMPANY, Known
from poise.store.naming import new_id

blueprint = Blueprint("verdicts", __name__)

Mark = Annotated[str, StringConstraints(min_length=1, max_length=300)]
SEVERITY = list(Level)


class TargetMessage(Message):
    url: Url | None = None
    ids: Few[Mark] = Field(default_factory=list)
    name: Line | None = None
    company: Line | None = None


class IntentMessage(Message):
    """What is about to be done, as the page shows it. The text is judged, and neither kept nor logged."""

    action: Action
    site: Site
    gate: Gate = Gate.LAST
    page_url: Url
    target: TargetMessage
    text: Text | None = None
    with_note: bool = False
    language: Language | None = None


class SourceMessage(Message):
    id: str
    title: str


class AlternativeMessage(Message):
    kind: str
    channel: str | None
    due: Instant | None
    done: bool
    text: str


class WhomMessage(Message):
    """Who it is about; `kind` is person or company."""

    id: UUID
    kind: str
    name: str


class VerdictMessage(Message):
    """`match`: `identity`, or `name` where only the name speaks for it (then ask); null for nobody known."""

    id: UUID
    verdict: Level
    rule: str | None = None
    rules: Sequence[str] = ()
    stage: Stage | None = None
    waiting_days: int | None = None
    headline: str = ""
    reason: str = ""
    source: SourceMessage | None = None
    grade: str | None = None
    contested: str | None = None
    instead: Sequence[AlternativeMessage] = ()
    note: str | None = None
    valid_until: Instant | None = None
    person: WhomMessage | None = None
    match: str | None = None


@endpoint(blueprint, "POST", "/verdicts", takes=IntentMessage, gives=VerdictMessage)
def give_verdict(body: IntentMessage) -> VerdictMessage:
    """Judge an intent; nobody known is always allowed."""
    here = service()
    found = find(here, _target(body), body.action, body.site)
    strictest = max(
        ((_judged(here, known, body), known) for known in found.known if known.dossier.applications),
        key=lambda pair: SEVERITY.index(pair[0].verdict),
        default=None,
    )
    message = _message(strictest, found)
    here.opened.put(message.id, _open(message, body, found))
    return message


def _target(body: IntentMessage) -> Target:
    """A wall without an address of its own is that of the page."""
    target = body.target
    wall = body.action in WALLS and not target.url and not target.ids
    return Target(body.page_url if wall else target.url, tuple(target.ids), target.name, target.company)


def _judged(here: Service, known: Known, body: IntentMessage) -> Verdict:
    action = body.action if known.kind == COMPANY else towards_a_person(body.action)
    intent = Intent(action, body.site, None, body.gate, body.text, body.with_note)
    now = datetime.now(local_zone())  # due times are said in the user's zone
    return judge(here.rulebook, known.dossier, intent, now, language_of(here, body.language))


def _message(judged: tuple[Verdict, Known] | None, found: Found) -> VerdictMessage:
    if judged is None:
        return VerdictMessage(id=new_id(), verdict=Level.ALLOW)
    verdict, known = judged
    values = {name: getattr(verdict, name) for name in Verdict.__slots__}
    values["source"] = verdict.source and SourceMessage(id=verdict.source.id, title=verdict.source.title)
    values["instead"] = [
        AlternativeMessage(kind=i.kind, channel=i.channel, due=i.due, done=i.done, text=i.text)
        for i in verdict.instead
    ]
    whom = WhomMessage(id=known.id, kind=known.kind, name=known.name)
    return VerdictMessage(id=new_id(), **values, person=whom, match=found.match)


def _open(message: VerdictMessage, body: IntentMessage, found: Found) -> Open:
    whom = message.person
    return Open(
        action=body.action,
        site=body.site,
        gate=body.gate,
        verdict=message.verdict,
        rule=message.rule,
        person=whom.id if whom and whom.kind != COMPANY else None,
        marks=found.marks,
    )
