"""How the native host stands with each browser of this machine."""

from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.machine import Machine
from poise.native.browsers import found
from poise.native.manifests import State, installed


def with_host(machine: Machine, state: State) -> Iterator[Values]:
    """The browsers with which the host stands so, in one find; nothing where there are none."""
    system = machine.system
    so = [one.kind.label for one in found(system) if installed(one, machine.folder, system) is state]
    if so:
        yield {"browsers": ", ".join(so), "folder": str(machine.folder.path)}
