"""What the user did when a verdict was shown."""

from enum import StrEnum
from uuid import UUID

from flask import Blueprint
from sqlalchemy.orm import Session

from poise.api.endpoint import endpoint
from poise.api.finding import Target, marks_of
from poise.api.opened import Open
from poise.api.service import now, service
from poise.api.verdicts import TargetMessage
from poise.api.wire import Instant, Message
from poise.errors import Missing, sentence
from poise.etiquette.facts import Action, Gate, Level, Site
from poise.store import choices, interviewers
from poise.store.choices import NewChoice
from poise.store.models import Interviewer
from poise.store.nouns import find

blueprint = Blueprint("choices", __name__)


class Chosen(StrEnum):
    CANCELLED = "cancelled"
    SENT_ANYWAY = "sent_anyway"
    INSTEAD = "instead"
    TRUSTED = "trusted"
    NOT_THEM = "not_them"
    DECIDED = "decided"


class SeenMessage(Message):
    """The verdict as the extension gave it by itself, from its snapshot, when the service did not answer.

    `target`: whom the page said it reaches; only "not them" needs it.
    """

    person: UUID | None
    action: Action
    site: Site
    gate: Gate
    verdict: Level
    rule: str | None
    target: TargetMessage | None = None


class ChoiceMessage(Message):
    """`at`: when it was chosen, if not just now. `seen`: only where the service gave no verdict itself."""

    choice: Chosen
    at: Instant | None = None
    seen: SeenMessage | None = None


class ChoiceMade(Message):
    id: UUID
    choice: Chosen


@endpoint(blueprint, "POST", "/verdicts/<uuid:verdict_id>/choice", takes=ChoiceMessage, gives=ChoiceMade)
def choose(verdict_id: UUID, body: ChoiceMessage) -> ChoiceMade:
    """Write down what was chosen, once; only "not them" changes anything else."""
    with service().database.writing() as session:
        before = choices.made(session, verdict_id)
        if before is not None:
            choices.expect(before, body.choice)
        else:
            _write(session, verdict_id, body, _verdict(verdict_id, body.seen))
    return ChoiceMade(id=verdict_id, choice=body.choice)


def _verdict(verdict_id: UUID, seen: SeenMessage | None) -> Open:
    opened = service().opened.get(verdict_id)
    if opened is None and seen is not None:
        return Open(seen.action, seen.site, seen.gate, seen.verdict, seen.rule, seen.person, _marks(seen))
    if opened is None:
        raise Missing(sentence("verdict_gone"))
    return opened


def _marks(seen: SeenMessage) -> tuple[str, ...]:
    if seen.target is None:
        return ()
    said = seen.target
    return marks_of(service(), Target(said.url, tuple(said.ids), said.name, said.company), seen.action)


def _write(session: Session, verdict_id: UUID, body: ChoiceMessage, verdict: Open) -> None:
    at = body.at or now()
    person = find(session, Interviewer, verdict.person) if verdict.person else None
    about = (verdict.action, verdict.site, verdict.verdict, verdict.rule, person.id if person else None)
    choices.add(session, NewChoice(verdict_id, at, body.choice, *about))
    if person is not None and body.choice is Chosen.NOT_THEM:
        interviewers.deny(session, person, verdict.marks)
