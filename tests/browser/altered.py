"""The extension as it would be with other words or other permissions: a copy of it, changed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .drivers import EXTENSION

LONGER = 1.4


def altered(folder: Path, path: str, change: Callable[[dict[str, Any]], None]) -> Path:
    """A copy in `folder` in which one file of JSON was changed."""
    made = folder / "extension-copy"
    for part in ("_locales", "extension"):
        shutil.copytree(EXTENSION / part, made / part)
    shutil.copy(EXTENSION / "manifest.json", made)
    content = json.loads((made / path).read_text())
    change(content)
    (made / path).write_text(json.dumps(content))
    return made


def allow_notifications(manifest: dict[str, Any]) -> None:
    """Chromium's question for the permission cannot be answered without a screen."""
    manifest["permissions"].append("notifications")
    manifest.pop("optional_permissions")


def stretch(messages: dict[str, Any]) -> None:
    """Every message 1.4 times as long, its longest word too: so long is German said to be, of English."""
    for key, entry in messages.items():
        if key not in ("language", "name"):
            entry["message"] = _longer(entry["message"])


def _longer(text: str) -> str:
    words = text.split(" ")
    longest = max((word for word in words if "$" not in word), key=len, default="")
    wanted = round(len(longest) * LONGER)
    grown = (longest * 2)[:wanted]
    rest = [word for word in words if "$" not in word]
    while rest and sum(map(len, words)) + len(words) < len(text) * LONGER:
        words.append(rest[len(words) % len(rest)])
    return " ".join(grown if word == longest else word for word in words)
