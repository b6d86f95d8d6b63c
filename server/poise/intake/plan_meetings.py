"""What an event of a calendar would do: a new interview, one moved, one called off, or nothing."""

import hashlib
from collections.abc import Mapping

from poise.intake.offers import Does, Meeting, Row
from poise.intake.world import KnownApplication, KnownEntry, World
from poise.store.naming import folded


def row_of_meeting(offer: Meeting, world: World) -> Row | None:
    """None where it is so already, or where there is nothing to do."""
    entry = world.entries.get(offer.mark)
    if entry is not None:
        return _of_entry(offer, entry)
    held = _by_hand(offer, world)
    if offer.called_off:
        return _row(offer, Does.REMOVE, "called_off", held.company) if held else None
    if held is not None:
        return _row(offer, Does.CHANGE, "follows_calendar", held.company)
    return _row(offer, Does.ADD, "interview", offer.company)


def _of_entry(offer: Meeting, entry: KnownEntry) -> Row | None:
    if offer.order < entry.order or (offer.called_off and entry.interview is None):
        return None
    if offer.called_off:
        return _row(offer, Does.REMOVE, "called_off", entry.company)
    newer = offer.order[0] > entry.order[0]
    if entry.interview is None:  # called off, or taken out by hand
        again = newer or (entry.called_off and offer.order > entry.order)
        return _row(offer, Does.ADD, "interview_again", entry.company, "was_removed") if again else None
    if offer.order > entry.order and entry.interview != (offer.starts, offer.ends):
        return _row(offer, Does.CHANGE, "moved", entry.company, before=entry.interview[0])
    if newer and not {folded(person.name) for person in offer.people} <= entry.people:
        return _row(offer, Does.CHANGE, "more_people", entry.company)
    return None


def _by_hand(offer: Meeting, world: World) -> KnownApplication | None:
    """The application in which this interview stands already, written down by the user themselves."""
    at = (
        one
        for one in world.at(offer.company)
        if any(
            (interview.starts, interview.ends) == (offer.starts, offer.ends)
            for interview in one.facts.interviews
        )
    )
    return next(at, None)


def _row(
    offer: Meeting, does: Does, says: str, company: str | None, doubt: str | None = None, **more: object
) -> Row:
    people = ", ".join(
        person.name if person.part == "interviewer" else f"{person.name} ({person.part})"
        for person in offer.people
    )
    values: Mapping[str, object] = {
        "company": company,
        "title": offer.title,
        "at": offer.starts,
        "zone": offer.zone,
        "people": people,
        **more,
    }
    plain = offer.doubt if does is Does.ADD else "zone_unknown" if offer.doubt == "zone_unknown" else None
    return Row(row_id(offer), does, says, values, (offer,), doubt or plain)


def row_id(offer: Meeting) -> str:
    return hashlib.sha256(f"meeting {offer.mark}".encode()).hexdigest()[:16]
