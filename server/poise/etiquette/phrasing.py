"""A decision put into words: the verdict as the user reads it, in one language and one time zone."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from poise.etiquette.alternatives import better
from poise.etiquette.decision import Decision, Match
from poise.etiquette.facts import Stage
from poise.etiquette.matter import Matter
from poise.etiquette.situation import Standing
from poise.etiquette.stages import waiting_days
from poise.etiquette.verdict import Alternative, Verdict
from poise.etiquette.words import fill, table


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Who is spoken of, and to whom: the names to fill in, the language, the zone of all instants."""

    matter: Matter
    language: str
    zone: tzinfo | None

    def verdict(self, decision: Decision, until: datetime | None) -> Verdict:
        """The decision in words; `until` is when it changes by itself."""
        match = decision.match
        said = self._by_rule(match, decision.at, until) if match else self._allowed()
        return Verdict(
            verdict=decision.verdict,
            rules=decision.rules,
            stage=decision.shown.stage,
            waiting_days=waiting_days(decision.shown.application, decision.at),
            valid_until=until.astimezone(self.zone) if until else None,
            **said,
        )

    def _allowed(self) -> dict[str, Any]:
        nothing = dict.fromkeys(("rule", "source", "grade", "contested", "note"))
        return {"headline": table("words")["allowed"][self.language], "reason": "", "instead": (), **nothing}

    def _by_rule(self, match: Match, at: datetime, until: datetime | None) -> dict[str, Any]:
        file, standing = match.rule.file, match.standing
        values = self._values(standing, at)
        awaiting = file.headline_awaiting if standing.stage is Stage.AWAITING else None
        contested, note = file.evidence.contested, file.note.get(standing.stage)
        return {
            "rule": match.rule.id,
            "headline": fill((awaiting or file.headline)[self.language], values),
            "reason": fill(file.reason[self.language], values),
            "source": file.source[0].source,
            "grade": file.evidence.grade,
            "contested": contested[self.language] if contested else None,
            "instead": self._instead(match, at, until, values),
            "note": fill(note[self.language], values) if note else None,
        }

    def _values(self, standing: Standing, at: datetime) -> dict[str, object]:
        application, interviewer = standing.application, self.matter.dossier.interviewer
        days = waiting_days(application, at)
        return {
            "name": interviewer.name if interviewer else application.company,
            "company": application.company,
            "role": application.role,
            "days": None if days is None else days + 1,
        }

    def _instead(
        self, match: Match, at: datetime, until: datetime | None, values: dict[str, object]
    ) -> tuple[Alternative, ...]:
        return tuple(
            Alternative(
                kind=one.step.kind,
                channel=one.step.channel,
                due=one.due.astimezone(self.zone) if one.due else None,
                done=one.done,
                text=fill(one.step[self.language], values),
            )
            for one in better(self.matter, match, at, until)
        )
