"""`poise import` as a user calls it: shown, asked, taken; what it says, and how it ends."""

import json
import os
import pty
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.intake.calendars import ORGANIZER, calendar, event
from tests.server.wire import POISE, clean_environment, poise

SOON = datetime.now(UTC) + timedelta(days=3)


@pytest.fixture
def invitation(tmp_path: Path) -> Path:
    file = tmp_path / "invite.ics"
    doubtful = event(
        "2", "Intro call with Beta", f"DTSTART:{SOON:%Y%m%dT%H%M00Z}", "DURATION:PT1H", people=[]
    )
    file.write_bytes(
        calendar(event("1", start=f"DTSTART:{SOON:%Y%m%dT%H%M00Z}", end="DURATION:PT1H"), doubtful)
    )
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def tracked(folder: Path) -> list[str]:
    return [one["name"] for one in json.loads(poise(folder, "list", "--json").stdout)]


def test_without_a_terminal_and_without_yes_nothing_changes(folder: Path, invitation: Path) -> None:
    done = poise(folder, "import", str(invitation))
    assert done.returncode == 1
    assert "+ Interview at Acme GmbH, " in done.stdout
    assert ", with Jane Doe" in done.stdout
    assert "? Interview at Beta, " in done.stdout
    assert "it may be something other than an interview; --row " in done.stdout
    assert "Read as yourself: " not in done.stdout  # who that is was worked out for this one event alone
    assert done.stdout.endswith("Nothing was changed: say --yes to take what is marked.\n")
    assert (done.stderr, tracked(folder)) == ("", [])


def test_with_yes_it_is_taken_and_the_second_time_there_is_nothing_new(
    folder: Path, invitation: Path
) -> None:
    assert poise(folder, "import", str(invitation), "--yes").stdout.endswith("Taken: 1.\n")
    assert tracked(folder) == ["Jane Doe"]
    again = poise(folder, "import", str(invitation), "--yes")
    assert "Known already: 1." in again.stdout
    assert again.stdout.endswith("Nothing was changed: see the rows marked ?, and --all.\n")
    assert again.returncode == 1
    assert poise(folder, "import", str(invitation), "--yes", "--all").stdout.endswith("Taken: 1.\n")
    last = poise(folder, "import", str(invitation), "--yes")
    assert (last.returncode, last.stdout.splitlines()[-1]) == (0, "There is nothing new in it.")


def test_one_row_alone_and_all_of_it_as_json(folder: Path, invitation: Path) -> None:
    shown = poise(folder, "import", str(invitation), "--json")
    assert shown.returncode == 1
    preview = json.loads(shown.stdout)
    assert [(row["does"], row["chosen"]) for row in preview["rows"]] == [("add", True), ("add", False)]
    assert preview["taken"] == 0
    second = preview["rows"][1]["id"]
    taken = poise(folder, "import", str(invitation), "--json", "--yes", "--row", second)
    assert (taken.returncode, json.loads(taken.stdout)["taken"]) == (0, 1)
    assert tracked(folder) == []  # of the second event nothing says who comes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.ics"], "nowhere.ics"),
        (["."], "is a directory"),
        (["{file}", "--me", "sam"], "'sam' is no mail address."),
        (["{file}", "--map", "company"], "'company' does not say what a column is"),
        (["{file}", "--row", "x"], "There is no row x"),
        (["{file}", "--dates", "ymd"], "'ymd' is not one of 'dmy', 'mdy'"),
        (["{broken}"], "broken.ics, line 6: the file breaks off within VEVENT: get it again."),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(
    folder: Path, invitation: Path, words: list[str], said: str
) -> None:
    broken = invitation.with_name("broken.ics")
    broken.write_bytes(b"\n".join(invitation.read_bytes().split(b"\n")[:5]))
    done = poise(folder, "import", *(word.format(file=invitation, broken=broken) for word in words), "--yes")
    assert (done.returncode, done.stdout, tracked(folder)) == (2, "", [])
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_on_a_terminal_it_shows_how_far_it_is_and_asks(folder: Path, invitation: Path) -> None:
    ours, theirs = pty.openpty()
    environment = clean_environment() | {"POISE_DATA_DIR": str(folder), "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        [POISE, "import", invitation], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as running:
        os.close(theirs)
        shown = b""
        while b"[y/N]" not in shown:
            shown += os.read(ours, 4096)
        assert b"Reading" in shown
        assert b"100%" in shown
        os.write(ours, b"y\n")
        while b"Taken" not in shown:
            shown += os.read(ours, 4096)
        assert running.wait() == 0
    os.close(ours)
    assert b"Taken: 1." in shown
    assert tracked(folder) == ["Jane Doe"]


def test_who_i_am_is_said_once(folder: Path, tmp_path: Path) -> None:
    own = "ATTENDEE;CN=Sam Seeker:mailto:sam@seeker.example"
    other = "ATTENDEE;CN=Ola Nordmann:mailto:ola@else.example"
    for number, more in enumerate(([], ["--me", "sam@seeker.example"], [])):
        file = tmp_path / f"{number}.ics"
        start = f"DTSTART:{SOON + timedelta(days=number):%Y%m%dT%H%M00Z}"
        file.write_bytes(
            calendar(event(str(number), start=start, end="DURATION:PT1H", people=[ORGANIZER, own, other]))
        )
        done = poise(folder, "import", str(file), "--yes", *more)
        assert done.returncode == (0 if number else 1)
    assert set(tracked(folder)) == {"Jane Doe", "Ola Nordmann"}
