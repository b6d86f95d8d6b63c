"""Whom a click would reach, what is said of it, and what the user then did."""

import json
from typing import Any

import pytest

from tests.server.facts import ago, application, fresh, intent, interaction, interview, track
from tests.server.wire import Served


def judged(served: Served, **changed: Any) -> dict[str, Any]:
    got = served.call("POST", "/verdicts", intent(**changed))
    assert got.status == 200, got.body
    told: dict[str, Any] = got.json
    return told


def test_a_stranger_is_always_allowed(shared: Served) -> None:
    told = judged(shared, target={"url": "https://www.linkedin.com/in/nobody-i-know/", "name": "Nobody"})
    assert (told["verdict"], told["rule"], told["person"], told["match"]) == ("allow", None, None, None)
    assert told["id"]


def test_an_interviewer_who_decides_is_held_with_reason_and_alternatives(shared: Served) -> None:
    person = track(shared)["interviewer"]
    told = judged(shared, target={"url": person["profiles"][0]})
    assert (told["verdict"], told["rule"], told["stage"]) == ("hold", "connect-before-decision", "awaiting")
    assert told["person"] == {"id": person["id"], "kind": "person", "name": person["name"]}
    assert told["match"] == "identity"
    assert person["name"] in told["headline"]
    assert told["source"]["id"] in ("000", "002")
    assert told["instead"][0]["kind"] == "thank_you"
    assert told["waiting_days"] == 1


@pytest.mark.parametrize(("language", "word"), [("de", "Anfrage"), ("nb", "forespørsel")])
def test_it_speaks_the_language_that_is_asked_for(shared: Served, language: str, word: str) -> None:
    profile = track(shared)["interviewer"]["profiles"][0]
    assert word in json.dumps(judged(shared, target={"url": profile}, language=language), ensure_ascii=False)


def test_ids_join_where_the_address_is_another(shared: Served) -> None:
    number = str(int(fresh()[-10:], 16))
    person = track(shared, profiles=[f"linkedin:member:{number}"])["interviewer"]
    told = judged(
        shared, target={"url": "https://www.linkedin.com/in/x1/", "ids": [f"linkedin:member:{number}"]}
    )
    assert told["person"]["id"] == person["id"]


def test_a_name_alone_is_a_match_that_has_to_be_asked_about(shared: Served) -> None:
    person = track(shared)["interviewer"]
    told = judged(shared, target={"name": person["name"].upper() + ", PhD"})
    assert (told["verdict"], told["match"], told["person"]["id"]) == ("hold", "name", person["id"])


def test_the_same_name_with_another_profile_is_somebody_else(shared: Served) -> None:
    person = track(shared)["interviewer"]
    told = judged(
        shared, target={"name": person["name"], "url": "https://www.linkedin.com/in/the-other-one/"}
    )
    assert (told["verdict"], told["person"]) == ("allow", None)


def test_the_same_name_with_a_number_where_only_an_address_is_known_is_asked_about(shared: Served) -> None:
    person = track(shared)["interviewer"]
    number = f"linkedin:member:{int(fresh()[-10:], 16)}"
    told = judged(shared, target={"name": person["name"], "ids": [number]})
    assert (told["verdict"], told["match"]) == ("hold", "name")
    other = {"name": person["name"], "ids": [number], "url": f"https://www.linkedin.com/in/p-{fresh()}/"}
    assert judged(shared, target=other)["verdict"] == "allow"


def test_the_same_name_may_be_somebody_whose_profile_is_not_known(shared: Served) -> None:
    person = track(shared, profiles=[])["interviewer"]
    target = {"name": person["name"], "url": f"https://www.linkedin.com/in/p-{fresh()}/"}
    told = judged(shared, target=target)
    assert (told["verdict"], told["match"]) == ("hold", "name")
    shared.call("POST", f"/verdicts/{told['id']}/choice", {"choice": "not_them"})
    assert judged(shared, target=target)["verdict"] == "allow"
    assert shared.call("GET", f"/interviewers/{person['id']}").json["not_profiles"] == [target["url"]]


def test_a_name_that_was_not_them_is_remembered(shared: Served) -> None:
    person = track(shared)["interviewer"]
    told = judged(shared, target={"name": person["name"]})
    shared.call("POST", f"/verdicts/{told['id']}/choice", {"choice": "not_them"})
    assert judged(shared, target={"name": person["name"]})["verdict"] == "allow"
    assert judged(shared, target={"url": person["profiles"][0]})["verdict"] == "hold"


def test_the_strictest_of_several_applications_counts(shared: Served) -> None:
    first = track(shared)
    profile = first["interviewer"]["profiles"][0]
    offer = first["application"] | {"outcome": {"kind": "offer", "at": ago(minutes=5)}}
    change(shared, offer)
    assert judged(shared, target={"url": profile})["verdict"] != "hold"
    track(shared, name=first["interviewer"]["name"], profiles=[profile])
    assert judged(shared, target={"url": profile})["verdict"] == "hold"


def change(served: Served, row: dict[str, Any]) -> None:
    body = {key: value for key, value in row.items() if key not in ("id", "stage", "version")}
    got = served.call("PUT", f"/applications/{row['id']}", body, headers={"If-Match": "*"})
    assert got.status == 200, got.body


def test_an_offer_lifts_the_hold_and_taking_it_back_brings_it_again(shared: Served) -> None:
    told = track(shared)
    target = {"url": told["interviewer"]["profiles"][0]}
    row = told["application"]
    verdicts = []
    for outcome in (None, {"kind": "offer", "at": ago(minutes=5)}, None):
        change(shared, row | {"outcome": outcome})
        verdicts.append(judged(shared, target=target, with_note=True)["verdict"])
    assert verdicts == ["hold", "allow", "hold"]


@pytest.mark.parametrize(
    ("part", "verdict"), [("interviewer", "hold"), ("recruiter", "allow"), ("referrer", "allow")]
)
def test_go_betweens_are_not_guarded(shared: Served, part: str, verdict: str) -> None:
    person = track(shared, part=part)["interviewer"]
    assert judged(shared, target={"url": person["profiles"][0]})["verdict"] == verdict


def test_trust_by_hand_lifts_everything(shared: Served) -> None:
    person = track(shared)["interviewer"]
    body = {key: value for key, value in person.items() if key not in ("id", "version")}
    shared.call("PUT", f"/interviewers/{person['id']}", body | {"trusted": True}, headers={"If-Match": "*"})
    assert judged(shared, target={"url": person["profiles"][0]})["rule"] == "trusted"


def test_what_passed_counts(shared: Served) -> None:
    person = track(shared)["interviewer"]
    shared.call("POST", "/interactions", interaction(person["id"], kind="they_connected", channel="linkedin"))
    assert judged(shared, target={"url": person["profiles"][0]})["rule"] == "they-asked"


def test_a_person_without_any_application_is_allowed(shared: Served) -> None:
    told = track(shared)
    shared.call("DELETE", f"/applications/{told['application']['id']}", headers={"If-Match": "*"})
    assert judged(shared, target={"url": told["interviewer"]["profiles"][0]})["verdict"] == "allow"


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


def test_a_change_in_the_terminal_is_seen_at_once(served: Served) -> None:
    tag = served.call("GET", "/snapshot").headers["etag"]
    assert served.call("GET", "/badge").json == {"waiting": 0}
    added = served.poise("add", "Jane Doe", "--company", "Acme", "--interview", "2026-01-01 14:00")
    assert added.returncode == 0, added.stderr
    assert served.call("GET", "/badge").json == {"waiting": 1}
    assert served.call("GET", "/snapshot", headers={"If-None-Match": tag}).status == 200
    served.poise("outcome", "Acme", "offer")
    assert served.call("GET", "/badge").json == {"waiting": 0}


@pytest.mark.sqlite
def test_the_badge_counts_interviewers_who_still_decide(served: Served) -> None:
    track(served)
    track(served, interviews=[interview(-2)])
    track(served, interviews=[])
    track(served, part="recruiter")
    assert served.call("GET", "/badge").json == {"waiting": 2}
    waiting = served.call("GET", "/snapshot").json["waiting"]
    assert {row["count"] for row in waiting} == {2}
    assert waiting[0]["next"]["kind"] in ("research", "thank_you")


def test_the_agenda_is_in_order_and_knows_whom_it_is_about(served: Served) -> None:
    first, second = track(served), track(served, interviews=[interview(-5)])
    items = served.call("GET", "/agenda?language=de").json["items"]
    dated = [item["due"] or item["from"] for item in items]
    assert dated == sorted(dated)
    assert {item["person"] for item in items} == {told["interviewer"]["id"] for told in (first, second)}


def test_the_site_maps_are_those_the_extension_ships(shared: Served) -> None:
    sites = shared.call("GET", "/sites").json["sites"]
    assert "linkedin" in {site["site"] for site in sites}
    assert all({"site", "version", "hosts", "identity", "control"} <= set(site) for site in sites)


def test_a_page_is_read_as_the_terminal_reads_it(shared: Served) -> None:
    page = {
        "url": "https://www.linkedin.com/in/jane-doe/",
        "html": "<html><body><h1>Jane Doe</h1></body></html>",
    }
    told = shared.call("POST", "/pages/read", page).json
    assert (told["site"], told["about"]["url"]) == ("linkedin", page["url"])
    strange = shared.call("POST", "/pages/read", page | {"url": "https://example.com/"})
    assert strange.status == 422


def test_the_language_of_the_settings_is_spoken_where_no_other_is_asked_for(served: Served) -> None:
    assert served.call("GET", "/settings").json == {"language": "en"}
    assert served.call("PUT", "/settings", {"language": "de"}).status == 200
    assert served.call("GET", "/snapshot").json["language"] == "de"
    assert served.call("PUT", "/settings", {"language": "xx"}).status == 422


@pytest.mark.sqlite
def test_typed_text_is_judged_and_kept_nowhere(served: Served) -> None:
    person = track(served)["interviewer"]
    text = "Canary: you idiots will regret this, it is an insult."
    judged(served, action="message", target={"url": person["profiles"][0]}, text=text)
    served.call("GET", "/snapshot")
    kept = b"".join(file.read_bytes() for file in served.folder.iterdir())
    assert b"Canary" not in kept
    assert person["name"].encode() in kept


def test_a_company_without_an_application_there_is_forgotten(served: Served) -> None:
    row = served.call("POST", "/applications", application(company="Gone GmbH")).json
    served.call("DELETE", f"/applications/{row['id']}", headers={"If-Match": "*"})
    again = served.call("POST", "/applications", application(company="gone gmbh")).json
    assert again["company"] == "gone gmbh"


def company(served: Served) -> tuple[str, str]:
    """A company whose page is tracked: its name and the page."""
    name = f"acme{fresh().replace('-', '')}"
    page = f"https://www.facebook.com/{name}"
    track(served, company=name, pages=[page])
    return name, page


def test_a_post_on_the_page_of_a_company_that_decides_is_held(shared: Served) -> None:
    name, page = company(shared)
    wall = {"action": "wall_post", "site": "facebook", "page_url": f"{page}?ref=x"}
    for target in ({"url": page}, {"name": name}, {"company": name.upper()}, {}):
        told = judged(shared, **wall, target=target)
        assert (told["verdict"], told["person"]["kind"]) == ("hold", "company"), target


def test_a_post_on_another_page_is_allowed(shared: Served) -> None:
    wall = {"action": "wall_post", "site": "facebook", "page_url": "https://www.facebook.com/strangers"}
    assert judged(shared, **wall, target={"name": "Strangers"})["verdict"] == "allow"


def test_the_snapshot_guards_the_companys_page(shared: Served) -> None:
    name, page = company(shared)
    (row,) = [row for row in rows(shared).values() if row["kind"] == "company" and row["name"] == name]
    assert page in row["identities"]
    assert row["verdicts"]["facebook.wall_post.last"][0]["verdict"] == "hold"
    assert not any(".connect." in key for key in row["verdicts"])


def test_a_page_alone_can_be_tracked(shared: Served) -> None:
    name = f"beta{fresh().replace('-', '')}"
    page = f"https://www.facebook.com/{name}"
    got = shared.call("POST", "/track", {"id": fresh(), "company": name, "pages": [page]})
    assert (got.status, got.json["interviewer"]) == (201, None)
    assert page in got.json["application"]["pages"]
    told = judged(shared, action="wall_post", site="facebook", page_url=page, target={"url": page})
    assert told["person"]["name"] == name
