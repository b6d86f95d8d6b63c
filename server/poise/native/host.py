"""The native-messaging host: one message of our extension, one answer, and it ends."""

import os
import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from threading import Timer
from typing import Any, BinaryIO

from poise.config import VERSION, Folder, Settings, open_folder
from poise.errors import BadInput, Exit, PoiseError
from poise.launch.extension import chromium_id, firefox_id
from poise.native import messages
from poise.native.starting import TO_START, started

LONGEST = TO_START + 5  # seconds; a browser that never says its message is not waited for
UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
FIREFOX = re.compile(rf"moz-extension://{UUID}")
CHROMIUM = re.compile(r"chrome-extension://([a-p]{32})/")
FIELDS = {"start": {"ask"}, "pair": {"ask", "name", "origin"}}
LONGEST_NAME = 300


def main() -> None:
    """Answer the browser that started this process; nothing but the answer goes to standard output."""
    limit = Timer(LONGEST, os._exit, [Exit.NO])
    limit.daemon = True
    limit.start()
    if sys.platform == "win32":
        import msvcrt

        for stream in (sys.stdin, sys.stdout):
            msvcrt.setmode(stream.fileno(), os.O_BINARY)
    called = _called()
    serve(called.words, called.data_dir, called.port, sys.stdin.buffer, sys.stdout.buffer)


def serve(words: list[str], data_dir: Path, port: int, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """One exchange; `words`: what the browser said of who is asking."""
    try:
        asked = _checked(messages.read(incoming), words)
        answer = answered(asked, open_folder(data_dir), port)
    except PoiseError as wrong:
        answer = {"failed": int(wrong.exit_code), "says": str(wrong)}
    except OSError as wrong:
        answer = {"failed": int(Exit.BAD_INPUT), "says": f"{wrong.filename}: {wrong.strerror}."}
    messages.write(outgoing, {"version": VERSION, **answer})


def answered(asked: dict[str, str], folder: Folder, port: int) -> dict[str, Any]:
    """The port of the running service; and for `pair` a fresh key, bound to the origin that asks."""
    running = started(folder, port)
    if asked["ask"] == "start":
        return {"port": running.port}
    return {"port": running.port, **_fresh_key(folder, asked["name"], asked["origin"])}


def _fresh_key(folder: Folder, name: str, origin: str) -> dict[str, str]:
    from contextlib import closing

    from poise.store import browsers
    from poise.store.opening import open_database

    with closing(open_database(Settings(folder))) as opened, opened.writing() as session:
        browser = browsers.pair(session, name, origin)
        return {"keyid": browser.keyid, "key": browser.key}


def _checked(message: dict[str, Any], words: list[str]) -> dict[str, str]:
    """What is asked, with an origin that the browser vouches for. BadInput with the place of each fault."""
    family = _family(words)
    ask = message.get("ask")
    if not isinstance(ask, str) or ask not in FIELDS:
        raise BadInput([("ask", f"one of {', '.join(FIELDS)} is needed")])
    unknown = sorted(message.keys() - FIELDS[ask])
    if unknown:
        raise BadInput([(name[:50], "This field is not known.") for name in unknown])
    if ask == "start":
        return {"ask": ask}
    name = message.get("name")
    if not isinstance(name, str) or not 1 <= len(name.strip()) <= LONGEST_NAME:
        raise BadInput([("name", f"1 to {LONGEST_NAME} characters are needed")])
    return {"ask": ask, "name": name.strip(), "origin": _origin(family, message.get("origin"))}


def _family(words: list[str]) -> str:
    """Which browser vouches for our extension: Chromium says its origin, Firefox its id."""
    origins = [found[1] for word in words if (found := CHROMIUM.fullmatch(word))]
    if origins == [chromium_id()]:
        return "chromium"
    if not origins and firefox_id() in words[1:]:
        return "firefox"
    raise BadInput([("", "only Poise's own extension is answered")])


def _origin(family: str, said: object) -> str:
    """What the key is bound to. In Firefox the origin differs by profile, and the extension alone knows it.

    That it may say so here is safe: the browser lets nobody else speak.
    """
    if family == "chromium":
        return f"chrome-extension://{chromium_id()}"
    if not isinstance(said, str) or not FIREFOX.fullmatch(said):
        raise BadInput([("origin", "the address of the extension in Firefox is needed")])
    return said


def _called() -> Namespace:
    parser = ArgumentParser(prog="poise-host", description="Started by a browser; of no use by hand.")
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("words", nargs="*")
    return parser.parse_known_args()[0]
