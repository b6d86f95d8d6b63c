"""Several commands begin at once where there is nothing yet: the tables are made once, and nobody fails."""

import subprocess
from pathlib import Path

import pytest

from tests.server.wire import POISE, clean_environment, poise

AT_ONCE = 6


@pytest.mark.entry("R12")
def test_commands_that_begin_at_once_in_an_empty_folder_all_work(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    begun = [
        subprocess.Popen(
            [POISE, "add", f"Jane Doe {number}", "--company", f"Acme {number}", "--json"],
            env=clean_environment() | {"POISE_DATA_DIR": str(folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(AT_ONCE)
    ]
    ended = [(one.communicate()[1], one.returncode) for one in begun]
    assert ended == [("", 0)] * AT_ONCE
    assert poise(folder, "list").stdout.count("Jane Doe") == AT_ONCE
