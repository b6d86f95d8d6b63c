"""The timelines of a snapshot say what the judge says: for every way on every site, at every instant."""

from datetime import datetime, timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from poise.api.timelines import NOTED, Timelines
from poise.etiquette.facts import WALLS, Action, Dossier, Gate, Intent, Level, Site
from poise.etiquette.judge import judge
from poise.sites.sitemap import load
from poise.store.dossiers import COMPANY, PERSON, Known
from tests.rules.cases import DAY, NOW, RULEBOOK
from tests.rules.strategies import dossiers, instants

MAPS = load()
UNTIL = NOW + 30 * DAY
JUST = timedelta(microseconds=1)


def ways(walls: bool) -> dict[str, Intent]:
    """All that can be done, by the name that a snapshot has for it; what is written under a person's post is a comment."""
    found = {}
    theirs = WALLS if walls else set(Action) - {Action.WALL_POST}
    for site, of in MAPS.items():
        for action in {control.action for control in of.control} & theirs:
            done = Action.COMMENT if action is Action.WALL_COMMENT and not walls else action
            for gate in (Gate.FIRST, Gate.LAST):
                found[f"{site}.{action}.{gate}"] = Intent(done, Site(site), None, gate)
            if action in NOTED:
                found[f"{site}.{action}.last+note"] = Intent(action, Site(site), with_note=True)
    return found


@given(dossiers(), st.lists(instants(0, 29), max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_snapshot_says_of_everything_what_the_judge_says(of: Dossier, others: list[datetime]) -> None:
    kind = PERSON if of.interviewer else COMPANY
    known = Known(uuid4(), kind, "Jane Doe", (), (), of)
    told = Timelines(RULEBOOK, MAPS, NOW, UNTIL).verdicts(known)
    intents = ways(walls=kind == COMPANY)
    assert told.keys() <= intents.keys()
    for name, intent in intents.items():
        rows = told.get(name, [{"from": NOW, "verdict": Level.ALLOW}])
        starts = [row["from"] for row in rows]
        assert starts == sorted({NOW, *starts})
        for at in [*others, *starts, *(start - JUST for start in starts[1:])]:
            current = [row for row in rows if row["from"] <= at][-1]
            verdict = judge(RULEBOOK, of, intent, at)
            assert current["verdict"] is verdict.verdict
            if verdict.verdict is not Level.ALLOW:
                assert (current["rule"], current["stage"]) == (verdict.rule, verdict.stage)
