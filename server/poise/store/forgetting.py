"""Forgetting for good: from the tables, the history, the log beside the database and the snapshots."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from poise.config import Folder
from poise.store import history, snapshots
from poise.store.database import Database, count_change, owner_of
from poise.store.models import Base, Choice, Interviewer
from poise.store.snapshots import keep_daily

STAYS = {"accounts", "browsers", "settings"}


def forget_person(session: Session, row: Interviewer) -> None:
    """Them, what passed between you, what was chosen about them; their applications stay."""
    history.forget(session, [row.id])
    session.execute(delete(Choice).where(Choice.person == row.id))
    session.delete(row)


def forget_everything(session: Session) -> None:
    """All but the settings and the keys of the browsers."""
    count_change(session)
    for table in reversed(Base.metadata.sorted_tables):
        if table.name not in STAYS:
            session.connection().execute(delete(table).where(table.c.owner == owner_of(session)))


def forget_copies(database: Database, folder: Folder) -> bool:
    """Clear the log and make one fresh snapshot in place of the old; whether the log could be cleared."""
    if database.engine.dialect.name != "sqlite":
        return True
    cleared = database.clear_log()
    snapshots.forget(folder)
    keep_daily(folder)
    return cleared
