"""The practice Facebook. Its pages are in pages.py, what they send is in sending.py."""

import json

from flask import Flask, g, redirect, request
from flask.typing import ResponseReturnValue
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..common import create_site, options
from ..people import Company, People, Person
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


def inlined(owner: Person | Company) -> Markup:
    """The data that the page carries of its owner (facebook 0.6): a company's has two numbers."""
    page = isinstance(owner, Company)
    number = str(owner.profile_id if isinstance(owner, Company) else owner.facebook_id)
    delegate = (
        {"id": str(owner.page_id), "category_name": owner.trade, "is_business_page_active": True}
        if isinstance(owner, Company)
        else None
    )
    user = {
        "id": number,
        "name": owner.name,
        "is_additional_profile_plus": page,
        "delegate_page": delegate,
    }
    data = {"require": [{"user": user, "userID": number}], "viewer": {"USER_ID": VIEWER["id"]}}
    return Markup(json.dumps(data, separators=(",", ":")).replace("<", "\\u003c"))  # noqa: S704 - no tag is left


def create_app(people: People, record: Record) -> Flask:
    app = create_site(__name__, people, record, POLICY)
    app.url_map.strict_slashes = False
    app.jinja_env.filters["inlined"] = inlined
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
        pages = [
            {"name": one.name, "key": one.facebook_key, "id": str(one.profile_id)} for one in people.companies
        ]
        return {"pages": pages, "options": g.options, "w": g.options.words, "build": g.build}

    pages.add_profiles(app, people)
    pages.add_others(app, people)
    sending.add_routes(app, people, record)
    return app
