"""Calling the host as a browser does: its launcher, a framed message, what the browser says of who asks."""

import json
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poise.launch.extension import chromium_id, firefox_id

CHROMIUM = f"chrome-extension://{chromium_id()}"
MOZILLA = "moz-extension://0b0e1c1a-4f5e-4c0a-9d3c-2f4a5b6c7d8e"
FROM_CHROMIUM = (f"{CHROMIUM}/",)
FROM_FIREFOX = ("/home/jane/.mozilla/native-messaging-hosts/poise.host.json", firefox_id())


@dataclass(frozen=True)
class Said:
    """How a call ended: the exit code, and the message that came back (null where none did)."""

    code: int
    message: Any


def framed(body: bytes) -> bytes:
    return struct.pack("=I", len(body)) + body


def ask(launcher: Path, message: dict[str, Any], words: tuple[str, ...] = FROM_CHROMIUM) -> Said:
    return send(launcher, framed(json.dumps(message).encode()), words)


def send(launcher: Path, raw: bytes, words: tuple[str, ...] = FROM_CHROMIUM) -> Said:
    """These bytes, and then the end of what the browser has to say."""
    done = subprocess.run([launcher, *words], input=raw, capture_output=True, timeout=60, check=False)
    if not done.stdout:
        return Said(done.returncode, None)
    (length,) = struct.unpack("=I", done.stdout[:4])
    assert length == len(done.stdout) - 4, "more than one message, or not all of it"
    return Said(done.returncode, json.loads(done.stdout[4:]))
