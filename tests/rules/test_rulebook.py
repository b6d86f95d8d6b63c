"""How rules are loaded: the shipped ones, the user's own, and as strict as the user wants them."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import BaseModel

from poise.errors import BadInput
from poise.etiquette.examples import Given, Past
from poise.etiquette.facts import Action, Level, Stage
from poise.etiquette.judge import judge
from poise.etiquette.rule import read_rule
from poise.etiquette.rulebook import load_rulebook, read_rules
from poise.etiquette.rulefile import RuleFile, source_titles
from poise.etiquette.when import Count, When
from tests.rules.cases import NOW, dossier, intent

OWN = """
verdict = "caution"
actions = ["react"]
[when]
stage = ["awaiting"]
[summary]
en = "No likes"
de = "Keine Likes"
nb = "Ingen liker"
[headline]
en = "{name} sees every like"
de = "{name} sieht jedes Like"
nb = "{name} ser hver liker"
[reason]
en = "A small thing."
de = "Eine Kleinigkeit."
nb = "En liten ting."
[[source]]
id = "me"
title = "My own experience"
says = "I was once told so."
[evidence]
grade = "house rule"
[[example]]
name = "while waiting"
given = { action = "react" }
expect = "caution"
[[example]]
name = "afterwards"
given = { action = "react", stages = ["hired"] }
expect = "allow"
"""


def own(folder: Path, text: str = OWN, name: str = "no-likes") -> Path:
    (folder / f"{name}.toml").write_text(text)
    return folder


def test_the_shipped_rules_are_read_once() -> None:
    assert load_rulebook() is load_rulebook()
    assert load_rulebook().faults == ()


def test_every_rule_of_the_etiquette_is_there() -> None:
    assert set(load_rulebook().rules) >= {
        *("connect-before-decision", "connect-with-note", "friend-before-decision", "friend-after-rejection"),
        *("wall-thank-you", "wall-before-decision", "new-channel", "one-channel", "comment-sparingly"),
        *("research-welcome", "thank-you-in-a-day", "handwritten-in-a-week", "follow-up-ladder"),
        *("continue-not-demand", "personal-note", "proofread", "gracious-after-no", "stay-in-touch"),
        *("trusted", "trusted-by-offer", "they-asked"),
    }


def test_every_source_is_one_of_the_articles() -> None:
    cited = {one.id for rule in load_rulebook().rules.values() for one in rule.file.source}
    assert cited == set(source_titles())


@pytest.mark.parametrize("name", list(load_rulebook().rules))
def test_exceptions_lift_rules_that_exist(name: str) -> None:
    file = load_rulebook().rules[name].file
    assert {*file.lifts, *file.spares} <= {"*", *load_rulebook().rules}


def test_an_own_rule_speaks_beside_the_shipped_ones(tmp_path: Path) -> None:
    rulebook = load_rulebook([own(tmp_path)])
    assert rulebook.faults == ()
    verdict = judge(rulebook, dossier(Stage.AWAITING), intent(Action.REACT), NOW)
    assert (verdict.verdict, verdict.rule, verdict.headline) == (
        Level.CAUTION,
        "no-likes",
        "Jane Doe sees every like",
    )
    assert verdict.source
    assert verdict.source.title == "My own experience"


BROKEN = [
    pytest.param(OWN.replace("stage =", "stagee ="), "when[0].stagee", "unknown field", id="unknown key"),
    pytest.param(OWN.replace('"awaiting"', '"wating"'), "when[0].stage[0]", "one of", id="unknown stage"),
    pytest.param(OWN.replace('actions = ["react"]', "actions = []"), "actions", "empty", id="no action"),
    pytest.param(OWN.replace('nb = "En liten ting."', ""), "reason.nb", "missing", id="a language left out"),
    pytest.param(OWN.replace('"No likes"', '" "'), "summary.en", "empty", id="an empty line"),
    pytest.param(OWN.replace('title = "My own experience"\n', ""), "source[0]", "title", id="no title"),
    pytest.param(
        OWN.replace('grade = "house rule"', 'grade = "gut"'), "evidence.grade", "one of", id="grade"
    ),
    pytest.param(
        OWN.replace('expect = "caution"', 'expect = "hold"'), "example[0]", "expects hold", id="example"
    ),
    pytest.param(OWN.replace('["hired"]', '["fired"]'), "example[1].given.stages[0]", "one of", id="given"),
    pytest.param(
        OWN.replace('expect = "caution"', 'expect = "allow"'), "", "example where it applies", id="one"
    ),
    pytest.param("verdict = ", "", "not TOML", id="not TOML"),
    pytest.param("a = " + "[" * 100_000, "", "nested too deeply", id="nested too deep"),
    pytest.param(f"a = {'9' * 5000}", "", "not TOML", id="too many digits"),
    pytest.param(
        OWN.replace("[when]", "[when]\ndays_since_interview = 99999999999"),
        "when[0].days_since_interview",
        "or less",
        id="days beyond the calendar",
    ),
    pytest.param(
        OWN.replace("[when]", '[when]\ncount = {kinds = ["comment"], at_least = 1, in_days = 900000000}'),
        "when[0].count.in_days",
        "or less",
        id="a window beyond the calendar",
    ),
    pytest.param(
        OWN.replace('action = "react" }', 'action = "react", hours_since_interview = inf }'),
        "example[0].given.hours_since_interview",
        "or less",
        id="hours without end",
    ),
    pytest.param(
        OWN.replace('action = "react" }', 'action = "react", hours_since_interview = nan }'),
        "example[0].given.hours_since_interview",
        "or less",
        id="hours that are no number",
    ),
    pytest.param('lifts = ["x"]\n' + OWN, "", "only a rule that allows", id="a caution lifts nothing"),
]


@pytest.mark.parametrize(("text", "place", "fault"), BROKEN)
def test_a_broken_own_rule_is_left_out_and_its_fault_told(
    text: str, place: str, fault: str, tmp_path: Path
) -> None:
    rulebook = load_rulebook([own(tmp_path, text)])
    assert rulebook.rules == load_rulebook().rules
    assert [where for where, _ in rulebook.faults] == [f"no-likes.toml: {place}".removesuffix(": ")]
    assert fault in rulebook.faults[0][1]


def test_an_own_rule_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "no-likes.toml").mkdir()
    assert load_rulebook([tmp_path]).faults == (("no-likes.toml", "cannot be read: Is a directory"),)


def test_all_faults_of_all_own_rules_are_told_and_the_good_ones_are_used(tmp_path: Path) -> None:
    own(tmp_path)
    own(tmp_path, OWN.replace("stage =", "stagee =").replace('"house rule"', '"gut"'), "second")
    own(tmp_path, OWN, "Not_A_Name")
    own(tmp_path, OWN, "trusted")
    rulebook = load_rulebook([tmp_path])
    assert "no-likes" in rulebook.rules
    assert sorted(place for place, _ in rulebook.faults) == [
        "Not_A_Name.toml",
        "second.toml: evidence.grade",
        "second.toml: when[0].stagee",
        "trusted.toml",
    ]


def test_a_folder_that_is_not_there_holds_no_rules(tmp_path: Path) -> None:
    assert load_rulebook([tmp_path / "rules"]).rules == load_rulebook().rules


def test_an_own_exception_lifts_only_rules_that_exist(tmp_path: Path) -> None:
    text = 'lifts = ["new-channel", "old-channel"]\n' + OWN.replace('"caution"', '"allow"')
    text = text.replace('expect = "allow"', 'expect = "allow"\napplies = true', 1)
    assert load_rulebook([own(tmp_path, text)]).faults == (
        ("no-likes.toml: lifts[1]", "there is no rule old-channel"),
    )


def test_a_broken_shipped_rule_is_an_error(tmp_path: Path) -> None:
    own(tmp_path, "verdict = 5")
    _, faults = read_rules(tmp_path)
    assert ("no-likes.toml: verdict", "must be one of allow, caution, hold") in faults
    with pytest.raises(BadInput):
        read_rule(tmp_path / "no-likes.toml")


@pytest.mark.parametrize(("wanted", "expected"), [("hold", "hold"), ("caution", "caution"), ("off", "allow")])
def test_a_rule_may_be_softened(wanted: str, expected: str) -> None:
    rulebook = load_rulebook(strictness={"connect-before-decision": wanted})
    assert judge(rulebook, dossier(Stage.AWAITING), intent(Action.CONNECT), NOW).verdict == expected
    assert load_rulebook().strictness == {}


def test_no_rule_gets_stricter_than_it_ships() -> None:
    rulebook = load_rulebook(strictness={"connect-with-note": "hold", "trusted": "off", "gone": "off"})
    assert judge(rulebook, dossier(Stage.OFFERED), intent(Action.CONNECT), NOW).verdict is Level.CAUTION
    assert (
        judge(rulebook, dossier(Stage.AWAITING, trusted=True), intent(Action.CONNECT), NOW).rule == "trusted"
    )


def test_of_two_that_say_the_same_the_more_specific_is_named_and_the_undecided_first(tmp_path: Path) -> None:
    own(tmp_path, OWN, "a-general")
    own(tmp_path, OWN.replace("stage =", "with_note = false\nstage ="), "b-specific")
    after_no = OWN.replace('["awaiting"]', '["rejected"]\ntrusted = false\nwith_note = false')
    after_no = after_no.replace(
        'given = { action = "react" }', 'given = { action = "react", stages = ["rejected"] }'
    )
    own(tmp_path, after_no, "c-decided")
    rulebook = load_rulebook([tmp_path])
    assert rulebook.faults == ()
    verdict = judge(rulebook, dossier(Stage.REJECTED, Stage.AWAITING), intent(Action.REACT), NOW)
    assert verdict.rules == ("b-specific", "a-general", "c-decided")


@pytest.mark.parametrize("shape", [RuleFile, When, Count, Given, Past])
def test_the_guide_to_writing_rules_names_every_key(shape: type[BaseModel]) -> None:
    guide = (files("poise.etiquette") / "rules" / "README.md").read_text(encoding="utf-8")
    named = {word for part in re.findall(r"`([^`]+)`", guide) for word in re.findall(r"\w+", part)}
    assert set(shape.model_fields) <= named
