"""The disk is full, or nearly: the last write to fit is not waited for."""

import shutil
from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    path = machine.folder.path.absolute()
    there = next(place for place in (path, *path.parents) if place.is_dir())
    if shutil.disk_usage(there).free < machine.least_room:
        yield {}
