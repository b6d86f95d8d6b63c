"""The rules together, by the action they speak about, as strict as the user wants them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from poise.etiquette.facts import Action, Level
from poise.etiquette.rule import Clause, Rule

Fault = tuple[str, str]


class Strictness(StrEnum):
    """How strict a rule may be at most: as it is, a hint only, or not at all."""

    HOLD = "hold"
    CAUTION = "caution"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by id; what is in force, by action; the strictness asked for; the faults of own rules."""

    rules: Mapping[str, Rule]
    by_action: Mapping[Action, tuple[tuple[Rule, Clause], ...]]
    strictness: Mapping[str, Strictness]
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(
        cls,
        rules: Iterable[Rule],
        strictness: Mapping[str, Strictness] | None = None,
        faults: Iterable[Fault] = (),
    ) -> "Rulebook":
        named = {rule.id: rule for rule in sorted(rules, key=lambda rule: rule.id)}
        wanted = {name: strict for name, strict in (strictness or {}).items() if name in named}
        in_force = [_as_strict(rule, wanted.get(rule.id)) for rule in named.values()]
        by_action = {
            action: tuple(
                (r, clause) for r in in_force if r for clause in r.clauses if action in clause.actions
            )
            for action in Action
        }
        return cls(named, by_action, wanted, tuple(faults))

    def asked(self, action: Action) -> frozenset[str]:
        """What the rules look at when they speak about this action: keys of their `when`."""
        return frozenset().union(*(clause.asks for _, clause in self.by_action[action]))

    def softened(self, strictness: Mapping[str, str]) -> "Rulebook":
        """The same rules, only as strict as asked: rule id to `hold`, `caution` or `off`."""
        wanted = {name: Strictness(level) for name, level in strictness.items()}
        return Rulebook.of(self.rules.values(), wanted, self.faults) if wanted else self


def _as_strict(rule: Rule, wanted: Strictness | None) -> Rule | None:
    if rule.file.verdict is Level.ALLOW or wanted in (None, Strictness.HOLD):
        return rule
    return rule.softened(Level.CAUTION) if wanted is Strictness.CAUTION else None
