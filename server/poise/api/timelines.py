"""What the verdict on each action will be in the coming weeks, so that the extension can decide alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from poise.api.service import Service
from poise.api.waiting import changes, speaking, with_a_say
from poise.etiquette.facts import Action, Dossier, Gate, Intent, Level, Site, Verdict
from poise.etiquette.judge import timeline
from poise.etiquette.stages import stage_of, waiting_since
from poise.sites.identity import identify
from poise.store.dossiers import COMPANY, Known

WALLS = {Action.WALL_POST, Action.WALL_COMMENT}
NOTED = {Action.CONNECT, Action.FRIEND}
Row = dict[str, Any]


class Timelines:
    """Timelines from `start` to `until`; people in the same position share theirs."""

    def __init__(self, here: Service, start: datetime, until: datetime) -> None:
        self._here = here
        self._start = start
        self._until = until
        self._made: dict[tuple[Dossier, Intent], list[Row] | None] = {}

    def stages(self, known: Known) -> list[Row]:
        """The stage that is shown, and since when a decision is awaited, from each change on."""
        return [
            {"from": at, "stage": stage_of(application, at), "since": waiting_since(application, at)}
            for at in changes(with_a_say(known), self._start, self._until)
            if (application := speaking(known, at))
        ]

    def verdicts(self, known: Known) -> dict[str, list[Row]]:
        """The rows of each action that is not allowed all the time, by site, action, gate and note."""
        rows = {name: self._rows(known.dossier, intent) for name, intent in self._intents(known)}
        return {name: row for name, row in rows.items() if row is not None}

    def _intents(self, known: Known) -> Iterator[tuple[str, Intent]]:
        for site in sorted(self._sites(known)):
            actions = {control.action for control in self._here.maps[site].control}
            for action in sorted(actions & WALLS if known.kind == COMPANY else actions - WALLS):
                for gate in (Gate.FIRST, Gate.LAST):
                    yield f"{site}.{action}.{gate}", Intent(action, Site(site), None, gate)
                if action in NOTED:
                    yield (
                        f"{site}.{action}.last+note",
                        Intent(action, Site(site), None, Gate.LAST, None, True),
                    )

    def _sites(self, known: Known) -> set[str]:
        """The sites where somebody has a profile; all of them for who is known by name alone."""
        found = (site_of(self._here, mark) for mark in known.identities)
        return {site for site in found if site} or set(self._here.maps)

    def _rows(self, dossier: Dossier, intent: Intent) -> list[Row] | None:
        interviewer = dossier.interviewer and replace(dossier.interviewer, name="", profiles=())
        nameless = replace(dossier, interviewer=interviewer)
        key = (nameless, intent)
        if key not in self._made:
            found = timeline(self._here.rulebook, nameless, intent, self._start, self._until)
            speaks = any(verdict.verdict is not Level.ALLOW for _, verdict in found)
            self._made[key] = [_row(at, verdict) for at, verdict in found] if speaks else None
        return self._made[key]


def site_of(here: Service, mark: str) -> str | None:
    """The site of a canonical address or joining id."""
    identity = identify(here.maps, mark)
    prefix = mark.partition(":")[0]
    return identity.site if identity else prefix if prefix in here.maps else None


def _row(at: datetime, verdict: Verdict) -> Row:
    if verdict.verdict is Level.ALLOW:
        return {"from": at, "verdict": verdict.verdict}
    instead = [{"kind": i.kind, "channel": i.channel, "due": i.due, "done": i.done} for i in verdict.instead]
    spoken = {"rule": verdict.rule, "stage": verdict.stage, "instead": instead}
    return {"from": at, "verdict": verdict.verdict} | spoken
