"""Whatever is done in whatever order, the real store and the real judge come to what a plain model comes to."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy.orm import Session

from poise.api.waiting import speaking, waits
from poise.config import Folder, Settings
from poise.etiquette.facts import (
    Action,
    Channel,
    HistoryKind,
    Intent,
    Level,
    Outcome,
    OutcomeKind,
    Role,
    Site,
)
from poise.etiquette.judge import judge
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.stages import stage_of
from poise.store import applications, dossiers, history, interactions, interviewers, interviews, nouns
from poise.store.applications import NewApplication
from poise.store.interactions import NewInteraction
from poise.store.interviewers import NewInterviewer
from poise.store.interviews import Booking
from poise.store.models import Application, Interviewer
from poise.store.naming import new_id
from poise.store.nouns import changed
from poise.store.opening import open_database
from tests.server.model import Job, Search, Somebody

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
CONNECT = Intent(Action.CONNECT, Site.LINKEDIN)
FOLLOW_UP = Intent(Action.FOLLOW_UP, channel=Channel.EMAIL)
RULES = load_rulebook()
NUMBERS = st.integers(0, 3)
HOURS = st.integers(-72, 400)
KINDS = {
    "followed_up": HistoryKind.FOLLOW_UP,
    "wrote": HistoryKind.THEY_WROTE,
    "asked": HistoryKind.THEY_CONNECTED,
}
CHANNELS = {HistoryKind.THEY_CONNECTED: Channel.LINKEDIN}


class JobSearch(RuleBasedStateMachine):
    """Four jobs and four people at most; `pasts`: what undoing the newest change comes back to."""

    template: Path  # a data folder as the first start leaves it

    def __init__(self) -> None:
        super().__init__()
        self.room = Path(tempfile.mkdtemp(prefix="poise-machine-"))
        self.folder = Folder(shutil.copytree(self.template, self.room / "data"))
        self.database = open_database(Settings(self.folder))
        self.now, self.model = BEGIN, Search()
        self.pasts: list[Search] = []
        self.ids: dict[tuple[str, int], UUID] = {}

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.room)

    @contextmanager
    def change(self) -> Iterator[Session]:
        """One transaction, and what it was before kept, if it changed anything."""
        before, newest = deepcopy(self.model), self.newest()
        with self.database.writing() as session:
            yield session
        assert (self.newest() != newest) or before == self.model
        if self.newest() != newest:
            self.pasts.append(before)

    def newest(self) -> UUID | None:
        with self.database.reading() as session:
            return next((one.id for one in history.some(session, None, 1)), None)

    def row(self, session: Session, kind: type[Any], number: int) -> Any:
        return nouns.get(session, kind, self.ids[kind.__tablename__, number])

    @rule(person=NUMBERS, job=NUMBERS)
    def track(self, person: int, job: int) -> None:
        with self.change() as session:
            if job not in self.model.jobs:
                row = applications.add(session, NewApplication(f"Company {job}", id=new_id()))
                self.ids["applications", job] = row.id
                session.flush()
            if person not in self.model.people:
                self.ids["interviewers", person] = interviewers.add(session, NewInterviewer(f"P {person}")).id
            there = self.row(session, Interviewer, person)
            interviewers.take_part(session, there, self.ids["applications", job], Role.INTERVIEWER)
            self.model.jobs.setdefault(job, Job())
            self.model.people.setdefault(person, Somebody()).jobs.add(job)

    @precondition(lambda self: self.model.jobs)
    @rule(job=NUMBERS, hours=HOURS)
    def book(self, job: int, hours: int) -> None:
        if job in self.model.jobs:
            starts = self.now + hours * HOUR
            with self.change() as session:
                interviews.add(
                    self.row(session, Application, job), Booking(starts, starts + HOUR, "Europe/Berlin")
                )
                self.model.jobs[job].ends.append(starts + HOUR)

    @precondition(lambda self: self.model.jobs)
    @rule(job=NUMBERS, kind=st.none() | st.sampled_from(list(OutcomeKind)))
    def decide(self, job: int, kind: OutcomeKind | None) -> None:
        """Also back to undecided."""
        if job in self.model.jobs:
            with self.change() as session:
                outcome = Outcome(kind, self.now) if kind else None
                applications.set_outcome(self.row(session, Application, job), outcome)
                self.model.jobs[job].outcome = (kind.value, self.now) if kind else None

    @precondition(lambda self: self.model.jobs)
    @rule(job=NUMBERS, archived=st.booleans())
    def archive(self, job: int, archived: bool) -> None:
        if job in self.model.jobs:
            with self.change() as session:
                row = self.row(session, Application, job)
                changed(row)
                row.archived = self.model.jobs[job].archived = archived

    @precondition(lambda self: self.model.people)
    @rule(person=NUMBERS, trusted=st.booleans())
    def trust(self, person: int, trusted: bool) -> None:
        if person in self.model.people:
            with self.change() as session:
                interviewers.trust(self.row(session, Interviewer, person), trusted, None)
                self.model.people[person].trusted = trusted

    @initialize()
    def an_interview_lies_behind(self) -> None:
        """Where most of the rules speak."""
        self.track(0, 0)
        self.book(0, -2)

    @precondition(lambda self: self.model.people)
    @rule(person=NUMBERS, what=st.sampled_from(["wrote", "asked"]))
    def pass_between(self, person: int, what: str) -> None:
        if person in self.model.people:
            self.log(person, what)

    @precondition(lambda self: self.model.people)
    @rule(
        person=st.sampled_from([0, 0, 1, 2]), hours=st.lists(st.integers(1, 24 * 7), min_size=1, max_size=4)
    )
    def follow_up(self, person: int, hours: list[int]) -> None:
        """Once or several times, after so many hours each; so that the ladder is climbed."""
        for between in hours:
            if person in self.model.people:
                self.now += between * HOUR
                self.log(person, "followed_up")
                self.everything_comes_to_the_same()

    def log(self, person: int, what: str) -> None:
        kind = KINDS[what]
        channel = CHANNELS.get(kind, Channel.EMAIL)
        new = NewInteraction(self.ids["interviewers", person], kind, self.now, channel)
        with self.change() as session:
            interactions.add(session, new)
            getattr(self.model.people[person], what).append(self.now)

    @precondition(lambda self: self.pasts)
    @rule()
    def undo_the_newest(self) -> None:
        """An undo is a change, too: undone, it brings back what it took."""
        past, newest = self.pasts[-1], self.newest()
        assert newest is not None
        with self.change() as session:
            history.undo(session, newest)
            self.model = deepcopy(past)

    @rule(hours=st.integers(1, 24 * 20))
    def wait(self, hours: int) -> None:
        self.now += hours * HOUR

    @rule(hours=st.integers(1, 72))
    def set_the_clock_back(self, hours: int) -> None:
        self.now -= hours * HOUR

    @rule()
    def start_again(self) -> None:
        self.database.close()
        self.database = open_database(Settings(self.folder))

    @invariant()
    def everything_comes_to_the_same(self) -> None:
        with self.database.reading() as session:
            found = {known.id: known for known in dossiers.people(session)}
        assert len(found) == len(self.model.people)
        assert sum(waits(known, self.now) for known in found.values()) == self.model.badge(self.now)
        for person in self.model.people:
            known = found[self.ids["interviewers", person]]
            application = speaking(known, self.now)
            stage = stage_of(application, self.now) if application else None
            assert stage == self.model.stage(person, self.now)
            if known.dossier.applications:
                for intent, model in (
                    (CONNECT, self.model.holds_request),
                    (FOLLOW_UP, self.model.holds_follow_up),
                ):
                    held = judge(RULES, known.dossier, intent, self.now).verdict is Level.HOLD
                    assert held is model(person, self.now), intent.action


def play(template: Path, runs: int, steps: int) -> None:
    JobSearch.template = template
    limits = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(JobSearch, settings=limits)


def test_R19_store_and_judge_come_to_what_a_plain_model_comes_to(first_start: Path) -> None:
    play(first_start, runs=25, steps=20)


@pytest.mark.long
def test_R19_the_same_in_five_hundred_runs(first_start: Path) -> None:
    play(first_start, runs=500, steps=50)
