"""A browser of this machine has no host registered."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.hosts import with_host
from poise.doctor.machine import Machine
from poise.native.manifests import State


def look(machine: Machine) -> Iterator[Values]:
    return with_host(machine, State.MISSING)
