"""The practice LinkedIn. Its pages are in pages.py, what they send is in sending.py."""

from uuid import uuid4

from flask import Flask, g
from jinja2 import pass_context
from jinja2.runtime import Context

from ..common import create_site, options
from ..people import People, Person
from ..record import Record
from . import pages, sending
from .choices import CHOICES, Choices

# linkedin 6: no script without a nonce, no text into the page as HTML but by the policies named here.
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'self'; "
    "script-src 'nonce-{nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; "
    "trusted-types default jSecure dompurify highcharts goog#html"
)


@pass_context
def label(context: Context, key: str, person: Person) -> str:
    words: dict[str, str] = context["options"].words
    return words[key].replace("{n}", person.name)


def create_app(people: People, record: Record) -> Flask:
    app = create_site(__name__, people, record, POLICY)
    app.jinja_env.globals.update(label=label, uuid=uuid4)

    @app.before_request
    def choose() -> None:
        g.options = options(Choices, CHOICES)

    @app.context_processor
    def chosen() -> dict[str, object]:
        return {"options": g.options, "w": g.options.words, "build": g.build}

    pages.add_profiles(app, people)
    pages.add_lists(app, people)
    pages.add_sales(app, people)
    pages.add_others(app, people)
    sending.add_routes(app, people, record)
    return app
