"""Tracking somebody adds once and completes what is known."""

from tests.server.facts import fresh, interview
from tests.server.wire import Served


def test_track_adds_once_and_completes_what_is_known(shared: Served) -> None:
    slug = fresh()
    body = {"id": fresh(), "name": "Jane Doe", "company": f"Acme {slug}", "interviews": [interview(2)]}
    first = shared.call("POST", "/track", body)
    again = shared.call("POST", "/track", body)
    assert (first.status, again.status) == (201, 200)
    assert first.json["interviewer"] == again.json["interviewer"]
    profile = f"https://www.linkedin.com/in/{slug}/"
    more = shared.call("POST", "/track", body | {"id": fresh(), "profiles": [profile], "role": "Gardener"})
    assert more.status == 200
    assert more.json["interviewer"]["id"] == body["id"]
    assert more.json["interviewer"]["profiles"] == [profile]
    assert more.json["application"]["role"] == "Gardener"
    assert len(more.json["application"]["interviews"]) == 1


def test_a_second_application_of_the_same_person_is_another_part(shared: Served) -> None:
    profile = f"https://www.linkedin.com/in/{fresh()}/"
    body = {"id": fresh(), "name": "Jane Doe", "company": f"Acme {fresh()}", "profiles": [profile]}
    shared.call("POST", "/track", body)
    other = shared.call("POST", "/track", body | {"id": fresh(), "company": f"Beta {fresh()}"})
    assert other.status == 201
    assert other.json["interviewer"]["id"] == body["id"]
    assert len(other.json["interviewer"]["roles"]) == 2
