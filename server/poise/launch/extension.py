"""The extension that belongs to this package: the folder that a browser loads, and the ids it gets there."""

import hashlib
import json
from base64 import b64decode
from pathlib import Path
from typing import Any

from poise.errors import PoiseError

ROOT = Path(__file__).resolve().parents[3]
WITHIN = Path(__file__).resolve().parents[1] / "extension"
LOAD = """Chrome, Chromium, Edge, Brave, Vivaldi: open chrome://extensions, switch on "Developer mode", press "Load unpacked"
and choose {folder}
Firefox: open about:debugging#/runtime/this-firefox, press "Load Temporary Add-on…"
and choose {folder}/manifest.json"""
DIGITS_TO_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def extension_folder() -> Path:
    """What the wheel brought along, or else the root of the checkout that this package runs from."""
    for folder in (WITHIN, ROOT):
        if (folder / "manifest.json").is_file():
            return folder
    raise PoiseError("The extension is missing from this installation: install Poise anew.")


def how_to_load(folder: Path) -> str:
    """What somebody does who loads the extension from that folder, line by line."""
    return LOAD.format(folder=folder)


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
