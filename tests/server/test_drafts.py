"""Drafts: written from what is known and answered, kept as they are left, and gone with their person."""

from typing import Any

import pytest

from tests.server.facts import fresh, track
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
