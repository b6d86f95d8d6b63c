"""Whatever was changed can be undone, as a whole or not at all; what was deleted leaves no trace."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

import pytest

from poise.etiquette.facts import Channel, HistoryKind
from poise.etiquette.words import LANGUAGES
from poise.store.telling import contact_of
from tests.server.facts import (
    JANE,
    ago,
    application,
    fresh,
    intent,
    interaction,
    interview,
    interviewer,
    track,
)
from tests.server.wire import Got, Served


def newest(served: Served) -> dict[str, Any]:
    told: dict[str, Any] = served.call("GET", "/history?limit=1").json["items"][0]
    return told


def undo(served: Served, change: dict[str, Any] | None = None) -> Got:
    return served.call("POST", f"/history/{(change or newest(served))['id']}/undo")


def change(served: Served, noun: str, row: dict[str, Any], **fields: Any) -> dict[str, Any]:
    before = served.call("GET", f"/{noun}/{row['id']}").json
    body = {name: value for name, value in before.items() if name not in ("id", "version", "stage")} | fields
    got = served.call("PUT", f"/{noun}/{row['id']}", body, headers={"If-Match": "*"})
    assert got.status == 200, got.body
    told: dict[str, Any] = got.json
    return told


def verdict(served: Served, person: dict[str, Any]) -> str:
    told: str = served.call("POST", "/verdicts", intent(target={"url": person["profiles"][0]})).json[
        "verdict"
    ]
    return told


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Alike but for the version, which an undo counts up."""
    return {**one, "version": 0} == {**other, "version": 0}


@pytest.mark.entry("R20")
def test_an_offer_that_is_undone_guards_again(shared: Served) -> None:
    told = track(shared)
    assert verdict(shared, told["interviewer"]) == "hold"
    change(shared, "applications", told["application"], outcome={"kind": "offer", "at": ago(hours=1)})
    assert verdict(shared, told["interviewer"]) != "hold"
    assert newest(shared)["kind"] == "outcome"
    assert undo(shared).status == 200
    assert verdict(shared, told["interviewer"]) == "hold"
    shown = shared.call("GET", f"/applications/{told['application']['id']}").json
    assert same(shown, told["application"])


def test_an_undo_can_be_undone(shared: Served) -> None:
    told = track(shared)
    change(shared, "interviewers", told["interviewer"], trusted=True, reason="an old colleague")
    trusted = newest(shared)
    assert undo(shared).status == 200
    taken_back = newest(shared)
    assert (taken_back["undoes"], taken_back["text"]) == (trusted["id"], f"Undone: {trusted['text']}")
    assert shared.call("GET", "/history?limit=2").json["items"][1]["undone"] is True
    assert undo(shared).status == 200
    assert shared.call("GET", f"/interviewers/{told['interviewer']['id']}").json["trusted"] is True
    assert undo(shared, taken_back).status == 409


KINDS = ["interviews", "headline", "names", "profile", "contact"]


@pytest.mark.parametrize("what", KINDS)
def test_every_kind_of_change_comes_back(shared: Served, what: str) -> None:
    told = track(shared)
    person, row = told["interviewer"], told["application"]
    if what == "interviews":
        change(shared, "applications", row, interviews=[interview(5), interview(1)])
    elif what == "headline":
        change(shared, "interviewers", person, headline="Head of gardens", earlier_contact=["email"])
    elif what == "names":
        change(shared, "applications", row, company=f"Beta {fresh()}", role="Gardener")
    elif what == "profile":
        change(shared, "interviewers", person, profiles=[], not_profiles=[JANE], roles=[])
    else:
        assert shared.call("POST", "/interactions", interaction(person["id"])).status == 201
    assert undo(shared).status == 200
    assert same(shared.call("GET", f"/interviewers/{person['id']}").json, person)
    assert same(shared.call("GET", f"/applications/{row['id']}").json, row)


def test_tracking_somebody_is_undone_in_one_step(served: Served) -> None:
    told = track(served)
    assert newest(served)["names"] == [told["interviewer"]["name"], told["application"]["company"]]
    assert undo(served).status == 200
    for noun in ("interviewers", "applications", "interactions"):
        assert served.call("GET", f"/{noun}").json["items"] == []
    assert undo(served).status == 200
    assert same(served.call("GET", f"/interviewers/{told['interviewer']['id']}").json, told["interviewer"])


def test_what_something_later_builds_on_is_not_undone(shared: Served) -> None:
    told = track(shared)
    began = newest(shared)
    shared.call("POST", "/interactions", interaction(told["interviewer"]["id"]))
    assert undo(shared, began).status == 409
    assert shared.call("GET", f"/interviewers/{told['interviewer']['id']}").status == 200
    assert undo(shared).status == 200
    assert undo(shared, began).status == 200


def test_what_was_deleted_is_in_no_history(shared: Served) -> None:
    """Its way back is in the answer to the deletion alone."""
    told = track(shared)
    change(shared, "interviewers", told["interviewer"], headline="Head of gardens")
    shared.call("DELETE", f"/interviewers/{told['interviewer']['id']}", headers={"If-Match": "*"})
    listed = shared.call("GET", "/history?limit=500").body.decode()
    assert told["interviewer"]["name"] not in listed


def test_nothing_changed_is_no_change(shared: Served) -> None:
    told = track(shared)
    before = newest(shared)
    change(shared, "interviewers", told["interviewer"])
    assert newest(shared) == before


def test_the_history_comes_in_pages_newest_first(served: Served) -> None:
    for _ in range(3):
        track(served)
    first = served.call("GET", "/history?limit=2&language=de").json
    second = served.call("GET", f"/history?limit=2&before={first['next']}").json
    found = [one["id"] for one in (*first["items"], *second["items"])]
    assert (len(found), found) == (3, sorted(found, reverse=True))
    assert second["next"] is None
    assert first["items"][0]["text"].startswith("Hinzugefügt: ")


CONTACTS = [
    ("thank_you", "email", ["Thank-you by e-mail", "Dank per E-Mail", "Takk på e-post"]),
    (
        "connect",
        "linkedin",
        ["Connection request on LinkedIn", "Kontaktanfrage auf LinkedIn", "Kontaktforespørsel på LinkedIn"],
    ),
    ("call", "phone", ["Call", "Anruf", "Telefonsamtale"]),
    ("follow_up", None, ["Follow-up", "Nachfrage", "Oppfølging"]),
]
NOTED = ["{} noted: {}", "{} notiert: {}", "{} notert: {}"]
UNDONE = ["Undone: {}", "Zurückgenommen: {}", "Angret: {}"]


def texts(served: Served) -> list[str]:
    """The newest change, in the three languages."""
    pages = [served.call("GET", f"/history?limit=1&language={language}").json for language in LANGUAGES]
    return [page["items"][0]["text"] for page in pages]


def test_a_contact_is_told_by_its_kind_and_so_is_taking_it_back(shared: Served) -> None:
    person = track(shared)["interviewer"]
    for kind, channel, said in CONTACTS:
        noted = interaction(person["id"], kind=kind, channel=channel)
        assert shared.call("POST", "/interactions", noted).status == 201
        told = [form.format(what, person["name"]) for form, what in zip(NOTED, said, strict=True)]
        assert texts(shared) == told
        assert undo(shared).status == 200
        assert texts(shared) == [form.format(what) for form, what in zip(UNDONE, told, strict=True)]


def test_contacts_of_several_kinds_are_told_as_contacts() -> None:
    rows = [
        {"table": "interactions", "before": None, "after": {"kind": kind}} for kind in ("call", "message")
    ]
    assert contact_of(rows[:1]) == ("call", None)
    assert contact_of(rows) is None


@pytest.mark.parametrize(("part", "wanted"), [("contact", [*HistoryKind, "several"]), ("over", Channel)])
def test_every_kind_of_contact_has_its_words(part: str, wanted: Iterable[str]) -> None:
    words = tomllib.loads((files("poise.api") / "changes.toml").read_text())[part]
    assert {name: sorted(said) for name, said in words.items()} == dict.fromkeys(wanted, sorted(LANGUAGES))


def test_an_unknown_change_is_not_there(shared: Served) -> None:
    assert shared.call("POST", f"/history/{fresh()}/undo").status == 404


def found(served: Served, query: str) -> list[str]:
    return [one["name"] for one in served.call("GET", f"/search?q={query}").json["items"]]


def test_people_and_applications_are_found_by_the_beginnings_of_words(served: Served) -> None:
    row = served.call("POST", "/applications", application(company="Müller & Søn GmbH", role="Gardener")).json
    person = interviewer(row["id"], name="Zoë Øster", headline="Head of Hydroponics")
    served.call("POST", "/interviewers", person)
    served.call("POST", "/applications", application(company="Beta"))
    assert found(served, "zoe") == found(served, "hydro%20head") == ["Zoë Øster"]
    assert found(served, "MULL%20gard") == ["Zoë Øster", "Müller & Søn GmbH"]
    assert found(served, "ardener") == found(served, "%25") == []
    assert served.call("GET", "/search").status == 422
