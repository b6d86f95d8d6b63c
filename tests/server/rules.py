"""What the tests ask of the rules of a service."""

from typing import Any

from tests.server.facts import intent
from tests.server.wire import Got, Served

CONNECT = "connect-before-decision"


def soften(served: Served, rule: str, strictness: str) -> Got:
    return served.call("PUT", f"/rules/{rule}", {"strictness": strictness})


def listed(served: Served) -> dict[str, dict[str, Any]]:
    return {rule["id"]: rule for rule in served.call("GET", "/rules").json["rules"]}


def verdict(served: Served, profile: str, action: str = "connect") -> tuple[str, str | None]:
    told = served.call("POST", "/verdicts", intent(action=action, target={"url": profile})).json
    return told["verdict"], told["rule"]


def tag(served: Served) -> str:
    return served.call("GET", "/snapshot").headers["etag"]
