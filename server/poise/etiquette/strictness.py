"""How strict the user wants a rule to be: milder than it is, never stricter."""

from typing import Literal

from poise.errors import BadInput
from poise.etiquette.facts import Level
from poise.etiquette.rule import Rule
from poise.etiquette.ruleset import Rulebook, Strictness

InForce = Literal["hold", "caution", "off", "allow"]
ORDER = [Strictness.OFF, Strictness.CAUTION, Strictness.HOLD]


def in_force(rulebook: Rulebook, rule: Rule) -> InForce:
    """The strictest a rule says now; `allow` for an exception or a tip, which holds nothing anyway."""
    if rule.file.verdict is Level.ALLOW:
        return "allow"
    own = Strictness(rule.file.verdict)
    return min(own, rulebook.strictness.get(rule.id, own), key=ORDER.index).value


def wished(rule: Rule, strictness: Strictness) -> Strictness | None:
    """What there is to remember of a wish: None if the rule is like that; BadInput if it is milder."""
    if rule.file.verdict is Level.ALLOW:
        raise BadInput([("strictness", f"{rule.id} holds nothing: there is nothing to soften")])
    own = Strictness(rule.file.verdict)
    if ORDER.index(strictness) > ORDER.index(own):
        raise BadInput([("strictness", f"{rule.id} is {own}: it can be softened only")])
    return None if strictness is own else strictness
