"""The home, or the data folder (where there is none yet: the place where it would be made), cannot be written to."""

import os
from collections.abc import Iterator
from pathlib import Path

from poise.doctor.catalogue import Values
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    for place in dict.fromkeys(map(_there, (machine.home, machine.folder.path.absolute()))):
        if not os.access(place, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
            yield {"place": str(place)}


def _there(path: Path) -> Path:
    return next(place for place in (path, *path.parents) if place.exists())
