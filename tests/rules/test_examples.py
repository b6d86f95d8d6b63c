"""Every rule proves itself by its own examples: alone, and among all the others."""

from collections.abc import Iterator

import pytest

from poise.etiquette.examples import case, failures
from poise.etiquette.judge import judge
from poise.etiquette.rule import Rule
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.rulefile import Example

RULEBOOK = load_rulebook()


def all_examples() -> Iterator[object]:
    for rule in RULEBOOK.rules.values():
        for example in rule.file.example:
            yield pytest.param(rule, example, id=f"{rule.id}: {example.name}")


@pytest.mark.parametrize("rule", list(RULEBOOK.rules.values()), ids=lambda rule: rule.id)
def test_rule_alone_lives_up_to_its_examples(rule: Rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize(("rule", "example"), list(all_examples()))
def test_example_holds_among_all_rules(rule: Rule, example: Example) -> None:
    given = case(example.given)
    verdict = judge(RULEBOOK, given.dossier, given.intent, given.now)
    assert verdict.verdict is example.expect
    assert (rule.id in verdict.rules) is example.matches
