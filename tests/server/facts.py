"""What the tests tell the service: a person, an application, an intent."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from poise.store.naming import new_id
from tests.server.wire import Served

JANE = "https://www.linkedin.com/in/jane-doe/"


def fresh() -> str:
    return str(new_id())


def ago(**units: float) -> str:
    return (datetime.now(UTC) - timedelta(**units)).isoformat()


def interview(days_ago: float) -> dict[str, Any]:
    return {"starts": ago(days=days_ago), "ends": ago(days=days_ago - 1 / 24), "zone": "Europe/Berlin"}


def application(**changed: Any) -> dict[str, Any]:
    return {
        "id": fresh(),
        "company": f"Acme {fresh()}",
        "role": "Data engineer",
        "interviews": [interview(2)],
        **changed,
    }


def interviewer(application_id: str | None = None, **changed: Any) -> dict[str, Any]:
    roles = [{"application": application_id}] if application_id else []
    return {"id": fresh(), "name": f"Jane {fresh()}", "roles": roles, **changed}


def interaction(person: str, **changed: Any) -> dict[str, Any]:
    return {
        "id": fresh(),
        "interviewer": person,
        "kind": "thank_you",
        "channel": "email",
        "at": ago(hours=1),
        **changed,
    }


def intent(**changed: Any) -> dict[str, Any]:
    usual = {"action": "connect", "site": "linkedin", "page_url": JANE, "target": {"url": JANE}}
    return {**usual, **changed}


def track(served: Served, **changed: Any) -> dict[str, Any]:
    """Somebody tracked by one call, with a profile of their own; the answer."""
    slug = f"p-{time.time_ns()}"
    usual = {
        "id": fresh(),
        "name": f"Jane {slug}",
        "company": f"Acme {slug}",
        "profiles": [f"https://www.linkedin.com/in/{slug}/"],
        "interviews": [interview(2)],
    }
    got = served.call("POST", "/track", {**usual, **changed})
    assert got.status in (200, 201), got.body
    told: dict[str, Any] = got.json
    return told
