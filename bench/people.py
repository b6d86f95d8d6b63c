"""Very many people, put in by the store itself: the door is not what is measured with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from poise.config import Folder, Settings
from poise.etiquette.facts import Channel, HistoryKind, Role
from poise.files import secure_folder
from poise.store import interactions
from poise.store.applications import NewApplication
from poise.store.interactions import NewInteraction
from poise.store.interviewers import NewInterviewer
from poise.store.interviews import Booking
from poise.store.opening import open_database
from poise.store.tracking import track
from tests.server.wire import Served, serve

PEOPLE = (10, 300, 10_000)
AT_ONCE = 200


@contextmanager
def serving(people: int) -> Iterator[Served]:
    """A service that knows so many people, until the block ends."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        fill(data, people)
        served = serve(data)
        try:
            yield served
        finally:
            served.stop()


def fill(data: Path, people: int) -> None:
    """Each interviewed the user at a company of their own in the last weeks, and every other one was thanked."""
    secure_folder(data)
    database = open_database(Settings(Folder(data)))
    for first in range(0, people, AT_ONCE):
        with database.writing() as session:
            for number in range(first, min(first + AT_ONCE, people)):
                _add(session, number)
    database.close()


def _add(session: Session, number: int) -> None:
    starts = datetime.now(UTC) - timedelta(days=1 + number % 40)
    interview = Booking(starts, starts + timedelta(hours=1), "Europe/Berlin")
    application = NewApplication(company=f"Company {number}", interviews=[interview])
    person = NewInterviewer(f"Person {number}", identities=[f"https://www.linkedin.com/in/person-{number}/"])
    tracked = track(session, application, person, Role.INTERVIEWER)
    if tracked.interviewer is not None and number % 2:
        thanked = starts + timedelta(hours=3)
        new = NewInteraction(tracked.interviewer.id, HistoryKind.THANK_YOU, thanked, Channel.EMAIL)
        interactions.add(session, new)
