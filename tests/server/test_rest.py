"""Applications, interviewers, interactions: made once, changed by version, given back when deleted."""

from typing import Any

import pytest

from tests.server.facts import application, interaction, interviewer
from tests.server.nouns import body_for, made
from tests.server.wire import Got, Served

NOUNS = ["applications", "interviewers", "interactions"]


def change(served: Served, noun: str, row: str, body: dict[str, Any], version: str | None) -> Got:
    headers = {} if version is None else {"If-Match": version}
    return served.call(
        "PUT", f"/{noun}/{row}", {key: value for key, value in body.items() if key != "id"}, headers=headers
    )


CHANGED: dict[str, dict[str, Any]] = {
    "applications": {"role": "Gardener"},
    "interviewers": {"headline": "Head of gardens"},
    "interactions": {"kind": "follow_up"},
}


@pytest.mark.parametrize("noun", NOUNS)
def test_the_same_id_twice_with_the_same_body_is_one_thing(shared: Served, noun: str) -> None:
    body = body_for(shared, noun)
    first = shared.call("POST", f"/{noun}", body)
    again = shared.call("POST", f"/{noun}", dict(reversed(body.items())))
    assert (first.status, again.status) == (201, 200)
    assert first.json == again.json == shared.call("GET", f"/{noun}/{body['id']}").json
    assert first.headers["etag"] == again.headers["etag"] == '"1"'


@pytest.mark.parametrize("noun", NOUNS)
def test_the_same_id_with_another_body_is_a_conflict_and_changes_nothing(shared: Served, noun: str) -> None:
    body = body_for(shared, noun)
    first = made(shared, noun, body)
    assert shared.call("POST", f"/{noun}", body | CHANGED[noun]).status == 409
    assert shared.call("GET", f"/{noun}/{body['id']}").json == first


@pytest.mark.parametrize("noun", NOUNS)
def test_a_change_needs_the_version_that_it_changes(shared: Served, noun: str) -> None:
    body = body_for(shared, noun)
    row = made(shared, noun, body)["id"]
    wanted = body | CHANGED[noun]
    assert change(shared, noun, row, wanted, None).status == 428
    assert change(shared, noun, row, wanted, '"2"').status == 412
    assert change(shared, noun, row, wanted, '"x"').status == 412
    assert change(shared, noun, row, wanted, 'W/"1"').status == 412
    changed = change(shared, noun, row, wanted, '"1"')
    assert (changed.status, changed.headers["etag"]) == (200, '"2"')
    assert CHANGED[noun].items() <= changed.json.items()
    assert change(shared, noun, row, wanted, '"1"').status == 412
    assert change(shared, noun, row, wanted, "*").status == 200


@pytest.mark.parametrize("noun", NOUNS)
def test_what_a_deletion_answers_brings_everything_back(shared: Served, noun: str) -> None:
    body = body_for(shared, noun)
    before = made(shared, noun, body)
    assert shared.call("DELETE", f"/{noun}/{body['id']}").status == 428
    deleted = shared.call("DELETE", f"/{noun}/{body['id']}", headers={"If-Match": '"1"'})
    assert shared.call("GET", f"/{noun}/{body['id']}").status == 404
    for step in deleted.json["undo"]:
        assert shared.call(step["method"], step["path"], step["body"]).status in (200, 201)
    assert shared.call("GET", f"/{noun}/{body['id']}").json == before


def test_a_person_comes_back_with_all_that_passed(shared: Served) -> None:
    person = made(shared, "interviewers", body_for(shared, "interviewers"))
    passed = made(shared, "interactions", interaction(person["id"]))
    deleted = shared.call("DELETE", f"/interviewers/{person['id']}", headers={"If-Match": "*"})
    assert shared.call("GET", f"/interactions/{passed['id']}").status == 404
    for step in deleted.json["undo"]:
        assert shared.call(step["method"], step["path"], step["body"]).status == 201
    assert shared.call("GET", f"/interactions/{passed['id']}").json == passed


def test_an_application_comes_back_with_its_people(shared: Served) -> None:
    row = made(shared, "applications", application())
    person = made(shared, "interviewers", interviewer(row["id"]))
    deleted = shared.call("DELETE", f"/applications/{row['id']}", headers={"If-Match": "*"})
    assert shared.call("GET", f"/interviewers/{person['id']}").json["roles"] == []
    for step in deleted.json["undo"]:
        assert shared.call(step["method"], step["path"], step["body"]).status in (200, 201)
    assert shared.call("GET", f"/interviewers/{person['id']}").json["roles"] == person["roles"]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_list_comes_in_pages_and_each_thing_once(served: Served, noun: str) -> None:
    ids = sorted(made(served, noun, body_for(served, noun))["id"] for _ in range(5))
    found, after = [], ""
    for _ in range(3):
        page = served.call("GET", f"/{noun}?limit=2{after}").json
        found += [row["id"] for row in page["items"]]
        after = f"&after={page['next']}"
    assert found == ids
    assert page["next"] is None


@pytest.mark.parametrize("query", ["limit=0", "limit=501", "limit=x", "after=1", "page=2"])
def test_a_wrong_query_is_refused_by_name(shared: Served, query: str) -> None:
    got = shared.call("GET", f"/applications?{query}")
    assert got.status == 422
    assert [fault["place"] for fault in got.json["errors"]] == [query.partition("=")[0]]
