"""What the head of a request settles by itself: which body it may bring, and how much of that is worth keeping."""

import re
from collections.abc import Collection, Mapping

API = "/api/v1"
LARGE = {f"{API}/pages/read": 1024 * 1024, f"{API}/imports": 12 * 1024 * 1024}
LARGEST = 64 * 1024
SIGNED = {"SIGNATURE", "SIGNATURE_INPUT", "CONTENT_DIGEST"}
JSON_TYPE = re.compile(r'application/json(\s*;\s*charset="?utf-8"?)?\s*', re.IGNORECASE)


def hosts(port: int) -> Collection[str]:
    """The names by which the service on this port is called."""
    return {f"127.0.0.1:{port}", f"localhost:{port}"}


def is_json(kind: str, encoding: str) -> bool:
    """Whether a body of this type and encoding is plain JSON in UTF-8."""
    return JSON_TYPE.fullmatch(kind) is not None and not encoding


def largest(path: str) -> int:
    """The largest body of a call, in bytes."""
    return LARGE.get(path, LARGEST)


def worth_keeping(path: str, headers: Mapping[str, str], port: int) -> int:
    """How much of a body to keep until its request is whole: a large one only of what the gate may let through.

    `headers`: named in capitals, with `_`.
    """
    ours = headers.get("HOST") in hosts(port)
    readable = is_json(headers.get("CONTENT_TYPE", ""), headers.get("CONTENT_ENCODING", ""))
    return largest(path) if ours and readable and headers.keys() >= SIGNED else LARGEST
