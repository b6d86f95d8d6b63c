"""Damage is noticed and left alone, as are data of a newer version."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.store.opening import open_database
from tests.server.damage import DAMAGE, page_of_garbage
from tests.server.ending import assert_ends, digest, start
from tests.server.wire import poise


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_R05_damage_is_noticed_and_the_file_left_as_it_is(
    folder: Path, damage: Callable[[Path], object]
) -> None:
    damage(folder / "poise.sqlite")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(PoiseError, match="poise restore") as wrong:
        open_database(Settings(Folder(folder)))
    assert wrong.value.exit_code == Exit.NEEDS_RESTORE
    assert before.items() <= {file.name: file.read_bytes() for file in folder.iterdir()}.items()


def test_R05_neither_the_service_nor_a_command_runs_on_damaged_data(folder: Path) -> None:
    page_of_garbage(folder / "poise.sqlite")
    assert_ends(start(folder), 3, "poise restore")
    assert_ends(poise(folder, "list"), 3, "poise restore")


def test_data_of_a_newer_version_are_left_alone(folder: Path) -> None:
    connection = sqlite3.connect(folder / "poise.sqlite")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = digest(folder)
    assert_ends(start(folder), 5, "newer")
    assert_ends(poise(folder, "add", "Jane", "--company", "Acme"), 5, "newer")
    assert digest(folder) == before
