"""A terminal is told nothing that it would obey, whatever the data hold."""

import ast
import json
import unicodedata
from pathlib import Path

import pytest

from poise import cli
from poise.cli.printing import visible
from tests.server.desk import SAMPLES
from tests.server.terminal import Run
from tests.server.wire import Ended

pytestmark = pytest.mark.entry("I20")
ORDERS = "\x1bc\x9b8m\x7f\u202e\u2066"  # start anew, write invisibly, and from right to left
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = {"\u061c", "\u200e", "\u200f"}


def test_every_character_that_a_terminal_obeys_is_shown_and_no_other() -> None:
    every = [chr(number) for number in range(0x110000)]
    orders = {one for one in every if unicodedata.category(one) == "Cc"} - {"\n", "\t"}
    turns = {one for one in every if unicodedata.bidirectional(one) in TURNING}
    assert {one for one in every if visible(one) != one} == orders | turns | MARKS
    assert json.loads(visible(json.dumps(ORDERS, ensure_ascii=False))) == ORDERS


def test_what_a_file_brings_in_is_no_order_to_the_terminal(run: Run, tmp_path: Path) -> None:
    calendar, other = tmp_path / "calendar.ics", tmp_path / f"{ORDERS}.json"
    calendar.write_text(SAMPLES["calendar.ics"].replace("Interview Acme", f"Interview with Acme{ORDERS}"))
    other.write_text("{}")
    preview = run("import", str(calendar), "--json")
    said = [
        preview,
        run("import", str(calendar)),
        run("import", str(calendar), "--yes", "--all"),
        run("history"),
        run("list"),
        run("outcome", f"Nobody{ORDERS}", "offer"),
        run("import", str(other), "--debug"),
        run(f"no{ORDERS}"),
    ]
    assert ORDERS in json.loads(preview.stdout)["rows"][0]["text"]
    assert [one for one in said if obeyed(one)] == []
    assert sum(visible(ORDERS) in one.stdout + one.stderr for one in said) >= 5


def obeyed(said: Ended) -> bool:
    return visible(said.stdout + said.stderr) != said.stdout + said.stderr


def test_commands_print_in_no_other_way() -> None:
    ways = {"click.echo", "click.secho", "print", "sys.stdout.write", "sys.stderr.write"}
    (room,) = map(Path, cli.__path__)
    printing = {
        path.name
        for path in room.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ways
    }
    assert printing == {"printing.py"}
