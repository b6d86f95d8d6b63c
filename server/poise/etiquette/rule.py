"""One rule at work: whether it speaks in a situation, how strictly, and its words in a language."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError

from poise.errors import BadInput
from poise.etiquette.conditions import Test, of_matter, of_situation
from poise.etiquette.facts import Action, Level
from poise.etiquette.matter import Matter
from poise.etiquette.rulefile import SEVERITY, RuleFile
from poise.etiquette.situation import Situation, Standing
from poise.etiquette.when import When
from poise.faults import faults_of, unreadable

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Clause:
    """One of the cases a rule speaks in: its verdict there, the actions, and the tests that must all hold.

    What is asked of the matter is asked once, what is asked of the situation at each instant.
    """

    verdict: Level
    actions: frozenset[Action]
    asks: frozenset[str]
    of_matter: tuple[Callable[[Matter], bool], ...]
    of_situation: tuple[Test, ...]

    @classmethod
    def of(cls, when: When, file: RuleFile) -> "Clause":
        actions = file.actions if when.action is None else file.actions & when.action
        verdict = when.verdict or file.verdict
        return cls(verdict, actions, frozenset(when.keys), of_matter(when), of_situation(when))

    def concerns(self, matter: Matter) -> bool:
        return all(test(matter) for test in self.of_matter)

    def holds(self, situation: Situation, standing: Standing) -> bool:
        for test in self.of_situation:  # noqa: SIM110 - a generator would take as long as most of the tests
            if not test(situation, standing):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    file: RuleFile
    clauses: tuple[Clause, ...]

    @classmethod
    def of(cls, name: str, file: RuleFile) -> "Rule":
        return cls(name, file, tuple(Clause.of(when, file) for when in file.when))

    def softened(self, most: Level) -> "Rule":
        """The same rule, saying `most` at the strictest."""
        milder = (replace(c, verdict=min(c.verdict, most, key=SEVERITY.__getitem__)) for c in self.clauses)
        return replace(self, clauses=tuple(milder))

    def lifts(self, other: "Rule") -> bool:
        """Whether this exception takes the other rule's word away."""
        named = other.id in self.file.lifts or "*" in self.file.lifts
        return named and other.id not in self.file.spares

    def words(self, language: str) -> dict[str, Any]:
        """The templates of the rule, unfilled, with its source and grade, as JSON has them."""
        file, source = self.file, self.file.source[0].source
        awaiting, contested = file.headline_awaiting or file.headline, file.evidence.contested
        return {
            "summary": file.summary[language],
            "headline": file.headline[language],
            "headline_awaiting": awaiting[language],
            "reason": file.reason[language],
            "source": {"id": source.id, "title": source.title},
            "grade": file.evidence.grade,
            "contested": contested[language] if contested else None,
            "instead": [{"kind": i.kind, "channel": i.channel, "text": i[language]} for i in file.instead],
            "notes": {stage.value: note[language] for stage, note in file.note.items()},
        }


def read_rule(path: Traversable) -> Rule:
    """The rule in a file named after it; BadInput with the place of every fault."""
    name = path.name.removesuffix(".toml")
    if not ID.fullmatch(name):
        raise BadInput(
            [(path.name, "a rule's file is named in small letters and hyphens, like be-kind.toml")]
        )
    try:
        return Rule.of(name, RuleFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))
    except ValidationError as error:
        raise BadInput(
            [(f"{path.name}: {place}".rstrip(": "), fault) for place, fault in faults_of(error)]
        ) from error
    except (ValueError, RecursionError) as error:
        raise BadInput([(path.name, unreadable(error, "TOML"))]) from error
    except OSError as error:
        raise BadInput([(path.name, f"cannot be read: {error.strerror}")]) from error
