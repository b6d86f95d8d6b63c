"""Archives that are broken, locked, or larger than they say: refused whole, and nothing in them is unpacked in vain."""

import re
import resource
import struct

import pytest

from poise.intake.tables import cap
from tests.intake.calendars import calendar
from tests.intake.conftest import FILES, Intake
from tests.intake.refusing import refused, zipped
from tests.intake.test_archive import LISTS, archive


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.999])
def test_I19_half_an_archive_is_refused(intake: Intake, cut: float) -> None:
    data = archive(*LISTS)
    assert "the archive is damaged or cut off" in refused(intake, data[: int(len(data) * cut)])


def test_I19_an_archive_with_a_wrong_byte_is_refused(intake: Intake) -> None:
    data = bytearray(zipped(**{"Connections.csv": (FILES / "Connections.csv").read_bytes()}))
    data[120] ^= 0xFF
    assert "the archive is damaged or cut off" in refused(intake, bytes(data))


def bomb(size: int) -> bytes:
    head = b"First Name,Last Name,Connected On\n"
    return zipped(**{"Connections.csv": head + b" " * size})


def test_I19_a_bomb_is_not_unpacked(intake: Intake) -> None:
    """Neither one that tells its size nor one that lies about it, and memory stays as it was."""
    data = bomb(60_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "it would unpack to more" in refused(intake, data)
    lying = data.replace(struct.pack("<I", 60_000_034), struct.pack("<I", 1_000))
    assert lying != data
    assert "the archive is damaged or cut off" in refused(intake, lying)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_I19_an_archive_of_too_many_files_is_refused(intake: Intake) -> None:
    many = zipped(**{f"{number}.txt": b"" for number in range(cap("zip", "members") + 1)})
    assert "it holds more than 5000 files" in refused(intake, many)


def test_I19_many_small_bombs_are_not_unpacked_either(intake: Intake) -> None:
    """None of them is much by itself; what they say of their size is believed before a byte is unpacked."""
    each = 800_000
    data = bytearray(zipped(**{f"{number}.ics": b"x" for number in range(cap("zip", "bytes") // each + 1)}))
    for entry in re.finditer(rb"PK\x01\x02", bytes(data)):
        struct.pack_into("<I", data, entry.start() + 24, each)
    assert "it would unpack to more" in refused(intake, bytes(data))


def test_I19_a_file_in_an_archive_that_is_shorter_than_it_says_is_refused(intake: Intake) -> None:
    rows = (FILES / "messages.csv").read_bytes()
    data = zipped(**{"messages.csv": rows})
    longer = data.replace(struct.pack("<I", len(rows)), struct.pack("<I", len(rows) + 5))
    assert longer != data
    assert "the archive is damaged or cut off" in refused(intake, longer)


def test_I19_what_an_archive_holds_besides_is_never_unpacked(intake: Intake) -> None:
    data = zipped(
        **{"media/film.mp4": b"\x00" * 50_000_000, "messages.csv": (FILES / "messages.csv").read_bytes()}
    )
    assert intake.preview(data).others == 3


@pytest.mark.parametrize(
    "name", ["../../messages.csv", "/etc/messages.csv", "C:\\x\\messages.csv", "con/messages.csv"]
)
def test_I18_names_within_an_archive_are_only_looked_at(intake: Intake, name: str) -> None:
    assert intake.preview(zipped(**{name: (FILES / "messages.csv").read_bytes()})).others == 3


def test_an_archive_that_is_locked_or_says_things_twice_is_refused(intake: Intake) -> None:
    data = bytearray(zipped(**{"messages.csv": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "locked by a password" in refused(intake, bytes(data))
    twice = zipped(**{"a.ics": calendar(), "A.ICS": calendar()})
    assert "the same file twice" in refused(intake, twice)
