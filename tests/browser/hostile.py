"""A LinkedIn that means harm: small pages of the tests' own, whose script runs before anything else of the page."""

from dataclasses import dataclass, field
from html import escape

from flask import Flask, request
from flask.typing import ResponseReturnValue

from tests.practice import Practice, Tunnel

HOST = "hostile.linkedin.com"

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{name} | LinkedIn</title><script>{log}{script}</script></head>
<body><main><h2>{name}</h2><p>somebody</p>
<button type="button" id="connect" aria-label="Invite {name} to connect" onclick="send(event)"><svg
  width="16" height="16"><path d="M0 0h16v16z"></path></svg><span>Connect</span></button>
<label for="connect" id="label">Connect by the label</label>
<form id="form" action="/sent" method="post" target="answer"><input id="field" name="note">
  <button id="submit" aria-label="Invite {name} to connect">Connect</button></form>
<iframe name="answer" title=""></iframe><p id="more">More of the page</p>
</main></body></html>"""

# What handlers of the page see of gestures, from its head on.
LOG = """
window.seen = [];
const post = fetch.bind(window, "/sent", { method: "POST" });
for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick", "touchstart", "touchend",
  "keydown", "keypress", "keyup", "submit", "input", "focusin", "focusout", "contextmenu", "beforeinput", "change"]) {
  addEventListener(type, (event) => seen.push({ type, id: event.target.id ?? "", tag: event.target.localName ?? "window",
    key: event.key ?? null, isTrusted: event.isTrusted }), { capture: true, passive: true });
}
function send(event) { seen.push({ type: "sent", isTrusted: event.isTrusted }); post(); }
"""


@dataclass
class Hostile:
    """The site; `sent` lists what reached its server by a button of a page."""

    sent: list[str] = field(default_factory=list)

    def app(self) -> Flask:
        app = Flask(__name__)

        @app.get("/in/<slug>/")
        def profile(slug: str) -> ResponseReturnValue:
            name = " ".join(part.capitalize() for part in slug.split("-"))
            return PAGE.format(name=escape(name), log=LOG, script=request.args.get("script", ""))

        @app.post("/sent")
        def sent() -> ResponseReturnValue:
            self.sent.append(request.referrer or "")
            return "", 204

        return app

    def served_by(self, practice: Practice, tunnel: Tunnel) -> "Hostile":
        """Beside the practice sites, on their port."""
        practice._apps[HOST] = self.app()
        tunnel.hosts |= {HOST}
        return self
