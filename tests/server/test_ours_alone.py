"""Every file is its owner's alone: what others could read is closed, what they could change or put there is refused."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.locks import take
from poise.pairing import Pairing, terminal_key
from poise.store.opening import open_database
from tests.server.ending import assert_ends, digest, start
from tests.server.wire import poise, serve


def modes_in(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


def test_P04_all_files_are_ours_alone_whatever_the_umask(tmp_path: Path) -> None:
    for mask in (0o022, 0o000, 0o077):
        folder = tmp_path / f"data{mask}"
        old = os.umask(mask)
        try:
            served = serve(folder)
        finally:
            os.umask(old)
        begun = modes_in(folder)  # before a command that follows could close what is open
        served.code()
        served.poise("add", "Jane Doe", "--company", "Acme")
        modes = modes_in(folder)
        served.stop()
        assert {*begun.values(), *modes.values()} == {0o600}, (begun, modes)
        assert {
            "poise.sqlite",
            "poise.sqlite-wal",
            "poise.sqlite-shm",
            "pairing.json",
            "service.json",
        } <= set(modes)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_P05_what_others_could_read_is_closed_and_said_once(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "poise.sqlite").chmod(0o644)
    first, second = poise(folder, "list"), poise(folder, "list")
    assert first.returncode == second.returncode == 0
    assert first.stderr.count("now only you can") == 2
    assert second.stderr == ""
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "poise.sqlite").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", [".", "poise.sqlite", "initialised"])
def test_what_others_could_change_is_refused(folder: Path, name: str) -> None:
    (folder / name).chmod(0o777 if name == "." else 0o666)
    assert_ends(start(folder), 6, "chmod")


def test_a_key_or_lock_that_others_could_change_is_refused(folder: Path) -> None:
    data = Folder(folder)
    terminal_key(data)
    data.terminal_key.chmod(0o666)
    with pytest.raises(PoiseError) as wrong:
        terminal_key(data)
    assert wrong.value.exit_code == Exit.UNSAFE_FILES
    data.lock.touch()
    data.lock.chmod(0o666)
    with pytest.raises(PoiseError) as wrong, data.locked():
        pass
    assert wrong.value.exit_code == Exit.UNSAFE_FILES


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("poise.sqlite", lambda data: open_database(Settings(data))),
        ("poise.sqlite-wal", lambda data: open_database(Settings(data))),
        ("poise.sqlite-shm", lambda data: open_database(Settings(data))),
        ("initialised", lambda data: open_database(Settings(data))),
        ("terminal.key", terminal_key),
        ("service.json", lambda data: data.running()),
        ("pairing.json", lambda data: Pairing(data).use("x", str)),
        ("lock", lambda data: data.locked().__enter__()),
    ],
)
def test_a_link_in_the_folder_is_not_followed(
    folder: Path, tmp_path: Path, name: str, use: Callable[[Folder], object]
) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"precious")
    target.chmod(0o600)
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(target)
    if name == "pairing.json":  # the service takes away what an earlier one left, link or not
        assert use(Folder(folder)) is None
    else:
        with pytest.raises(PoiseError, match=name) as wrong:
            use(Folder(folder))
        assert wrong.value.exit_code == Exit.UNSAFE_FILES
    assert target.read_bytes() == b"precious"


def test_a_lock_is_never_taken_through_a_link(tmp_path: Path) -> None:
    """Whatever was there a moment ago, when it was looked at."""
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="lock"):
        take(tmp_path / "lock")
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_is_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert_ends(start(tmp_path / "link"), 6, "link")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("name", [".", "poise.sqlite"])
def test_what_belongs_to_another_user_is_refused(folder: Path, name: str) -> None:
    os.chown(folder / name, 12345, 12345)
    before = digest(folder)
    assert_ends(start(folder), 6, "another user")
    assert digest(folder) == before
