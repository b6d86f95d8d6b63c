"""What the source itself promises: how pages are parsed, whom anything speaks to, which versions are good enough."""

import ast
import json
import re
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
    banned = re.compile(
        r"html\.parser|html5lib|lxml-xml|features=.xml|import xml|from xml|etree\.(parse|XML|fromstring)"
    )
    assert [path.name for path in PACKAGE.rglob("*.py") if banned.search(path.read_text())] == []


@pytest.mark.entry("I10")
def test_no_body_is_read_past_its_type_and_no_value_becomes_a_program() -> None:
    banned = re.compile(
        r"force=True|pickle|marshal|yaml\.load|shell=True|os\.system|\beval\(|\bexec\(|\|\s*safe\b|Markup\("
    )
    files = [path for kind in ("*.py", "*.j2", "*.html") for path in PACKAGE.rglob(kind)]
    assert [path.name for path in files if banned.search(path.read_text())] == []


@pytest.mark.entry("A16")
def test_the_extension_calls_an_address_that_no_other_listener_can_take() -> None:
    """`localhost` may be somebody else's on [::1]; 127.0.0.1 with our port is ours alone while we listen."""
    addresses = {one for path in SCRIPTS for one in re.findall(r"\bhttps?://[^/`\"' )]+", path.read_text())}
    assert {one for one in addresses if "127" in one} == {"http://127.0.0.1:${port}", "http://127.0.0.1"}
    assert not [one for one in addresses if "localhost" in one or "[:" in one]
    manifest = (ROOT / "manifest.json").read_text()
    assert "localhost" not in manifest
    assert "::1" not in manifest


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


@pytest.mark.entry("G03")
def test_the_linters_look_for_what_is_unsafe() -> None:
    """ruff's S rules are bandit's; they see queries made of strings, too."""
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]
    assert "S" in ruff["select"]
    assert not [one for one in ruff["ignore"] if one.startswith("S")]
    assert not [
        place for place, rules in ruff["per-file-ignores"].items() if place.startswith("server") and rules
    ]
    lint = (ROOT / "Makefile").read_text().partition("\nlint:")[2].partition("\n\n")[0]
    assert all(tool in lint for tool in ("ruff check .", "mypy", "eslint extension", "web-ext lint"))
    assert "no-unsanitized" in (ROOT / "eslint.config.js").read_text()
