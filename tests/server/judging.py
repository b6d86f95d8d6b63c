"""A verdict as the service gives it, and a company to ask one about."""

from typing import Any

from tests.server.facts import fresh, intent, track
from tests.server.wire import Served


def judged(served: Served, **changed: Any) -> dict[str, Any]:
    got = served.call("POST", "/verdicts", intent(**changed))
    assert got.status == 200, got.body
    told: dict[str, Any] = got.json
    return told


def company(served: Served) -> tuple[str, str]:
    """A company whose page is tracked: its name and the page."""
    name = f"acme{fresh().replace('-', '')}"
    page = f"https://www.facebook.com/{name}"
    track(served, company=name, pages=[page])
    return name, page
