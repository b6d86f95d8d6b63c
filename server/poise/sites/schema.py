"""The shape of a site map: its closed vocabulary, and each part compiled when it is first used."""

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import takewhile
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from poise.etiquette.facts import Action, Gate, HistoryKind
from poise.sites.forms import Form, compile_form, compile_hosts, compile_text, is_mark
from poise.sites.labels import Labels
from poise.sites.pattern import Pattern, compile_pattern
from poise.sites.selector import Selector

Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Texts = Annotated[tuple[Text, ...], Field(max_length=100)]
Origin = Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9*.-]+/\*$", max_length=100)]
Source = Literal["href", "marks", "card", "page", "address", "label", "attempt"]


class Model(BaseModel):
    # In a shipped map every key is spelt out.
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class IdentityForm(Model):
    """Addresses (and marks) of one kind of identity, and the canonical URL they come to."""

    kind: Literal["person", "company", "profile"]
    from_: Texts = Field(alias="from")
    url: Text | None = None

    @cached_property
    def compiled(self) -> list[Form]:
        return [compile_form(text) for text in self.from_ if not is_mark(text)]

    @cached_property
    def marks(self) -> list[re.Pattern[str]]:
        return [compile_text(text) for text in self.from_ if is_mark(text)]


class PageKind(Model):
    """Addresses of one kind of page, where it says whom it is about, and what must be there.

    `is_company` and `is_person` show, within the card, whose page it is where the address does not say; `data` are
    marks in the page's own JSON, each an id of whom the page is about, if the page gives only one such id.
    """

    kind: Name
    from_: Texts = Field(alias="from")
    card: Texts = ()
    name: Texts = ()
    headline: Texts = ()
    company: Texts = ()
    is_company: Texts = ()
    is_person: Texts = ()
    data: Texts = ()
    canary: Annotated[dict[Name, Texts], Field(max_length=10)] = {}

    @cached_property
    def compiled(self) -> list[Form]:
        return [compile_form(text) for text in self.from_]

    @cached_property
    def cards(self) -> list[Selector]:
        return [Selector(text) for text in self.card]

    @cached_property
    def marks(self) -> list[re.Pattern[str]]:
        return [compile_text(text) for text in self.data]


class Shape(Model):
    """Something on a page that is somebody's: how it looks, and where it is named whose it is."""

    id: Name
    target: Annotated[tuple[Source, ...], Field(min_length=1, max_length=7)]
    page: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    match: Texts = ()
    unless: Texts = ()
    within: Texts = ()
    card: Texts = ()
    name: Text | None = None

    @cached_property
    def patterns(self) -> list[Pattern]:
        return [compile_pattern(text) for text in self.match]

    @cached_property
    def exceptions(self) -> list[Pattern]:
        return [compile_pattern(text) for text in self.unless]

    @cached_property
    def surroundings(self) -> list[Pattern]:
        return [compile_pattern(text) for text in self.within]

    @cached_property
    def cards(self) -> list[Pattern]:
        return [compile_pattern(text) for text in self.card]

    @cached_property
    def naming(self) -> Pattern | None:
        """What in a card says whose it is: a link to them, or what says their name."""
        return compile_pattern(self.name) if self.name else None

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Where the control itself says whom it reaches."""
        return tuple(takewhile(lambda source: source != "attempt", self.target))

    @cached_property
    def leftover(self) -> tuple[Source, ...]:
        """Where to look if it does not, and nothing is known of how it was opened either."""
        return self.target[len(self.sources) + 1 :]


class Sign(Shape):
    """What is only looked at, never held: it tells what somebody did."""

    tells: Literal[HistoryKind.THEY_CONNECTED]


class Control(Shape):
    """One control: what a click on it does (`action`, `gate`), how it looks, where its target is named.

    `text` is the editor whose text it sends; `mention` is what in that text may name somebody: they are reached, too.
    """

    action: Action
    gate: Gate
    text: Text | None = None
    mention: Text | None = None
    sends: Literal["click", "enter"] = "click"

    @cached_property
    def editor(self) -> Selector | None:
        return Selector(self.text) if self.text else None


class Request(Model):
    """What the site sends when something reached somebody: observed behind the held click, never stopped.

    `to` is a match pattern of the browsers, over address and query.
    """

    action: Action
    to: Annotated[Text, StringConstraints(pattern=r"^https://(\*\.)?[a-z0-9.-]+/\S+$")]


class SiteMap(Model):
    """One site; of its forms, pages and controls the first that fits counts.

    `name` is how people write it; `origins` are what a browser is asked to let the extension see, at installation or,
    with `asked`, once the user wants that site guarded. A control without `match` is the page's address itself.

    Lists, not tables by name: a browser's storage does not keep the order of an object's keys.
    """

    site: Name
    name: Annotated[str, StringConstraints(min_length=1, max_length=30)]
    version: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    origins: Annotated[tuple[Origin, ...], Field(min_length=1, max_length=10)]
    asked: bool = False
    hosts: Annotated[tuple[Text, ...], Field(min_length=1, max_length=30)]
    reserved: Annotated[tuple[Text, ...], Field(max_length=300)] = ()
    identity: Annotated[tuple[IdentityForm, ...], Field(max_length=30)]
    page: Annotated[tuple[PageKind, ...], Field(max_length=30)]
    control: Annotated[tuple[Control, ...], Field(max_length=100)]
    sign: Annotated[tuple[Sign, ...], Field(max_length=20)] = ()
    request: Annotated[tuple[Request, ...], Field(max_length=10)] = ()
    labels: Annotated[dict[Name, dict[str, Texts]], Field(max_length=50)] = {}

    @cached_property
    def host_pattern(self) -> re.Pattern[str]:
        return compile_hosts(self.hosts)

    @cached_property
    def said(self) -> dict[str, Labels]:
        """The labels of each group, of all languages together."""
        return {
            group: Labels(text for texts in by_language.values() for text in texts)
            for group, by_language in self.labels.items()
        }


Maps = Mapping[str, SiteMap]
