"""No regular expression of ours, in Python or in the extension, can be kept busy by a text that is made for it."""

import json
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "patterns.toml").read_text())


@pytest.fixture(scope="module")
def looked() -> dict[str, Any]:
    """Every pattern looked at by recheck, and those that it finds a slow text for."""
    patterns = subprocess.run(
        [sys.executable, "-m", "tests.hostile.patterns"], capture_output=True, check=True, cwd=HERE.parents[1]
    )
    found = subprocess.run(
        ["node", HERE / "recheck.mjs"], input=patterns.stdout, capture_output=True, check=True
    )
    told: dict[str, Any] = json.loads(found.stdout)
    return told


@pytest.mark.long
@pytest.mark.entry("I11")
def test_what_is_not_linear_is_bounded(looked: dict[str, Any]) -> None:
    assert looked["looked"] > 150
    weak = {one["where"].partition(":")[0] for one in looked["weak"]}
    assert weak - {*TABLE["most"], *TABLE["because"]} == set()
    assert {*TABLE["most"], *TABLE["because"]} - weak == set(), "these are linear by now"


@pytest.mark.long
@pytest.mark.entry("I11")
def test_the_worst_text_at_its_longest_takes_no_time(looked: dict[str, Any]) -> None:
    slow: dict[str, float] = {}
    for one in looked["weak"]:
        most = TABLE["most"].get(one["where"].partition(":")[0])
        if most and one["attack"]:
            took = seconds(one["source"], worst(one["attack"], most))
            slow |= {one["where"]: took} if took > 1 else {}
    assert slow == {}


def worst(attack: dict[str, Any], most: int) -> str:
    """The text that recheck found, grown to its full length."""
    parts = attack["pumps"]
    room = most - len(attack["suffix"]) - sum(len(prefix) for prefix, _ in parts)
    return "".join(prefix + pump * (room // len(parts) // len(pump)) for prefix, pump in parts) + str(
        attack["suffix"]
    )


def seconds(source: str, text: str) -> float:
    """Processor time of looking for every match."""
    pattern = re.compile(source)
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began
