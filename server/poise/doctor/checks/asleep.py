"""The service does not run, and a browser starts it once it is opened."""

from collections.abc import Iterator

from poise.doctor.answering import Who
from poise.doctor.catalogue import Values
from poise.doctor.hosts import with_host
from poise.doctor.machine import Machine
from poise.native.manifests import State


def look(machine: Machine) -> Iterator[Values]:
    if machine.answer.who is Who.NOBODY:
        yield from with_host(machine, State.READY)
