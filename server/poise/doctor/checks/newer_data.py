"""The data were made by a newer Poise."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.data import State
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    if machine.data.state is State.NEWER:
        yield {"folder": str(machine.folder.path)}
