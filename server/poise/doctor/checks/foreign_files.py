"""In the data folder is what a start refuses: links, and files of somebody else."""

import os
from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.files import everything, is_plain
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    strange = [
        str(path)
        for path, found in everything(machine.folder.path)
        if not is_plain(found) or found.st_uid != os.getuid()
    ]
    if strange:
        yield {"files": ", ".join(strange)}
