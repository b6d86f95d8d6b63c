"""A Flask application that gets the calls of a part when the first of them comes."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import TYPE_CHECKING

from flask import Flask

from poise.api.parts import AT_ONCE, modules_for
from poise.heads import API
from poise.lasting import lasting

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Modules = frozenset[str]


class Growing:
    """Flask takes no blueprint after its first request; so a larger application takes the place of the smaller."""

    def __init__(self, make: Callable[[Modules], Flask]) -> None:
        self._make = make
        self._lock = Lock()
        with lasting():
            self._now = (AT_ONCE, make(AT_ONCE))

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        wanted = modules_for(environ["PATH_INFO"].removeprefix(API))
        has, app = self._now
        return (app if wanted <= has else self.grown(wanted))(environ, start_response)

    def grown(self, wanted: Modules) -> Flask:
        """The application, from now on with these modules in it."""
        with self._lock, lasting():
            has, app = self._now
            if not wanted <= has:
                app = self._make(has | wanted)
                self._now = (has | wanted, app)
            return app
