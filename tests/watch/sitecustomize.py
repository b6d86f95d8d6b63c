"""Python reads this when it starts, in the tests and in every process of theirs: Poise that calls another machine is refused.

It is written down too, in the file that the environment names, for who is refused may keep quiet about it.
"""

import os
import sys
from typing import Any

CALLS = "TESTS_CALLS"
OURS = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104 - waitress asks what the last one means, and is told its own socket
ADDRESSED = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
NAMED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


def called(event: str, given: tuple[Any, ...]) -> str | None:
    """The machine that is about to be called or looked up, if that is one; a socket in a file is none."""
    if event in NAMED:
        host = given[0]
    elif event in ADDRESSED and isinstance(given[ADDRESSED[event]], tuple):
        host = given[ADDRESSED[event]][0]
    else:
        return None
    return host.decode() if isinstance(host, bytes) else host


def watch(event: str, given: tuple[Any, ...]) -> None:
    if not event.startswith("socket.") or "poise" not in sys.modules:
        return
    host = called(event, given)
    if host and not host.startswith(OURS):
        note(f"{event} {host}")
        raise PermissionError(f"{host} is not this machine")


def note(call: str) -> None:
    if CALLS in os.environ:
        with open(os.environ[CALLS], "a") as file:  # noqa: PTH123 - in every process: no import for it
            file.write(f"{call}\n")


if __name__ == "sitecustomize":  # and nobody's import
    sys.addaudithook(watch)
