"""What a command starts and touches: the service only where it is asked, no more code than it needs, nothing half done."""

import json
import resource
import subprocess
import sys
from pathlib import Path

from tests.server.wire import Served, clean_environment, poise

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
    def limit() -> None:
        """Called in the child."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    got = poise(folder, "add", "Jane", "--company", "Acme", preexec_fn=limit)
    assert (got.returncode, got.stdout, got.stderr.count("\n")) == (2, "", 1)
    assert poise(folder, "list").stdout.startswith("Nobody")
