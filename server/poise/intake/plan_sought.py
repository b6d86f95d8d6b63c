"""What a row of another tracker would do: a new application, one completed, or nothing."""

import hashlib

from poise.intake.offers import Does, Row, Sought
from poise.intake.world import KnownApplication, World
from poise.store.naming import folded


def row_of_sought(offer: Sought, world: World) -> Row | None:
    """None where all of it is known."""
    values = {
        "company": offer.company,
        "role": offer.role,
        "outcome": offer.outcome.kind if offer.outcome else None,
        "people": offer.person.name if offer.person else None,
    }
    known = application_for(offer, world)
    if known is None:
        return Row(_id(offer), Does.ADD, "application", values, (offer,))
    if not _adds(offer, known):
        return None
    both = offer.outcome is not None and known.facts.outcome is not None
    differs = both and _kind(offer) != (known.facts.outcome and known.facts.outcome.kind)
    doubt = "other_outcome" if differs else None
    return Row(_id(offer), Does.CHANGE, "application_changed", values, (offer,), doubt, known.id)


def application_for(offer: Sought, world: World) -> KnownApplication | None:
    """The application at this company for this job; one without a job may be for any."""
    alike = world.at(offer.company)
    same = [one for one in alike if (one.facts.role or "").casefold() == (offer.role or "").casefold()]
    return next(iter([*same, *(one for one in alike if not (one.facts.role and offer.role))]), None)


def _adds(offer: Sought, known: KnownApplication) -> bool:
    """Whether the file tells anything that is not known."""
    outcome = known.facts.outcome
    times = {(interview.starts, interview.ends) for interview in known.facts.interviews}
    return (
        (offer.outcome is not None and _kind(offer) != (outcome.kind if outcome else None))
        or not set(offer.interviews) <= times
        or (offer.applied_on is not None and known.facts.applied_on is None)
        or (offer.role is not None and known.facts.role is None)
        or (offer.person is not None and folded(offer.person.name) not in known.people)
    )


def _kind(offer: Sought) -> str | None:
    return offer.outcome.kind if offer.outcome else None


def _id(offer: Sought) -> str:
    said = (offer.company, offer.role, offer.applied_on, offer.person and offer.person.name, offer.line)
    return hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()[:16]
