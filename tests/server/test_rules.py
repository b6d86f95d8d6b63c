"""The rules are the user's: softened, joined by their own; what is wrong with one stops nothing."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from poise.api.ownrules import OwnRules, load_own
from poise.config import Folder, Settings
from poise.etiquette.rulebook import load_rulebook
from poise.store import settings
from poise.store.database import Database, ensure_account
from poise.store.opening import open_database
from tests.rules.test_rulebook import OWN
from tests.rules.test_scenario import SCENARIO, changed
from tests.server.facts import intent, track
from tests.server.wire import API, Got, Served, poise, serve

CONNECT = "connect-before-decision"


def soften(served: Served, rule: str, strictness: str) -> Got:
    return served.call("PUT", f"/rules/{rule}", {"strictness": strictness})


def listed(served: Served) -> dict[str, dict[str, Any]]:
    return {rule["id"]: rule for rule in served.call("GET", "/rules").json["rules"]}


def verdict(served: Served, profile: str, action: str = "connect") -> tuple[str, str | None]:
    told = served.call("POST", "/verdicts", intent(action=action, target={"url": profile})).json
    return told["verdict"], told["rule"]


def tag(served: Served) -> str:
    return served.call("GET", "/snapshot").headers["etag"]


def write(folder: Path, text: str = OWN, name: str = "no-likes") -> Path:
    path = folder / "rules" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def folder(tmp_path: Path, first_start: Path) -> Path:
    return shutil.copytree(first_start, tmp_path / "data")


@pytest.fixture
def jane(served: Served) -> str:
    """The profile of somebody who still has to decide."""
    profile: str = track(served)["interviewer"]["profiles"][0]
    return profile


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
    ensure_account(second)
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


def test_an_own_rule_counts_from_when_it_is_written_until_it_goes(served: Served, jane: str) -> None:
    tags = [tag(served)]
    assert verdict(served, jane, "react") == ("allow", None)
    path = write(served.folder)
    assert verdict(served, jane, "react") == ("caution", "no-likes")
    assert listed(served)["no-likes"]["own"] is True
    assert "no-likes" in served.call("GET", "/snapshot").json["words"]
    tags.append(tag(served))
    path.write_text(OWN.replace('"caution"', '"hold"'))
    assert verdict(served, jane, "react") == ("hold", "no-likes")
    tags.append(tag(served))
    assert soften(served, "no-likes", "caution").status == 200
    assert verdict(served, jane, "react") == ("caution", "no-likes")
    path.unlink()
    assert verdict(served, jane, "react") == ("allow", None)
    assert soften(served, "no-likes", "caution").status == 404
    tags.append(tag(served))
    assert len(set(tags)) == 4


def test_a_broken_own_rule_is_left_out_and_said_so(served: Served, jane: str) -> None:
    write(served.folder)
    write(served.folder, OWN.replace('nb = "En liten ting."', ""), "broken")
    write(served.folder, "verdict = ", "no-toml")
    got = served.call("GET", "/rules").json
    assert [(one["file"], one["place"]) for one in got["faults"]] == [
        ("broken.toml", "reason.nb"),
        ("no-toml.toml", ""),
    ]
    assert got["faults"][0]["fault"] == "is missing: it has to be given"
    assert {"no-likes"} == {rule["id"] for rule in got["rules"] if rule["own"]}
    assert verdict(served, jane)[0] == "hold"
    assert served.ask("GET", f"{API}/health").json.keys() == {"service", "version", "api", "ready"}
    done = served.poise("rules")
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == "left out: broken.toml: reason.nb: is missing: it has to be given"
    assert served.poise("rules", "set", "broken", "off").stderr.count("\n") == 1
    assert "reason.nb: is missing" in served.poise("rules", "explain", "broken").stderr


def test_the_service_starts_beside_a_broken_own_rule(folder: Path) -> None:
    write(folder, "verdict = 5")
    started = serve(folder)
    assert started.call("GET", "/rules").json["faults"][-1]["place"] == "example"
    assert started.stop() == 0


def link_out(path: Path) -> None:
    outside = path.parents[2] / "outside.toml"
    path.rename(outside)
    path.symlink_to(outside)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def nested(path: Path) -> None:
    path.unlink()
    path.mkdir()


def open_to_all(path: Path) -> None:
    path.chmod(0o666)


def grow(path: Path) -> None:
    path.write_text(OWN + "# more\n" * 10_000)


def dangle(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.toml")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (link_out, "not a plain file"),
        (dangle, "not a plain file"),
        (pipe, "not a plain file"),
        (nested, "not a plain file"),
        (open_to_all, "may change"),
        (grow, "too large"),
    ],
)
def test_an_unsafe_file_is_left_out_unread(folder: Path, spoil: Callable[[Path], None], said: str) -> None:
    write(folder, OWN, "good")
    spoil(write(folder))
    rulebook = load_own(Folder(folder))
    assert "good" in rulebook.rules
    assert "no-likes" not in rulebook.rules
    assert [place for place, _ in rulebook.faults] == ["no-likes.toml"]
    assert said in rulebook.faults[0][1]


def linked_folder(rules: Path) -> None:
    elsewhere = rules.parents[1] / "elsewhere"
    rules.rename(elsewhere)
    rules.symlink_to(elsewhere)


def no_folder(rules: Path) -> None:
    shutil.rmtree(rules)
    rules.write_text("")


def open_folder_to_all(rules: Path) -> None:
    rules.chmod(0o777)


@pytest.mark.parametrize("spoil", [linked_folder, no_folder, open_folder_to_all])
def test_nothing_is_taken_from_an_unsafe_folder(folder: Path, spoil: Callable[[Path], None]) -> None:
    own = OwnRules(Folder(folder))
    spoil(write(folder).parent)
    rulebook = own.rulebook()
    assert rulebook.rules == load_rulebook().rules
    assert [place for place, _ in rulebook.faults] == ["rules"]


def test_an_own_file_becomes_private(folder: Path) -> None:
    path = write(folder)
    path.chmod(0o644)
    assert load_own(Folder(folder)).faults == ()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_name_cannot_break_a_line_or_an_answer(folder: Path) -> None:
    for name in (b"a\nb.toml", b"\xff.toml", "é.toml".encode()):
        (write(folder).parent / os.fsdecode(name)).write_text("")
    done = poise(folder, "rules")
    assert (done.returncode, done.stderr.count("left out: "), done.stderr.count("small letters")) == (0, 3, 3)
    started = serve(folder)
    assert len(started.call("GET", "/rules").json["faults"]) == 3
    assert started.call("GET", "/snapshot").status == 200
    assert started.stop() == 0


def test_own_rules_are_read_again_only_after_a_change(folder: Path) -> None:
    path = write(folder)
    load_own(Folder(folder))  # makes the file private
    own = OwnRules(Folder(folder))
    first, mark = own.rulebook(), own.mark()
    assert own.rulebook() is first
    path.write_text(OWN.replace("No likes", "No likes at all"))
    assert own.mark() != mark
    assert own.rulebook().rules["no-likes"].file.summary["en"] == "No likes at all"


def test_a_scenario_is_judged_by_own_rules_too(tmp_path: Path) -> None:
    given = json.dumps(changed(intent__action="react"))
    rules = write(tmp_path).parent
    assert json.loads(poise(tmp_path, "judge", "-", stdin=given).stdout)["verdict"] == "allow"
    told = json.loads(poise(tmp_path, "judge", "-", "--rules", str(rules), stdin=given).stdout)
    assert (told["verdict"], told["rule"]) == ("caution", "no-likes")
    write(tmp_path, "verdict = 5")
    done = poise(tmp_path, "judge", "-", "--rules", str(rules), stdin=json.dumps(SCENARIO))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "no-likes.toml: verdict: must be one of" in done.stderr
