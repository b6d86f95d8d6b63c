"""A scenario is read whole or refused whole, with the place of each fault; the answer is the contract's."""

import copy
from typing import Any

import pytest

from poise.errors import BadInput
from poise.etiquette.scenario import answer, read_scenario
from tests.rules.cases import RULEBOOK

SCENARIO: dict[str, Any] = {
    "now": "2026-03-05T10:00:00+01:00",
    "language": "en",
    "application": {
        "company": "Acme GmbH",
        "role": "Data engineer",
        "applied_on": "2026-02-10",
        "interviews": [{"starts": "2026-03-04T14:00:00+01:00", "ends": "2026-03-04T15:00:00+01:00"}],
        "outcome": None,
        "slow_process": False,
    },
    "interviewer": {
        "name": "Jane Doe",
        "profiles": ["https://www.linkedin.com/in/jane-doe/"],
        "role": "interviewer",
        "trusted": False,
        "earlier_contact": ["email"],
    },
    "history": [{"kind": "thank_you", "channel": "email", "at": "2026-03-04T16:00:00+01:00", "text": None}],
    "intent": {"action": "connect", "site": "linkedin", "gate": "last", "text": None, "with_note": False},
}


def changed(**places: Any) -> dict[str, Any]:
    """The scenario with the values at these places, steps joined by `__`, a list's by their number."""
    raw = copy.deepcopy(SCENARIO)
    for path, value in places.items():
        *steps, last = [int(step) if step.isdigit() else step for step in path.split("__")]
        at: Any = raw
        for step in steps:
            at = at[step]
        at[last] = value
    return raw


def without(*keys: str) -> dict[str, Any]:
    return {key: value for key, value in SCENARIO.items() if key not in keys}


def faults(raw: object) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as refused:
        read_scenario(raw)
    return refused.value.faults


def test_the_scenario_of_the_contract_gives_its_answer() -> None:
    said = answer(RULEBOOK, read_scenario(SCENARIO))
    shown = [
        *("verdict", "rule", "stage", "waiting_days", "headline", "reason"),
        *("source", "instead", "note", "valid_until"),
    ]
    assert list(said)[: len(shown)] == shown
    assert (said["verdict"], said["rule"], said["stage"]) == ("hold", "connect-before-decision", "awaiting")
    assert (said["waiting_days"], said["note"], said["valid_until"]) == (0, None, None)
    assert said["source"] == {"id": "000", "title": "The Muse, on LinkedIn requests to interviewers"}
    first = said["instead"][0]
    assert (first["kind"], first["channel"], first["done"]) == ("thank_you", "email", True)
    assert first["due"] == "2026-03-05T15:00:00+01:00"


REFUSED = [
    pytest.param(changed(now="2026-03-05T10:00:00"), "now", "offset", id="now without an offset"),
    pytest.param(changed(now="yesterday"), "now", "a time like", id="now is no time"),
    pytest.param(changed(now=1772701200), "now", "a time like", id="a number is no time"),
    pytest.param(
        changed(now="0001-01-01T00:00:00+14:00"), "now", "too far", id="a time before all calendars"
    ),
    pytest.param(changed(language="fr"), "language", "one of", id="an unknown language"),
    pytest.param(
        changed(history__0__at="2026-03-04T16:00"), "history[0].at", "offset", id="history, no offset"
    ),
    pytest.param(changed(history__0__kind="sang"), "history[0].kind", "one of", id="an unknown kind"),
    pytest.param(
        changed(history__0__channel="pigeon"), "history[0].channel", "one of", id="an unknown channel"
    ),
    pytest.param(changed(intent__action="poke"), "intent.action", "one of", id="an unknown action"),
    pytest.param(changed(intent__site="myspace"), "intent.site", "one of", id="an unknown site"),
    pytest.param(changed(intent__site=None), "intent.site", "missing", id="neither site nor channel"),
    pytest.param(
        changed(intent__channel="email"), "intent.channel", "contradicts", id="site against channel"
    ),
    pytest.param(changed(intent__gate="side"), "intent.gate", "one of", id="an unknown gate"),
    pytest.param(changed(intent__with_note="yes"), "intent.with_note", "true or false", id="yes is no truth"),
    pytest.param(changed(intent__text=5), "intent.text", "text", id="a number is no text"),
    pytest.param(changed(stage="awaiting"), "stage", "unknown field", id="a stage cannot be told"),
    pytest.param(changed(application__stage="x"), "application.stage", "unknown field", id="nor inside"),
    pytest.param(
        changed(application__company=""), "application.company", "empty", id="a company with no name"
    ),
    pytest.param(
        changed(application__company=None), "application.company", "text", id="a company that is null"
    ),
    pytest.param(
        changed(application__applied_on="5 May"), "application.applied_on", "a day like", id="no day"
    ),
    pytest.param(changed(application__interviews=None), "application.interviews", "list", id="no list"),
    pytest.param(
        changed(application__interviews__0__ends="2026-03-04T13:00:00+01:00"),
        "application.interviews[0].ends",
        "before the interview starts",
        id="an interview that ends before it starts",
    ),
    pytest.param(
        changed(application__outcome={"kind": "maybe", "at": "2026-03-05T10:00:00+01:00"}),
        "application.outcome.kind",
        "one of",
        id="an unknown outcome",
    ),
    pytest.param(
        changed(application__outcome={"kind": "offer"}), "application.outcome.at", "missing", id="when?"
    ),
    pytest.param(
        changed(interviewer__name=" "), "interviewer.name", "empty", id="an interviewer with no name"
    ),
    pytest.param(changed(interviewer__role="boss"), "interviewer.role", "one of", id="an unknown role"),
    pytest.param(changed(interviewer__name="J\ud800"), "interviewer.name", "text", id="half a character"),
    pytest.param(without("application"), "application", "missing", id="no application"),
    pytest.param(without("intent"), "intent", "missing", id="no intent"),
    pytest.param(without("now"), "now", "missing", id="no now"),
    pytest.param({**without("application"), "applications": []}, "applications", "empty", id="an empty list"),
    pytest.param(
        {**SCENARIO, "applications": [SCENARIO["application"]]},
        "applications",
        "one of the two",
        id="one and several",
    ),
    pytest.param({**SCENARIO, "two\nlines": 1}, "'two\\nlines'", "unknown", id="a field of two lines"),
    pytest.param("connect", "", "table of fields", id="not a table"),
]


@pytest.mark.parametrize(("raw", "place", "fault"), REFUSED)
def test_fault_is_named_with_its_place_and_nothing_else(raw: object, place: str, fault: str) -> None:
    found = faults(raw)
    assert [where for where, _ in found] == [place]
    assert fault in found[0][1]


def test_all_faults_are_told_in_one_go() -> None:
    raw = changed(
        now="2026-03-05T10:00:00",
        application__interviews__0__ends="2026-03-04T13:00:00+01:00",
        application__colour="red",
        history__0__at="2026-03-04T16:00:00",
        intent__site="myspace",
        intent__mood="bold",
    )
    assert {place for place, _ in faults(raw)} == {
        "now",
        "application.interviews[0].ends",
        "application.colour",
        "history[0].at",
        "intent.site",
        "intent.mood",
    }


def test_of_several_applications_the_place_tells_which() -> None:
    second = {**SCENARIO["application"], "company": 7}
    raw = {**without("application"), "applications": [SCENARIO["application"], second]}
    assert faults(raw) == [("applications[1].company", "must be text in quotes")]


@pytest.mark.parametrize("kind", ["rejected", "withdrawn"])
def test_it_may_end_before_the_first_interview(kind: str) -> None:
    raw = changed(application__outcome={"kind": kind, "at": "2026-03-01T10:00:00+01:00"})
    assert answer(RULEBOOK, read_scenario(raw))["stage"] == kind


def test_a_no_may_come_before_a_later_round_that_was_planned() -> None:
    later = {"starts": "2026-03-20T14:00:00+01:00", "ends": "2026-03-20T15:00:00+01:00"}
    raw = changed(application__outcome={"kind": "rejected", "at": "2026-03-05T09:00:00+01:00"})
    raw["application"]["interviews"].append(later)
    assert answer(RULEBOOK, read_scenario(raw))["stage"] == "rejected"


@pytest.mark.parametrize("key", ["application", "applications"])
def test_several_applications_are_judged_together(key: str) -> None:
    decided = {**SCENARIO["application"], "outcome": {"kind": "accepted", "at": "2026-03-05T09:00:00+01:00"}}
    raw = {**without("application"), key: [decided, SCENARIO["application"]]}
    assert answer(RULEBOOK, read_scenario(raw))["stage"] == "awaiting"


def test_what_may_be_left_out_is_as_the_contract_has_it() -> None:
    short = {
        "now": SCENARIO["now"],
        "application": {"company": "Acme", "interviews": SCENARIO["application"]["interviews"]},
        "interviewer": {"name": "Jane Doe"},
        "intent": {"action": "connect", "site": "linkedin"},
    }
    assert answer(RULEBOOK, read_scenario(short))["rule"] == "connect-before-decision"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "lies in the future: 1"), ("de", "in der Zukunft"), ("nb", "framtiden")]
)
def test_a_history_in_the_future_is_said_so_and_not_counted(language: str, words: str) -> None:
    later = changed(language=language, history__0__at="2026-03-05T10:00:01+01:00")
    said = answer(RULEBOOK, read_scenario(later))
    assert len(said["remarks"]) == 1
    assert words in said["remarks"][0]
    assert said["instead"][0]["done"] is False


def test_an_outcome_in_the_future_is_said_so_and_not_counted() -> None:
    at = "2026-03-06T10:00:00+01:00"
    said = answer(RULEBOOK, read_scenario(changed(application__outcome={"kind": "offer", "at": at})))
    assert (said["stage"], said["valid_until"], len(said["remarks"])) == ("awaiting", at, 1)


def test_nothing_in_the_future_is_nothing_to_remark() -> None:
    assert answer(RULEBOOK, read_scenario(SCENARIO))["remarks"] == []


def test_names_in_any_script_are_fine() -> None:
    said = answer(RULEBOOK, read_scenario(changed(interviewer__name="Åsa Öztürk 王")))
    assert said["headline"].startswith("Åsa Öztürk 王")
