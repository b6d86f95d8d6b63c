"""What the extension decides by between two calls: at every instant of it, what the judge says then."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from poise.api.service import Service
from poise.api.timelines import Timelines
from poise.etiquette.facts import Action, Dossier, Gate, Intent, Level, Site
from poise.etiquette.judge import judge
from poise.sites.sitemap import load
from poise.store.dossiers import COMPANY, Known
from tests.rules.cases import DAY, NOW, RULEBOOK
from tests.rules.strategies import dossiers, instants

HERE = cast(Service, SimpleNamespace(rulebook=RULEBOOK, maps=load()))
END = NOW + 30 * DAY
PERSON = ("https://www.linkedin.com/in/jane-doe/", "https://www.facebook.com/jane.doe")
JUST = timedelta(microseconds=1)


def intent_of(name: str) -> Intent:
    """What a key of the snapshot stands for: site, action, gate, and whether with a note."""
    site, action, gate = name.split(".")
    gate, _, note = gate.partition("+")
    return Intent(Action(action), Site(site), None, Gate(gate), None, note == "note")


def in_force(rows: list[dict[str, Any]], at: datetime) -> dict[str, Any]:
    return [row for row in rows if row["from"] <= at][-1]


@given(
    dossiers().filter(lambda of: of.interviewer is not None),
    st.sampled_from(["person", COMPANY]),
    st.lists(instants(0, 29), min_size=1, max_size=4),
)
@settings(max_examples=25, deadline=None)
def test_the_snapshot_says_at_every_instant_what_the_judge_says(
    of: Dossier, kind: str, moments: list[datetime]
) -> None:
    known = Known(UUID(int=1), kind, "Jane Doe", PERSON, (), of)
    timelines = Timelines(HERE, NOW, END).verdicts(known)
    for name, rows in timelines.items():
        starts = [row["from"] for row in rows]
        assert starts == sorted(set(starts))
        assert starts[0] == NOW
        for at in [*moments, *starts, *(start - JUST for start in starts[1:])]:
            said, row = judge(RULEBOOK, of, intent_of(name), at), in_force(rows, at)
            assert row["verdict"] is said.verdict
            if said.verdict is not Level.ALLOW:
                assert (row["rule"], row["stage"]) == (said.rule, said.stage)


@given(dossiers().filter(lambda of: of.interviewer is not None), instants(0, 29))
@settings(max_examples=25, deadline=None)
def test_what_is_not_in_the_snapshot_is_allowed_all_the_time(of: Dossier, at: datetime) -> None:
    told = Timelines(HERE, NOW, END).verdicts(Known(UUID(int=1), "person", "Jane Doe", PERSON, (), of))
    for action in (Action.CONNECT, Action.MESSAGE, Action.COMMENT, Action.FOLLOW):
        name = f"linkedin.{action}.first"
        if name not in told:
            assert judge(RULEBOOK, of, intent_of(name), at).verdict is Level.ALLOW
