"""What the smaller practice sites share: profiles, a list of people, a conversation, and what they send.

Each has templates `profile.html`, `list.html` and `chat.html`, one may have `story.html`, and its words by language in `words.toml`.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, abort, g, render_template, request
from jinja2 import ChoiceLoader, FileSystemLoader

from .common import SHARED, create_site, options, sent
from .people import People, Person
from .record import Record

POLICY = "default-src 'self'; img-src 'self' data:; script-src 'self' 'nonce-{nonce}'; style-src 'self'; object-src 'none'"


@dataclass(frozen=True)
class Choices:
    lang: str = "en"


@dataclass(frozen=True)
class Place:
    """How a site knows people: `key` is what its addresses hold; the paths are forms with `<key>`."""

    key: Callable[[Person], str]
    profile: str
    lists: tuple[str, ...]
    chat: str
    sends: str
    story: str = ""


def create_small(import_name: str, people: People, record: Record, place: Place) -> Flask:
    app = create_site(import_name, people, record, POLICY)
    assert app.jinja_loader is not None
    app.jinja_loader = ChoiceLoader([app.jinja_loader, FileSystemLoader(SHARED)])
    _speak(app, place)
    _show(app, place, [person for person in people.persons if person.slug.isascii()])

    @app.post(place.sends)
    def receive() -> Response:
        body = request.get_json()
        sent(record, body["kind"], body["target"], body)
        return Response(status=204)

    return app


def _speak(app: Flask, place: Place) -> None:
    """In the language that the query asks for."""
    words = tomllib.loads((Path(app.root_path) / "words.toml").read_text(encoding="utf-8"))

    @app.before_request
    def choose() -> None:
        g.options = options(Choices, {"lang": tuple(words)})

    @app.context_processor
    def chosen() -> dict[str, object]:
        own = words[g.options.lang]
        return {"w": own, "build": g.build, "options": {"sends": place.sends, "words": own}}


def _show(app: Flask, place: Place, persons: list[Person]) -> None:
    known = {place.key(person).lower(): person for person in persons}

    def who(person: Person) -> dict[str, str]:
        key = place.key(person)
        return {"key": key, "name": person.name, "path": place.profile.replace("<key>", key)}

    def page(path: str, name: str) -> None:
        def shown(key: str = "") -> str:
            owner = (known.get(key.lower()) or abort(404)) if key else None
            return render_template(name, owner=owner, others=[one for one in persons if one is not owner])

        app.add_url_rule(path, path, shown, strict_slashes=False)

    app.jinja_env.globals.update(who=who, chat=place.chat)
    page(place.profile, "profile.html")
    page(place.chat, "chat.html")
    if place.story:
        page(place.story, "story.html")
    for path in place.lists:
        page(path, "list.html")
