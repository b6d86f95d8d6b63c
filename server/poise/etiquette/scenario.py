"""A scenario in, its verdict out: the JSON of `poise judge`, both ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from poise.errors import BadInput
from poise.etiquette import facts
from poise.etiquette.consistency import inconsistencies
from poise.etiquette.facts import Dossier, Intent
from poise.etiquette.judge import judge
from poise.etiquette.ruleset import Rulebook
from poise.etiquette.scenariofile import Application, Interviewer, ScenarioFile
from poise.etiquette.verdict import Alternative, Verdict
from poise.etiquette.words import fill, table
from poise.faults import faults_of


@dataclass(frozen=True, slots=True)
class Scenario:
    dossier: Dossier
    intent: Intent
    now: datetime
    language: str


def read_scenario(raw: object) -> Scenario:
    """The scenario in parsed JSON; BadInput with the place of every fault."""
    if not isinstance(raw, dict):
        raise BadInput([("", "a scenario must be a table of fields")])
    faults = list(inconsistencies(raw))
    try:
        file = ScenarioFile.model_validate(raw)
    except ValidationError as error:
        faults = [(_plain(place, raw), fault) for place, fault in faults_of(error)] + faults
    if faults:
        raise BadInput(faults)
    return _scenario(file)


def _plain(place: str, raw: Mapping[str, Any]) -> str:
    single = isinstance(raw.get("application"), dict)
    return place.replace("application[0]", "application", 1) if single else place


def _scenario(file: ScenarioFile) -> Scenario:
    part = file.interviewer.role if file.interviewer else facts.Role.INTERVIEWER
    applications = (file.application or ()) + (file.applications or ())
    return Scenario(
        dossier=Dossier(
            applications=tuple(_application(application, part) for application in applications),
            interviewer=_interviewer(file.interviewer) if file.interviewer else None,
            history=tuple(facts.Interaction(e.kind, e.at, e.channel, e.text) for e in file.history),
        ),
        intent=Intent(**dict(file.intent)),
        now=file.now,
        language=file.language,
    )


def _application(file: Application, part: facts.Role) -> facts.Application:
    return facts.Application(
        company=file.company,
        role=file.role,
        applied_on=file.applied_on,
        interviews=tuple(facts.Interview(i.starts, i.ends) for i in file.interviews),
        outcome=facts.Outcome(file.outcome.kind, file.outcome.at) if file.outcome else None,
        slow_process=file.slow_process,
        part=part,
    )


def _interviewer(file: Interviewer) -> facts.Interviewer:
    return facts.Interviewer(file.name, file.profiles, file.trusted, file.earlier_contact)


def answer(rulebook: Rulebook, scenario: Scenario) -> dict[str, Any]:
    """The verdict on a scenario as JSON, with remarks on what was not counted."""
    verdict = judge(rulebook, scenario.dossier, scenario.intent, scenario.now, scenario.language)
    return {**verdict_json(verdict), "remarks": remarks(scenario)}


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as JSON; times in ISO 8601 with their offset."""
    return {
        "verdict": verdict.verdict.value,
        "rule": verdict.rule,
        "stage": verdict.stage.value,
        "waiting_days": verdict.waiting_days,
        "headline": verdict.headline,
        "reason": verdict.reason,
        "source": {"id": verdict.source.id, "title": verdict.source.title} if verdict.source else None,
        "instead": [_alternative_json(step) for step in verdict.instead],
        "note": verdict.note,
        "valid_until": verdict.valid_until.isoformat() if verdict.valid_until else None,
        "rules": list(verdict.rules),
        "grade": verdict.grade,
        "contested": verdict.contested,
    }


def _alternative_json(step: Alternative) -> dict[str, Any]:
    due = step.due.isoformat() if step.due else None
    return {"kind": step.kind, "channel": step.channel, "due": due, "done": step.done, "text": step.text}


def remarks(scenario: Scenario) -> list[str]:
    """What lies in the future and was not counted, a line each."""
    words, dossier = table("words"), scenario.dossier
    ahead = sum(entry.at > scenario.now for entry in dossier.history)
    found = [fill(words["history_ahead"][scenario.language], {"count": ahead})] if ahead else []
    if any(a.outcome and a.outcome.at > scenario.now for a in dossier.applications):
        found.append(words["outcome_ahead"][scenario.language])
    return found
