"""No statement that reads, changes or deletes what is somebody's leaves its owner out."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from poise.api.parts import EVERYTHING
from poise.app import App
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.pairing import terminal_key
from poise.signing import Request, new_nonce, sign_request
from poise.store.models import Base
from poise.store.naming import new_id
from poise.store.soundness import opening
from tests.server.facts import intent, interaction, interview
from tests.server.wire import API

PORT = 27182
ASKED = re.compile(r"\b(?:FROM|JOIN|UPDATE) (\w+)(?: AS (\w+))?(?:, (\w+)(?: AS (\w+))?)?")
OWNED = {table.name for table in Base.metadata.sorted_tables} - {"accounts"}
TRACKED = {
    "name": "Jane Doe",
    "company": "Acme GmbH",
    "profiles": ["https://www.linkedin.com/in/jane-doe/"],
    "pages": ["https://www.facebook.com/acme"],
    "interviews": [interview(2)],
}
SEEN = {"kind": "they_connected", "channel": "xing", "at": "2026-03-05T10:00:00+01:00"}
READ = ("badge", "agenda", "snapshot", "settings", "rules", "browsers", "history", "search?q=jane")
NOUNS = ("applications", "interviewers", "interactions")


def unscoped(statement: str) -> list[str]:
    """The owned tables that a statement asks for, or changes, of whichever owner."""
    plain = " ".join(statement.split())
    found = [(one[n], one[n + 1]) for one in ASKED.findall(plain) for n in (0, 2) if one[n] in OWNED]
    conditions = plain[plain.find(" FROM ") :] if " FROM " in plain else plain
    return [name for name, alias in found if not re.search(rf"\b{alias or name}\.owner (?:=|IN)", conditions)]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("SELECT name FROM companies WHERE companies.id = ?", ["companies"]),
        ("SELECT name FROM companies WHERE companies.owner = ? AND companies.id = ?", []),
        (
            "SELECT 1 FROM parts JOIN jobs ON parts.id = jobs.id JOIN applications AS a1 ON a1.id = parts.id "
            "WHERE parts.owner = ?",
            ["applications"],
        ),
        ("UPDATE companies SET name=? WHERE companies.id = ?", ["companies"]),
        ("DELETE FROM pages", ["pages"]),
        ("SELECT revision FROM accounts", []),
    ],
)
def test_a_statement_without_its_owner_is_seen(statement: str, found: list[str]) -> None:
    assert unscoped(statement) == found


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Every statement that any database of this process is asked."""
    said: list[str] = []

    def note(*told: Any) -> None:
        said.append(told[2])

    event.listen(Engine, "before_cursor_execute", note)
    yield said
    event.remove(Engine, "before_cursor_execute", note)


class Desk:
    """The application itself, called as the extension and the dashboard call it."""

    def __init__(self, folder: Path) -> None:
        secure_folder(folder)
        settings = Settings(Folder(folder), PORT)
        self.key = terminal_key(settings.folder)
        self.client = App(settings, opening(settings)).flask(EVERYTHING).test_client()

    def call(self, method: str, path: str, content: Any = None) -> Any:
        body = b"" if content is None else json.dumps(content).encode()
        request = Request(method, f"http://127.0.0.1:{PORT}{API}/{path}")
        sign_request(request, body, self.key, new_nonce())
        headers = request.headers | {"If-Match": "*"} | ({"Content-Type": "application/json"} if body else {})
        got = self.client.open(
            f"{API}/{path}", method=method, data=body, base_url=f"http://127.0.0.1:{PORT}", headers=headers
        )
        assert got.status_code < 300, (method, path, got.data)
        return got.get_json(silent=True)

    def change(self, noun: str, shown: dict[str, Any], **fields: Any) -> None:
        body = {name: value for name, value in shown.items() if name not in ("id", "version", "stage")}
        self.call("PUT", f"{noun}/{shown['id']}", body | fields)


def test_no_statement_of_any_call_is_without_its_owner(tmp_path: Path, heard: list[str]) -> None:
    desk = Desk(tmp_path / "data")
    heard.clear()  # the migrations are everybody's
    told = desk.call("POST", "track", TRACKED | {"id": str(new_id())})
    person, job = told["interviewer"], told["application"]
    desk.change("applications", job, aliases=["Umbrella"], notes="x")
    desk.change("interviewers", person, headline="Lead")
    desk.call("POST", "interactions", interaction(person["id"]))
    desk.call("POST", "sightings", SEEN | {"id": str(new_id()), "interviewer": person["id"]})
    verdict = desk.call("POST", "verdicts", intent())
    desk.call("POST", f"verdicts/{verdict['id']}/choice", {"choice": "cancelled"})
    for path in (*READ, *NOUNS):
        desk.call("GET", path)
    desk.call("POST", f"history/{desk.call('GET', 'history')['items'][0]['id']}/undo")
    desk.call("DELETE", f"interviewers/{person['id']}")
    desk.call("DELETE", f"applications/{job['id']}")
    asked = {name for statement in heard for one in ASKED.findall(statement) for name in one}
    assert {*NOUNS, "changes", "identities", "pages", "aliases", "interviews", "parts", "choices"} <= asked
    assert [(statement, found) for statement in heard if (found := unscoped(statement))] == []
