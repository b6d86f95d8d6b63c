"""Whom a click would reach, and what is said of it."""

import json
from typing import Any

import pytest

from tests.server.facts import ago, fresh, interaction, track
from tests.server.judging import judged
from tests.server.wire import Served


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


def test_what_is_written_under_an_interviewers_own_post_is_a_comment_to_them(shared: Served) -> None:
    url = f"https://www.facebook.com/jane.{fresh().replace('-', '')}"
    person = track(shared, profiles=[url])["interviewer"]
    said = {"action": "wall_comment", "site": "facebook", "page_url": url, "target": {"url": url}}
    assert judged(shared, **said, text="Thank you for the interview yesterday!")["verdict"] == "allow"
    for days in (3, 2):
        shared.call("POST", "/interactions", interaction(person["id"], kind="comment", at=ago(days=days)))
    for target in ({"url": url}, {"name": person["name"]}):
        told = judged(shared, **said | {"target": target})
        assert (told["verdict"], told["rule"]) == ("hold", "comment-sparingly"), target


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


@pytest.mark.sqlite
def test_typed_text_is_judged_and_kept_nowhere(served: Served) -> None:
    person = track(served)["interviewer"]
    text = "Canary: you idiots will regret this, it is an insult."
    judged(served, action="message", target={"url": person["profiles"][0]}, text=text)
    served.call("GET", "/snapshot")
    kept = b"".join(file.read_bytes() for file in served.folder.iterdir())
    assert b"Canary" not in kept
    assert person["name"].encode() in kept
