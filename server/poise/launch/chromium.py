"""Chromium, Chrome and Edge: the extension goes in over the debugging pipe, which nobody but us can reach.

Branded Chrome ignores --load-extension, so the family takes the way that all of it has. The pairing code goes
this way too: no list of processes shows it.
"""

import json
import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from poise.errors import PoiseError
from poise.launch.extension import chromium_id, extension_folder, pages
from poise.launch.finding import Browser
from poise.launch.process import Ended, Page, Window, given_time, running
from poise.launch.profile import Profile

READS_FROM, WRITES_TO = 3, 4  # where the browser looks for its ends of the pipe
SECONDS = 60  # a first start on a slow disk
ARGUMENTS = (
    "--no-first-run",
    "--no-default-browser-check",
    "--remote-debugging-pipe",
    "--enable-unsafe-extension-debugging",
    # A pipe alone makes sites take the user for a robot; this one only brings the extension in.
    "--disable-blink-features=AutomationControlled",
)


@contextmanager
def opened(browser: Browser, profile: Profile) -> Iterator[Window]:
    """The browser with the extension in it, until the block ends."""
    ours, theirs = socket.socketpair()
    command: list[str | Path] = [browser.program, f"--user-data-dir={profile.path}", *ARGUMENTS, *_as_root()]
    with closing(ours), running(command, profile.log, partial(_hand_over, theirs)) as process:
        theirs.close()
        pipe = Pipe(ours)
        pipe.call("Extensions.loadUnpacked", path=str(extension_folder()))
        try:
            yield Window(process, pages("chrome-extension", chromium_id()), partial(_show, pipe))
        finally:
            with suppress(Ended):
                pipe.call("Browser.close")
                given_time(process)


class Pipe:
    """The DevTools protocol: JSON, each message ended by a zero byte."""

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(SECONDS)
        self._connection = connection
        self._calls = 0
        self._unread = b""

    def call(self, method: str, *, session: str | None = None, **parameters: Any) -> Mapping[str, Any]:
        """What the browser answers, or a page that we are attached to. PoiseError if it refuses; Ended."""
        self._calls += 1
        message = {"id": self._calls, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        try:
            self._connection.sendall(json.dumps(message).encode() + b"\0")
            answer = next(answer for answer in self._messages() if answer.get("id") == self._calls)
        except (OSError, EOFError) as wrong:
            raise Ended from wrong
        if "error" in answer:
            raise PoiseError(f"The browser refused {method}: {answer['error']['message']}.")
        result: Mapping[str, Any] = answer["result"]
        return result

    def _messages(self) -> Iterator[Mapping[str, Any]]:
        while True:
            message, end, self._unread = self._unread.partition(b"\0")
            if end:
                yield json.loads(message)
                continue
            more = self._connection.recv(65536)
            if not more:
                raise EOFError
            self._unread = message + more


def _show(pipe: Pipe, address: str) -> Page:
    target = pipe.call("Target.createTarget", url=address)["targetId"]
    return partial(_come_to, pipe, target)


def _come_to(pipe: Pipe, target: str, expression: str) -> object:
    """Attached for this one question: the page is the user's, and goes wherever they like."""
    session = pipe.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    result = pipe.call("Runtime.evaluate", session=session, expression=expression)["result"]
    pipe.call("Target.detachFromTarget", sessionId=session)
    return result.get("value")


def _hand_over(theirs: socket.socket) -> None:
    """In the browser's process, before it starts."""
    end = os.dup(theirs.fileno())  # so that neither number is in the way of the other
    for place in (READS_FROM, WRITES_TO):
        os.dup2(end, place)


def _as_root() -> list[str]:
    """As root Chromium does not start with its sandbox; anybody else keeps it."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []
