"""`poise run` where there is no display, no browser, or one that does not start: nothing is left behind."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from poise.config import Folder
from poise.launch.extension import ROOT

from .conftest import Put
from .running import POISE, Run, poise_run

NO_DISPLAY = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def with_display() -> dict[str, str]:
    """A display that nothing here reaches, and the PATH of the test."""
    return {**NO_DISPLAY, "DISPLAY": ":0", "PATH": os.environ["PATH"]}


def port_of(run: Run, folder: Path) -> int:
    """The port that it says it runs on."""
    line = run.line()
    running = Folder(folder).running()
    assert running is not None, run.rest()
    assert line == f"Poise runs on port {running.port}; what it knows stays in {folder}.\n"
    return running.port


def is_ready(port: int) -> bool:
    with urlopen(f"http://127.0.0.1:{port}/api/v1/health") as answer:
        return json.load(answer)["ready"] is True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def serving(folder: Path) -> Iterator[int]:
    """The port of a service that somebody else started."""
    command = [POISE, "serve", "--port", "0", "--data-dir", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield int(json.loads(process.stdout.readline())["port"])
        process.terminate()


@pytest.mark.parametrize("by", ENDS)
def test_without_a_display_the_service_runs_alone_until_it_is_told_to_end(
    folder: Path, by: signal.Signals
) -> None:
    with poise_run(folder, "--port", "0", environment=NO_DISPLAY) as run:
        assert is_ready(port_of(run, folder))
        assert run.line() == "There is no display, so this is the service alone. Ctrl-C ends it.\n"
        assert len(run.others()) == 1
        assert run.end(by) == 0
        assert run.others() == []


def test_a_service_that_runs_already_is_used_and_left_running(folder: Path, serving: int) -> None:
    with poise_run(folder, environment=NO_DISPLAY) as run:
        assert port_of(run, folder) == serving
        assert run.ended() == 0
    assert is_ready(serving)


def test_without_a_browser_the_three_steps_are_told(folder: Path, put: Put) -> None:
    put("apt-get")
    with poise_run(folder, "--port", "0", environment=with_display()) as run:
        assert is_ready(port_of(run, folder))
        steps = [run.line() for _ in range(8)]
        assert [line[:4] for line in steps[1:] if line[2].isdigit()] == ["  1.", "  2.", "  3."]
        assert f"{ROOT}/manifest.json" in "".join(steps)
        assert steps[-1].endswith(": sudo apt-get install chromium\n")
        assert run.end(signal.SIGINT) == 0
        assert run.others() == []


def test_a_named_browser_that_is_missing_starts_nothing(folder: Path, put: Put) -> None:
    put("chromium")
    with poise_run(folder, "--browser", "firefox", environment=with_display()) as run:
        assert run.rest() == ("", "poise: Firefox was not found.\n")
        assert run.ended() == 2
    assert not (folder / "poise.sqlite").exists()


@pytest.mark.parametrize(("program", "label"), [("chromium", "Chromium"), ("firefox", "Firefox")])
def test_a_browser_that_ends_at_once_is_one_sentence_and_where_to_look(
    folder: Path, put: Put, program: str, label: str
) -> None:
    put(program, "#!/bin/sh\necho It is Monday.\nexit 1\n")
    with poise_run(folder, "--port", "0", environment=with_display()) as run:
        log = folder / "browsers" / program / "poise-browser.log"
        _, said = run.rest()
        assert said == f"poise: {label} ended before Poise was in it; what it said is in {log}.\n"
        assert run.ended() == 2
        assert log.read_text() == "It is Monday.\n"
        assert run.others() == []


def test_a_port_that_is_taken_is_the_service_s_own_sentence(tmp_path: Path, serving: int) -> None:
    with poise_run(tmp_path / "other", "--port", str(serving), environment=NO_DISPLAY) as run:
        out, said = run.rest()
        assert out == ""
        assert said.startswith(f"poise: Port {serving} cannot be used")
        assert run.ended() == 2
