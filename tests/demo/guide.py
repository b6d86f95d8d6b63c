"""The demo's start page: whom one plays, what to try, and the buttons that let the story go on."""

import threading
from pathlib import Path

from flask import Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.serving import make_server

from tests.browser.service import POISE, Service
from tests.practice import Practice
from tests.practice.server import QuietHandler

from .samples import SAMPLES

SAYS = {
    "offer": ("outcome", "Acme GmbH", "offer"),
    "no-decision": ("outcome", "Acme GmbH", "none"),
}


class Guide:
    """`with Guide(practice, service) as guide:` serves it on loopback, at `guide.address`."""

    def __init__(self, practice: Practice, service: Service) -> None:
        self._server = make_server(
            "127.0.0.1", 0, create_app(practice, service), threaded=True, request_handler=QuietHandler
        )
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="guide", daemon=True
        )

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> "Guide":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def create_app(practice: Practice, service: Service) -> Flask:
    app = Flask(__name__, template_folder=str(Path(__file__).with_name("templates")))
    decided = False

    @app.before_request
    def only_from_itself() -> None:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site") != "same-origin":
            abort(403)

    @app.get("/")
    def page() -> str:
        return render_template(
            "guide.html", url=practice.url, samples=SAMPLES, service=service, decided=decided, poise=POISE
        )

    @app.post("/say/<what>")
    def say(what: str) -> ResponseReturnValue:
        nonlocal decided
        service.say(*SAYS.get(what) or abort(404))
        decided = what == "offer"
        return redirect("/#acme", 303)

    @app.post("/service/<wish>")
    def turn(wish: str) -> ResponseReturnValue:
        if wish == "stop":
            service.stop()
        elif not service.running:
            service.start()
        return redirect("/#service", 303)

    return app
