"""Whom a control on a page would reach: one of the people or companies that are known, or nobody."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from poise.api.service import Service
from poise.etiquette.facts import WALLS, Action, Site
from poise.sites.identity import identify, tells
from poise.store import dossiers
from poise.store.dossiers import COMPANY, Known
from poise.store.naming import folded

LookUp = Callable[[Session, str], list[Known]]
BY_IDENTITY = "identity"
BY_NAME = "name"


@dataclass(frozen=True, slots=True)
class Target:
    """Whom the page says a control reaches; at least one of url, ids and name is there."""

    url: str | None = None
    ids: tuple[str, ...] = ()
    name: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Who it may be, and how that is known. `marks`: what "this is not them" has to remember."""

    known: tuple[Known, ...]
    match: str | None
    marks: tuple[str, ...]


def find(service: Service, target: Target, action: Action, site: Site) -> Found:
    """Everybody whom the target may be: by address or id, or by name where the page gave nothing surer."""
    marks = identities(service, target.url, target.ids)
    known = _known(service, ("identity", frozenset(marks)), marks)
    if known:
        return Found(known, BY_IDENTITY, marks)
    name = _name(target, action)
    if not name:
        return Found((), None, marks)
    marks = marks or _by_name(name)
    alike = [one for one in _named(service, action, name) if _may_be(one, marks, site)]
    return Found(tuple(alike), BY_NAME if alike else None, marks)


def marks_of(service: Service, target: Target, action: Action) -> tuple[str, ...]:
    """What "this is not them" has to remember of a target."""
    return identities(service, target.url, target.ids) or _by_name(_name(target, action))


def identities(service: Service, url: str | None, ids: Iterable[str] = ()) -> tuple[str, ...]:
    """All marks of an address: its canonical form and the ids that join; none of one that is nobody's."""
    identity = service.kept.get(("address", url), lambda: identify(service.maps, url)) if url else None
    marks = identity.marks if identity else ()
    return tuple(dict.fromkeys([*marks, *ids]))


def _name(target: Target, action: Action) -> str | None:
    return target.name if action not in WALLS else target.name or target.company


def _by_name(name: str | None) -> tuple[str, ...]:
    return (f"name:{folded(name)}",) if name else ()


def _known(service: Service, name: tuple[str, frozenset[str]], marks: tuple[str, ...]) -> tuple[Known, ...]:
    def read() -> tuple[Known, ...]:
        with service.database.reading() as session:
            return tuple(dossiers.with_identity(session, marks))

    return service.kept.get(name, read) if marks else ()


def towards_a_person(action: Action) -> Action:
    """What an action comes to where it reaches a person: a site's page does not say whose a post is."""
    return Action.COMMENT if action is Action.WALL_COMMENT else action


def _named(service: Service, action: Action, name: str) -> list[Known]:
    people, companies = dossiers.people_named, dossiers.companies_named
    look_ups = {Action.WALL_POST: [companies], Action.WALL_COMMENT: [companies, people]}.get(action, [people])

    def read(look_up: LookUp) -> list[Known]:
        with service.database.reading() as session:
            return look_up(session, name)

    found = [service.kept.get((one.__name__, name), partial(read, one)) for one in look_ups]
    return [known for some in found for known in some]


def _may_be(known: Known, marks: tuple[str, ...], site: Site) -> bool:
    """Whether only the name speaks, and nothing against it: no other address or number there, no "this is not them"."""
    if set(marks) & set(map(_refolded, known.denied)):
        return False
    theirs = {tells(mark) for mark in known.identities if known.kind != COMPANY and _on(site, mark)}
    return marks[0].startswith("name:") or not theirs & set(map(tells, marks))


def _refolded(mark: str) -> str:
    """What an older version remembered of a name was folded otherwise."""
    return f"name:{folded(mark.removeprefix('name:'))}" if mark.startswith("name:") else mark


def _on(site: Site, mark: str) -> bool:
    return mark.startswith((f"{site}:", f"https://www.{site}.com/"))
