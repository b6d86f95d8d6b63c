"""The extension beside this package: the folder that a browser loads, and the ids it gets there."""

import hashlib
import json
from base64 import b64decode
from pathlib import Path
from typing import Any

from poise.errors import PoiseError

ROOT = Path(__file__).resolve().parents[3]
DIGITS_TO_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def extension_folder() -> Path:
    """The checkout that this package runs from: its root is the extension."""
    if not (ROOT / "manifest.json").is_file():
        raise PoiseError(
            "The extension is not beside this package: run Poise from a checkout, as the README says."
        )
    return ROOT


def chromium_id() -> str:
    """The id that Chromium derives from the manifest's key."""
    digest = hashlib.sha256(b64decode(_manifest()["key"])).hexdigest()
    return digest[:32].translate(DIGITS_TO_LETTERS)


def firefox_id() -> str:
    return str(_manifest()["browser_specific_settings"]["gecko"]["id"])


def pages(scheme: str, host: str) -> str:
    """The address of the extension's pages."""
    return f"{scheme}://{host}/extension/pages"


def _manifest() -> Any:
    return json.loads((extension_folder() / "manifest.json").read_text())
