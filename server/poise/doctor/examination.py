"""All checks at once, each for itself and none for ever: what hangs or fails is itself a finding."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from poise.doctor import checks
from poise.doctor.catalogue import Finding, Values, catalogue
from poise.doctor.machine import Machine

SECONDS = 15
LATE = "it took too long"

Look = Callable[[Machine], Iterable[Values]]
Answers = SimpleQueue[tuple[str, list[Finding]]]


def examine(machine: Machine, seconds: float = SECONDS) -> list[Finding]:
    """What is wrong, in the order of the catalogue; answers within `seconds`, whatever hangs."""
    looks = found_checks()
    answers: Answers = SimpleQueue()
    for name, look in looks.items():
        Thread(target=_run, args=(name, look, machine, answers), daemon=True).start()
    findings = _gathered(answers, set(looks), monotonic() + seconds)
    order = list(catalogue())
    return sorted(findings, key=lambda finding: order.index(finding.id))


def spoken(machine: Machine, seconds: float = 1) -> str | None:
    """The language of the settings; None where none was chosen, or it cannot be read at once."""
    said: SimpleQueue[str | None] = SimpleQueue()

    def read() -> None:
        with suppress(Exception):
            said.put(machine.data.language)
        said.put(None)

    Thread(target=read, daemon=True).start()
    try:
        return said.get(timeout=seconds)
    except Empty:
        return None


def found_checks() -> dict[str, Look]:
    """Every check by the id of what it finds: the name of its file."""
    names = sorted(module.name for module in iter_modules(checks.__path__))
    return {name: import_module(f"{checks.__name__}.{name}").look for name in names}


def _run(name: str, look: Look, machine: Machine, answers: Answers) -> None:
    try:
        answers.put((name, [Finding(name, values) for values in look(machine)]))
    except Exception as error:  # whatever a broken machine makes of it
        answers.put((name, [unfinished(name, type(error).__name__)]))


def _gathered(answers: Answers, waited_for: set[str], end: float) -> list[Finding]:
    findings = list[Finding]()
    while waited_for:
        try:
            name, found = answers.get(timeout=max(0.0, end - monotonic()))
        except Empty:
            return findings + [unfinished(name, LATE) for name in sorted(waited_for)]
        waited_for.discard(name)
        findings += found
    return findings


def unfinished(name: str, why: str) -> Finding:
    return Finding("unfinished", {"check": name, "why": why})
