"""The practice LinkedIn: its pages. What they send is in sending.py."""

from flask import Flask, abort, g, render_template
from jinja2 import pass_context
from jinja2.runtime import Context

from ..common import create_site, options
from ..people import People, Person
from ..record import Record
from . import sending
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
    app.jinja_env.globals["label"] = label

    @app.before_request
    def choose() -> None:
        g.options = options(Choices, CHOICES)

    @app.context_processor
    def chosen() -> dict[str, object]:
        return {"options": g.options, "w": g.options.words, "build": g.build, "viewer": VIEWER}

    @app.get("/in/<slug>/")
    def profile(slug: str) -> str:
        person = people.on_linkedin(slug) or abort(404)
        pages = {"classic": "profile_classic.html", "early": "profile_early.html"}
        return render_template(
            pages.get(g.options.gen, "profile.html"), person=person, others=people.others(person.slug)
        )

    @app.get("/feed/")
    def feed() -> str:
        return render_template("feed.html")

    @app.get("/interop/")
    def interop() -> str:
        return "<!doctype html><title></title>"

    sending.add_routes(app, people, record)
    return app


VIEWER = {"name": "Robin Seeker", "headline": "Data engineer, looking for the next team"}
