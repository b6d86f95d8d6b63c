"""A call that the gate lets through, and what a refusal of it looks like."""

import json

from poise.signing import Key, new_nonce
from tests.server.wire import API, JSON, Got, Served, signature_of

INTENT = json.dumps(
    {
        "action": "connect",
        "site": "linkedin",
        "page_url": "https://www.linkedin.com/in/jane-doe/",
        "target": {"name": "Jane Doe"},
    }
).encode()
VERDICTS = f"{API}/verdicts"


def assert_refused(got: Got, status: int) -> None:
    """Our fixed words for this status, with nothing in them of what was asked or is stored."""
    assert got.status == status
    assert got.headers["content-type"] == "application/problem+json"
    assert set(got.json) == {"type", "title", "status", "detail"}
    assert got.json["status"] == status
    assert not [name for name in got.headers if name.startswith("access-control-")]
    assert "signature" not in got.headers
    assert got.headers["cache-control"] == "no-store"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cross-origin-resource-policy"] == "same-origin"
    assert got.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert got.headers["server"] == "http"


def signed(served: Served, key: Key, host: str | None = None, body: bytes = INTENT) -> dict[str, str]:
    signature = signature_of("POST", f"http://{host or served.host}{VERDICTS}", body, key, new_nonce())
    return {"Content-Type": JSON, **signature}
