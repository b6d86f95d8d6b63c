"""The manners of the command line: help that can be typed, options that are everywhere, one sentence for each error."""

import json
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from poise.cli import cli
from poise.cli.manners import examples
from poise.config import Folder, Settings
from poise.store import browsers
from poise.store.opening import open_database
from tests.server.desk import ANSWERS_NO, typed
from tests.server.wire import POISE, Served, clean_environment, poise

UNTIL_ENDED = {"serve", "run"}
NO_JSON = {"run", "completion"}  # they print what is for a shell, or for somebody at a screen


def leaves(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by what is typed after `poise`."""
    if not isinstance(command, click.Group) or command.invoke_without_command:
        yield path, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            yield from leaves(below, f"{path} {name}".strip())


COMMANDS = dict(leaves(cli))


def test_every_command_has_examples_in_its_help() -> None:
    assert set(examples()) == set(COMMANDS)
    for path, command in COMMANDS.items():
        shown = command.get_help(click.Context(command, info_name=path))
        assert all(line in shown for line in examples()[path]), path


def test_the_list_of_all_commands_has_each_once_and_cuts_no_sentence_short() -> None:
    shown = cli.get_help(click.Context(cli, terminal_width=80))
    lines = shown.partition("Day by day:")[2].splitlines()
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == cli.list_commands(
        click.Context(cli)
    )
    assert [line for line in lines if line.endswith("...")] == []


def test_every_example_does_what_it_shows(
    desk: Served, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One after the other, as in the life of an account."""
    wrong = []
    for path, lines in examples().items():
        for line in lines if path not in UNTIL_ENDED else ():
            code = typed(line, monkeypatch)
            said = capsys.readouterr().err
            if code not in ((0, 1) if path in ANSWERS_NO else (0,)):
                wrong.append((line, code, said))
    assert wrong == []
    assert sorted(desk.folder.rglob("*")) == []


@pytest.mark.parametrize("line", [line for path in sorted(UNTIL_ENDED) for line in examples()[path]])
def test_what_runs_until_it_is_ended_begins_as_its_examples_say(tmp_path: Path, line: str) -> None:
    environment = clean_environment() | {"POISE_DATA_DIR": str(tmp_path / "data"), "HOME": str(tmp_path)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    words = [str(POISE), *shlex.split(line)[1:], *([] if "--port" in line else ["--port", "0"])]
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        begun = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)
    assert "port" in begun
    assert (process.returncode, said) == (0, "")


@pytest.mark.parametrize("path", COMMANDS)
def test_options_that_are_everywhere(path: str) -> None:
    options = {name for param in COMMANDS[path].params for name in param.opts}
    assert {"--debug", "--no-color"} <= options
    assert "--json" in options or path in NO_JSON


@pytest.mark.parametrize(
    "words", ["--json --data-dir {0} rename {1} home", "rename {1} home --json --data-dir {0}"]
)
def test_what_is_said_to_a_command_counts_for_its_subcommands(folder: Path, words: str) -> None:
    with closing(open_database(Settings(Folder(folder)))) as opened, opened.writing() as session:
        key = browsers.pair(session, "Chromium", "chrome-extension://abc").keyid
    told = CliRunner().invoke(
        cli, ["browsers", *shlex.split(words.format(folder, key))], catch_exceptions=False
    )
    assert json.loads(told.stdout)["name"] == "home"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_of_the_shell(tmp_path: Path, shell: str) -> None:
    done = poise(tmp_path / "none", "completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"_POISE_COMPLETE={shell}_complete" in done.stdout
    assert not (tmp_path / "none").exists()


def test_bash_completes_commands_options_and_values(tmp_path: Path) -> None:
    def completed(line: str) -> set[str]:
        words = line.split(" ")
        script = (
            f'eval "$({POISE} completion bash)"; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1};'
            f'_poise_completion {POISE}; printf "%s\\n" "${{COMPREPLY[@]}}"'
        )
        done = subprocess.run(
            ["bash", "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        return set(done.stdout.split())

    assert completed("poise out") == {"outcome"}
    assert completed("poise doctor --la") == {"--language"}
    assert completed("poise outcome Acme off") == {"offer"}


def test_colours_are_for_a_terminal_and_can_be_left_out(tmp_path: Path) -> None:
    def on_a_terminal(*words: str, **more: str) -> bytes:
        reading, writing = os.openpty()
        environment = clean_environment() | {"POISE_DATA_DIR": str(tmp_path / "none"), **more}
        subprocess.run([POISE, *words], stdout=writing, env=environment, check=False)
        os.close(writing)
        said = os.read(reading, 65536)
        os.close(reading)
        return said

    assert b"\x1b[" in on_a_terminal("doctor")
    assert b"\x1b[" not in on_a_terminal("doctor", "--no-color")
    assert b"\x1b[" not in on_a_terminal("--no-color", "doctor")
    assert b"\x1b[" not in on_a_terminal("doctor", NO_COLOR="1")
    assert "\x1b[" not in poise(tmp_path / "none", "doctor").stdout


def test_a_fault_of_poise_itself_is_one_sentence_and_its_traceback_only_on_debug(
    tmp_path: Path, first_start: Path
) -> None:
    folder = shutil.copytree(first_start, tmp_path / "data")
    (folder / "service.json").write_text('{"nonsense": 1}')
    (folder / "service.json").chmod(0o600)
    done = poise(folder, "pair")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("poise: ")
    assert "Traceback" in poise(folder, "pair", "--debug").stderr
    assert "Traceback" not in poise(folder, "nothing", "--debug").stderr
