"""The arrows of the architecture go one way, in the package and in the extension."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "server" / "poise"
EXTENSION = ROOT / "extension"

DRAWN = (
    (ROOT / "docs" / "architecture.md").read_text().partition("## Rooms and arrows")[2].partition("\n## ")[0]
)


def drawing(after: str) -> dict[str, set[str]]:
    """What each room may import, as the drawing after these words says, the highest first."""
    lines = re.search(r"(?:^    .+\n)+", DRAWN.partition(after)[2], re.MULTILINE)
    assert lines, after
    arrows = [line.strip().split(" ─> ") for line in lines[0].splitlines()]
    found = {room: set(others.split(", ")) for rooms, others in arrows for room in rooms.split(", ")}
    return {
        room: found.keys() - list(found)[: place + 1]
        if others == {"everything below"}
        else others - {"nothing"}
        for place, (room, others) in enumerate(found.items())
    }


MAY = drawing("In `server/poise`")
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
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: an import says the whole name, from poise on"
            yield node.module if node.module and node.module != "poise" else f"poise.{node.names[0].name}"


def files(room: str) -> list[Path]:
    folder = PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]


def test_every_room_has_its_arrows() -> None:
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")}
    assert rooms - {"__init__"} == set(MAY)


def test_the_arrows_go_one_way() -> None:
    rooms = list(reversed(MAY))
    back = [
        f"{room} -> {other}"
        for place, room in enumerate(rooms)
        for other in MAY[room]
        if other.partition(".")[0] not in rooms[:place]
    ]
    assert back == []


@pytest.mark.parametrize("room", MAY)
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files(room)
        for name in imports(path)
        if name.startswith("poise.") and not any(leads(name, part) for part in MAY[room] | {room})
    ]
    assert wrong == []


def leads(name: str, part: str) -> bool:
    """Whether the import of this name is one of that room, or of that part of it."""
    return f"{name}.".startswith(f"poise.{part}.")


@pytest.mark.parametrize("room", [room for room in MAY if room != "cli"])
def test_every_arrow_is_gone(room: str) -> None:
    """But of the commands, which may use everything."""
    names = [name for path in files(room) for name in imports(path)]
    assert [part for part in MAY[room] if not any(leads(name, part) for name in names)] == []


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


SCRIPTS_MAY = drawing("In `extension`")


def test_every_folder_of_the_extension_has_its_arrows() -> None:
    folders = {str(path.parent.relative_to(EXTENSION)) for path in EXTENSION.rglob("*.js")}
    assert folders == {name for name in SCRIPTS_MAY if not name.endswith(".js")}


@pytest.mark.parametrize("folder", [name for name in SCRIPTS_MAY if not name.endswith(".js")])
def test_a_script_imports_only_what_its_folder_may(folder: str) -> None:
    """The background is reached from pages by message alone, and so is what runs in a site."""
    wrong = [
        f"{name} imports {one}"
        for path in sorted((EXTENSION / folder).glob("*.js"))
        for name in [str(path.relative_to(EXTENSION))]
        for one in js_imports(path)
        if (where := str(Path(one).parent)) not in SCRIPTS_MAY[folder] | SCRIPTS_MAY.get(name, set())
        and not (where == folder and "itself" in SCRIPTS_MAY[folder])
    ]
    assert wrong == []


def test_nothing_in_the_background_imports_the_router_but_main() -> None:
    wrong = [
        path.name
        for path in (EXTENSION / "background").glob("*.js")
        if "background/router.js" in js_imports(path)
    ]
    assert wrong == ["main.js"]
