"""What an import needs besides the file, and how its preview is shown: the same over HTTP and in the terminal."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints, ValidationError
from sqlalchemy.orm import Session

from poise.api.settings import SettingsMessage
from poise.api.times import local_zone
from poise.api.wire import Few, Message, Name
from poise.errors import BadInput, sentence
from poise.intake.dates import Order
from poise.intake.offers import Does, Preview, Profiles, Progress, Row, Wishes
from poise.intake.sentences import said, sentence_of
from poise.sites.identity import identify
from poise.sites.schema import SiteMap
from poise.store import dossiers, settings

Mail = Annotated[str, StringConstraints(pattern=r"^[^@\s]{1,64}@[^@\s]{1,255}$", to_lower=True)]
PERSON = ("person", "profile")


class ImportWishes(Message):
    """`company`: whose interviews these are, where the file does not say; `me`: the user's own addresses.

    `dates`: which comes first where a date is three numbers; `map`: field to header, for another tracker;
    `mapping`: the name under which that is kept, and found again.
    """

    company: Name | None = None
    dates: Order | None = None
    me: Few[Mail] = Field(default_factory=list)
    map: dict[Name, Name] = Field(default_factory=dict)
    mapping: Name | None = None


class ImportRow(Message):
    """One thing that would be done; `chosen`: unless the user says otherwise; `doubt`: why it is not.

    `why`: which of the doubts it is, by its name.
    """

    id: str
    does: Does
    chosen: bool
    text: str
    doubt: str | None
    why: str | None


class PreviewMessage(Message):
    """`same`: how much is known already; `others`: how much is no concern of Poise's."""

    id: UUID
    rows: Sequence[ImportRow]
    findings: Sequence[str]
    notes: Sequence[str]
    same: int
    others: int
    mapping: Mapping[str, str]
    me: Sequence[str]


def wishes_of(
    session: Session, maps: Mapping[str, SiteMap], asked: ImportWishes, progress: Progress = lambda _: None
) -> Wishes:
    """What the user said now, and what they said before."""
    zone = local_zone()
    return Wishes(
        zone=zone,
        now=datetime.now(zone),
        profiles=_profiles(maps),
        mine=settings.mine(session) | frozenset(asked.me),
        mapping=asked.map or settings.mappings(session).get(asked.mapping or "", {}),
        company=asked.company,
        dates=asked.dates,
        progress=progress,
    )


def take_chosen(
    session: Session,
    preview: Preview,
    asked: ImportWishes,
    chosen: Mapping[str, str | None] | None,
    wishes: Wishes,
) -> list[Row]:
    """Write the chosen rows and what the user said; BadInput, and nothing written, if the whole would not hold."""
    from poise.intake.taking import take

    taken = take(session, preview, chosen, wishes)
    if asked.me:
        settings.store(session, {settings.MINE: sorted(settings.mine(session) | set(asked.me))})
    if asked.mapping and preview.mapping:
        kept = settings.mappings(session) | {asked.mapping: dict(preview.mapping)}
        settings.store(session, {settings.MAPPINGS: kept})
    session.flush()
    if any(row.says == "records" for row in taken):
        _check_whole(session)
    return taken


def shown(preview_id: UUID, preview: Preview, language: str) -> PreviewMessage:
    zone = local_zone()
    return PreviewMessage(
        id=preview_id,
        rows=[_row(row, language) for row in preview.rows],
        findings=[said("finding", key, values, language, zone) for key, values in preview.findings],
        notes=[said("note", key, values, language) for key, values in preview.notes],
        same=preview.same,
        others=preview.others,
        mapping=preview.mapping,
        me=preview.mine,
    )


def _row(row: Row, language: str) -> ImportRow:
    doubt = said("doubt", row.doubt, {}, language) if row.doubt else None
    text = sentence_of(row, language, local_zone())
    return ImportRow(id=row.id, does=row.does, chosen=row.chosen, text=text, doubt=doubt, why=row.doubt)


def _profiles(maps: Mapping[str, SiteMap]) -> Profiles:
    def marks(address: str) -> tuple[str, ...]:
        identity = identify(maps, address) if address else None
        return identity.marks if identity and identity.kind in PERSON else ()

    return marks


def _check_whole(session: Session) -> None:
    """Whatever reads the data later reads them now, while they can still be refused."""
    try:
        session.expire_all()
        dossiers.people(session)
        dossiers.companies(session)
        SettingsMessage(**settings.stored(session))
    except (ValueError, ValidationError, TypeError):
        raise BadInput([("", sentence("unfitting_export"))]) from None
