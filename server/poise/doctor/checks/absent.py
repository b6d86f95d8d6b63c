"""The service does not run, and no browser would start it."""

from collections.abc import Iterator

from poise.doctor.answering import Who
from poise.doctor.catalogue import Values
from poise.doctor.hosts import with_host
from poise.doctor.machine import Machine
from poise.native.manifests import State


def look(machine: Machine) -> Iterator[Values]:
    if machine.answer.who is Who.NOBODY and not any(with_host(machine, State.READY)):
        yield {}
