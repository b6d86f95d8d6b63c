"""The rules are the user's: as strict as they want them, from the terminal and over the API."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from poise.config import Folder, Settings
from poise.etiquette.rulebook import load_rulebook
from poise.store import settings
from poise.store.database import Database, ensure_account
from poise.store.opening import open_database
from tests.server.rules import CONNECT, listed, soften, tag, verdict
from tests.server.wire import Served, poise


def test_every_rule_is_listed_with_its_ground(shared: Served) -> None:
    rules = listed(shared)
    assert list(rules) == list(load_rulebook().rules)
    assert rules[CONNECT] | {"contested": "", "summary": ""} == {
        "id": CONNECT,
        "summary": "",
        "verdict": "hold",
        "in_force": "hold",
        "grade": "advice",
        "source": {"id": "000", "title": "The Muse, on LinkedIn requests to interviewers"},
        "contested": "",
        "own": False,
    }
    assert {rules[name]["in_force"] for name in ("trusted", "proofread")} == {"allow"}
    assert shared.call("GET", "/rules").json["faults"] == []


def test_the_list_speaks_the_language_that_is_asked_for(shared: Served) -> None:
    told = [shared.call("GET", f"/rules?language={one}").json["rules"] for one in ("en", "de", "nb")]
    assert all(len({rule["summary"] for rule in same}) == 3 for same in zip(*told, strict=True))
    got = shared.call("PUT", f"/rules/{CONNECT}?language=nb", {"strictness": "hold"})
    assert got.json in told[2]


def test_a_softened_rule_counts_at_once_and_in_the_next_snapshot(served: Served, jane: str) -> None:
    tags = [tag(served)]
    for strictness, expected in (("caution", "caution"), ("off", "allow"), ("hold", "hold")):
        got = soften(served, CONNECT, strictness)
        assert (got.status, got.json) == (200, listed(served)[CONNECT])
        assert (got.json["verdict"], got.json["in_force"]) == ("hold", strictness)
        assert verdict(served, jane)[0] == expected
        tags.append(tag(served))
        timelines = served.call("GET", "/snapshot").json["guarded"][0]["verdicts"]
        told = timelines.get("linkedin.connect.first", [{"verdict": "allow"}])
        assert told[0]["verdict"] == expected
    assert len(set(tags)) == 4


def test_the_same_wish_twice_is_one_change(served: Served) -> None:
    first, before = soften(served, CONNECT, "caution"), tag(served)
    again = soften(served, CONNECT, "caution")
    assert (again.status, again.json, tag(served)) == (200, first.json, before)
    assert soften(served, "new-channel", "hold").status == 200
    assert tag(served) == before


@pytest.mark.parametrize(
    ("rule", "content", "status"),
    [
        pytest.param("be-rude", {"strictness": "off"}, 404, id="unknown"),
        pytest.param("connect-with-note", {"strictness": "hold"}, 422, id="stricter"),
        pytest.param("proofread", {"strictness": "off"}, 422, id="a tip"),
        pytest.param("trusted", {"strictness": "off"}, 422, id="an exception"),
        pytest.param(CONNECT, {"strictness": "allow"}, 422, id="no such word"),
        pytest.param(CONNECT, {"strictness": None}, 422, id="nothing"),
        pytest.param(CONNECT, {}, 422, id="left out"),
        pytest.param(CONNECT, {"strictness": "off", "for": "ever"}, 422, id="unknown field"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_and_changes_nothing(
    shared: Served, rule: str, content: dict[str, Any], status: int
) -> None:
    before, snapshot = listed(shared), tag(shared)
    got = shared.call("PUT", f"/rules/{rule}", content)
    assert (got.status, got.headers["content-type"]) == (status, "application/problem+json")
    assert "errors" not in got.json or got.json["errors"][0]["place"] in ("strictness", "for")
    assert (listed(shared), tag(shared)) == (before, snapshot)


def test_strictness_and_settings_leave_each_other_alone(served: Served) -> None:
    soften(served, CONNECT, "off")
    assert served.call("GET", "/settings").json == {"language": "en"}
    assert served.call("PUT", "/settings", {"language": "de"}).status == 200
    assert listed(served)[CONNECT]["in_force"] == "off"
    assert served.call("GET", "/settings").json == {"language": "de"}


def test_strictness_is_its_owners(folder: Path) -> None:
    first = open_database(Settings(Folder(folder)))
    second = Database(str(first.engine.url), UUID(int=7))
    with second.engine.begin() as connection:
        ensure_account(connection, second.owner)
    for database, level in ((first, "off"), (second, "caution")):
        with database.writing() as session:
            settings.set_strictness(session, CONNECT, level)
    for database, level in ((first, "off"), (second, "caution")):
        with database.reading() as session:
            assert settings.strictness(session) == {CONNECT: level}
        database.close()


def test_terminal_and_service_soften_the_same_rules(served: Served, jane: str) -> None:
    done = served.poise("rules", "set", CONNECT, "caution")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{CONNECT}: hold -> caution.\n", "")
    assert verdict(served, jane)[0] == "caution"
    soften(served, "new-channel", "off")
    told = {rule["id"]: rule for rule in json.loads(served.poise("rules", "--json").stdout)}
    assert (told[CONNECT]["in_force"], told["new-channel"]["in_force"]) == ("caution", "off")


def test_what_is_set_is_shown_and_goes_when_set_back(folder: Path) -> None:
    set_to = poise(folder, "rules", "--json", "set", CONNECT, "off")
    assert json.loads(set_to.stdout)["in_force"] == "off"
    line = next(line for line in poise(folder, "rules").stdout.splitlines() if line.startswith(CONNECT))
    assert "  hold -> off  " in line
    assert poise(folder, "rules", "explain", CONNECT).stdout.startswith(f"{CONNECT} (hold -> off): ")
    assert "->" not in poise(folder, "rules", "--markdown").stdout
    poise(folder, "rules", "set", CONNECT, "hold")
    assert "->" not in poise(folder, "rules").stdout
    with open_database(Settings(Folder(folder))).reading() as session:
        assert settings.strictness(session) == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["be-rude", "off"], "be-rude"),
        (["connect-with-note", "hold"], "connect-with-note is caution"),
        (["proofread", "off"], "proofread holds nothing"),
        ([CONNECT, "mild"], "mild"),
    ],
)
def test_a_wish_that_cannot_be_is_one_line_and_makes_no_database(
    tmp_path: Path, words: list[str], said: str
) -> None:
    done = poise(tmp_path / "new", "rules", "set", *words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr
    assert not (tmp_path / "new" / "poise.sqlite").exists()


def test_listing_makes_no_folder_and_each_command_takes_one(folder: Path, tmp_path: Path) -> None:
    nowhere, here = tmp_path / "nowhere", ("--data-dir", str(folder))
    assert poise(nowhere, "rules", "set", CONNECT, "off", *here).returncode == 0
    assert "hold -> off" in poise(nowhere, "rules", "explain", CONNECT, *here).stdout
    assert "hold -> off" in poise(nowhere, "rules", *here, "explain", CONNECT).stdout
    assert "hold -> off" not in poise(nowhere, "rules").stdout
    assert not nowhere.exists()
