"""The pictures for the stores are as these take them: their size, and no transparency."""

import struct
from pathlib import Path

import pytest
from click.testing import CliRunner

from .listing import PICTURES, listing

TRUE_COLOUR = 2  # of a PNG's kinds the one without transparency


def kind(picture: Path) -> tuple[int, int, int, int]:
    """Width, height, bits a channel, and how colours are given."""
    width, height, bits, colours = struct.unpack_from(">IIBB", picture.read_bytes(), 16)
    return width, height, bits, colours


@pytest.mark.long
def test_each_picture_can_be_handed_in(tmp_path: Path) -> None:
    done = CliRunner().invoke(listing, ["--language", "de", "--out", str(tmp_path)], catch_exceptions=False)
    assert done.exit_code == 0
    assert {file.name: kind(file) for file in tmp_path.iterdir()} == {
        **{f"de-{number}-{name}.png": (1280, 800, 8, TRUE_COLOUR) for number, name in enumerate(PICTURES, 1)},
        "tile.png": (440, 280, 8, TRUE_COLOUR),
    }
