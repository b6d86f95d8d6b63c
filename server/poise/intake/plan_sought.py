"""What the rows of another tracker would do: a new application, one completed, or nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from poise.errors import BadInput, sentence
from poise.intake.offers import Does, Row, Sought
from poise.intake.tables import cap
from poise.intake.world import KnownApplication, World
from poise.store.naming import folded, folded_company


class Gathered:
    """The applications that are new, each out of one row or several: a tracker may have a row for each interviewer."""

    def __init__(self) -> None:
        self.taken = 0
        self._known: dict[tuple[str, str], dict[date | None, list[Sought]]] = defaultdict(dict)

    def take(self, offer: Sought) -> None:
        """For the same job at the same company it is one application, unless the days of applying differ."""
        self.taken += 1
        by_day = self._known[folded_company(offer.company), (offer.role or "").casefold()]
        day = offer.applied_on
        if day not in by_day and None in by_day:
            by_day[day] = by_day.pop(None)
        elif day is None and by_day:
            day = next(iter(by_day))
        by_day.setdefault(day, []).append(offer)

    def rows(self) -> Iterator[Row]:
        for by_day in self._known.values():
            for offers in by_day.values():
                yield Row(_id(offers[0]), Does.ADD, "application", _values(offers), tuple(offers))


def _values(offers: list[Sought]) -> dict[str, object]:
    outcomes = [offer.outcome.kind for offer in offers if offer.outcome]
    people = dict.fromkeys(offer.person.name for offer in offers if offer.person)
    return {
        "company": offers[0].company,
        "role": offers[0].role,
        "outcome": outcomes[-1] if outcomes else None,
        "people": ", ".join(people) or None,
        "notes": notes_of(offers),
    }


def notes_of(offers: Sequence[Sought]) -> str | None:
    """What the user wrote beside these rows, the same words once; BadInput where one application cannot hold it."""
    notes = "\n".join(dict.fromkeys(offer.notes for offer in offers if offer.notes))
    if len(notes) > cap("table", "notes"):
        raise BadInput([(sentence("in_line", line=offers[0].line), sentence("notes_too_long"))])
    return notes or None


def is_new(offer: Sought, world: World) -> bool:
    return application_for(offer, world) is None


def row_of_sought(offer: Sought, world: World) -> Row | None:
    """Of an application that is known. None where all of it is."""
    known = application_for(offer, world)
    if known is None or not _adds(offer, known):
        return None
    both = offer.outcome is not None and known.facts.outcome is not None
    differs = both and _kind(offer) != (known.facts.outcome and known.facts.outcome.kind)
    doubt = "other_outcome" if differs else None
    return Row(_id(offer), Does.CHANGE, "application_changed", _values([offer]), (offer,), doubt, known.id)


def application_for(offer: Sought, world: World) -> KnownApplication | None:
    """The application at this company for this job, of that day if there is one; one without a job may be for any."""
    alike = sorted(world.at(offer.company), key=lambda one: one.facts.applied_on != offer.applied_on)
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
        or (offer.notes is not None and not known.noted)
        or (offer.person is not None and folded(offer.person.name) not in known.people)
    )


def _kind(offer: Sought) -> str | None:
    return offer.outcome.kind if offer.outcome else None


def _id(offer: Sought) -> str:
    said = (offer.company, offer.role, offer.applied_on, offer.person and offer.person.name, offer.line)
    return hashlib.sha256("\n".join(map(str, said)).encode()).hexdigest()[:16]
