"""The practice Facebook. Its pages are in pages.py, what they send is in sending.py."""

from flask import Flask, g, redirect, request
from flask.typing import ResponseReturnValue
from jinja2 import pass_context
from jinja2.runtime import Context

from ..common import create_site, options
from ..people import People
from ..record import Record
from . import pages, sending
from .choices import CHOICES, Choices
from .posts import posts_of

POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'nonce-{nonce}'; style-src 'self'; "
    "object-src 'none'; base-uri 'self'"
)
VIEWER = {"name": "Robin Seeker", "first": "Robin", "id": "100000000000001"}


@pass_context
def label(context: Context, key: str, name: str) -> str:
    words: dict[str, str] = context["options"].words
    return words[key].replace("{n}", name)


def create_app(people: People, record: Record) -> Flask:
    app = create_site(__name__, people, record, POLICY)
    app.url_map.strict_slashes = False
    app.jinja_env.globals.update(label=label, posts_of=posts_of, viewer=VIEWER)

    @app.before_request
    def choose() -> ResponseReturnValue | None:
        g.options = options(Choices, CHOICES)
        if request.host.startswith("m.") and request.method == "GET":  # facebook 1.5
            mark = "&_rdr" if request.args else "?_rdr"
            return redirect(f"https://www.facebook.com{request.full_path.rstrip('?')}{mark}")
        return None

    @app.context_processor
    def chosen() -> dict[str, object]:
        return {"options": g.options, "w": g.options.words, "build": g.build}

    pages.add_profiles(app, people)
    pages.add_others(app, people)
    sending.add_routes(app, people, record)
    return app
