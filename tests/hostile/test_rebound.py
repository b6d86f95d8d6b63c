"""A page under a name that was made to mean this machine: to the browser it is the service's own page, to us another host's."""

import pytest

from tests.server.refusing import INTENT, VERDICTS, assert_refused, signed
from tests.server.wire import API, JSON, Served

FETCHES = [
    ("GET", f"{API}/health", {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}),
    ("GET", f"{API}/health", {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}),
    ("GET", f"{API}/snapshot", {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors"}),
    ("POST", VERDICTS, {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Content-Type": JSON}),
    (
        "POST",
        f"{API}/pairings",
        {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Content-Type": JSON},
    ),
]


@pytest.mark.parametrize(("method", "path", "headers"), FETCHES)
def test_n18_a_rebound_name_is_no_name_of_ours(
    shared: Served, method: str, path: str, headers: dict[str, str]
) -> None:
    host = f"evil.test:{shared.port}"
    origin = {"Origin": f"http://{host}"} if method == "POST" else {}
    body = INTENT if method == "POST" else b""
    assert_refused(shared.ask(method, path, body, headers=headers | origin, host=host), 421)


def test_n18_not_even_with_a_right_signature(shared: Served) -> None:
    host = f"evil.test:{shared.port}"
    headers = signed(shared, shared.key, host=host) | {"Sec-Fetch-Site": "same-origin"}
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers, host=host), 421)
