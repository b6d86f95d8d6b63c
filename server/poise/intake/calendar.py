"""A calendar's interviews: which events are one, whose, with whom; as offers, none of them taken for granted."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from poise.errors import sentence
from poise.etiquette.facts import Role
from poise.intake.attendees import Attendee
from poise.intake.employers import Employers, is_free, stem, stem_of_domain
from poise.intake.events import Event, events, one_file
from poise.intake.ics import Block, Calendar, by_event, calendars
from poise.intake.offers import Meeting, Person, Preview, Wishes
from poise.intake.phrases import has, pattern
from poise.intake.tables import cap
from poise.intake.upload import Text
from poise.intake.world import World
from poise.store.naming import folded

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_OFTEN = 3  # events, before whoever is in most of them is taken for the user
_OF_ID = 40  # characters of a mark that are the event's id; the rest says which one of a series


def meetings(text: Text, world: World, wishes: Wishes, preview: Preview) -> Iterator[Meeting]:
    """The interviews of a calendar file, whatever else it holds."""
    employers = Employers(world.companies())
    found: list[Event] = []
    mine = set(wishes.mine)
    with one_file():
        for calendar in calendars(text, lambda done: wishes.progress(done / 4)):
            mine |= _owner(calendar)
            found += _likely(text, calendar, employers, world, wishes, preview)
    mine = mine or _in_most(found)
    preview.mine = tuple(sorted({*preview.mine, *mine}))
    for event in found:
        yield _meeting(event, employers, frozenset(mine), wishes)


def mark_of(uid: str, recurrence: str) -> str:
    """Which event this is, in a form that tells nothing of it."""
    parts = (hashlib.sha256(part.encode()).hexdigest() for part in (uid, recurrence))
    return next(parts)[:_OF_ID] + next(parts)[: 64 - _OF_ID]


def _owner(calendar: Calendar) -> set[str]:
    """Google names a calendar by its owner's address."""
    name = calendar.value("X-WR-CALNAME").lower()
    return {name} if _ADDRESS.fullmatch(name) else set()


def _in_most(found: Iterable[Event]) -> set[str]:
    """Whoever alone is invited to more than half of several interviews is the user; of two, either could be."""
    counts = Counter(
        address for event in found for address in {one.address for one in event.attendees if one.address}
    )
    total = sum(1 for event in found if event.attendees)
    often = {address for address, count in counts.items() if total >= _OFTEN and count > total / 2}
    return often if len(often) == 1 else set()


def _likely(
    text: Text, calendar: Calendar, employers: Employers, world: World, wishes: Wishes, preview: Preview
) -> Iterator[Event]:
    """The events that may be interviews; most others are not even read."""
    known = {mark[:_OF_ID] for mark in world.entries}
    groups = list(by_event(calendar))
    for count, blocks in enumerate(groups):
        if count % 100 == 0:
            wishes.progress(0.25 + count / len(groups) / 2)
        if not blocks[0].uid:
            raise text.refuse(sentence("event_without_uid"), blocks[0].line)
        is_known = mark_of(blocks[0].uid, "")[:_OF_ID] in known
        likely = is_known or any(_speaks(block, employers) for block in blocks)
        read = events(text, calendar, blocks, wishes) if likely else []
        taken = [event for event in read if is_known or _may_be_interview(event, employers)]
        preview.others += max(len(blocks), len(read)) - len(taken)
        yield from taken


def _speaks(block: Block, employers: Employers) -> bool:
    plain = block.plain.casefold()
    return any(one.search(plain) for one in (pattern("sure"), pattern("weak"), employers.pattern))


def _may_be_interview(event: Event, employers: Employers) -> bool:
    if has("never", event.title):
        return False
    named = has("sure", event.title) or has("weak", event.title) or employers.named(event.title)
    return bool(named) or (event.organizer is not None and has("sure", event.text))


def _meeting(event: Event, employers: Employers, mine: frozenset[str], wishes: Wishes) -> Meeting:
    me = mine if _somebody_of(mine, event) else mine | _guessed(event)
    company = employers.of(event, me) or wishes.company
    return Meeting(
        mark=mark_of(event.uid, event.recurrence),
        order=(event.sequence, event.stamp),
        called_off=event.called_off,
        starts=event.starts,
        ends=event.ends,
        zone=event.zone,
        title=event.title,
        company=company,
        people=tuple(_people(event, me, company or "")),
        doubt=_doubt(event, company, me, wishes),
        line=event.line,
    )


def _somebody_of(mine: Collection[str], event: Event) -> bool:
    return any(one.address in mine for one in _everybody(event))


def _everybody(event: Event) -> list[Attendee]:
    """Organiser and attendees, each once."""
    found = [one for one in (event.organizer, *event.attendees) if one]
    return list({one.address or folded(one.name): one for one in reversed(found)}.values())[::-1]


def _guessed(event: Event) -> set[str]:
    """Who of the invited is the user, where one alone can be: the only one, the only one from outside."""
    host = event.organizer
    if host is None:
        return set()
    invited = [one for one in _everybody(event) if one.person and one.address and one.address != host.address]
    outside = [one for one in invited if one.domain != host.domain]
    private = [one for one in outside if is_free(one.domain)]
    alone = next((group for group in (invited, outside, private) if len(group) == 1), [])
    return {one.address for one in alone}


def _people(event: Event, mine: Collection[str], company: str) -> Iterator[Person]:
    """Whoever else comes; one from elsewhere, beside people of the company itself, is a go-between."""
    others = [one for one in _everybody(event) if one.person and not one.away and one.address not in mine]
    own = any(stem_of_domain(one.domain) == stem(company) for one in others)
    seen = set[str]()
    for one in others:
        if not one.name or folded(one.name) in seen:
            continue
        seen.add(folded(one.name))
        elsewhere = own and stem_of_domain(one.domain) not in ("", stem(company))
        yield Person(one.name, Role.RECRUITER if elsewhere else Role.INTERVIEWER)


def _doubt(event: Event, company: str | None, mine: Collection[str], wishes: Wishes) -> str | None:
    """Why the user has to choose this one themselves; a key of words.toml."""
    others = [one for one in _everybody(event) if one.person and one.address not in mine]
    hosts_it = event.organizer is not None and event.organizer.address in mine
    recently = wishes.now - timedelta(days=cap("preview", "recent_days"))
    doubts = {
        "no_company": company is None,
        "own_event": hosts_it and bool(others),
        "not_sure": not has("sure", event.title),
        "zone_unknown": event.zone_unknown,
        "long_series": event.in_long_series,
        "who_is_me": bool(event.attendees) and not _somebody_of(mine, event) and len(others) > 1,
        "old": event.ends < recently,
    }
    return next((key for key, holds in doubts.items() if holds), None)
