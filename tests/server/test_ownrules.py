"""Rules of the user's own: they join the others at once; what is wrong with one stops nothing."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from poise.api.ownrules import OwnRules, load_own
from poise.config import Folder
from poise.etiquette.rulebook import load_rulebook
from tests.rules.test_rulebook import OWN
from tests.rules.test_scenario import SCENARIO, changed
from tests.server.rules import listed, soften, tag, verdict
from tests.server.wire import API, Served, poise, serve


def write(folder: Path, text: str = OWN, name: str = "no-likes") -> Path:
    path = folder / "rules" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


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
