"""What the source itself promises: how pages are parsed, whom anything speaks to, which versions are good enough."""

import ast
import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from bs4.builder._lxml import LXMLTreeBuilder
from packaging.requirements import Requirement
from packaging.version import Version

from poise.sites import parsing

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "server" / "poise"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
SCRIPTS = sorted((ROOT / "extension").rglob("*.js"))
FLOORS = {  # below these, something known was wrong that would concern us
    "flask-cors": "6.0.5",
    "lxml": "6",
    "waitress": "3.0.2",
    "werkzeug": "3.1",
    "jinja2": "3.1.6",
    "flask": "3.1.1",
}


def calls(name: str) -> Iterator[tuple[str, list[str]]]:
    """Where a function of this name is called, and with what, as it is written."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == name:
                given = [*map(ast.unparse, node.args), *(ast.unparse(one.value) for one in node.keywords)]
                yield path.name, given


@pytest.mark.entry("I10")
def test_pages_are_parsed_by_lxml_and_as_html_alone() -> None:
    assert [(place, given[1:]) for place, given in calls("BeautifulSoup")] == [("parsing.py", ["_Lean()"])]
    assert issubclass(parsing._Lean, LXMLTreeBuilder)


@pytest.mark.entry("A16")
def test_the_extension_calls_an_address_that_no_other_listener_can_take() -> None:
    """`localhost` may be somebody else's on [::1]; 127.0.0.1 with our port is ours alone while we listen."""
    addresses = {one for path in SCRIPTS for one in re.findall(r"\bhttps?://[^/`\"' )]+", path.read_text())}
    assert {one for one in addresses if "127" in one} == {"http://127.0.0.1:${port}", "http://127.0.0.1"}
    assert not [one for one in addresses if "localhost" in one or "[:" in one]
    manifest = (ROOT / "manifest.json").read_text()
    assert "localhost" not in manifest
    assert "::1" not in manifest


@pytest.mark.entry("G07")
def test_there_is_one_place_that_listens_and_its_address_is_no_matter_of_choice() -> None:
    assert list(calls("bind")) == [("listener.py", ["(HOST, port)"])]
    assert [place for place, _ in calls("create_server")] == ["listener.py"]
    assert "sockets=[listening]" in (PACKAGE / "listener.py").read_text()
    assert 'HOST = "127.0.0.1"\n' in (PACKAGE / "config.py").read_text()


@pytest.mark.entry("X22")
def test_nobody_asks_whether_the_machine_is_online() -> None:
    """The service is on it: without a network everything works as with one."""
    assert [
        path.name for path in SCRIPTS if re.search(r"onLine|[\"'](on|off)line[\"']", path.read_text())
    ] == []


@pytest.mark.entry("G01")
@pytest.mark.parametrize("name", FLOORS)
def test_no_version_with_a_known_fault_is_allowed(name: str) -> None:
    wish = next(one for one in map(Requirement, PROJECT["dependencies"]) if one.name == name)
    least = [Version(one.version) for one in wish.specifier if one.operator == ">="]
    assert least
    assert least[0] >= Version(FLOORS[name])
    assert Version(version(name)) in wish.specifier


@pytest.mark.entry("G01")
def test_every_package_for_python_is_locked_by_its_hash() -> None:
    """`make setup LOCKED=1` takes these and no others; `make lock` chooses them anew."""
    locked = (ROOT / "requirements.lock").read_text().replace("\\\n", "")
    pins: dict[str, set[Version]] = {}
    for name, pin, rest in re.findall(r"^([a-z0-9._-]+)(?:\[\w+\])?==([^\s;]+)(.*)$", locked, re.MULTILINE):
        pins.setdefault(name, set()).add(Version(pin))
        assert "--hash=sha256:" in rest, name
    extras = PROJECT["optional-dependencies"].values()
    for wish in map(Requirement, [*PROJECT["dependencies"], *(one for extra in extras for one in extra)]):
        assert pins.get(wish.name), f"{wish.name} is not in requirements.lock: make lock"
        assert all(pin in wish.specifier for pin in pins[wish.name]), f"{wish}: make lock"


@pytest.mark.entry("G01")
def test_what_is_asked_for_by_the_lock_fetches_nothing_else(tmp_path: Path) -> None:
    """Neither what it depends on nor what builds it; and where all was installed without the lock, it is done anew."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    for stamp in (".setup/program", ".setup/python", ".venv/bin/pip"):
        (tmp_path / stamp).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / stamp).touch()
    said = subprocess.run(
        ["make", "-n", "setup", "LOCKED=1"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    installs = re.findall(r"pip install .*", said)
    assert "--require-hashes" in installs[0]
    assert len(installs) == 3
    assert [
        line for line in installs[1:] if "--no-deps" not in line or "--no-build-isolation" not in line
    ] == []


@pytest.mark.entry("G01")
def test_every_package_from_npm_is_locked_by_its_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    own = {name: one for name, one in packages.items() if name}
    assert own
    assert [name for name, one in own.items() if not one.get("integrity", "").startswith("sha512-")] == []


@pytest.mark.entry("G01")
def test_no_package_from_npm_runs_a_program_when_it_is_installed() -> None:
    assert re.findall(r"npm (?:ci|install)\b.*", (ROOT / "Makefile").read_text()) == [
        "npm ci --silent --no-audit --no-fund --ignore-scripts"
    ]


@pytest.mark.entry("G03", "I10", "X03")
def test_the_linters_look_for_what_is_unsafe() -> None:
    lint = (ROOT / "Makefile").read_text().partition("\nlint:")[2].partition("\n\n")[0]
    assert all(tool in lint for tool in ("ruff check .", "mypy", "eslint extension", "web-ext lint"))
    assert re.search(r"bandit .*--configfile pyproject.toml server tools$", lint, re.MULTILINE)
    assert re.search(r"\(SCAN\) --error --config semgrep server tools extension$", lint, re.MULTILINE)
    assert "no-unsanitized" in (ROOT / "eslint.config.js").read_text()
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    assert "S" in tools["ruff"]["lint"]["select"]
    assert tools["bandit"] == {"skips": ["B404"]}


RULES = ROOT / "semgrep"


@pytest.mark.entry("G03")
@pytest.mark.parametrize("file", sorted(path.name for path in RULES.glob("*.yaml")))
def test_every_rule_of_ours_is_tried_on_what_it_finds_and_on_what_it_leaves(file: str) -> None:
    """`make lint` tries them; nothing in the source asks to be passed over."""
    (examples,) = (path.read_text() for path in RULES.glob(f"{Path(file).stem}.*") if path.name != file)
    rules = re.findall(r"^  - id: (\S+)$", (RULES / file).read_text(), re.MULTILINE)
    assert rules
    assert [one for one in rules if f"ruleid: {one}\n" not in examples.replace(" -->", "")] == []
    assert [one for one in rules if f"ok: {one}\n" not in examples.replace(" -->", "")] == []


def test_nothing_asks_to_be_passed_over_without_a_reason() -> None:
    texts = {
        path.name: path.read_text()
        for room in ("server", "tools", "extension")
        for kind in ("*.py", "*.js", "*.html")
        for path in (ROOT / room).rglob(kind)
    }
    assert [name for name, text in texts.items() if "nosemgrep" in text] == []
    assert [name for name, text in texts.items() if re.search(r"# nosec(?! B\d{3} # \w)", text)] == []
