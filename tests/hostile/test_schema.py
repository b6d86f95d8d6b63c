"""Whatever fits the description of the API, or nearly does, is answered or refused: never a stumble, never unsigned."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from werkzeug.test import Client

from poise.app import App
from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.pairing import terminal_key
from poise.signing import Key, Request, new_nonce, sign_request
from poise.store.soundness import opening
from tests.server.test_openapi import UNSIGNED

PORT = 27182
BASE = f"http://127.0.0.1:{PORT}"
Ask = Callable[[str, str, bytes], Any]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A signed call of the application itself, the gate before it."""
    path = tmp_path_factory.mktemp("schema") / "data"
    secure_folder(path)
    own = Settings(Folder(path), PORT)
    with closing(App(own, opening(own))) as app:
        yield asking(app, terminal_key(own.folder))


def asking(app: App, key: Key) -> Ask:
    def ask(method: str, target: str, body: bytes) -> Any:
        request = Request(method, f"{BASE}{target}")
        sign_request(request, body, key, new_nonce())
        headers = request.headers | ({"Content-Type": "application/json"} if body else {})
        return Client(app).open(target, method=method, data=body, headers=headers, base_url=BASE)

    return ask


@pytest.fixture(scope="module")
def operations(ask: Ask) -> list[Any]:
    schema = schemathesis.openapi.from_dict(ask("GET", "/api/v1/openapi.json", b"").json)
    found = (one.ok() for one in schema.get_all_operations() if isinstance(one, Ok))
    return [one for one in found if one.path.removeprefix("/api/v1") not in UNSIGNED]


def holds(ask: Ask, operation: Any, mode: GenerationMode, examples: int) -> None:
    """So many calls of one operation, made up from its description, or from something near it."""

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(mode))
    def answered(case: Any) -> None:
        sent = requests.Request(**case.as_transport_kwargs(base_url=BASE)).prepare()
        body = sent.body if isinstance(sent.body, bytes) else str(sent.body or "").encode()
        got = ask(str(sent.method), sent.path_url, body)
        assert got.status_code < 500, (sent.method, sent.path_url, body)
        assert "Signature" in got.headers or got.status_code == 413, "what is too large is refused unread"

    answered()


@pytest.mark.entry("I07")
def test_what_fits_the_description_is_no_stumble(ask: Ask, operations: list[Any]) -> None:
    assert len(operations) > 40
    for operation in operations:
        holds(ask, operation, GenerationMode.POSITIVE, 4)


@pytest.mark.long
@pytest.mark.entry("I07")
@pytest.mark.parametrize("mode", GenerationMode)
def test_what_nearly_fits_is_none_either_five_hundred_times_an_operation(
    ask: Ask, operations: list[Any], mode: GenerationMode
) -> None:
    for operation in operations:
        holds(ask, operation, mode, 500)
