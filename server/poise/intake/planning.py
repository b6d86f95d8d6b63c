"""What taking the offers of a file would do to what is known: one row for each thing, none for what is so already."""

from collections.abc import Iterable

from poise.errors import BadInput, sentence
from poise.intake.offers import Contact, Does, Meeting, Offer, Preview, Records, Row, Sought, Wishes
from poise.intake.plan_contacts import Contacts
from poise.intake.plan_meetings import row_of_meeting
from poise.intake.plan_sought import Gathered, is_new, row_of_sought
from poise.intake.tables import cap
from poise.intake.world import World


def plan(offers: Iterable[Offer], world: World, wishes: Wishes, preview: Preview) -> None:
    """Fill the preview; BadInput where it would be more than anybody can look through."""
    meetings: dict[str, Meeting] = {}
    contacts, gathered = Contacts(world, wishes, preview), Gathered()
    for offer in offers:
        if isinstance(offer, Meeting):  # of one event's states in a file the last one counts
            meetings[offer.mark] = max(meetings.get(offer.mark, offer), offer, key=lambda one: one.order)
        elif isinstance(offer, Contact):
            contacts.take(offer)
        elif isinstance(offer, Sought) and is_new(offer, world):
            gathered.take(offer)
            _bound(gathered.taken)
        elif isinstance(offer, Sought):
            _add(preview, row_of_sought(offer, world))
        elif any(offer.tables.values()):
            _add(preview, _row_of_records(offer))
    for meeting in meetings.values():
        _add(preview, row_of_meeting(meeting, world))
    for row in (*gathered.rows(), *contacts.rows()):
        _add(preview, row)


def _add(preview: Preview, row: Row | None) -> None:
    if row is None:
        preview.same += 1
        return
    preview.rows.append(row)
    _bound(len(preview.rows))


def _bound(things: int) -> None:
    if things > cap("preview", "rows"):
        raise BadInput([("", sentence("too_much_at_once", things=cap("preview", "rows")))])


def _row_of_records(offer: Records) -> Row:
    """All of it or none: the rows of an export name one another."""
    values = {"new": sum(map(len, offer.tables.values())), "kept": offer.kept}
    return Row("records", Does.ADD, "records", values, (offer,))
