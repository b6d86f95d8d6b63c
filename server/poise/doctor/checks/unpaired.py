"""No browser has a key, and none could get one by itself."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.data import State
from poise.doctor.hosts import with_host
from poise.doctor.machine import Machine
from poise.native.manifests import State as Host


def look(machine: Machine) -> Iterator[Values]:
    if keyless(machine) and not any(with_host(machine, Host.READY)):
        yield {}


def keyless(machine: Machine) -> bool:
    """Whether the data are well, and no browser in them."""
    return machine.data.state in (State.NONE, State.WHOLE) and not machine.data.browsers
