"""The scenes: what is said of them is in scenes.toml, what happens in them is in the modules beside it."""

import tomllib
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.demo.play import Act, Scene


def scenes() -> tuple[Scene, ...]:
    """All of them, in the order in which they are played."""
    table = tomllib.loads(Path(__file__).with_name("scenes.toml").read_text(encoding="utf-8"))
    return tuple(map(_scene, table["scene"]))


def _scene(row: Mapping[str, Any]) -> Scene:
    module, name = row["act"].split(".")
    act: Act = getattr(import_module(f"{__name__}.{module}"), name)
    return Scene(row["title"], row["lead"], row["pictures"], act)
