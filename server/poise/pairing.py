"""How callers become known: this machine's terminal by a file, a browser extension by a one-time code.

`poise pair` opens a window by a file that only this user can write; the service looks for it when an
extension asks. The code itself is printed and kept nowhere: the file holds its hash. Nor does it travel: another
program may listen where the extension was sent, and would hand a code on to us.
"""

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest
from threading import Lock
from typing import Literal

from poise.config import Folder
from poise.files import read_private, write_private
from poise.signing import Key

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
LENGTH = 26
OPEN_FOR = 120
TRIES = 5
TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Window:
    """An open pairing window: the secret of its code, and when it was opened (seconds since 1970)."""

    secret: str
    opened: float


def new_code() -> str:
    """128 random bits as 26 characters of Crockford's base32."""
    bits = secrets.randbits(128)
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(LENGTH)))


def grouped(code: str) -> str:
    """The code as people read it: ABCDE-FGHJK-…"""
    return "-".join(code[start : start + 5] for start in range(0, LENGTH, 5))


def plain(code: str) -> str:
    """The code as it was made, however it was typed."""
    return "".join(code.split()).replace("-", "").upper().translate(MISREAD)


def secret_of(code: str) -> str:
    """What both sides make of a code, however it was typed: 32 bytes in hexadecimal."""
    return hashlib.sha256(plain(code).encode()).hexdigest()


def proof_of(secret: str, port: int, origin: str, nonce: str) -> str:
    """What an extension shows in the code's place, in hexadecimal: it is good at this port alone, and for itself."""
    said = f"poise pairing\n{port}\n{origin}\n{nonce}"
    return hmac.digest(bytes.fromhex(secret), said.encode(), hashlib.sha256).hex()


def answer_key(secret: str) -> Key:
    """What the answer to a pairing is signed with: only who knows the code can make it."""
    return Key("pairing", hmac.digest(bytes.fromhex(secret), b"poise pairing answer", hashlib.sha256))


def open_window(folder: Folder, code: str) -> None:
    """Let one extension pair with `code` within the next two minutes; it closes a window open before."""
    window = {"secret": secret_of(code), "opened": time.time()}
    write_private(folder.pairing, json.dumps(window).encode())


def terminal_key(folder: Folder) -> Key:
    """The key by which the terminal of this machine calls: a file of ours, made at the first start."""
    secret = read_private(folder.terminal_key)
    if secret is None:
        secret = secrets.token_bytes(32)
        write_private(folder.terminal_key, secret)
    return Key(TERMINAL, secret)


class Pairing:
    """The service's side of the window: counts the tries, and closes it at the first use and at the start."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._lock = Lock()
        self._tries: dict[str, int] = {}
        self.close()

    def close(self) -> None:
        self._folder.pairing.unlink(missing_ok=True)

    def is_open(self) -> bool:
        return self._window() is not None

    def use(self, shown: str, meant: Callable[[str], str]) -> Key | Literal[False] | None:
        """Try what was shown against what is `meant` with the window's secret.

        The key for the answer: right, and used up. False: wrong. None: no window, or its five tries are over.
        """
        with self._lock:
            window = self._window()
            if window is None or self._tries.get(window.secret, 0) >= TRIES:
                return None
            self._tries = {window.secret: self._tries.get(window.secret, 0) + 1}
            if not compare_digest(meant(window.secret), shown):
                return False
            self.close()
            return answer_key(window.secret)

    def _window(self) -> Window | None:
        content = read_private(self._folder.pairing)
        if content is None:
            return None
        window = Window(**json.loads(content))
        return window if 0 <= time.time() - window.opened <= OPEN_FOR else None
