"""A first draft from what is known and what the user answered: nothing that neither said."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Self

from poise.errors import Conflict, sentence
from poise.etiquette.clock import Clock
from poise.etiquette.facts import Dossier, Name, Stage, instant
from poise.etiquette.stages import in_order, last_end, stage_of
from poise.etiquette.words import fill
from poise.notes.facts import Kind
from poise.notes.names import Person

_WEEK = 7
_DECIDED = (Stage.OFFERED, Stage.HIRED, Stage.REJECTED, Stage.WITHDRAWN)


class Register(Name):
    """Sie and De, or du; in English the whole name, or the first."""

    FORMAL = "formal"
    INFORMAL = "informal"


@dataclass(frozen=True, slots=True)
class About:
    """Whom it goes to and what is known of the conversation; `met`: the day of the last interview."""

    name: str
    company: str
    role: str | None
    met: date | None
    stage: Stage

    @classmethod
    def of(cls, name: str, dossier: Dossier, now: datetime) -> Self:
        """What a draft may say, by the application that speaks for all; `now` in the user's zone.

        Raises Conflict where there is none that is not archived.
        """
        if not dossier.applications:
            raise Conflict(sentence("no_part", name=name))
        clock = Clock(instant(now))
        first = in_order(dossier.applications, clock)[0]
        ended = last_end(first, clock)
        met = ended.astimezone(now.tzinfo).date() if ended and clock.reached(ended) else None
        return cls(name, first.company, first.role, met, stage_of(first, now))


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    subject: str
    text: str


def kinds() -> tuple[Kind, ...]:
    """What can be drafted."""
    return tuple(Kind(kind) for kind in _table()["questions"])


def questions(kind: Kind, language: str) -> list[Question]:
    """What to ask before there is a draft, in their order."""
    return [Question(one, _table()["ask"][one][language]) for one in _table()["questions"][kind]]


def draft(
    about: About, kind: Kind, answers: Mapping[str, str], language: str, register: Register, today: date
) -> Draft:
    """The first draft; `answers` by the id of the question, each in the user's words; Conflict before its time."""
    if kind is Kind.MESSAGE and about.stage is not Stage.REJECTED:
        raise Conflict(sentence("answers_a_no"))
    words, asked = _table(), _table()["questions"][kind]
    values = _values(about, language, today)
    said = [_sentence(one, answers[one], language) for one in asked if answers.get(one, "").strip()]
    opening = fill(words["opening"][_opening(kind, about.stage)][language], values)
    closing = [words["closing"][kind][language]] if kind in words["closing"] else []
    subject = words["subject"].get(kind, {}).get(language, "")
    greeting = fill(words["greeting"][register][language], values)
    if kind is Kind.CONNECT_NOTE:
        return Draft(subject, " ".join([greeting, opening, *said, *closing]))
    parts = [greeting, _begun(opening, language), *said, *closing, words["farewell"][register][language]]
    return Draft(subject, "\n\n".join(parts))


def _opening(kind: Kind, stage: Stage) -> str:
    if kind is not Kind.CONNECT_NOTE:
        return kind
    return stage if stage in _DECIDED else Kind.THANK_YOU


def _values(about: About, language: str, today: date) -> dict[str, str]:
    words, parts = _table(), Person.of(about.name).parts
    recent = about.met is not None and 0 <= (today - about.met).days < _WEEK
    day = words["days"][language][about.met.weekday()] if about.met else ""
    return {
        "name": about.name,
        "given": parts[0] if parts else about.name,
        "company": about.company,
        "when": fill(words["when"][language], {"day": day}) if recent else "",
        "about": fill(words["about"][language], {"role": about.role}) if about.role else "",
    }


def _begun(opening: str, language: str) -> str:
    """In English what follows a greeting begins with a capital, in German and Norwegian it goes on small."""
    return opening[0].upper() + opening[1:] if language == "en" else opening


def _sentence(question: str, answer: str, language: str) -> str:
    """A whole sentence as it stands; what is less gets its lead."""
    plain = " ".join(answer.split())
    if plain[0].isupper() and plain[-1] in ".!?…":
        return plain
    return fill(_table()["lead"][question][language], {"answer": plain.rstrip(".")})


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("poise.notes") / "drafts.toml").read_text(encoding="utf-8"))
