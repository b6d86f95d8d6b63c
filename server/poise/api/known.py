"""Everybody known, read once after each change."""

from collections.abc import Sequence

from poise.api.service import Service
from poise.store import dossiers
from poise.store.dossiers import Known


def people(here: Service) -> Sequence[Known]:
    def read() -> Sequence[Known]:
        with here.database.reading() as session:
            return dossiers.people(session)

    return here.kept.get("people", read)


def companies(here: Service) -> Sequence[Known]:
    """The companies that have a page of their own."""

    def read() -> Sequence[Known]:
        with here.database.reading() as session:
            return dossiers.companies(session)

    return here.kept.get("companies", read)
