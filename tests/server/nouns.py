"""One thing of each noun, made over HTTP."""

from typing import Any

from tests.server.facts import application, interaction, interviewer
from tests.server.wire import Served


def body_for(served: Served, noun: str) -> dict[str, Any]:
    if noun == "applications":
        return application()
    if noun == "interviewers":
        return interviewer(made(served, "applications", application())["id"])
    return interaction(made(served, "interviewers", interviewer())["id"])


def made(served: Served, noun: str, body: dict[str, Any]) -> dict[str, Any]:
    got = served.call("POST", f"/{noun}", body)
    assert got.status == 201, got.body
    told: dict[str, Any] = got.json
    return told
