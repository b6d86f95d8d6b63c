"""The description covers every call, and every call but two wants a signature."""

import re
from typing import Any

import pytest
from flask import Flask

from poise.api.parts import EVERYTHING
from poise.app import App
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.store.soundness import opening
from tests.server.facts import fresh
from tests.server.refusing import assert_refused
from tests.server.wire import API, Served

UNSIGNED = {"/health", "/pairings"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    path = tmp_path_factory.mktemp("app") / "data"
    secure_folder(path)
    settings = Settings(Folder(path), 27182)
    return App(settings, opening(settings)).flask(EVERYTHING)


@pytest.fixture(scope="module")
def description(shared: Served) -> dict[str, Any]:
    told: dict[str, Any] = shared.call("GET", "/openapi.json").json
    return told


def routes(app: Flask) -> set[tuple[str, str]]:
    return {
        (method, re.sub(r"<(?:uuid:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_is_described_and_nothing_else(app: Flask, description: dict[str, Any]) -> None:
    described = {(method.upper(), path) for path, calls in description["paths"].items() for method in calls}
    assert described == routes(app)
    assert description["openapi"] == "3.1.0"


def test_every_description_says_something(description: dict[str, Any]) -> None:
    calls = [call for path in description["paths"].values() for call in path.values()]
    assert all(call["summary"].endswith(".") for call in calls)
    assert len({call["operationId"] for call in calls}) == len(calls)


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(inner) for inner in value.values()))
    return set().union(*(references(inner) for inner in value)) if isinstance(value, list) else set()


def test_every_shape_that_is_named_is_there(description: dict[str, Any]) -> None:
    named = {reference.removeprefix("#/components/schemas/") for reference in references(description)}
    assert named <= set(description["components"]["schemas"])


def test_messages_refuse_unknown_fields(description: dict[str, Any]) -> None:
    for path, calls in description["paths"].items():
        for call in calls.values():
            if "requestBody" in call:
                reference = call["requestBody"]["content"]["application/json"]["schema"]["$ref"]
                schema = description["components"]["schemas"][reference.rpartition("/")[2]]
                assert schema["additionalProperties"] is False, path


def test_A01_every_call_but_two_wants_a_signature(
    app: Flask, shared: Served, description: dict[str, Any]
) -> None:
    unsigned = {
        path.removeprefix(API)
        for path, calls in description["paths"].items()
        for call in calls.values()
        if call.get("security") == []
    }
    assert unsigned == UNSIGNED
    for method, path in sorted(routes(app)):
        if path.removeprefix(API) not in UNSIGNED:
            assert_refused(shared.ask(method, re.sub(r"\{\w+\}", fresh(), path)), 401)


CONTRACT = """GET /health, POST /pairings, GET /snapshot, POST /verdicts, POST /verdicts/{verdict_id}/choice,
    GET /sites, POST /pages/read, GET /agenda, GET /badge, GET /openapi.json"""


def test_the_contracts_calls_are_there(app: Flask) -> None:
    wanted = [call.split() for call in CONTRACT.split(",")]
    for noun in ("applications", "interviewers", "interactions"):
        wanted += [[method, f"/{noun}"] for method in ("GET", "POST")]
        wanted += [[method, f"/{noun}/{{row_id}}"] for method in ("GET", "PUT", "DELETE")]
    assert {(method, API + path) for method, path in wanted} <= routes(app)
