"""Whom the tests track, as the popup does it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from .screen import Screen

BERLIN = ZoneInfo("Europe/Berlin")
JANE = "https://www.linkedin.com/in/jane-doe/"
ACME = "https://www.facebook.com/acme.gmbh"


def track(screen: Screen, *, company: str = "Acme GmbH", **said: Any) -> dict[str, Any]:
    """Track somebody as the popup does; with an interview yesterday unless another is said."""
    interviews = said.pop("interviews", [interview(days=-1)])
    body = {"id": str(uuid4()), "company": company, "interviews": interviews, **said}
    answer = screen.tell({"kind": "request", "method": "POST", "path": "/track", "body": body})
    assert answer.get("status") in {200, 201}, answer
    found: dict[str, Any] = answer["body"]
    return found


def interview(**ahead: float) -> dict[str, str]:
    """An interview of an hour that begins so long from now."""
    starts = datetime.now(BERLIN).replace(microsecond=0) + timedelta(**ahead)
    return {"starts": starts.isoformat(), "ends": (starts + timedelta(hours=1)).isoformat()}
