"""Where the rules come from: the folder they ship in, and a folder of the user's own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from poise.errors import BadInput, PoiseError
from poise.etiquette.examples import failures
from poise.etiquette.rule import Rule, read_rule
from poise.etiquette.ruleset import Fault, Rulebook

SHIPPED = files("poise.etiquette") / "rules"
Check = Callable[[Any], object]


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """The rules that Poise ships with; BadInput if one of them is broken."""
    rules, faults = read_rules(SHIPPED)
    if faults:
        raise BadInput(faults)
    return tuple(rules)


@cache
def _shipped() -> Rulebook:
    return Rulebook.of(shipped_rules())


def load_rulebook(
    own: Iterable[Path] = (), strictness: Mapping[str, str] | None = None, check: Check | None = None
) -> Rulebook:
    """The shipped rules with those of the user's own folders, softened as asked.

    `strictness`: rule id to `hold`, `caution` or `off`; no rule gets stricter than it is. An own
    rule that is broken is left out, and `faults` tells the place of everything wrong in it; so is a
    file that `check` raises PoiseError for, before it is opened.
    """
    folders = tuple(own)
    if not folders and not strictness:
        return _shipped()
    rules, faults = list(shipped_rules()), list[Fault]()
    for folder in folders:
        more, wrong = read_own(folder, {rule.id for rule in rules}, check)
        rules += more
        faults += wrong
    return Rulebook.of(rules, faults=faults).softened(strictness or {})


def read_rules(folder: Traversable, check: Check | None = None) -> tuple[list[Rule], list[Fault]]:
    """The rules of a folder, in the order of their names, and the faults of those that cannot be read."""
    rules, faults = list[Rule](), list[Fault]()
    written = [path for path in folder.iterdir() if path.name.endswith(".toml")]
    for path in sorted(written, key=lambda path: path.name):
        try:
            if check:
                check(path)
            rules.append(read_rule(path))
        except BadInput as wrong:
            faults += wrong.faults
        except PoiseError as wrong:
            faults.append((path.name, str(wrong)))
    return rules, faults


def read_own(folder: Path, taken: set[str], check: Check | None) -> tuple[list[Rule], list[Fault]]:
    """The rules of a user's folder that can be used; one named like a rule there is cannot."""
    if not folder.is_dir():
        return [], []
    rules, faults = read_rules(folder, check)
    wrong = {rule.id: list(_wrong(rule, taken)) for rule in rules}
    return [rule for rule in rules if not wrong[rule.id]], faults + [
        one for some in wrong.values() for one in some
    ]


def _wrong(rule: Rule, taken: set[str]) -> Iterator[Fault]:
    path = f"{rule.id}.toml"
    if rule.id in taken:
        yield path, "there is a rule of this name"
    for key, named in (("lifts", rule.file.lifts), ("spares", rule.file.spares)):
        for number, name in enumerate(named):
            if name != "*" and name not in taken:
                yield f"{path}: {key}[{number}]", f"there is no rule {name}"
    yield from ((f"{path}: {place}", fault) for place, fault in failures(rule))
