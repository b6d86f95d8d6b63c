"""`poise check-note` from a terminal."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

POISE = Path(sys.executable).with_name("poise")
FINE = {
    "kind": "comment",
    "text": "The curtains moved more often than our walls did, so the porters drew the map.",
    "language": "en",
}
WRONG = {"kind": "thank_you", "text": "Dear Jnae,", "interviewer": "Jane Doe"}


def run(content: Any, *more: str) -> subprocess.CompletedProcess[str]:
    text = content if isinstance(content, str) else json.dumps(content)
    return subprocess.run(
        [POISE, "check-note", "-", *more], input=text, capture_output=True, text=True, check=False
    )


def test_a_good_note_has_no_findings() -> None:
    done = run(FINE)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"findings": []})


def test_a_finding_is_said_and_ends_with_one() -> None:
    done = run(WRONG)
    assert done.returncode == 1
    found = [one for one in json.loads(done.stdout)["findings"] if one["id"] == "name-misspelt"]
    assert [set(one) for one in found] == [{"id", "severity", "start", "end", "message", "suggestion"}]
    assert (found[0]["severity"], found[0]["start"], found[0]["end"], found[0]["suggestion"]) == (
        "error",
        5,
        9,
        "Jane",
    )


def test_a_hint_alone_is_no_fault() -> None:
    long = {"kind": "connect_note", "site": "linkedin", "text": "The curtains moved. " * 12}
    done = run(long)
    assert done.returncode == 0
    assert {one["severity"] for one in json.loads(done.stdout)["findings"]} == {"hint"}


def test_a_list_gives_a_list() -> None:
    done = run([FINE, WRONG])
    assert done.returncode == 1
    assert [bool(one["findings"]) for one in json.loads(done.stdout)] == [False, True]
    assert run([]).stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is not JSON"),
        ([FINE, {"kind": "x", "text": 1}, {"text": "y", "z": 1}], "[1].kind"),
        ({"kind": "message"}, "text: is missing"),
        ("3", "a note must be a table of fields"),
    ],
)
def test_bad_input_is_one_line_and_two(content: Any, said: str) -> None:
    done = run(content)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    if isinstance(content, list):
        assert all(place in done.stderr for place in ("[1].kind", "[1].text", "[2].kind", "[2].z"))


def test_nothing_of_a_note_is_repeated_in_an_error() -> None:
    done = run({"kind": "secret-kind", "text": "secret-text", "interviewer": ["secret-name"]})
    assert "secret" not in done.stderr
