"""`poise doctor` as a whole: its words, its exit codes, its patience; and that it only looks."""

import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

import pytest

from poise.doctor import examination
from poise.doctor.catalogue import Finding, Values, catalogue
from poise.doctor.examination import LATE, examine
from poise.doctor.machine import Machine
from tests.server.wire import Served, poise, serve

JANE = "https://www.linkedin.com/in/jane-doe/"
PROFILE = """<html><head><title>Jane Doe | LinkedIn</title></head><body><main><section componentkey="xTopcard"><h1>Jane Doe</h1>
<a href="/preload/custom-invite/?vanityName=jane-doe">Connect</a></section></main></body></html>"""


def traces(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything about every file but when it was last read."""
    return {
        str(path): (found.st_mode, found.st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *folder.rglob("*")]
        for found in [path.stat()]
    }


def test_looking_leaves_no_trace(machine: Machine, folder: Path) -> None:
    before = traces(folder)
    examine(machine)
    assert traces(folder) == before


def test_looking_leaves_no_trace_of_what_a_killed_service_left(machine: Machine, folder: Path) -> None:
    served = serve(folder)
    assert served.call("GET", "/badge").status == 200
    served.poise("add", "Jane Doe", "--company", "Acme")
    served.process.kill()
    served.process.wait()
    assert served.process.stdout
    served.process.stdout.close()
    before = traces(folder)
    assert {Path(name).name for name in before} >= {"poise.sqlite-wal", "poise.sqlite-shm", "service.json"}
    assert [finding.id for finding in examine(machine)] == ["absent"]
    assert traces(folder) == before


def test_what_hangs_is_said_in_time(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    never = Event()

    def hang(_: Machine) -> Iterable[Values]:
        never.wait()
        return []

    monkeypatch.setattr(examination, "found_checks", lambda: {"absent": lambda _: [{}], "slow": hang})
    begun = time.monotonic()
    findings = examine(machine, seconds=0.2)
    never.set()
    assert time.monotonic() - begun < 5
    assert findings == [Finding("absent"), Finding("unfinished", {"check": "slow", "why": LATE})]


def test_what_fails_is_said_and_stops_nothing_else(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Machine) -> Iterable[Values]:
        raise PermissionError

    monkeypatch.setattr(examination, "found_checks", lambda: {"absent": lambda _: [{}], "slow": fail})
    expected = [Finding("absent"), Finding("unfinished", {"check": "slow", "why": "PermissionError"})]
    assert examine(machine) == expected


@pytest.mark.usefixtures("machine")
def test_a_finding_is_exit_1_with_its_mend(folder: Path) -> None:
    (folder / "service.json").write_text('{"port": 1, "pid": 1}')
    (folder / "service.json").chmod(0o600)
    done = poise(folder, "doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        done.stdout == "The Poise service is not running.\n  Start it with “poise serve”, then look again.\n"
    )
    said = json.loads(poise(folder, "doctor", "--json", "--language", "de").stdout)
    assert said == {
        "findings": [
            {
                "id": "absent",
                "says": "Der Poise-Dienst läuft nicht.",
                "mend": "Starten Sie ihn mit „poise serve“ und sehen Sie dann noch einmal nach.",
                "values": {},
                "parts": [],
            }
        ]
    }


@pytest.mark.usefixtures("machine")
def test_no_finding_is_exit_0_in_the_language_of_the_settings(running: Served) -> None:
    running.call("PUT", "/settings", {"language": "nb"})
    done = poise(running.folder, "doctor")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Alt er i orden her.\n", "")
    assert json.loads(poise(running.folder, "doctor", "--json").stdout) == {"findings": []}


def test_a_page_that_is_still_recognised(tmp_path: Path) -> None:
    done = poise(tmp_path / "none", "doctor", "--page", "-", "--url", JANE, stdin=PROFILE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing is wrong here.\n", "")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        (lambda html: html.replace("xTopcard", "x"), ["profile: top-card"]),
        (lambda html: html.replace("custom-invite", "elsewhere"), ["profile: actions"]),
    ],
    ids=["top card", "actions"],
)
def test_a_page_that_has_changed_says_which_part_no_longer_fits(
    tmp_path: Path, change: Callable[[str], str], parts: list[str]
) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(change(PROFILE))
    done = poise(tmp_path / "none", "doctor", "--page", str(saved), "--url", JANE, "--json")
    assert done.returncode == 1
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["id"], finding["values"], finding["parts"]) == ("map_silent", {"site": "LinkedIn"}, parts)


@pytest.mark.parametrize(
    "words",
    [
        ("--page", "-"),
        ("--url", JANE),
        ("--page", "nowhere.html", "--url", JANE),
        ("--page", "-", "--url", "https://example.com/"),
        ("--page", "-", "--url", JANE),
    ],
)
def test_bad_input_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = poise(tmp_path / "none", "doctor", *words, stdin="")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_all_words_are_there_in_all_languages() -> None:
    for name, entry in catalogue().items():
        assert set(entry) == {"seen_by", "says", "mend"}, name
        assert set(entry["says"]) == set(entry["mend"]) == {"en", "de", "nb"}, name
        assert set(entry["seen_by"]) <= {"machine", "browser"}, name
