"""What a page was seen to tell of somebody: noted once, and heeded from then on."""

import pytest

from tests.server.facts import ago, fresh, intent, track
from tests.server.wire import Served


def sighting(person: str, **changed: str) -> dict[str, str]:
    seen = {"id": fresh(), "interviewer": person, "kind": "they_connected", "channel": "linkedin"}
    return {**seen, "at": ago(minutes=1), **changed}


def test_their_request_is_noted_once_however_often_it_is_seen(shared: Served) -> None:
    person = track(shared)["interviewer"]
    first = shared.call("POST", "/sightings", sighting(person["id"]))
    again = shared.call("POST", "/sightings", sighting(person["id"], at=ago(minutes=0)))
    assert (first.status, again.status) == (201, 200)
    assert again.json == first.json
    elsewhere = shared.call("POST", "/sightings", sighting(person["id"], channel="xing"))
    assert (elsewhere.status, elsewhere.json["channel"]) == (201, "xing")


def test_what_the_user_noted_or_a_file_told_is_not_noted_again(shared: Served) -> None:
    person = track(shared)["interviewer"]
    by_hand = sighting(person["id"])
    assert shared.call("POST", "/interactions", by_hand).status == 201
    seen = shared.call("POST", "/sightings", sighting(person["id"]))
    assert (seen.status, seen.json["id"]) == (200, by_hand["id"])


def test_from_then_on_nothing_towards_them_is_held_there(shared: Served) -> None:
    person = track(shared)["interviewer"]
    asked = intent(target={"url": person["profiles"][0]})
    assert shared.call("POST", "/verdicts", asked).json["verdict"] == "hold"
    shared.call("POST", "/sightings", sighting(person["id"]))
    verdict = shared.call("POST", "/verdicts", asked).json
    assert (verdict["verdict"], verdict["rule"]) == ("allow", "they-asked")


def test_it_can_be_taken_back(shared: Served) -> None:
    person = track(shared)["interviewer"]
    shared.call("POST", "/sightings", sighting(person["id"]))
    newest = shared.call("GET", "/history?limit=1").json["items"][0]
    assert shared.call("POST", f"/history/{newest['id']}/undo").status == 200
    asked = intent(target={"url": person["profiles"][0]})
    assert shared.call("POST", "/verdicts", asked).json["verdict"] == "hold"


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"kind": "they_wrote"}, 422),
        ({"kind": "connect"}, 422),
        ({"channel": "myspace"}, 422),
        ({"text": "x"}, 422),
    ],
)
def test_a_page_tells_nothing_else(shared: Served, changed: dict[str, str], status: int) -> None:
    person = track(shared)["interviewer"]
    assert shared.call("POST", "/sightings", sighting(person["id"], **changed)).status == status


def test_of_nobody_nothing_is_noted(shared: Served) -> None:
    assert shared.call("POST", "/sightings", sighting(fresh())).status == 404
