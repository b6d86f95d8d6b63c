"""What the verdict on each action will be in the coming weeks, so that the extension can decide alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from poise.api.finding import towards_a_person
from poise.api.waiting import changes, speaking, with_a_say
from poise.etiquette.facts import WALLS, Action, Dossier, Gate, Intent, Level, Site
from poise.etiquette.judge import Turn, timeline
from poise.etiquette.ruleset import Rulebook
from poise.etiquette.stages import stage_of, waiting_since
from poise.sites.identity import identify
from poise.sites.schema import Maps
from poise.store.dossiers import COMPANY, Known

NOTED = {Action.CONNECT, Action.FRIEND}
BY_GATE = {"gate", "text"}  # at a first gate there is no text yet
Row = dict[str, Any]


class Timelines:
    """Timelines from `start` to `until`; people in the same position share theirs."""

    def __init__(self, rulebook: Rulebook, maps: Maps, start: datetime, until: datetime) -> None:
        self._rulebook = rulebook
        self._maps = maps
        self._start = start
        self._until = until
        self._site_at: dict[str, str | None] = {}
        self._asked: dict[tuple[str, bool], list[tuple[str, Intent]]] = {}
        self._made: dict[Dossier, dict[Intent, list[Row]]] = {}

    def stages(self, known: Known) -> list[Row]:
        """The stage that is shown, and since when a decision is awaited, from each change on."""
        return [
            {"from": at, "stage": stage_of(application, at), "since": waiting_since(application, at)}
            for at in changes(with_a_say(known), self._start, self._until)
            if (application := speaking(known, at))
        ]

    def verdicts(self, known: Known) -> dict[str, list[Row]]:
        """The rows of each action that is not allowed all the time, by site, action, gate and note."""
        nameless = _nameless(known.dossier)
        made = self._made.setdefault(nameless, {})
        found: dict[str, list[Row]] = {}
        for site in sorted(self._sites(known)):
            for name, intent in self._intents(site, known.kind == COMPANY):
                if intent not in made:
                    made[intent] = self._rows(nameless, intent)
                if row := made[intent]:
                    found[name] = row
        return found

    def _intents(self, site: str, walls: bool) -> list[tuple[str, Intent]]:
        """What can be done on a site that any rule has a word against; walls are a company's, the rest a person's."""
        if (site, walls) not in self._asked:
            actions = {control.action for control in self._maps[site].control}
            theirs = actions & WALLS if walls else actions - {Action.WALL_POST}
            found = (_ways(site, action, walls) for action in sorted(theirs))
            self._asked[site, walls] = [(name, self._seen(intent)) for ways in found for name, intent in ways
                                        if self._rulebook.by_action[intent.action]]  # fmt: skip
        return self._asked[site, walls]

    def _seen(self, intent: Intent) -> Intent:
        """The intent as the rules see it: where none asks about the gate or a note, all ways are judged as one."""
        keys = self._rulebook.asked(intent.action)
        gate = intent.gate if keys & BY_GATE else Gate.LAST
        return replace(intent, gate=gate, with_note=intent.with_note and "with_note" in keys)

    def _sites(self, known: Known) -> set[str]:
        """The sites where somebody has a profile; all of them for who is known by name alone."""
        found = {self._site_of(mark) for mark in known.identities}
        return {site for site in found if site} or set(self._maps)

    def _site_of(self, mark: str) -> str | None:
        """The site of a canonical address, told by its host, or of a joining id."""
        place = "/".join(mark.split("/")[:3])
        if place not in self._site_at:
            identity, prefix = identify(self._maps, mark), mark.partition(":")[0]
            self._site_at[place] = identity.site if identity else prefix if prefix in self._maps else None
        return self._site_at[place]

    def _rows(self, nameless: Dossier, intent: Intent) -> list[Row]:
        """Nothing where it is allowed all the time."""
        found = timeline(self._rulebook, nameless, intent, self._start, self._until)
        speaks = any(turn.verdict is not Level.ALLOW for turn in found)
        return [_row(turn) for turn in found] if speaks else []


def _ways(site: str, action: Action, walls: bool) -> Iterator[tuple[str, Intent]]:
    done = action if walls else towards_a_person(action)
    for gate in (Gate.FIRST, Gate.LAST):
        yield f"{site}.{action}.{gate}", Intent(done, Site(site), None, gate)
    if action in NOTED:
        yield f"{site}.{action}.last+note", Intent(done, Site(site), None, Gate.LAST, None, True)


def _nameless(dossier: Dossier) -> Dossier:
    """What is judged, without whom and which company it is about."""
    interviewer = dossier.interviewer and replace(dossier.interviewer, name="", profiles=())
    applications = tuple(replace(one, company="", role=None, applied_on=None) for one in dossier.applications)
    return replace(dossier, interviewer=interviewer, applications=applications)


def _row(turn: Turn) -> Row:
    row = {"from": turn.at, "verdict": turn.verdict}
    if turn.verdict is Level.ALLOW:
        return row
    instead = [
        {"kind": better.step.kind, "channel": better.step.channel, "due": better.due, "done": better.done}
        for better in turn.instead
    ]
    return row | {"rule": turn.rule, "stage": turn.stage, "instead": instead}
