"""What both sites share: hashed class names, a strict policy, options in the query, hydration, the record."""

import hashlib
import json
import re
import secrets
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl

from flask import Flask, Response, abort, g, render_template, request, send_from_directory
from markupsafe import Markup, escape

from .people import People
from .record import Record, Sent, Visit

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SHARED = Path(__file__).with_name("shared")
ICONS = tomllib.loads((SHARED / "icons.toml").read_text(encoding="utf-8"))
CLASS = re.compile(r"\.([a-z][a-z0-9-]*)(?=[^{}]*\{)")
JOINT = re.compile(r"(?<![{\w])(\w)(\w)")
T = TypeVar("T", bound="DataclassInstance")


def hashed(name: str, build: str) -> str:
    """A class name without sense, another one with every load (linkedin 1.1, facebook 7.1)."""
    return "_" + hashlib.sha1(f"{build}{name}".encode(), usedforsecurity=False).hexdigest()[:8]


def hashed_classes(names: str) -> str:
    return " ".join(hashed(name, g.build) for name in names.split())


def marked(label: str) -> str:
    """The same to the eye (linkedin 5, facebook 7.4): one NBSP, U+200E at both ends, U+034F within a word."""
    return "\u200e" + JOINT.sub("\\1\u034f\\2", label, count=1).replace(" ", "\u00a0", 1) + "\u200e"


def hydrate(does: str, **props: Any) -> Markup:
    """The attribute that tells main.js what an element does; it is taken away before anybody can click."""
    return Markup('data-hydrate="{}"').format(
        escape(json.dumps({"does": does, **props}, default=lambda thing: thing.brief()))
    )


def options(kind: type[T], choices: dict[str, tuple[str, ...]]) -> T:
    """The options of this page from its query; a value that is not one of `choices` is refused with 400."""
    # A part of the page fetched later keeps the options of the page.
    asked = {**dict(parse_qsl(request.headers.get("X-Options", ""))), **request.args}
    given = {item.name: asked[item.name] for item in fields(kind) if item.name in asked}
    for name, value in given.items():
        if name in choices and value not in choices[name]:
            abort(400, f"{name} is one of {', '.join(choices[name])}")
    return kind(**given)


def create_site(import_name: str, people: People, record: Record, policy: str) -> Flask:
    """An app with templates and static files beside `import_name`; `policy` is its CSP with `{nonce}`."""
    app = Flask(import_name)
    app.extensions["record"] = record
    app.jinja_env.globals.update(
        c=hashed_classes, hydrate=hydrate, icons=ICONS, people=people, nonce=lambda: g.nonce
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    @app.before_request
    def remember() -> None:
        record.visits.append(Visit(request.method, request.host, request.full_path.rstrip("?")))
        g.nonce = secrets.token_urlsafe(16)
        # A part of the page fetched later belongs to the build of the page.
        g.build = request.headers.get("X-Build", secrets.token_hex(4))

    @app.after_request
    def protect(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.headers["Content-Security-Policy"] = policy.format(nonce=g.nonce)
        response.headers["Cache-Control"] = "max-age=3600" if _stays() else "no-store"
        return response

    @app.errorhandler(404)
    def missing(_: Exception) -> tuple[str, int]:
        return render_template("missing.html"), 404

    @app.get("/shared/<path:name>")
    def shared(name: str) -> Response:
        return send_from_directory(SHARED, name)

    @app.get("/style/<build>/<name>.css")
    def style(build: str, name: str) -> Response:
        css = (Path(app.root_path) / "static" / f"{name}.css").read_text(encoding="utf-8")
        return Response(CLASS.sub(lambda found: "." + hashed(found[1], build), css), mimetype="text/css")

    @app.get("/picture/<key>.svg")
    def picture(key: str) -> Response:
        emblem = any(company.slug == key for company in people.companies)
        return Response(draw("emblem" if emblem else "portrait", key), mimetype="image/svg+xml")

    @app.get("/favicon.ico")
    def icon() -> tuple[str, int]:
        return "", 204

    return app


def _stays() -> bool:
    """A browser keeps scripts and pictures, as it does those of the real sites; a page only if that is asked for."""
    return request.path.startswith(("/static/", "/shared/", "/picture/")) or "kept" in request.args


def sent(record: Record, kind: str, target: str, body: dict[str, Any]) -> None:
    record.sent.append(Sent(request.host, request.full_path.rstrip("?"), kind, target, body))


def draw(what: str, key: str) -> str:
    """A calm picture for a key, always the same: a portrait, or a company's emblem."""
    seed = hashlib.sha1(key.encode(), usedforsecurity=False).digest()
    hue, skin = seed[0] * 360 // 256, 28 + seed[1] % 48
    colours = {
        "hue": hue,
        "hue2": (hue + 40) % 360,
        "coat": seed[2] * 360 // 256,
        "skin": skin,
        "neck": skin - 6,
    }
    hair = {"hair_hue": 20 + seed[3] % 20, "hair": 12 + seed[4] % 40}
    letter = {"letter": key[0].upper(), "turn": seed[5] % 90}
    return (SHARED / f"{what}.svg").read_text(encoding="utf-8").format(**colours, **hair, **letter)
