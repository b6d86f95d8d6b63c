"""Drafts: written from what is known and answered, kept as they are left, and gone with their person."""

from typing import Any

import pytest

from tests.server.facts import ago, fresh, track
from tests.server.test_history import change
from tests.server.wire import Served


def drafted(served: Served, person: str, **more: Any) -> dict[str, Any]:
    got = served.call("POST", "/notes/draft", {"kind": "thank_you", "person": person} | more)
    assert got.status == 200, got.body
    told: dict[str, Any] = got.json
    return told


@pytest.mark.parametrize(
    ("language", "register", "greeting", "said"),
    [
        ("en", "formal", "Dear {name},", "What stayed with me: the cellar."),
        ("en", "informal", "Hi {given},", "What stayed with me: the cellar."),
        ("de", "formal", "Guten Tag {name},", "Im Gedächtnis geblieben ist mir: the cellar."),
        ("de", "informal", "Hallo {given},", "Viele Grüße"),
        ("nb", "formal", "Kjære {name},", "Vennlig hilsen"),
        ("nb", "informal", "Hei {given},", "Dette sitter jeg igjen med: the cellar."),
    ],
)
def test_a_draft_is_made_of_what_was_answered(
    shared: Served, language: str, register: str, greeting: str, said: str
) -> None:
    person = track(shared)["interviewer"]
    told = drafted(
        shared,
        person["id"],
        language=language,
        register=register,
        answers={"stayed": "the cellar", "add": ""},
    )
    name = person["name"]
    assert told["text"].startswith(greeting.format(name=name, given=name.split()[0]))
    assert said in told["text"]
    assert "{" not in told["text"] + told["subject"]
    assert [one["id"] for one in told["questions"]] == ["stayed", "surprised", "values", "add"]


def test_a_whole_sentence_stands_as_it_was_said(shared: Served) -> None:
    told = drafted(shared, track(shared)["interviewer"]["id"], answers={"stayed": "I liked the cellar."})
    assert "\n\nI liked the cellar.\n\n" in told["text"]


def test_a_draft_to_nobody_and_of_no_kind_is_refused(shared: Served) -> None:
    person = track(shared)["interviewer"]["id"]
    assert shared.call("POST", "/notes/draft", {"kind": "thank_you", "person": fresh()}).status == 404
    assert shared.call("POST", "/notes/draft", {"kind": "wall_post", "person": person}).status == 422


@pytest.mark.parametrize("leaves", ["archived", "deleted"])
def test_a_draft_without_an_open_application_is_refused_with_a_sentence(shared: Served, leaves: str) -> None:
    told = track(shared)
    if leaves == "archived":
        change(shared, "applications", told["application"], archived=True)
    else:
        shared.call("DELETE", f"/applications/{told['application']['id']}", headers={"If-Match": "*"})
    person = told["interviewer"]
    refused = shared.call("POST", "/notes/draft", {"kind": "thank_you", "person": person["id"]})
    assert refused.status == 409
    assert refused.json["detail"].startswith(f"{person['name']} has no part in any open application")


def test_an_answer_to_a_no_is_drafted_after_a_no(shared: Served) -> None:
    told = track(shared)
    asked = {"kind": "message", "person": told["interviewer"]["id"]}
    refused = shared.call("POST", "/notes/draft", asked)
    assert (refused.status, refused.json["detail"].startswith("This kind answers a no")) == (409, True)
    outcome = {"kind": "rejected", "at": ago(hours=1)}
    change(shared, "applications", told["application"], outcome=outcome)
    greeting, thanks = drafted(shared, **asked, language="de", register="informal")["text"].split("\n\n")[:2]
    assert (greeting[:6], thanks) == ("Hallo ", "danke für die Nachricht und für die Zeit.")


def test_a_draft_is_kept_changed_and_comes_back_with_its_person(shared: Served) -> None:
    person = track(shared)["interviewer"]["id"]
    body = {
        "interviewer": person,
        "kind": "thank_you",
        "language": "en",
        "subject": "Thanks",
        "text": "Dear",
        "sent_at": None,
    }
    made = shared.call("POST", "/drafts", body | {"id": fresh()}).json
    changed = shared.call(
        "PUT", f"/drafts/{made['id']}", body | {"text": "Dear you"}, headers={"If-Match": '"1"'}
    ).json
    assert (changed["text"], changed["version"]) == ("Dear you", 2)
    gone = shared.call("DELETE", f"/interviewers/{person}", headers={"If-Match": "*"}).json
    assert shared.call("GET", f"/drafts/{made['id']}").status == 404
    for step in gone["undo"]:
        assert shared.call(step["method"], step["path"], step["body"]).status == 201
    assert shared.call("GET", f"/drafts/{made['id']}").json["text"] == "Dear you"


def test_a_draft_from_the_terminal(served: Served) -> None:
    name = track(served)["interviewer"]["name"]
    done = served.poise("draft", "--to", name, "--answer", "stayed=the brass valves")
    assert done.returncode == 0, done.stderr
    assert "What stayed with me: the brass valves." in done.stdout
    wrong = served.poise("draft", "--to", name, "--answer", "stay=x")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "No question is called stay" in wrong.stderr
