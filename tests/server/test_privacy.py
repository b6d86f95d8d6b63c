"""What is told to the service stays there: nothing of it in logs, in refusals, or after a crash."""

import base64
import json
import logging
import resource
import sqlite3
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.test import Client

from poise.api import badge
from poise.app import App
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.pairing import terminal_key
from poise.signing import Request, new_nonce, sign_request
from poise.store.soundness import opening
from tests.server.facts import application, fresh, intent, interaction, interviewer, track
from tests.server.wire import API, EXTENSION, Served, log_of

CANARY = "Jánosné-Canary"
EXTENSION_FILES = Path(__file__).parents[2] / "extension"
KEYS = EXTENSION_FILES / "background" / "keys.js"


def spellings(word: str) -> list[bytes]:
    """The ways in which a word may hide in a log."""
    plain = {
        word,
        unicodedata.normalize("NFD", word),
        repr(word),
        quote(word),
        word.encode("unicode_escape").decode(),
    }
    return [text.encode() for text in plain] + [base64.b64encode(word.encode())]


def test_P01_nothing_that_names_somebody_is_written_to_a_log(served: Served) -> None:
    person = track(served, name=f"{CANARY} Doe", company=f"{CANARY} GmbH")["interviewer"]
    code = served.code()
    key = served.pair(EXTENSION)
    wrong = [
        ("POST", "/verdicts", intent(target={"name": CANARY}, text=CANARY)),
        ("POST", "/verdicts", intent(target={"name": [CANARY]}, text=CANARY)),
        ("POST", "/verdicts", {CANARY: CANARY}),
        ("POST", "/applications", application(company=CANARY, pages=[f"https://x/{CANARY}"])),
        ("POST", "/interviewers", interviewer(fresh(), name=CANARY)),
        ("POST", "/interviewers", person | {"name": CANARY}),
        ("POST", "/interactions", interaction(fresh())),
        ("GET", f"/{quote(CANARY)}", None),
        ("GET", f"/interviewers?{quote(CANARY)}=1", None),
        ("POST", "/pages/read", {"url": f"https://www.linkedin.com/in/{CANARY}/", "html": f"<h1>{CANARY}"}),
        ("PATCH", "/badge", {CANARY: 1}),
    ]
    for method, path, content in wrong * 3:
        served.signed(method, f"{API}{path}", b"" if content is None else json.dumps(content).encode())
        served.ask(
            method, f"{API}{path}", b"{" + CANARY.encode(), headers={"Content-Type": "application/json"}
        )
    served.send(f"GET /{quote(CANARY)} NONSENSE {quote(CANARY)}\r\n\r\n".encode())
    served.ask_to_pair(CANARY)
    log = log_of(served).encode()
    for word in (CANARY, "Canary", code, key.keyid):
        for spelling in spellings(word):
            assert spelling not in log
    assert key.secret not in log


@pytest.fixture
def crashing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Crashing":
    secure_folder(tmp_path / "data")
    return Crashing(Settings(Folder(tmp_path / "data"), 27182), monkeypatch)


class Crashing:
    """The application itself, with one call that fails as it is told to."""

    def __init__(self, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
        self.key = terminal_key(settings.folder)
        self.app = App(settings, opening(settings))
        self.monkeypatch = monkeypatch

    def fail(self, error: Exception) -> tuple[int, dict[str, object]]:
        def raising() -> None:
            name = CANARY  # a local that a careless log would show
            raise error if name else RuntimeError

        self.monkeypatch.setattr(badge, "now", raising)
        request = Request("GET", "http://127.0.0.1:27182/api/v1/badge")
        sign_request(request, b"", self.key, new_nonce())
        got = Client(self.app).get(
            "/api/v1/badge", base_url="http://127.0.0.1:27182", headers=request.headers
        )
        assert "Signature" in got.headers
        return got.status_code, got.get_json()


def test_P02_a_crash_tells_its_kind_and_place_and_nothing_of_what_it_worked_on(
    crashing: Crashing, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        status, body = crashing.fail(ValueError(f"{CANARY} is wrong"))
    assert status == 500
    assert set(body) == {"type", "title", "status", "detail", "instance"}
    assert str(body["instance"]).removeprefix("urn:uuid:") in caplog.text
    assert "ValueError" in caplog.text
    assert "raising" in caplog.text
    assert CANARY not in caplog.text + json.dumps(body, ensure_ascii=False)


@pytest.mark.sqlite
def test_R03_without_room_on_the_disk_reads_go_on_and_writes_resume_by_themselves(served: Served) -> None:
    body = application(company=CANARY)
    assert served.call("GET", "/applications").status == 200  # its data are open
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (1000, most))
    full = served.call("POST", "/applications", body)
    assert (full.status, set(full.json)) == (507, {"type", "title", "status", "detail"})
    assert served.call("GET", "/applications").json["items"] == []
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (most, most))
    assert served.call("POST", "/applications", body).status == 201
    assert CANARY not in log_of(served)


def test_data_that_somebody_else_is_writing_are_busy_not_full(
    crashing: Crashing, caplog: pytest.LogCaptureFixture
) -> None:
    locked = sqlite3.OperationalError(f"database is locked: {CANARY}")
    status, body = crashing.fail(OperationalError(f"INSERT {CANARY}", {}, locked))
    assert (status, body["title"]) == (503, "Service Unavailable")
    assert "refused" in caplog.text
    assert CANARY not in caplog.text + json.dumps(body, ensure_ascii=False)


@pytest.mark.parametrize(
    "path", ["/console", "/?__debugger__=yes", "/static/../app.py", "/favicon.ico", "/.env"]
)
def test_P02_there_is_no_debugger_and_no_file(served: Served, path: str) -> None:
    assert served.ask("GET", path).status == 401
    assert served.signed("GET", path)[0].status == 404


def test_a_refusal_of_flasks_own_is_in_our_form(crashing: Crashing) -> None:
    class Teapot(HTTPException):
        code = 418

    status, body = crashing.fail(Teapot(CANARY))
    assert (status, body["detail"]) == (418, "")


def test_P10_the_extension_keeps_nothing_where_a_browser_would_carry_it_elsewhere() -> None:
    """Nor the key where a content script could read it: it lies in the background's own database."""
    scripts = {path: path.read_text() for path in EXTENSION_FILES.rglob("*.js")}
    assert [path.name for path, text in scripts.items() if "storage.sync" in text] == []
    assert [path for path, text in scripts.items() if "indexedDB" in text] == [KEYS]
