"""No browser has a key."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.data import State
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    if machine.data.state in (State.NONE, State.WHOLE) and not machine.data.browsers:
        yield {}
