"""The data are damaged, or gone although there were some."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.data import State
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    if machine.data.state is State.DAMAGED:
        yield {"folder": str(machine.folder.path)}
