"""A home that cannot be written to: every command says so in one sentence, and none hangs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.server.wire import POISE, clean_environment

MOUNTED = 'mount --bind "$HOME" "$HOME" && mount -o remount,ro,bind "$HOME" && exec "$@"'
UNSHARED = ("unshare", "--mount", "sh", "-c", MOUNTED, "sh")


def on_a_read_only_home(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = clean_environment() | {"HOME": str(home)}
    return subprocess.run(
        [*UNSHARED, *words], env=environment, capture_output=True, text=True, timeout=30, check=False
    )


@pytest.fixture(params=["nothing there yet", "with data"])
def home(request: pytest.FixtureRequest, tmp_path: Path, first_start: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    if on_a_read_only_home(home, "true").returncode:
        pytest.skip("only root can mount")
    if request.param == "with data":
        shutil.copytree(first_start, home / ".local/share/poise")
    return home


@pytest.mark.parametrize("line", ["run --port 0", "serve --port 0", "install", "list"])
def test_a_command_says_what_is_wrong_and_what_to_do(home: Path, line: str) -> None:
    before = sorted(home.rglob("*"))
    done = on_a_read_only_home(home, str(POISE), *line.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"poise: The data folder {home / '.local/share/poise'} cannot be used")
    assert "--data-dir" in done.stderr
    assert sorted(home.rglob("*")) == before


def test_the_doctor_says_it_first(home: Path) -> None:
    done = on_a_read_only_home(home, str(POISE), "doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"Poise cannot write to {home}.\n")
