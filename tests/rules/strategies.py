"""Any dossier and intent: instants crowd around NOW, so that windows and changes are met often."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from poise.etiquette.facts import (
    Action,
    Application,
    Channel,
    Dossier,
    Gate,
    HistoryKind,
    Intent,
    Interaction,
    Interview,
    Interviewer,
    Outcome,
    OutcomeKind,
    Role,
    Site,
)
from tests.rules.cases import NOW

ZONES = [
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")
]
TEXTS = [
    None,
    "",
    "Thank you so much for the interview yesterday!",
    "Great post!",
    "Have you made a decision yet?",
    "You turned me down without even reading my application. You are idiots.",
    "Your rejection is a joke, and so is your company.",
    "Your new coffee machine is the best one I have had so far.",
]
OUTCOMES = st.sampled_from(list(OutcomeKind))


def instants(days_before: int = 20, days_after: int = 5) -> st.SearchStrategy[datetime]:
    """In UTC or in one of the zones; whole hours, so that instants coincide and windows end together."""
    hours = st.integers(-24 * days_before, 24 * days_after)
    utc = hours.map(lambda n: NOW + timedelta(hours=n))
    return st.one_of(utc, st.builds(lambda at, zone: at.astimezone(zone), utc, st.sampled_from(ZONES)))


def interviews() -> st.SearchStrategy[Interview]:
    return instants().map(lambda at: Interview(at - timedelta(hours=1), at))


def outcomes() -> st.SearchStrategy[Outcome]:
    return st.builds(Outcome, OUTCOMES, instants())


def applications(*, undecided: bool = False) -> st.SearchStrategy[Application]:
    return st.builds(
        Application,
        company=st.sampled_from(["Acme", "Beta"]),
        role=st.none(),
        applied_on=st.none(),
        interviews=st.lists(interviews(), max_size=2).map(tuple),
        outcome=st.none() if undecided else st.none() | outcomes(),
        slow_process=st.booleans(),
        part=st.just(Role.INTERVIEWER)
        if undecided
        else st.sampled_from([Role.INTERVIEWER] * 4 + [Role.RECRUITER]),
    )


def interactions() -> st.SearchStrategy[Interaction]:
    kinds = st.sampled_from(list(HistoryKind))
    return st.builds(Interaction, kinds, instants(), st.none() | st.sampled_from(list(Channel)))


def interviewers() -> st.SearchStrategy[Interviewer]:
    contact = st.frozensets(st.sampled_from(list(Channel)), max_size=3)
    return st.builds(Interviewer, name=st.just("Jane Doe"), trusted=st.booleans(), earlier_contact=contact)


def dossiers() -> st.SearchStrategy[Dossier]:
    return st.builds(
        Dossier,
        applications=st.lists(applications(), min_size=1, max_size=3).map(tuple),
        interviewer=st.none() | interviewers() | interviewers(),
        history=st.lists(interactions(), max_size=8).map(tuple),
    )


def intents() -> st.SearchStrategy[Intent]:
    return st.builds(
        Intent,
        action=st.sampled_from(list(Action)),
        site=st.sampled_from(list(Site)),
        channel=st.none(),
        gate=st.sampled_from(list(Gate)),
        text=st.sampled_from(TEXTS),
        with_note=st.booleans(),
    ) | st.builds(
        Intent,
        action=st.sampled_from([Action.THANK_YOU, Action.FOLLOW_UP, Action.MESSAGE]),
        channel=st.sampled_from(list(Channel)),
        text=st.sampled_from(TEXTS),
    )
