"""Every entry of docs/security.md is proved by a test that names it, or says why it is not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
PAGE = (TESTS.parent / "docs" / "security.md").read_text()
ENTRY = re.compile(r"(?<![A-Za-z0-9])([NAIPXRG]\d\d)(?!\d)", re.IGNORECASE)


def entries(text: str) -> set[str]:
    """The ids at the beginning of a row."""
    return set(re.findall(r"^\| ([A-Z]\d\d) \|", text, re.MULTILINE))


def named(words: str) -> set[str]:
    return {name.upper() for name in ENTRY.findall(words.replace("_", " "))}


def marked(path: Path) -> Iterator[str]:
    """What stands in `entry(...)`, on a test or on all of a file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.entry":
            yield from (str(one.value) for one in node.args if isinstance(one, ast.Constant))


def proved() -> set[str]:
    python = [path for path in TESTS.rglob("*.py") if path.name.startswith("test_")]
    names = [
        name for path in python for name in re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE)
    ]
    names += [
        name for path in TESTS.rglob("*.test.js") for name in re.findall(r'test\("([^"]+)"', path.read_text())
    ]
    return {one for name in names for one in named(name)} | {one for path in python for one in marked(path)}


def test_every_entry_is_proved_or_says_why_not() -> None:
    table, _, without = PAGE.partition("## Without a test")
    assert entries(table) - proved() == set(), "no test names these, by its own name or by pytest.mark.entry"
    assert entries(without) & entries(table) == set(), "these have a row, and a reason why not"
    assert proved() - entries(table) == set(), "tests name these: give each a row in docs/security.md"


def test_an_entry_stands_once() -> None:
    rows = re.findall(r"^\| ([A-Z]\d\d) \|", PAGE, re.MULTILINE)
    assert [one for one in rows if rows.count(one) > 1] == []
