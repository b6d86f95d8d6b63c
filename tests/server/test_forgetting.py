"""What is forgotten is in no byte of any file; what is archived holds nothing, and is not lost."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.server.ending import assert_ends
from tests.server.facts import application, fresh, intent, interaction, interviewer, track
from tests.server.terminal import Run, assert_refused
from tests.server.test_history import change, same, verdict
from tests.server.wire import POISE, Served, poise, serve

CANARY = "Canarywoman"


def traces(folder: Path, *words: str) -> list[str]:
    """The files that hold any of these, whatever their kind."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in found if any(word.encode() in path.read_bytes() for word in words)]


@pytest.fixture
def known(tmp_path: Path, first_start: Path) -> Path:
    """A folder where a person was added, changed, logged and trusted, in snapshots and the log as well."""
    folder = shutil.copytree(first_start, tmp_path / "data")
    profile = f"https://www.linkedin.com/in/{CANARY.lower()}/"
    for words in (
        ["add", f"Jane {CANARY}", "--company", "Acme GmbH", "--profile", profile],
        ["note", f"Jane {CANARY}", f"{CANARY} likes tea"],
        ["log", f"Jane {CANARY}", "thank_you"],
        ["trust", f"Jane {CANARY}", "--reason", f"{CANARY} again"],
        ["undo"],
        ["add", "Joan Roe", "--company", "Acme"],
    ):
        got = poise(folder, *words)
        assert got.returncode == 0, got.stderr
    return folder


def test_P08_a_person_who_is_forgotten_is_in_no_file(known: Path) -> None:
    assert len(traces(known, CANARY, CANARY.lower())) >= 2
    assert poise(known, "forget", f"Jane {CANARY}", "--yes").returncode == 0
    assert traces(known, CANARY, CANARY.lower()) == []
    listed = poise(known, "list").stdout
    assert "Joan Roe" in listed
    assert "Acme GmbH" in listed


def test_P08_forget_all_leaves_nothing_while_the_service_runs(known: Path) -> None:
    served = serve(known)
    try:
        track(served, name=f"John {CANARY}", company=f"{CANARY} AS")
        assert_ends(poise(known, "forget", "--all"), 2, "--yes")
        assert len(served.call("GET", "/interviewers").json["items"]) == 3
        assert poise(known, "forget", "--all", "--yes").returncode == 0
        assert traces(known, CANARY, CANARY.lower(), "Joan Roe", "Acme") == []
        for noun in ("interviewers", "applications", "history"):
            assert served.call("GET", f"/{noun}").json["items"] == []
        assert served.call("GET", "/badge").json == {"waiting": 0}
    finally:
        served.stop()


@pytest.mark.sqlite
def test_P08_what_is_deleted_over_http_is_in_no_live_file(served: Served) -> None:
    told = track(served, name=f"Jane {CANARY}", profiles=[f"https://www.linkedin.com/in/{CANARY}/"])
    served.call("POST", "/interactions", interaction(told["interviewer"]["id"]))
    assert traces(served.folder, CANARY)
    served.call("DELETE", f"/interviewers/{told['interviewer']['id']}", headers={"If-Match": "*"})
    assert traces(served.folder, CANARY, CANARY.lower()) == []


@pytest.mark.sqlite
def test_P08_while_something_reads_it_says_what_clears_the_log_and_that_does(known: Path) -> None:
    with closing(sqlite3.connect(known / "poise.sqlite")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM interviewers").fetchone()
        busy = poise(known, "forget", f"Jane {CANARY}", "--yes")
    assert_ends(busy, 2, f"Jane {CANARY} is forgotten", "`poise list`")
    assert poise(known, "list").returncode == 0
    assert traces(known, CANARY, CANARY.lower()) == []


def test_whom_to_forget_has_to_be_said(known: Path) -> None:
    assert_ends(poise(known, "forget"), 2, "--all")
    assert_ends(poise(known, "forget", "Nobody", "--yes"), 2, "Nobody")
    assert_ends(poise(known, "forget", "Joan Roe", "--all"), 2, "--all")
    assert traces(known, "Joan Roe")


def test_without_a_terminal_nobody_is_forgotten_unless_it_is_said_that_it_is_meant(run: Run) -> None:
    run("add", "Joan Roe", "--company", "Acme")
    assert_refused(run("forget", "Joan Roe"), "--yes")
    assert "Joan Roe" in run("list").stdout


def test_while_it_asks_whom_to_forget_others_write(folder: Path, run: Run) -> None:
    run("add", "Joan Roe", "--company", "Acme")
    keyboard, terminal = os.openpty()
    command = [str(POISE), "forget", "Joan Roe", "--data-dir", str(folder)]
    with subprocess.Popen(command, stdin=terminal, stdout=subprocess.PIPE, bufsize=0) as asking:
        assert asking.stdout
        asked = asking.stdout.read(60)
        meanwhile = run("note", "Joan Roe", "tea")
        os.write(keyboard, b"y\n")
        asked += asking.stdout.read()
    assert (meanwhile.returncode, asking.returncode) == (0, 0)
    assert b"also those made by hand" in asked
    assert run("list").stdout.startswith("Nobody")
    os.close(keyboard)
    os.close(terminal)


def test_an_archived_application_holds_nothing_until_it_is_taken_out(shared: Served) -> None:
    told = track(shared)
    before = shared.call("GET", "/badge").json["waiting"]
    assert verdict(shared, told["interviewer"]) == "hold"
    archived = change(shared, "applications", told["application"], archived=True)
    assert verdict(shared, told["interviewer"]) == "allow"
    assert shared.call("GET", "/badge").json["waiting"] == before - 1
    assert told["interviewer"]["name"] not in shared.call("GET", "/snapshot").body.decode()
    assert same(archived, told["application"] | {"archived": True})
    change(shared, "applications", told["application"], archived=False)
    assert verdict(shared, told["interviewer"]) == "hold"


def test_a_new_application_beside_an_archived_one_is_another(shared: Served) -> None:
    told = track(shared)
    change(shared, "applications", told["application"], archived=True)
    again = track(shared, company=told["application"]["company"])
    assert again["application"]["id"] != told["application"]["id"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Brack", "Brack GmbH", True),
        ("Crane GmbH & Co. KG", "crane", True),
        ("Drum AS", "Drum", True),
        ("Elm Ltd", "Elm GmbH", False),
        ("Fern", "Fern & Daughters", False),
    ],
)
def test_a_company_is_known_with_and_without_its_legal_form(
    shared: Served, one: str, other: str, alike: bool
) -> None:
    first, second = (track(shared, company=name)["application"] for name in (one, other))
    assert (first["id"] == second["id"]) is alike


def test_other_names_of_a_company_are_the_company(shared: Served) -> None:
    told = track(shared)
    alias = f"Umbrella {fresh()}"
    change(shared, "applications", told["application"], aliases=[alias])
    assert track(shared, company=alias.upper())["application"]["id"] == told["application"]["id"]
    wall = intent(action="wall_post", target={"name": alias}, site="facebook", text="What a lovely garden")
    assert shared.call("POST", "/verdicts", wall).json["verdict"] == "hold"
    taken = application(aliases=[alias])
    assert shared.call("POST", "/applications", taken).status == 409


def test_notes_are_kept_found_and_stay_where_they_are_not_mentioned(shared: Served) -> None:
    told = track(shared)
    word = f"w{fresh().replace('-', '')}"
    change(shared, "interviewers", told["interviewer"], notes=f"talked of {word}")
    change(shared, "applications", told["application"], notes=f"{word} first")
    items = shared.call("GET", f"/search?q={word}").json["items"]
    assert {one["kind"] for one in items} == {"person", "application"}
    body = {name: value for name, value in interviewer(name="Jane").items() if name != "id"}
    got = shared.call("PUT", f"/interviewers/{told['interviewer']['id']}", body, headers={"If-Match": "*"})
    assert got.json["notes"] == f"talked of {word}"
    assert change(shared, "interviewers", told["interviewer"], notes=None)["notes"] is None


def test_the_terminal_archives_searches_and_undoes(known: Path) -> None:
    assert "stage" not in poise(known, "archive", "Acme").stderr
    assert "no application" in poise(known, "list", "--search", "joa").stdout
    assert "Taken back" in poise(known, "undo").stdout
    assert "applied" in poise(known, "list", "--search", "joa").stdout
    assert poise(known, "list", "--search", "zzz").stdout == "Nobody is found by that.\n"
    assert "Archived" in poise(known, "history").stdout
    assert_ends(poise(known, "undo", fresh()), 2, "no such change")
