"""Speaking to the service byte by byte, as hostile programs do, and by the rules, as ours do."""

import base64
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

from poise.signing import Answer, Key, Request, new_nonce, sign_request, verify_answer

POISE = Path(sys.executable).with_name("poise")
EXTENSION = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://0b0e1c1a-4f5e-4c0a-9d3c-2f4a5b6c7d8e"
API = "/api/v1"
JSON = "application/json"


@dataclass(frozen=True)
class Got:
    """An answer as it came; header names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Served:
    """A real `poise serve` process on a data folder."""

    folder: Path
    port: int
    process: "subprocess.Popen[str]"
    key: Key
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def send(self, raw: bytes) -> Got:
        """These bytes on a connection of their own, and what came back before it closed or was complete."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(raw)
            return receive(connection, raw.split(b" ")[0].decode("latin-1"))

    def ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        headers: Mapping[str, str] | None = None,
        host: str | None = None,
    ) -> Got:
        """One request as it stands, not signed."""
        return self.send(
            request_bytes(method, path, body, headers or {}, self.host if host is None else host)
        )

    def call(
        self,
        method: str,
        path: str,
        content: Any = None,
        *,
        key: Key | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Got:
        """One signed call, its answer verified."""
        body = b"" if content is None else json.dumps(content).encode()
        got, nonce = self.signed(method, f"{API}{path}", body, key=key, headers=headers)
        answer = Answer(got.status, dict(got.headers))
        verify_answer(answer, b"" if method == "HEAD" else got.body, key or self.key, nonce)
        return got

    def signed(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        key: Key | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[Got, str]:
        """One signed request and its nonce; the answer as it came."""
        nonce = new_nonce()
        signature = signature_of(method, f"http://{self.host}{path}", body, key or self.key, nonce)
        own = dict(headers or {})
        if body:
            own.setdefault("Content-Type", JSON)
        return self.ask(method, path, body, headers=own | signature), nonce

    def pair(self, origin: str = EXTENSION) -> Key:
        """Pair an extension of this origin."""
        got = self.ask_to_pair(self.code(), origin)
        assert got.status == 200, got.body
        return Key(got.json["keyid"], from_base64url(got.json["key"]), origin)

    def ask_to_pair(self, code: str, origin: str | None = EXTENSION, **more: Any) -> Got:
        headers = {"Content-Type": JSON} | ({"Origin": origin} if origin is not None else {})
        body = json.dumps({"code": code, "name": "a browser", **more}).encode()
        return self.ask("POST", f"{API}/pairings", body, headers=headers)

    def code(self) -> str:
        return self.poise("pair", "--print").stdout.strip()

    def poise(self, *words: str, **options: Any) -> "subprocess.CompletedProcess[str]":
        return poise(self.folder, *words, environment=self.environment, **options)

    def stop(self) -> int:
        self.process.terminate()
        code = self.process.wait(timeout=10)
        if self.process.stdout:
            self.process.stdout.close()
        return code


def serve(folder: Path, *words: str, under: Sequence[str] = ()) -> Served:
    """Start `poise serve` and wait until it says that it is ready. `under`: the program that watches it."""
    with (folder.parent / f"{folder.name}.log").open("w") as log:
        process = subprocess.Popen(
            [*under, POISE, "serve", "--port", "0", "--data-dir", folder, *words],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=clean_environment(),
        )
    assert process.stdout is not None
    ready = json.loads(process.stdout.readline())
    assert ready == {"ready": True, "port": ready["port"], "pid": process.pid}
    key = Key("terminal", (folder / "terminal.key").read_bytes())
    elsewhere = {"POISE_DATABASE": words[words.index("--database") + 1]} if "--database" in words else {}
    return Served(folder, ready["port"], process, key, elsewhere)


def log_of(served: Served) -> str:
    return (served.folder.parent / f"{served.folder.name}.log").read_text()


def poise(
    folder: Path,
    *words: str,
    stdin: str = "",
    zone: str = "Europe/Berlin",
    environment: Mapping[str, str] | None = None,
    **more: Any,
) -> "subprocess.CompletedProcess[str]":
    """The executable itself, as a user calls it."""
    return subprocess.run(
        [POISE, *words],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        env=clean_environment() | {"POISE_DATA_DIR": str(folder), "TZ": zone} | dict(environment or {}),
        **more,
    )


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("POISE_")}


def signature_of(method: str, url: str, body: bytes, key: Key, nonce: str, **more: Any) -> dict[str, str]:
    request = Request(method, url)
    sign_request(request, body, key, nonce, **more)
    return request.headers


def request_bytes(method: str, path: str, body: bytes, headers: Mapping[str, str], host: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    lines += [f"Content-Length: {len(body)}"] if body else []
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("utf-8") + body


def receive(connection: socket.socket, method: str = "GET") -> Got:
    response = HTTPResponse(connection, method=method)
    response.begin()
    body = response.read()
    return Got(response.status, {name.lower(): value for name, value in response.getheaders()}, body)


def from_base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
