"""The user's settings, by name; and how strict they want which rule."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.store.database import owner_of
from poise.store.models import Setting

STRICTNESS = "strictness"
MINE = "mine"  # the user's own mail addresses, by which they are told from who interviews them
MAPPINGS = "mappings"  # how the columns of other trackers are to be read, by the name the user gave
_ASIDE = (STRICTNESS, MINE, MAPPINGS)


def stored(session: Session) -> dict[str, Any]:
    return {
        row.name: row.value for row in session.scalars(select(Setting).where(Setting.name.not_in(_ASIDE)))
    }


def store(session: Session, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        session.merge(Setting(owner=session.info["owner"], name=name, value=value))


def strictness(session: Session) -> dict[str, str]:
    """How strict which rule may be at most, where the user said so."""
    row = session.scalar(select(Setting).where(Setting.name == STRICTNESS))
    return dict(row.value) if row else {}


def set_strictness(session: Session, rule: str, level: str | None) -> None:
    """Say how strict a rule may be at most; None takes back what was said."""
    row = session.get(Setting, (owner_of(session), STRICTNESS), with_for_update=True)
    before = dict(row.value) if row else {}
    levels = {name: said for name, said in (before | {rule: level}).items() if said is not None}
    if row is None and levels:
        session.add(Setting(name=STRICTNESS, value=levels))
    elif row is not None and levels != before:
        row.value = levels


def mine(session: Session) -> frozenset[str]:
    """The user's own mail addresses, as far as they said them."""
    return frozenset(_value(session, MINE, []))


def mappings(session: Session) -> dict[str, dict[str, str]]:
    """Field to header, by the name of the mapping."""
    return dict(_value(session, MAPPINGS, {}))


def _value(session: Session, name: str, otherwise: Any) -> Any:
    row = session.scalar(select(Setting).where(Setting.name == name))
    return row.value if row else otherwise
