"""Another program on the service's port: it answers as it is told to, and keeps every byte that it gets."""

import json
import re
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer

from poise.signing import Answer, Key, new_nonce, sign_answer

Reply = Callable[[str], bytes | None]
"""From the nonce of a request to the bytes of an answer; None never answers."""

ALLOW = json.dumps({"id": "00000000-0000-7000-8000-000000000000", "verdict": "allow", "waiting": 0}).encode()


class _Server(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    impostor: "Impostor"


class _Handler(BaseRequestHandler):
    def handle(self) -> None:
        impostor: Impostor = self.server.impostor  # type: ignore[attr-defined]
        with suppress(OSError):
            asked = self._asked()
            impostor.received.append(asked)
            nonce = re.search(rb'nonce="([^"]*)"', asked)
            answer = impostor.reply(nonce[1].decode() if nonce else "")
            if answer is None:
                impostor.over.wait()
            else:
                self.request.sendall(answer)

    def _asked(self) -> bytes:
        asked = b""
        while b"\r\n\r\n" not in asked:
            asked += self._more()
        length = re.search(rb"(?i)content-length: (\d+)", asked)
        while length and len(asked.partition(b"\r\n\r\n")[2]) < int(length[1]):
            asked += self._more()
        return asked

    def _more(self) -> bytes:
        more: bytes = self.request.recv(65_536)
        if not more:
            raise ConnectionAbortedError
        return more


class Impostor:
    """`with Impostor(port, reply) as other:` takes the port until the block ends; `other.received` is what came."""

    def __init__(self, port: int, reply: Reply) -> None:
        self.reply = reply
        self.received: list[bytes] = []
        self.over = threading.Event()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.impostor = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> "Impostor":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def http(body: bytes, status: int = 200, kind: str = "application/json", **headers: str) -> bytes:
    told = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close", **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status} Whatever\r\n{head}\r\n".encode() + body


def signed(key: Key, nonce: str, status: int = 200) -> bytes:
    answer = Answer(status)
    sign_answer(answer, ALLOW, key, nonce)
    return http(ALLOW, status, **answer.headers)


def replies(key: Key) -> dict[str, tuple[str, Reply]]:
    """Ways of answering with nothing to be believed, and what the extension then says is wrong; `key` is the real one."""
    stranger = Key(key.keyid, secrets.token_bytes(32))
    return {
        "hangs": ("slow", lambda _: None),
        "no HTTP": ("absent", lambda _: b"\x16\x03\x01 what is this\r\n\r\n"),
        "a page": ("not_genuine", lambda _: http(b"<!doctype html><p>Welcome", kind="text/html")),
        "unsigned": ("not_genuine", lambda _: http(ALLOW)),
        "signed with another key": ("not_genuine", lambda nonce: signed(stranger, nonce)),
        "signed for another request": ("not_genuine", lambda _: signed(key, new_nonce())),
        "no signature at all": (
            "not_genuine",
            lambda nonce: re.sub(rb"Signature: .*\r\n", b"Signature: poise=:====:\r\n", signed(key, nonce)),
        ),
        "signed, then changed": (
            "not_genuine",
            lambda nonce: signed(key, nonce).replace(b'"allow"', b'"hold!"'),
        ),
        "half an answer": ("slow", lambda nonce: signed(key, nonce)[:-5]),
        "in trouble": ("not_genuine", lambda _: http(b"oops", 500, "text/plain")),
    }
