"""What a field may hold: refused by name or kept to the letter."""

import pytest

from tests.server.facts import JANE, application, fresh, intent, interview, interviewer
from tests.server.nouns import made
from tests.server.wire import Served


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
