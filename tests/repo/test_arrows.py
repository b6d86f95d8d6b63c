"""The arrows of the architecture go one way, in the package and in the extension."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "server" / "poise"
EXTENSION = ROOT / "extension"

# What each room may import of the others, the lowest first; what is not named here may be imported by nobody.
ENTRY = {"config", "pairing", "signing", "refusals", "freshness"}
MAY: dict[str, set[str]] = {
    "errors": set(),
    "faults": set(),
    "locks": set(),
    "lasting": set(),
    "signing": set(),
    "refusals": set(),
    "files": {"errors"},
    "once": {"lasting"},
    "wsgi": {"refusals"},
    "cors": {"wsgi"},
    "freshness": {"signing"},
    "made": {"files"},
    "config": {"errors", "files", "locks", "made"},
    "pairing": {"config", "files", "signing"},
    "client": {"config", "errors", "signing"},
    "gate": {"cors", "errors", "freshness", "refusals", "signing", "wsgi"},
    "listener": {"config", "gate", "refusals"},
    "etiquette": {"errors", "faults"},
    "sites": {"errors", "faults", "etiquette.facts"},
    "notes": {"errors", "faults", "etiquette"},
    "store": {"errors", "faults", "etiquette.facts", "config", "files", "locks"},
    "upkeep": {"config", "store"},
    "intake": {"errors", "etiquette.facts", "etiquette.stages", "etiquette.words", "store"},
    "outgoing": {"store"},
    "api": {
        "errors",
        "faults",
        "lasting",
        "etiquette",
        "sites",
        "notes",
        "intake",
        "outgoing",
        "store",
        *ENTRY,
    },
    "growing": {"api.parts", "gate", "lasting"},
    "app": {"errors", "store", "api", "gate", "growing", "once", *ENTRY},
    "launch": {"config", "errors", "files", "locks", "pairing"},
    "native": {"config", "errors", "files", "launch", "locks", "made", "store"},
    "doctor": {
        "config",
        "client",
        "errors",
        "etiquette.words",
        "files",
        "native",
        "notes.speller",
        "pairing",
        "signing",
        "store",
    },
}
MAY["cli"] = set(MAY)
MAY["__main__"] = {"cli"}
FORBIDDEN = {
    "etiquette": {"flask", "sqlalchemy", "time"},
    "sites": {"flask", "sqlalchemy", "time", "datetime"},
    "notes": {"flask", "sqlalchemy", "time"},
}
CLOCK = re.compile(r"\.(now|today|utcnow)\(")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module if node.module != "poise" else f"poise.{node.names[0].name}"


def files(room: str) -> list[Path]:
    folder = PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]


def test_every_room_has_its_arrows() -> None:
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")}
    assert rooms - {"__init__"} == set(MAY)


@pytest.mark.parametrize("room", MAY)
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    allowed = MAY[room] | {room}
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files(room)
        for name in imports(path)
        if name.startswith("poise.")
        and not any(name.removeprefix("poise.").startswith((part, f"{part}.")) for part in allowed)
    ]
    assert wrong == []


@pytest.mark.parametrize("room", FORBIDDEN)
def test_the_core_is_pure(room: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files(room)
        for name in imports(path)
        if name.partition(".")[0] in FORBIDDEN[room]
    ]
    assert wrong == []
    assert [path.name for path in files(room) if CLOCK.search(path.read_text())] == []


def js_imports(path: Path) -> list[str]:
    return [str((path.parent / name).resolve().relative_to(EXTENSION)) for name in
            re.findall(r'^import (?:[^;]* from )?"([^"]+)"', path.read_text(), re.MULTILINE)]  # fmt: skip


def test_pages_import_only_pages() -> None:
    """What pages share with content scripts are classic scripts; the background they reach by message."""
    wrong = [(path.name, name) for path in (EXTENSION / "pages").glob("*.js") for name in js_imports(path)
             if not name.startswith(("pages/", "shared/"))]  # fmt: skip
    assert wrong == []


def test_only_one_file_speaks_http() -> None:
    speakers = {
        path.name
        for path in EXTENSION.rglob("*.js")
        if re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon", path.read_text())
    }
    assert speakers == {"service.js", "shipped.js"}


def test_nothing_in_the_background_imports_the_router_but_main() -> None:
    wrong = [
        path.name
        for path in (EXTENSION / "background").glob("*.js")
        if "background/router.js" in js_imports(path)
    ]
    assert wrong == ["main.js"]


@pytest.mark.entry("X03")
def test_no_text_becomes_html_and_no_click_is_made() -> None:
    banned = re.compile(
        r"(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write"
        r"|new Function|\beval\(|dispatchEvent|web_accessible"
    )
    assert [path.name for path in EXTENSION.rglob("*.js") if banned.search(path.read_text())] == []


def test_content_scripts_click_nothing() -> None:
    assert [
        path.name
        for path in (EXTENSION / "content").glob("*.js")
        if re.search(r"\.click\(\)|requestSubmit", path.read_text())
    ] == []
