"""Applications, interviewers, interactions: made once, changed by version, given back when deleted."""

# ruff: noqa: N802 - tests of the catalogue are named by its ids

from typing import Any

import pytest

from tests.server.facts import JANE, application, fresh, intent, interaction, interview, interviewer
from tests.server.wire import Got, Served

NOUNS = ["applications", "interviewers", "interactions"]


def body_for(served: Served, noun: str) -> dict[str, Any]:
    if noun == "applications":
        return application()
    if noun == "interviewers":
        return interviewer(made(served, "applications", application())["id"])
    return interaction(made(served, "interviewers", interviewer())["id"])


def made(served: Served, noun: str, body: dict[str, Any]) -> dict[str, Any]:
    got = served.call("POST", f"/{noun}", body)
    assert got.status == 201, got.body
    told: dict[str, Any] = got.json
    return told


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


def test_unknown_fields_are_refused_by_name_and_values_are_not_said_back(shared: Served) -> None:
    wrong = application(colour="secret-colour", role=17, interviews=[{"starts": "secret-time", "ends": 3}])
    got = shared.call("POST", "/applications", wrong)
    assert got.status == 422
    places = {fault["place"] for fault in got.json["errors"]}
    assert {"colour", "role", "interviews.0.starts", "interviews.0.ends"} <= places
    assert b"secret" not in got.body


@pytest.mark.parametrize(
    "time", ["2026-12-01T14:00:00", "2026-12-01", "14:00", 1796112000, "0001-01-01T00:00:00+00:00"]
)
def test_a_time_without_an_offset_is_refused(shared: Served, time: object) -> None:
    wrong = application(interviews=[interview(2) | {"starts": time}])
    assert shared.call("POST", "/applications", wrong).status == 422


def test_an_interview_cannot_end_before_it_starts_or_lie_in_a_zone_that_is_none(shared: Served) -> None:
    good = interview(2)
    for wrong in ({"ends": good["starts"]}, {"zone": "Mars/Olympus"}, {"zone": "../../etc/passwd"}):
        assert shared.call("POST", "/applications", application(interviews=[good | wrong])).status == 422


def test_times_are_said_back_in_the_zone_of_the_interview(shared: Served) -> None:
    told = made(
        shared,
        "applications",
        application(
            interviews=[
                {"starts": "2026-03-04T13:00:00Z", "ends": "2026-03-04T14:00:00Z", "zone": "America/New_York"}
            ]
        ),
    )
    assert told["interviews"] == [
        {
            "starts": "2026-03-04T08:00:00-05:00",
            "ends": "2026-03-04T09:00:00-05:00",
            "zone": "America/New_York",
        }
    ]


@pytest.mark.parametrize(
    "written",
    [
        "https://www.linkedin.com/in/maria-lopez/",
        "https://de.linkedin.com/in/MARIA-LOPEZ?trk=x#y",
        "m.linkedin.com/in/maria-lopez/detail/contact-info/",
    ],
)
def test_I13_a_profile_is_known_however_its_address_is_written(served: Served, written: str) -> None:
    told = made(served, "interviewers", interviewer(profiles=[written]))
    assert told["profiles"] == ["https://www.linkedin.com/in/maria-lopez/"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://example.com/in/x", "x" * 5000],
)
def test_I17_an_address_that_is_no_profile_is_refused(shared: Served, url: str) -> None:
    got = shared.call("POST", "/interviewers", interviewer(profiles=[url]))
    assert got.status == 422
    assert got.json["errors"][0]["place"] == "profiles.0"
    assert url.encode() not in got.body


def test_one_profile_cannot_be_two_peoples(shared: Served) -> None:
    profile = f"https://www.linkedin.com/in/{fresh()}/"
    first = made(shared, "interviewers", interviewer(profiles=[profile]))
    got = shared.call("POST", "/interviewers", interviewer(profiles=[profile]))
    assert got.status == 409
    assert first["name"] in got.json["detail"]


def test_parts_in_an_application_that_is_not_there_are_refused(shared: Served) -> None:
    body = interviewer(fresh())
    assert shared.call("POST", "/interviewers", body).status == 404
    assert shared.call("GET", f"/interviewers/{body['id']}").status == 404


@pytest.mark.parametrize(
    "name",
    [
        "Robert'); DROP TABLE companies;--",
        '" OR 1=1--',
        "%",
        "_",
        "{{7*7}}",
        "${7*7}",
        "%s%n",
        "=cmd|' /C calc'!A0",
        "<img src=x onerror=alert(1)>",
        "</script><script>",
        '"><svg onload=',
        "&#x3C;",
        "Łukasz Ñandú 李小龍 👩‍💻",
        "e\u0301 and \u00e9",
    ],
)
def test_I15_I16_a_name_is_kept_to_the_letter(shared: Served, name: str) -> None:
    told = made(shared, "interviewers", interviewer(name=name))
    assert shared.call("GET", f"/interviewers/{told['id']}").json["name"] == name


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


NUL = "a\x00b"


@pytest.mark.entry("I07")
def test_a_nul_is_refused_in_whatever_text_it_comes_and_its_place_is_named(shared: Served) -> None:
    """PostgreSQL keeps none: what one database refuses, the other does not take."""
    wrong = {
        ("POST", "/applications", "notes"): application(notes=NUL),
        ("POST", "/interviewers", "profiles.1"): interviewer(profiles=["https://x.com/jane", NUL]),
        ("POST", "/verdicts", "target.name"): intent(target={"url": JANE, "name": NUL}),
        ("POST", "/imports", "map"): {"name": "a.csv", "content": "YQ==", "map": {NUL: "Company"}},
        ("GET", "/search?q=a%00b", "q"): None,
    }
    for (method, path, where), content in wrong.items():
        got = shared.call(method, path, content)
        assert (got.status, [one["place"] for one in got.json["errors"]]) == (422, [where]), (path, got.body)
        assert "NUL" in got.json["errors"][0]["fault"]
    assert shared.call("DELETE", "/browsers/a%00b").status == 404
