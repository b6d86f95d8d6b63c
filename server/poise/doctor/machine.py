"""What the checks look at: this machine as it is."""

import json
import os
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from poise.config import PORT, Folder, Running
from poise.doctor.answering import Answer, ask
from poise.doctor.data import Data, look_at
from poise.native.machine import Machine as System
from poise.native.machine import this_machine
from poise.pairing import TERMINAL
from poise.signing import Key

LEAST_ROOM = 64 * 1024 * 1024


@dataclass(frozen=True)
class Machine:
    """`path`: the folders in which programs are looked for.

    `system`: where browsers are. `least_room`: bytes that should be free on the disk.
    """

    folder: Folder
    home: Path = field(default_factory=Path.home)
    path: tuple[Path, ...] = field(default_factory=lambda: tuple(map(Path, os.get_exec_path())))
    program: Path = field(default_factory=lambda: Path(sys.executable).with_name("poise"))
    system: System = field(default_factory=this_machine)
    least_room: int = LEAST_ROOM

    @cached_property
    def answer(self) -> Answer:
        """What answers on the port of this folder's service; on the usual one where none says that it runs."""
        running = self.running
        return ask(running.port if running else PORT, self._terminal_key(), announced=running is not None)

    @cached_property
    def running(self) -> Running | None:
        """The service that says it is running; after a crash it may be gone all the same."""
        said = self.read(self.folder.service)
        try:
            return Running(**json.loads(said)) if said else None
        except (ValueError, TypeError):
            return None

    @cached_property
    def data(self) -> Data:
        return look_at(self.folder)

    def read(self, path: Path) -> bytes | None:
        """The content of a plain file, as it is; None where there is none, or it cannot be read."""
        try:
            return path.read_bytes() if path.is_file() and not path.is_symlink() else None
        except OSError:
            return None

    def _terminal_key(self) -> Key | None:
        secret = self.read(self.folder.terminal_key)
        return Key(TERMINAL, secret) if secret else None
