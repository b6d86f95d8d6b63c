"""The description of the whole API, made from the messages themselves."""

import re
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, current_app
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from poise.api.endpoint import DESCRIBED, Endpoint, endpoint
from poise.api.problems import Problem
from poise.config import VERSION

blueprint = Blueprint("openapi", __name__)

VARIABLE = re.compile(r"<(uuid:)?(\w+)>")
UNSIGNED = {"health.health", "pairings.pair"}
MODES: tuple[JsonSchemaMode, ...] = ("validation", "serialization")
SCHEMAS = "#/components/schemas/{model}"
SIGNATURE = "HTTP Message Signatures (RFC 9421) as docs/protocol.md says."


@endpoint(blueprint, "GET", "/openapi.json")
def describe() -> dict[str, Any]:
    """This description."""
    calls = list(_calls())
    used = {model for _, call in calls for model in (call.takes, call.asks, call.gives) if model} | {Problem}
    wanted = [(model, mode) for model in sorted(used, key=repr) for mode in MODES]
    names, schemas = models_json_schema(wanted, ref_template=SCHEMAS)
    paths: dict[str, dict[str, Any]] = {}
    for (name, rule), call in calls:
        path = paths.setdefault(VARIABLE.sub(r"{\2}", rule), {})
        path[call.method.lower()] = _operation(name, rule, call, names)
    scheme = {"type": "http", "scheme": "signature", "description": SIGNATURE}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Poise", "version": VERSION},
        "paths": paths,
        "components": {"schemas": schemas["$defs"], "securitySchemes": {"signature": scheme}},
        "security": [{"signature": []}],
    }


def _calls() -> Iterator[tuple[tuple[str, str], Endpoint]]:
    for rule in current_app.url_map.iter_rules():
        described = DESCRIBED.get(current_app.view_functions[rule.endpoint])
        if described:
            yield (rule.endpoint, rule.rule), described


def _operation(name: str, rule: str, call: Endpoint, names: dict[Any, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": name,
        "summary": call.summary,
        "parameters": [*_path_parameters(rule), *_query_parameters(call.asks)],
        "responses": {
            str(call.status): _content(call.gives, "serialization", names) | {"description": call.summary},
            "4XX": _content(Problem, "serialization", names, "application/problem+json")
            | {"description": "A refusal."},
        },
    }
    if call.takes is not None:
        operation["requestBody"] = _content(call.takes, "validation", names) | {"required": True}
    if name in UNSIGNED:
        operation["security"] = []
    return operation


def _content(
    model: type[BaseModel] | None, mode: str, names: dict[Any, Any], media: str = "application/json"
) -> dict[str, Any]:
    return {"content": {media: {"schema": names[model, mode] if model else {"type": "object"}}}}


def _path_parameters(rule: str) -> Iterator[dict[str, Any]]:
    for kind, name in VARIABLE.findall(rule):
        schema = {"type": "string"} | ({"format": "uuid"} if kind else {})
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _query_parameters(model: type[BaseModel] | None) -> Iterator[dict[str, Any]]:
    for name, schema in (model.model_json_schema()["properties"] if model else {}).items():
        yield {"name": name, "in": "query", "schema": schema}
