"""Signatures made by hand, whatever they say of themselves."""

import base64
import hashlib
import hmac
import re
import time

from poise.signing import (
    Key,
    new_nonce,
)
from tests.server.refusing import INTENT, VERDICTS
from tests.server.wire import JSON, Got, Served

VECTOR = Key("vector", bytes(range(32)))
COVERED = '("@method" "@target-uri" "content-digest")'


def raw_signature(
    served: Served, key: Key, *, parameters: str, label: str = "poise", covered: str = COVERED
) -> dict[str, str]:
    """A signature made by hand over the usual values, whatever it says of itself."""
    digest = base64.b64encode(hashlib.sha256(INTENT).digest()).decode()
    values = {
        "@method": "POST",
        "@target-uri": f"http://{served.host}{VERDICTS}",
        "@authority": served.host,
        "content-digest": f"sha-256=:{digest}:",
        "content-type": JSON,
    }
    names = re.findall(r'"([^"]+)"', covered)
    base = "\n".join(
        [*(f'"{name}": {values[name]}' for name in names), f'"@signature-params": {covered}{parameters}']
    )
    signature = base64.b64encode(hmac.digest(key.secret, base.encode(), hashlib.sha256)).decode()
    return {
        "Content-Type": JSON,
        "Content-Digest": f"sha-256=:{digest}:",
        "Signature-Input": f"{label}={covered}{parameters}",
        "Signature": f"{label}=:{signature}:",
    }


def parameters(**changed: str | None) -> str:
    """The four parameters, some of them others or left out."""
    usual = {
        "created": str(int(time.time())),
        "keyid": '"terminal"',
        "alg": '"hmac-sha256"',
        "nonce": f'"{new_nonce()}"',
    }
    wanted: dict[str, str | None] = {**usual, **changed}
    return "".join(f";{name}={value}" for name, value in wanted.items() if value is not None)


def post(served: Served, headers: dict[str, str], body: bytes = INTENT) -> Got:
    return served.ask("POST", VERDICTS, body, headers=headers)
