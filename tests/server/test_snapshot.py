"""What the extension needs to decide by itself says what the service would, and is sent when it changed."""

from typing import Any

from tests.server.facts import interview, track
from tests.server.judging import company, judged
from tests.server.wire import Served


def rows(served: Served, language: str = "en") -> dict[str, Any]:
    snapshot = served.call("GET", f"/snapshot?language={language}").json
    return {one["id"]: one for one in snapshot["guarded"]}


def test_the_snapshot_says_what_the_verdict_says(shared: Served) -> None:
    person = track(shared)["interviewer"]
    row = rows(shared)[person["id"]]
    assert row["identities"] == person["profiles"]
    assert row["stages"][0]["stage"] == "awaiting"
    now = row["verdicts"]["linkedin.connect.first"][0]
    told = judged(shared, target={"url": person["profiles"][0]}, gate="first")
    assert {key: now[key] for key in ("verdict", "rule", "stage")} == {
        key: told[key] for key in ("verdict", "rule", "stage")
    }
    assert [step["kind"] for step in now["instead"]] == [step["kind"] for step in told["instead"]]
    assert not any(key.startswith("facebook.") for key in row["verdicts"])


def test_the_snapshot_knows_what_the_end_of_an_interview_will_change(shared: Served) -> None:
    told = track(shared, interviews=[interview(-2)])
    row = rows(shared)[told["interviewer"]["id"]]
    assert [stage["stage"] for stage in row["stages"]] == ["scheduled", "awaiting"]
    assert row["stages"][1]["from"] == row["stages"][1]["since"]


def test_the_snapshot_has_nobody_without_a_say(shared: Served) -> None:
    person = track(shared, part="recruiter")["interviewer"]
    assert person["id"] not in rows(shared)


def test_the_snapshots_words_are_templates_in_the_language_asked_for(shared: Served) -> None:
    snapshot = shared.call("GET", "/snapshot?language=nb").json
    assert snapshot["language"] == "nb"
    words = snapshot["words"]["connect-before-decision"]
    assert "{name}" in words["headline"]
    assert set(words) >= {"headline", "reason", "source", "grade", "contested", "instead", "notes"}


def test_a_snapshot_that_would_be_the_same_is_not_sent_again(served: Served) -> None:
    track(served)
    tag = served.call("GET", "/snapshot").headers["etag"]
    same = served.call("GET", "/snapshot", headers={"If-None-Match": tag})
    assert (same.status, same.body, same.headers["etag"]) == (304, b"", tag)
    assert served.call("GET", "/snapshot?language=de", headers={"If-None-Match": tag}).status == 200
    track(served)
    assert served.call("GET", "/snapshot", headers={"If-None-Match": tag}).status == 200


def test_the_snapshot_guards_the_companys_page(shared: Served) -> None:
    name, page = company(shared)
    (row,) = [row for row in rows(shared).values() if row["kind"] == "company" and row["name"] == name]
    assert page in row["identities"]
    assert row["verdicts"]["facebook.wall_post.last"][0]["verdict"] == "hold"
    assert not any(".connect." in key for key in row["verdicts"])
