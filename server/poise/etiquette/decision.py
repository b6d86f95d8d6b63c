"""Which rule decides: all that speak are collected, exceptions lift, the strictest left decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from poise.etiquette.clock import Clock
from poise.etiquette.facts import Level
from poise.etiquette.matter import Matter
from poise.etiquette.rule import Clause, Rule
from poise.etiquette.rulefile import SEVERITY
from poise.etiquette.ruleset import Rulebook
from poise.etiquette.situation import Situation, Standing

Cases = Sequence[tuple[Rule, Clause]]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that speaks, in which of its cases, and about which application."""

    rule: Rule
    clause: Clause
    standing: Standing

    @property
    def weight(self) -> tuple[int, bool, int]:
        """What outweighs: the stricter, then what is not decided yet, then the more specific."""
        return SEVERITY[self.clause.verdict], self.standing.undecided, len(self.clause.asks)


@dataclass(frozen=True, slots=True)
class Decision:
    """Verdict, deciding match, all ids that spoke, the application shown, and when it may change next."""

    verdict: Level
    match: Match | None
    rules: tuple[str, ...]
    shown: Standing
    at: datetime
    next: datetime | None

    def same(self, other: "Decision") -> bool:
        """Whether verdict, rule and stage are the same."""
        return (self.verdict, self.rule, self.shown.stage) == (other.verdict, other.rule, other.shown.stage)

    @property
    def rule(self) -> str | None:
        return self.match.rule.id if self.match else None


def decide(cases: Cases, matter: Matter, now: datetime) -> Decision:
    """What the rules say at `now`, which is in UTC; `cases` are those that concern the matter."""
    clock = Clock(now)
    situation = Situation(matter, clock)
    spoken = [
        Match(rule, clause, standing)
        for standing in situation.standings
        for rule, clause in cases
        if clause.holds(situation, standing)
    ]
    winner = _winner(spoken)
    first = winner.rule.id if winner else None
    ids = sorted({match.rule.id for match in spoken}, key=lambda name: (name != first, name))
    shown = situation.shown
    return Decision(
        winner.clause.verdict if winner else Level.ALLOW, winner, tuple(ids), shown, now, clock.next
    )


def _winner(spoken: list[Match]) -> Match | None:
    exceptions = [match for match in spoken if match.rule.file.lifts]
    against = [match for match in spoken if match.clause.verdict is not Level.ALLOW]
    left = [match for match in against if not any(e.rule.lifts(match.rule) for e in exceptions)]
    return max(left, key=lambda match: match.weight) if left else _exception(exceptions, against)


def _exception(exceptions: list[Match], against: list[Match]) -> Match | None:
    """The exception that is named: one that always speaks first, then the one that lifts the most."""
    lifted = {e.rule.id: sum(e.rule.lifts(match.rule) for match in against) for e in exceptions}
    speaking = [e for e in exceptions if lifted[e.rule.id] or not e.rule.file.silent]
    return max(speaking, key=lambda e: (not e.rule.file.silent, lifted[e.rule.id]), default=None)


def changes(rulebook: Rulebook, matter: Matter, now: datetime) -> Iterator[Decision]:
    """The decision at `now`, then each that differs from the one before, at the instant it comes about."""
    cases = [case for case in rulebook.by_action[matter.intent.action] if case[1].concerns(matter)]
    last = decision = decide(cases, matter, now)
    yield last
    while decision.next is not None:
        decision = decide(cases, matter, decision.next)
        if not decision.same(last):
            last = decision
            yield last
