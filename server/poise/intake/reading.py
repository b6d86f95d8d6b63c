"""From a file to its preview: what it is, what it offers, what that would do."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from poise.intake.calendar import meetings
from poise.intake.csvfile import Table
from poise.intake.linkedin_archive import LISTS, contacts, list_of
from poise.intake.offers import Offer, Preview, Records, Wishes
from poise.intake.planning import plan
from poise.intake.records import new_records
from poise.intake.tracker import sought, tracker_of
from poise.intake.upload import Format, Text, Upload, format_of, texts
from poise.intake.world import World, known_world


def preview_of(session: Session, upload: Upload, wishes: Wishes) -> Preview:
    """What taking the file would do; changes nothing. BadInput, with file and line, for one that cannot be read."""
    world, preview = known_world(session), Preview()
    plan(_offers(session, texts(upload), world, wishes, preview), world, wishes, preview)
    wishes.progress(1.0)
    return preview


def planned_again(session: Session, before: Preview, wishes: Wishes) -> Preview:
    """The same offers against what is known by now."""
    preview = Preview(mapping=before.mapping, mine=before.mine)
    offers = (offer for row in before.rows for offer in row.offers)
    plan(offers, known_world(session), wishes, preview)
    return preview


def _offers(
    session: Session, files: list[Text], world: World, wishes: Wishes, preview: Preview
) -> Iterator[Offer]:
    lists: dict[str, Table] = {}
    for text in files:
        if text.encoding is not None:
            preview.note("encoding", file=text.name, encoding=text.encoding)
        kind = format_of(text)
        if kind is Format.CALENDAR:
            yield from meetings(text, world, wishes, preview)
        elif kind is Format.RECORDS:
            yield _new(session, text, preview)
        elif (found := list_of(text)) is not None:
            lists[found[0]] = found[1]
        else:
            yield from sought(tracker_of(text, wishes.mapping), wishes, preview)
    for name in LISTS:  # connections first: a request that was accepted is none to withdraw
        if name in lists:
            yield from contacts(name, lists[name], wishes, preview)


def _new(session: Session, text: Text, preview: Preview) -> Records:
    offer, same = new_records(session, text)
    preview.same += same
    return offer
