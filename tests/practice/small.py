"""What the smaller practice sites share: profiles, a list of people, a conversation, and what they send.

Each has templates `profile.html`, `list.html` and `chat.html`, and its words by language in `words.toml`.
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


def create_small(import_name: str, people: People, record: Record, place: Place) -> Flask:
    app = create_site(import_name, people, record, POLICY)
    assert app.jinja_loader is not None
    app.jinja_loader = ChoiceLoader([app.jinja_loader, FileSystemLoader(SHARED)])
    words = tomllib.loads((Path(app.root_path) / "words.toml").read_text(encoding="utf-8"))
    known = {place.key(person).lower(): person for person in people.persons if person.slug.isascii()}

    def who(person: Person) -> dict[str, str]:
        key = place.key(person)
        return {"key": key, "name": person.name, "path": place.profile.replace("<key>", key)}

    app.jinja_env.globals.update(who=who, chat=place.chat)

    @app.before_request
    def choose() -> None:
        g.options = options(Choices, {"lang": tuple(words)})

    @app.context_processor
    def chosen() -> dict[str, object]:
        own = words[g.options.lang]
        return {"w": own, "build": g.build, "options": {"sends": place.sends, "words": own}}

    def page(name: str) -> Callable[..., str]:
        def shown(key: str = "") -> str:
            owner = (known.get(key.lower()) or abort(404)) if key else None
            others = [person for person in known.values() if person is not owner]
            return render_template(name, owner=owner, others=others)

        return shown

    app.add_url_rule(place.profile, "profile", page("profile.html"), strict_slashes=False)
    app.add_url_rule(place.chat, "chat", page("chat.html"), strict_slashes=False)
    for path in place.lists:
        app.add_url_rule(path, f"list {path}", page("list.html"), strict_slashes=False)

    @app.post(place.sends)
    def receive() -> Response:
        body = request.get_json()
        sent(record, body["kind"], body["target"], body)
        return Response(status=204)

    return app
