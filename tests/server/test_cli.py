"""Adding somebody from a terminal: local times, and one sentence for each error."""

from pathlib import Path

import pytest

from tests.server.terminal import JANE, Run, assert_refused, told
from tests.server.wire import Ended, poise


@pytest.fixture
def executable(folder: Path) -> Run:
    """The executable itself, on a data folder of its own."""

    def run(*words: str, zone: str = "Europe/Berlin") -> Ended:
        done = poise(folder, *words, zone=zone)
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


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
