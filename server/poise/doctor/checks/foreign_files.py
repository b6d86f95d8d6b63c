"""In the data folder is what a start refuses: links, and files of somebody else."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.files import everything, is_own, is_plain
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    strange = [
        str(path)
        for path, found in everything(machine.folder.path)
        if not is_plain(found) or not is_own(found)
    ]
    if strange:
        yield {"files": ", ".join(strange)}
