"""Where things are on a machine: its platform, the user's home, the environment."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """`platform`: linux, darwin or win32, as `sys.platform` says; every other one is taken for Linux."""

    platform: str
    home: Path
    environment: Mapping[str, str]

    @property
    def config(self) -> Path:
        named = self.environment.get("XDG_CONFIG_HOME")
        return Path(named) if named else self.home / ".config"

    @property
    def support(self) -> Path:
        return self.home / "Library" / "Application Support"

    def path(self, place: str) -> Path:
        """A place as a table names it: {home}, {config} and {support}, on Windows %NAME% of the environment."""
        if self.platform == "win32":
            for name, value in self.environment.items():
                place = place.replace(f"%{name.upper()}%", value)
        return Path(place.format(home=self.home, config=self.config, support=self.support))


def this_machine() -> Machine:
    known = sys.platform in ("darwin", "win32")
    return Machine(sys.platform if known else "linux", Path.home(), os.environ)
