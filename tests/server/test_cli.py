"""The daily things from a terminal: local times, one sentence for each error, and nothing half done."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tzlocal import reload_localzone

from poise.cli import main
from tests.server.wire import Ended, Served, clean_environment, poise

Run = Callable[..., Ended]
JANE = "https://www.linkedin.com/in/jane-doe/"
READING = (
    "next",
    "list",
    "history",
    "rules",
    "browsers",
    "draft --to Jane",
    "report report.html --from 2026-11-01 --to 2026-11-30",
    *(f"export all.{form}" for form in ("json", "csv", "zip", "ics")),
)
IMPORTED = """
import sys
from click.testing import CliRunner
from poise.cli import cli
for words in sys.argv[1:]:
    got = CliRunner().invoke(cli, words.split())
    assert got.exit_code == 0, (words, got.output)
    print(words, *{"flask", "werkzeug", "waitress"} & set(sys.modules))
"""


@pytest.fixture
def folder(tmp_path: Path, first_start: Path) -> Path:
    return shutil.copytree(first_start, tmp_path / "data")


@pytest.fixture
def executable(folder: Path) -> Run:
    """The executable itself, on a data folder of its own."""

    def run(*words: str, zone: str = "Europe/Berlin") -> Ended:
        done = poise(folder, *words, zone=zone)
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """What the executable calls, without the second that each start of Python takes."""
    mask = os.umask(0o077)
    monkeypatch.setenv("POISE_DATA_DIR", str(folder))

    def run(*words: str, zone: str = "Europe/Berlin") -> Ended:
        monkeypatch.setenv("TZ", zone)
        reload_localzone()
        monkeypatch.setattr(sys, "argv", ["poise", *words])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Ended(int(end.value.code or 0), said.out, said.err)

    yield run
    os.umask(mask)
    monkeypatch.undo()
    reload_localzone()


def told(got: Ended) -> Any:
    assert got.returncode == 0, got.stderr
    return json.loads(got.stdout)


def assert_refused(got: Ended, *words: str) -> None:
    assert (got.returncode, got.stdout) == (2, "")
    assert got.stderr.startswith("poise: ")
    assert got.stderr.count("\n") == 1
    for word in words:
        assert word in got.stderr


def test_add_tracks_somebody_and_says_times_back_with_their_zone(executable: Run) -> None:
    run = executable
    got = run(
        "add",
        "Jane Doe",
        "--company",
        "Acme GmbH",
        "--profile",
        f"{JANE}?trk=x",
        "--interview",
        "2026-12-01 14:00",
    )
    assert got.returncode == 0, got.stderr
    assert got.stdout == (
        "Jane Doe is tracked as interviewer at Acme GmbH; "
        "interview Tue 2026-12-01 14:00 Europe/Berlin (UTC+0100).\n"
    )
    (shape,) = told(run("list", "--json"))
    assert shape["identities"] == [JANE]
    assert (shape["company"], shape["part"]) == ("Acme GmbH", "interviewer")


def test_add_in_json_is_what_the_api_shows(executable: Run) -> None:
    run = executable
    shape = told(
        run(
            "add",
            "Jane Doe",
            "--company",
            "Acme",
            "--role",
            "Data engineer",
            "--interview",
            "2026-12-01T13:00Z",
            "--json",
        )
    )
    assert shape["interviewer"]["name"] == "Jane Doe"
    assert shape["application"]["role"] == "Data engineer"
    assert shape["application"]["interviews"] == [
        {"starts": "2026-12-01T14:00:00+01:00", "ends": "2026-12-01T15:00:00+01:00", "zone": "Europe/Berlin"}
    ]


def test_a_role_may_be_a_part_or_a_job(run: Run) -> None:
    shape = told(
        run("add", "Rita", "--company", "Acme", "--role", "recruiter", "--job", "Gardener", "--json")
    )
    assert shape["interviewer"]["roles"][0]["part"] == "recruiter"
    assert shape["application"]["role"] == "Gardener"
    assert_refused(
        run("add", "Rex", "--company", "Acme", "--role", "recuiter", "--job", "Gardener"), "recuiter"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--interview", "tomorrow"), "2026-12-01 14:00"),
        (("--interview", "2026-12-01"), "time of day"),
        (("--interview", "2026-13-01 14:00"), "2026-13-01"),
        (("--interview", "2026-03-29 02:30"), "skip"),
        (("--profile", "https://example.com/jane"), "--profile"),
        (("--profile", "https://www.linkedin.com/company/acme/"), "--profile"),
        (("--profile", "javascript:alert(1)"), "--profile"),
        (("--page", JANE), "--page"),
        (("--minutes", "0"), "--minutes"),
        (("--colour", "red"), "--colour"),
    ],
)
def test_wrong_input_is_one_sentence_and_changes_nothing(run: Run, words: tuple[str, str], said: str) -> None:
    assert_refused(run("add", "Jane Doe", "--company", "Acme", *words), said)


def test_what_is_refused_by_the_executable_is_one_sentence(executable: Run) -> None:
    assert_refused(executable("add", "Jane", "--company", "Acme", "--interview", "tomorrow"), "tomorrow")
    assert told(executable("list", "--json")) == []


def test_what_is_refused_changes_nothing(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme", "--profile", JANE)
    before = told(run("list", "--json"))
    assert_refused(
        run("add", "jane DOE", "--company", "ACME", "--interview", "2026-12-01 14:00"), "already", "Acme"
    )
    assert_refused(run("add", "Joan Roe", "--company", "Beta", "--profile", JANE), "Jane Doe")
    assert_refused(run("outcome", "Beta", "offer"), "Beta", "poise list")
    assert_refused(run("outcome", "Acme", "maybe"), "maybe")
    assert_refused(run("trust", "Nobody"), "Nobody", "poise list")
    assert_refused(run("log", "Jane Doe", "shouted"), "shouted")
    assert_refused(run("interview", "cancel", "Acme"), "Acme")
    assert_refused(run("add", "  ", "--company", "Acme"))
    assert told(run("list", "--json")) == before


def test_a_time_that_happens_twice_is_the_first(run: Run) -> None:
    shape = told(run("add", "Jane", "--company", "Acme", "--interview", "2026-10-25 02:30", "--json"))
    assert shape["application"]["interviews"][0]["starts"] == "2026-10-25T02:30:00+02:00"


@pytest.mark.parametrize(
    ("zone", "starts"),
    [
        ("America/New_York", "2026-12-01T14:00:00-05:00"),
        ("Australia/Lord_Howe", "2026-12-01T14:00:00+11:00"),
        ("UTC", "2026-12-01T14:00:00Z"),
    ],
)
def test_times_are_this_machines(executable: Run, zone: str, starts: str) -> None:
    got = executable(
        "add", "Jane", "--company", "Acme", "--interview", "2026-12-01 14:00", "--json", zone=zone
    )
    interview = told(got)["application"]["interviews"][0]
    assert (interview["starts"], interview["zone"]) == (starts, zone)


def test_an_interview_can_be_added_moved_and_called_off(run: Run) -> None:
    run("add", "Jane", "--company", "Acme", "--interview", "2026-12-01 14:00", "--minutes", "90")
    run("interview", "add", "Acme", "2026-12-08 09:00")
    assert_refused(run("interview", "add", "Acme", "2026-12-08 09:00"), "already")
    moved = told(run("interview", "move", "acme", "2026-12-02 10:00", "--from", "2026-12-01 14:00", "--json"))
    assert [(one["starts"], one["ends"]) for one in moved["interviews"]] == [
        ("2026-12-02T10:00:00+01:00", "2026-12-02T11:30:00+01:00"),
        ("2026-12-08T09:00:00+01:00", "2026-12-08T10:00:00+01:00"),
    ]
    left = told(run("interview", "cancel", "Acme", "2026-12-02 10:00", "--json"))
    assert [one["starts"] for one in left["interviews"]] == ["2026-12-08T09:00:00+01:00"]


def test_an_outcome_and_its_undoing(run: Run) -> None:
    run("add", "Jane", "--company", "Acme", "--interview", "2026-01-01 14:00")
    stages = [told(run("outcome", "acme", word, "--json"))["stage"] for word in ("offer", "accepted", "none")]
    assert stages == ["offered", "hired", "awaiting"]


def test_of_several_applications_at_a_company_one_has_to_be_named(run: Run) -> None:
    for name, job in (("Jane", "Cook"), ("Joan", "Gardener")):
        run("add", name, "--company", "Acme", "--job", job)
    assert_refused(run("outcome", "Acme", "offer"), "--job", "Cook", "Gardener")
    assert told(run("outcome", "Acme", "offer", "--job", "Cook", "--json"))["role"] == "Cook"
    assert told(run("outcome", "Acme", "rejected", "--json"))["role"] == "Gardener"


def test_what_passed_is_logged_and_the_agenda_follows(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme", "--interview", "2026-11-01 14:00")
    assert "thank_you" in {item["kind"] for item in told(run("next", "--json"))}
    logged = told(
        run("log", "jane doe", "thank_you", "--channel", "email", "--at", "2026-11-01 16:00", "--json")
    )
    assert (logged["kind"], logged["at"]) == ("thank_you", "2026-11-01T15:00:00Z")
    assert "thank_you" not in {item["kind"] for item in told(run("next", "--json"))}


def test_trust_by_hand_and_its_undoing(run: Run) -> None:
    run("add", "Jane Doe", "--company", "Acme")
    trusted = told(run("trust", "Jane Doe", "--reason", "an old colleague", "--json"))
    assert (trusted["trusted"], trusted["reason"]) == (True, "an old colleague")
    back = told(run("trust", "Jane Doe", "--undo", "--json"))
    assert (back["trusted"], back["reason"]) == (False, None)


def test_people_of_one_name_are_told_apart_by_company(run: Run) -> None:
    for company in ("Acme", "Beta"):
        run("add", "Jane Doe", "--company", company)
    assert_refused(run("trust", "Jane Doe"), "--company")
    assert run("trust", "Jane Doe", "--company", "beta").returncode == 0
    assert {shape["company"]: shape["trusted"] for shape in told(run("list", "--json"))} == {
        "Acme": False,
        "Beta": True,
    }


def test_lines_are_for_people(run: Run) -> None:
    assert run("list").stdout == "Nobody is tracked yet: begin with `poise add`.\n"
    assert run("next").stdout == "Nothing is due.\n"
    run("add", "Jane Doe", "--company", "Acme", "--job", "Cook", "--interview", "2026-01-01 14:00")
    run("add", "Rita Roe", "--company", "Acme", "--role", "recruiter")
    first, second = run("list").stdout.splitlines()
    assert first.startswith("Jane Doe · Acme (Cook) · awaiting, day ")
    assert second.startswith("Rita Roe · Acme (Cook) · awaiting, day ")
    assert second.endswith(" · recruiter")


def test_call_speaks_signed_and_ends_with_one_where_it_is_refused(served: Served) -> None:
    good = served.poise("call", "get", "health")
    assert (good.returncode, json.loads(good.stdout)["ready"]) == (0, True)
    assert json.loads(served.poise("call", "GET", "/api/v1/badge").stdout) == {"waiting": 0}
    body = json.dumps({"language": "de"})
    assert json.loads(served.poise("call", "PUT", "settings", "--data", "-", stdin=body).stdout) == {
        "language": "de"
    }
    bad = served.poise("call", "POST", "/verdicts", "--data", "-", stdin="{")
    assert (bad.returncode, json.loads(bad.stdout)["status"]) == (1, 400)


def test_commands_work_while_the_service_runs(served: Served) -> None:
    for number in range(3):
        assert served.poise("add", f"Jane {number}", "--company", "Acme").returncode == 0
    assert len(served.call("GET", "/interviewers").json["items"]) == 3


def test_judge_starts_without_flask_or_a_database() -> None:
    code = "import sys, poise.cli, poise; print(sorted({'flask', 'sqlalchemy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_what_only_reads_the_data_starts_without_what_serves_them(folder: Path, tmp_path: Path) -> None:
    assert poise(folder, "add", "Jane", "--company", "Acme").returncode == 0
    asked = [sys.executable, "-c", IMPORTED, *READING]
    done = subprocess.run(
        asked,
        cwd=tmp_path,
        env=clean_environment() | {"POISE_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines() == list(READING), done.stderr


def test_data_that_cannot_be_written_are_one_sentence_and_nothing_is_changed(folder: Path) -> None:
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # noqa: E731 - called in the child
    got = poise(folder, "add", "Jane", "--company", "Acme", preexec_fn=limit)
    assert (got.returncode, got.stdout, got.stderr.count("\n")) == (2, "", 1)
    assert poise(folder, "list").stdout.startswith("Nobody")
