"""The user's settings, by name."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.store.models import Setting


def stored(session: Session) -> dict[str, Any]:
    return {row.name: row.value for row in session.scalars(select(Setting))}


def store(session: Session, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        session.merge(Setting(owner=session.info["owner"], name=name, value=value))
