"""What the documents show to be typed is there: targets, commands with their options, tests, modules, extras."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from poise.cli import COMMANDS, cli
from tests.conftest import BROWSERS

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
ENTRIES = (ROOT / "docs" / "security.md").read_text()
PLACE = re.compile(r"<\w+>")
STANDS_FOR_ANY = {"COMMAND"}


def shown(*begins: str) -> list[str]:
    """What stands in code, on a line of its own or between words, and begins so; without the comment behind it."""
    texts = [path.read_text() for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]]
    codes = [
        re.split(r"\s+#", "".join(code))[0]
        for text in texts
        for code in re.findall(r"^    (\S.*)$|`([^`]+)`", text, re.MULTILINE)
    ]
    lines = {" ".join(code.split()).removeprefix(".venv/bin/") for code in codes}
    return sorted(line for line in lines if line.startswith(begins))


@pytest.mark.parametrize("line", shown("make "))
def test_every_target_is_one(line: str) -> None:
    said = subprocess.run(["make", "-n", *shlex.split(line)[1:]], cwd=ROOT, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize("line", shown("poise "))
def test_every_command_takes_what_is_typed(line: str) -> None:
    words = shlex.split(line)[1:]
    if words[0] not in STANDS_FOR_ANY:
        assert taken_by(cli, words) == []


def taken_by(command: click.Command, words: list[str]) -> list[str]:
    """The words that are left over; click raises where an option is not known."""
    if isinstance(command, click.Group) and words and not words[0].startswith("-"):
        below = command.get_command(click.Context(command), words[0])
        assert below, words[0]
        return taken_by(below, words[1:])
    _, left, _ = command.make_parser(click.Context(command)).parse_args(words)
    return left


@pytest.mark.parametrize("line", shown("pytest ", "node --test "))
def test_every_test_that_is_named_is_there(line: str) -> None:
    words = shlex.split(line)
    paths = [word for word in words if word.startswith("tests/")]
    assert [path for path in paths if not list(ROOT.glob(path))] == []
    if "-k" in words and not PLACE.search(line):
        named = set(words[words.index("-k") + 1].split()) - {"and", "or", "not", *BROWSERS}
        text = "".join((ROOT / path).read_text() for path in paths) or ENTRIES
        assert [word for word in named if word not in text] == []


@pytest.mark.parametrize("line", shown("python -m "))
def test_every_module_that_is_run_has_these_options(line: str) -> None:
    words = shlex.split(line)
    found = find_spec(words[2])
    assert found
    assert found.origin
    sources = "".join(path.read_text() for path in Path(found.origin).parent.glob("*.py"))
    assert [word for word in words[3:] if word.startswith("-") and f'"{word}"' not in sources] == []


@pytest.mark.parametrize("line", shown("pip install ", "pipx install "))
def test_every_extra_is_one(line: str) -> None:
    wished = re.fullmatch(r"pipx? install '?\.(?:\[([\w,]+)\])?'?", line)
    assert wished
    assert set(re.findall(r"\w+", wished[1] or "")) <= EXTRAS.keys()


def test_the_completion_that_is_shown_completes() -> None:
    (line,) = shown("eval ")
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    asked = f"{line} && complete -p poise && COMP_WORDS=(poise ex) COMP_CWORD=1 && _poise_completion poise && echo ${{COMPREPLY[@]}}"
    said = subprocess.run(["bash", "-c", asked], env=environment, capture_output=True, text=True, check=True)
    assert set(said.stdout.splitlines()[-1].split()) == {name for name in COMMANDS if name.startswith("ex")}


def test_something_of_each_kind_is_shown() -> None:
    least = {
        "make ": 15,
        "poise ": 30,
        "pytest ": 6,
        "node --test ": 1,
        "python -m ": 2,
        "pip install ": 1,
        "pipx install ": 2,
    }
    assert {begin: len(shown(begin)) for begin in least if len(shown(begin)) < least[begin]} == {}
