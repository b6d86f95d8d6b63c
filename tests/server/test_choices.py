"""What the user then did: written once, and only for a verdict that was given."""

import pytest

from tests.server.facts import ago, fresh, track
from tests.server.judging import judged
from tests.server.wire import Served


def test_the_choice_is_written_once(shared: Served) -> None:
    person = track(shared)["interviewer"]
    path = f"/verdicts/{judged(shared, target={'url': person['profiles'][0]})['id']}/choice"
    first = shared.call("POST", path, {"choice": "sent_anyway"})
    assert first.status == 200
    assert shared.call("POST", path, {"choice": "sent_anyway"}).json == first.json
    assert shared.call("POST", path, {"choice": "cancelled"}).status == 409


@pytest.mark.parametrize("choice", ["cancelled", "sent_anyway", "instead", "trusted", "decided"])
def test_a_choice_changes_nothing_but_itself(shared: Served, choice: str) -> None:
    """A content script may at most make its verdict's choice: trust and outcome come from our pages."""
    told = track(shared)
    verdict = judged(shared, target={"url": told["interviewer"]["profiles"][0]})
    assert shared.call("POST", f"/verdicts/{verdict['id']}/choice", {"choice": choice}).status == 200
    assert shared.call("GET", f"/interviewers/{told['interviewer']['id']}").json == told["interviewer"]
    assert shared.call("GET", f"/applications/{told['application']['id']}").json == told["application"]
    assert judged(shared, target={"url": told["interviewer"]["profiles"][0]})["verdict"] == "hold"


def test_a_choice_on_a_verdict_that_nobody_gave_is_refused(shared: Served) -> None:
    assert shared.call("POST", f"/verdicts/{fresh()}/choice", {"choice": "cancelled"}).status == 404
    assert shared.call("POST", f"/verdicts/{fresh()}/choice", {"choice": "sent"}).status == 422


def test_the_profile_that_was_theirs_is_not_any_more(shared: Served) -> None:
    """Somebody else was tracked by mistake: what the button says is done, and it is not asked again."""
    person = track(shared)["interviewer"]
    target = {"name": person["name"], "url": person["profiles"][0]}
    told = judged(shared, target=target)
    assert (told["verdict"], told["match"]) == ("hold", "identity")
    shared.call("POST", f"/verdicts/{told['id']}/choice", {"choice": "not_them"})
    assert judged(shared, target=target)["verdict"] == "allow"
    now = shared.call("GET", f"/interviewers/{person['id']}").json
    assert (now["profiles"], now["not_profiles"]) == ([], person["profiles"])


@pytest.mark.parametrize("by", ["url", "name"])
def test_who_it_was_not_is_remembered_also_by_a_verdict_that_is_forgotten(shared: Served, by: str) -> None:
    """After a restart, ten minutes, or a day without the service."""
    person = track(shared, profiles=[])["interviewer"]
    url = f"https://www.linkedin.com/in/p-{fresh()}"
    target = {"name": person["name"]} | ({"url": url} if by == "url" else {})
    seen = {
        "person": person["id"],
        "action": "connect",
        "site": "linkedin",
        "gate": "last",
        "verdict": "hold",
    }
    body = {"choice": "not_them", "seen": seen | {"rule": "connect-before-decision", "target": target}}
    assert judged(shared, target=target)["match"] == "name"
    assert shared.call("POST", f"/verdicts/{fresh()}/choice", body).status == 200
    assert judged(shared, target=target)["verdict"] == "allow"
    remembered = {"url": f"{url}/", "name": f"name:{person['name'].casefold()}"}
    assert shared.call("GET", f"/interviewers/{person['id']}").json["not_profiles"] == [remembered[by]]


def test_a_choice_made_while_the_service_was_away_is_taken_with_what_was_seen(shared: Served) -> None:
    person = track(shared)["interviewer"]
    seen = {
        "person": person["id"],
        "action": "connect",
        "site": "linkedin",
        "gate": "last",
        "verdict": "hold",
    }
    body = {"choice": "sent_anyway", "at": ago(minutes=3), "seen": seen | {"rule": "connect-before-decision"}}
    path = f"/verdicts/{fresh()}/choice"
    assert [shared.call("POST", path, body).status for _ in range(2)] == [200, 200]
