"""Others may read or change what should be ours alone."""

import sys
from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.files import ours
from poise.doctor.machine import Machine
from poise.files import OTHERS_ALL


def look(machine: Machine) -> Iterator[Values]:
    if sys.platform == "win32":
        return  # the mode says nothing there
    folder = machine.folder.path
    open_ones = [path for path, found in ours(folder) if found.st_mode & OTHERS_ALL]
    if open_ones:
        yield {"files": ", ".join(map(str, open_ones)), "folder": str(folder)}
