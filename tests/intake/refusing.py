"""What a test does with a file that is to be refused, and archives as a test wants them."""

import zipfile
from io import BytesIO

import pytest

from poise.errors import PoiseError
from tests.intake.conftest import Intake


def refused(intake: Intake, data: bytes, name: str = "file") -> str:
    """Why the file was refused; nothing was written."""
    with pytest.raises(PoiseError) as wrong:
        intake.preview(data, name)
    assert intake.everything()["applications"] == []
    return str(wrong.value)


def zipped(**files: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return packed.getvalue()
