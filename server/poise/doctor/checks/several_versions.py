"""More than one Poise is installed, or the service that runs is of another version than this."""

from collections.abc import Iterator

from poise.config import VERSION
from poise.doctor.catalogue import Values
from poise.doctor.machine import Machine


def look(machine: Machine) -> Iterator[Values]:
    programs = [folder / machine.program.name for folder in machine.path]
    found = dict.fromkeys(program.resolve() for program in (machine.program, *programs) if program.is_file())
    running = machine.answer.version
    others = [f"{running} (service)"] if running not in (None, VERSION) else []
    if len(found) + len(others) > 1:
        yield {"places": ", ".join([*map(str, found), *others])}
