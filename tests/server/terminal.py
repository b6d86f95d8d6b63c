"""What a command in a terminal says."""

import json
from collections.abc import Callable
from typing import Any

from tests.server.wire import Ended

Run = Callable[..., Ended]
JANE = "https://www.linkedin.com/in/jane-doe/"


def told(got: Ended) -> Any:
    assert got.returncode == 0, got.stderr
    return json.loads(got.stdout)


def assert_refused(got: Ended, *words: str) -> None:
    assert (got.returncode, got.stdout) == (2, "")
    assert got.stderr.startswith("poise: ")
    assert got.stderr.count("\n") == 1
    for word in words:
        assert word in got.stderr
