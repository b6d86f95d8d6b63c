"""What is wrong with a machine, as the tests ask for it."""

from dataclasses import replace
from pathlib import Path

from poise.doctor.examination import examine
from poise.doctor.machine import Machine


def found(machine: Machine) -> dict[str, dict[str, str]]:
    """What is wrong, by its id, with what fills the places of its words."""
    return {finding.id: dict(finding.values) for finding in examine(machine)}


def fresh(machine: Machine) -> Machine:
    """The same machine, looked at anew."""
    return replace(machine)


def without_service(machine: Machine) -> dict[str, dict[str, str]]:
    """What is wrong besides that no service runs here."""
    seen = found(machine)
    assert seen.pop("absent", {}) == {}
    return seen


def announce(folder: Path, port: int) -> None:
    """As a service leaves it that was killed."""
    (folder / "service.json").write_text(f'{{"port": {port}, "pid": 1}}')
    (folder / "service.json").chmod(0o600)
