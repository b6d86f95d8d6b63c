"""Whatever is called, in whatever way, and however much is logged: nothing in the log names anybody, or opens a door."""

import json
import logging
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from werkzeug.test import Client

from poise.app import App
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.pairing import new_code, open_window
from poise.signing import Key, Request, new_nonce, sign_request
from poise.store.soundness import opening
from tests.server.desk import SAMPLES
from tests.server.facts import ago, fresh
from tests.server.test_privacy import CANARY, spellings
from tests.server.wire import EXTENSION, JSON, from_base64url

PORT = 27182
BASE = f"http://127.0.0.1:{PORT}"
PROFILE = "https://www.linkedin.com/in/canary/"
FORMATS: dict[str, Callable[[], str]] = {
    "uuid": fresh,
    "date-time": lambda: ago(hours=1),
    "date": lambda: ago(days=1)[:10],
}
LAST = re.compile("undo|restore|browsers")  # they would take away what others work on
TEXTS = {
    "zone": "Europe/Berlin",
    "me": "canary@example.com",
    "url": PROFILE,
    "page_url": PROFILE,
    "profiles": PROFILE,
    "pages": "https://www.linkedin.com/company/canary/",
    "content": b64encode(SAMPLES["calendar.ics"].replace("Acme", f"with {CANARY}").encode()).decode(),
}
PERSON = {
    "name": f"{CANARY} Doe",
    "company": f"{CANARY} GmbH",
    "profiles": [PROFILE],
    "interviews": [{"starts": ago(days=2), "ends": ago(days=1), "zone": "Europe/Berlin"}],
}


class Caller:
    """The application itself, in this process, and a browser that is paired with it."""

    def __init__(self, app: App, folder: Folder) -> None:
        self.client, self.code = Client(app), new_code()
        open_window(folder, self.code)
        asked = {"code": self.code, "name": CANARY}
        got = self.sent("POST", "/api/v1/pairings", json.dumps(asked).encode(), {"Origin": EXTENSION})
        self.secret: str = got.json["key"]
        self.key = Key(got.json["keyid"], from_base64url(self.secret), EXTENSION)

    def sent(self, method: str, target: str, body: bytes, headers: dict[str, str]) -> Any:
        kind = {"Content-Type": JSON} if body else {}
        return self.client.open(target, method=method, data=body, headers=headers | kind, base_url=BASE)

    def call(self, method: str, target: str, body: bytes = b"") -> Any:
        request = Request(method, f"{BASE}{target}")
        sign_request(request, body, self.key, new_nonce())
        return self.sent(method, target, body, request.headers | {"If-Match": "*"})


@pytest.fixture
def called(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Caller]:
    caplog.set_level(logging.DEBUG)
    secure_folder(tmp_path / "data")
    own = Settings(Folder(tmp_path / "data"), PORT)
    with closing(App(own, opening(own))) as app:
        yield Caller(app, own.folder)


def fitting(schema: dict[str, Any], shapes: dict[str, Any], known: dict[str, str], name: str = "") -> Any:
    """A value that fits where this name stands, with the canary in it wherever a text may be."""
    if "$ref" in schema:
        return fitting(shapes[schema["$ref"].rpartition("/")[2]], shapes, known, name)
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if "anyOf" in schema:
        return fitting(schema["anyOf"][0], shapes, known, name)
    match schema.get("type"):
        case "object":
            inside = schema.get("properties", {}).items()
            return {inner: fitting(one, shapes, known, inner) for inner, one in inside}
        case "array":
            return [fitting(schema["items"], shapes, known, name)]
        case "string":
            made = FORMATS.get(schema.get("format", ""), lambda: CANARY)
            return known.get(name) or TEXTS.get(name) or made()
        case kind:
            return {"integer": 1, "boolean": True}.get(kind or "")


def every_call(description: dict[str, Any], known: dict[str, str]) -> Iterator[tuple[str, str, str, bytes]]:
    """Each call there is, on what is there and what is not, with a body that fits, one that does not, and none at all.

    First what makes things, so that they are `known` by the time that something is done with them; taking away is last.
    """
    shapes = description["components"]["schemas"]
    routes = [
        (path, method, told) for path, calls in description["paths"].items() for method, told in calls.items()
    ]
    routes.sort(key=lambda one: (LAST.search(one[0]) is not None, one[1] == "delete", one[0].count("{")))
    for path, method, told in routes:
        body = told.get("requestBody", {}).get("content", {}).get(JSON, {}).get("schema")
        asked = [one for one in told.get("parameters", []) if one["in"] == "query"]
        for which in (known.get(path.partition("/{")[0]), fresh(), CANARY) if "{" in path else [""]:
            query = {one["name"]: fitting(one["schema"], shapes, known) for one in asked}
            wrong = (json.dumps({CANARY: CANARY}), "{" + CANARY)
            for content in (json.dumps(fitting(body, shapes, known)), *wrong) if body else [""]:
                target = re.sub(r"\{\w+\}", quote(which or fresh()), path)
                asking = f"?{urlencode(query)}" if query else ""
                yield method.upper(), path, target + asking, content.encode()


def the_name_of(thing: Any) -> str | None:
    """By what the thing that was answered is asked for, or the first of its list."""
    found = (thing.get("items") or [thing])[0] if isinstance(thing, dict) else {}
    return found.get("id") or found.get("keyid") or found.get("name")


@pytest.mark.entry("P01")
def test_nothing_that_names_somebody_is_logged_by_any_call(
    called: Caller, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    description = called.call("GET", "/api/v1/openapi.json").json
    told = called.call("POST", "/api/v1/track", json.dumps(PERSON | {"id": fresh()}).encode()).json
    known: dict[str, str] = {name: told[name]["id"] for name in ("interviewer", "application")}
    known |= {f"/api/v1/{name}s": one for name, one in known.items()}
    answers = set()
    for method, path, target, content in every_call(description, known):
        got = called.call(method, target, content)
        answers.add((method, path, got.status_code))
        if got.status_code < 300 and "{" not in path and (name := the_name_of(got.json)):
            known[path] = name
    done = {(method, path) for method, path, status in answers if status < 300}
    assert len(done) >= 40, "too few of them did anything"
    assert {status for _, _, status in answers} >= {200, 201, 400, 403, 404, 422}
    said = "".join([*capfd.readouterr(), caplog.text]).lower().encode()
    assert b"alembic" in said, "what is logged is looked at"
    for word in (CANARY, "canary", called.code, called.key.keyid, called.secret, called.key.secret.hex()):
        assert [one for one in spellings(word) if one.lower() in said] == [], word
