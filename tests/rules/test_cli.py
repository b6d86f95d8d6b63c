"""`poise judge` and `poise rules`, as they are called."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from poise.etiquette.rulebook import load_rulebook
from tests.rules.test_scenario import SCENARIO, changed

POISE = Path(sys.executable).with_name("poise")


@pytest.fixture(autouse=True)
def nobodys_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POISE_DATA_DIR", str(tmp_path / "data"))


def poise(*arguments: str, given: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    sent = given.encode() if isinstance(given, str) else given
    done = subprocess.run([POISE, *arguments], input=sent, capture_output=True, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_one_scenario_from_a_file_gives_one_verdict(tmp_path: Path) -> None:
    path = tmp_path / "scenario.json"
    path.write_text(json.dumps(SCENARIO))
    done = poise("judge", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["verdict"] == "hold"


def test_a_list_from_standard_input_gives_a_list_in_its_order() -> None:
    done = poise("judge", "-", given=json.dumps([SCENARIO, changed(intent__action="view")]))
    assert [one["verdict"] for one in json.loads(done.stdout)] == ["hold", "allow"]
    assert json.loads(poise("judge", "-", given="[]").stdout) == []


def test_every_fault_of_a_list_is_one_line_with_its_place_and_nothing_is_judged() -> None:
    done = poise("judge", "-", given=json.dumps([SCENARIO, changed(now="2026-03-05", colour=1), 7]))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    for place in ("[1].now: ", "[1].colour: unknown field", "[2]: "):
        assert place in done.stderr


@pytest.mark.parametrize("given", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null", b'"connect"'])
def test_what_is_no_scenario_is_refused_in_one_line(given: bytes) -> None:
    done = poise("judge", "-", given=given)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("poise: ")
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_refused() -> None:
    done = poise("judge", "nowhere.json")
    assert done.returncode == 2
    assert "nowhere.json" in done.stderr


def test_judging_imports_neither_flask_nor_a_database() -> None:
    code = (
        "import sys; sys.argv = ['poise', 'judge', '-']\n"
        "from poise.cli import main\n"
        "try: main()\n"
        "finally: print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(SCENARIO).encode(), capture_output=True, check=True
    )
    loaded = set(done.stderr.decode().split())
    assert "poise.etiquette.judge" in loaded
    assert not loaded & {"flask", "werkzeug", "sqlalchemy", "waitress", "bs4", "poise.etiquette.wording"}


def test_the_same_scenario_gives_the_same_bytes() -> None:
    given = json.dumps(SCENARIO)
    assert poise("judge", "-", given=given).stdout == poise("judge", "-", given=given).stdout


def test_rules_are_listed_as_a_table_as_json_and_as_markdown(tmp_path: Path) -> None:
    ids = list(load_rulebook().rules)
    table = poise("rules", "--data-dir", str(tmp_path)).stdout.splitlines()
    assert [line.split()[0] for line in table] == ids
    markdown = poise("rules", "--markdown", "--data-dir", str(tmp_path)).stdout.splitlines()
    assert [line.split("`")[1] for line in markdown[2:]] == ids
    listed = json.loads(poise("rules", "--json", "--data-dir", str(tmp_path)).stdout)
    assert [rule["id"] for rule in listed] == ids
    assert all(rule["summary"] and rule["source"]["title"] for rule in listed)


@pytest.mark.parametrize("language", ["en", "de", "nb"])
def test_a_rule_is_explained_with_reason_sources_and_examples(language: str, tmp_path: Path) -> None:
    done = poise("rules", "--data-dir", str(tmp_path), "explain", "wall-thank-you", "--language", language)
    rule = load_rulebook().rules["wall-thank-you"]
    for text in (rule.file.summary[language], rule.file.source[0].says, rule.file.example[0].name):
        assert text in done.stdout
    assert "{" not in done.stdout


def test_an_unknown_rule_cannot_be_explained() -> None:
    done = poise("rules", "explain", "be-rude")
    assert (done.returncode, done.stdout) == (2, "")
    assert "be-rude" in done.stderr


def test_own_rules_are_listed_and_broken_ones_said_so(tmp_path: Path) -> None:
    own = tmp_path / "rules"
    own.mkdir()
    (own / "broken.toml").write_text("verdict = 5")
    done = poise("rules", "--data-dir", str(tmp_path))
    assert done.returncode == 0
    assert "left out: broken.toml: verdict: " in done.stderr
