"""The shape of a rule's file: what it says, when, in which words, by which source, with its examples."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from poise.etiquette.facts import Action, Level, Stage
from poise.etiquette.shapes import Line, Strict, listed
from poise.etiquette.verdict import Source
from poise.etiquette.when import When

SEVERITY = {Level.ALLOW: 0, Level.CAUTION: 1, Level.HOLD: 2}


@cache
def source_titles() -> dict[str, str]:
    """How the sources that Poise ships with are cited, by id."""
    text = (files("poise.etiquette") / "sources.toml").read_text(encoding="utf-8")
    return {key: str(title) for key, title in tomllib.loads(text).items()}


class Words(Strict):
    """One line in every language; `{name}`, `{company}`, `{role}` and `{days}` are filled in later."""

    en: Line
    de: Line
    nb: Line

    def __getitem__(self, language: str) -> str:
        return {"en": self.en, "de": self.de, "nb": self.nb}[language]


class Instead(Words):
    """A better step, and how it is taken."""

    kind: Line
    channel: Line | None = None


class SourceFile(Strict):
    """Where the rule comes from, and what is said there, in our own words."""

    id: Line
    says: Line
    title: Line | None = None

    @model_validator(mode="after")
    def cited(self) -> Self:
        if self.title is None and self.id not in source_titles():
            raise ValueError("a source of your own needs a title")
        return self

    @property
    def source(self) -> Source:
        return Source(self.id, self.title or source_titles()[self.id])


class Evidence(Strict):
    """How solid the ground is; `contested`: one line on how the experts differ."""

    grade: Literal["survey", "advice", "house rule"]
    contested: Words | None = None


class Example(Strict):
    """A case that proves the rule: the verdict of all rules, and whether this one has a part in it.

    `applies` is told only where the verdict does not tell it: it is allowed, or another rule speaks.
    """

    name: Line
    given: Mapping[str, Any]
    expect: Level
    applies: bool | None = None

    @property
    def matches(self) -> bool:
        return self.expect is not Level.ALLOW if self.applies is None else self.applies


ALWAYS = When.model_validate({})


class RuleFile(Strict):
    """A rule that only allows is an exception if it lifts others, else it is advice.

    `silent`: an exception that is named only where it lifted something.
    """

    verdict: Level
    actions: frozenset[Action] = Field(min_length=1)
    lifts: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    silent: bool = False
    when: Annotated[tuple[When, ...], BeforeValidator(listed)] = (ALWAYS,)
    summary: Words
    headline: Words
    headline_awaiting: Words | None = None
    reason: Words
    instead: tuple[Instead, ...] = ()
    note: Mapping[Stage, Words] = {}
    source: tuple[SourceFile, ...] = Field(min_length=1)
    evidence: Evidence
    example: tuple[Example, ...]

    @model_validator(mode="after")
    def consistent(self) -> Self:
        if self.lifts and self.verdict is not Level.ALLOW:
            raise ValueError("only a rule that allows can lift others")
        if any(SEVERITY[when.verdict] > SEVERITY[self.verdict] for when in self.when if when.verdict):
            raise ValueError("a clause can only be milder than its rule")
        if {example.matches for example in self.example} != {True, False}:
            raise ValueError("needs an example where it applies and one where it does not")
        return self
