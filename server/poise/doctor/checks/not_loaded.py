"""No browser has a key, though one could get it by itself: the extension is in none."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.checks.unpaired import keyless
from poise.doctor.hosts import with_host
from poise.doctor.machine import Machine
from poise.native.manifests import State


def look(machine: Machine) -> Iterator[Values]:
    if keyless(machine):
        yield from with_host(machine, State.READY)
