"""No condition of a rule is there for nothing: without any one of them an example of the rule fails."""

from collections.abc import Iterator
from typing import Any

import pytest

from poise.etiquette.examples import failures
from poise.etiquette.rule import Rule
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.rulefile import RuleFile
from poise.etiquette.when import Count

# What says how often is no condition of its own: without it a count says nothing.
BOUNDS = {"kinds", "at_least", "at_most"}


def without(rule: Rule, clause: int, changed: dict[str, Any]) -> Rule:
    file = rule.file.model_dump(exclude_unset=True)
    file["when"] = [dict(when) for when in file["when"]]
    file["when"][clause] = {key: value for key, value in changed.items() if value is not None}
    return Rule.of(rule.id, RuleFile.model_validate(file))


def mutants() -> Iterator[object]:
    for rule in load_rulebook().rules.values():
        for number, when in enumerate(rule.file.when):
            whole = when.model_dump(exclude_unset=True)
            for key in (*when.keys, *(["verdict"] if when.verdict else [])):
                yield pytest.param(
                    without(rule, number, whole | {key: None}), id=f"{rule.id}[{number}] {key}"
                )
            for key in sorted(when.count.model_fields_set - BOUNDS) if when.count else ():
                count = {name: value for name, value in whole["count"].items() if name != key}
                mutant = without(rule, number, whole | {"count": Count.model_validate(count).model_dump()})
                yield pytest.param(mutant, id=f"{rule.id}[{number}] count.{key}")


@pytest.mark.parametrize("mutant", list(mutants()))
def test_an_example_notices_a_missing_condition(mutant: Rule) -> None:
    assert list(failures(mutant))


def clauses() -> Iterator[object]:
    for rule in load_rulebook().rules.values():
        for number in range(len(rule.file.when)) if len(rule.file.when) > 1 else ():
            file = rule.file.model_dump(exclude_unset=True)
            file["when"] = [when for n, when in enumerate(file["when"]) if n != number]
            yield pytest.param(Rule.of(rule.id, RuleFile.model_validate(file)), id=f"{rule.id}[{number}]")


@pytest.mark.parametrize("mutant", list(clauses()))
def test_an_example_notices_a_missing_clause(mutant: Rule) -> None:
    assert list(failures(mutant))
