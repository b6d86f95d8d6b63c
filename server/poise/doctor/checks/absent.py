"""The service does not run."""

from collections.abc import Iterator

from poise.doctor.answering import Who
from poise.doctor.catalogue import Values
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    if machine.answer.who is Who.NOBODY:
        yield {}
