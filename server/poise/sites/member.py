"""LinkedIn's opaque profile ids carry the member number; reading it needs no network."""

from base64 import urlsafe_b64decode

# The two bytes each id begins with: profile (ACoAA…), Sales Navigator (ACwAA…), Recruiter (AEMAA…).
_TYPES = frozenset({b"\x00\x2a", b"\x00\x2c", b"\x00\x43"})


def member_number(code: str) -> str | None:
    """The decimal member number in `code` (39 base64url characters); null if it has another layout."""
    if len(code) != 39:
        return None
    raw = urlsafe_b64decode(code + "=")
    if raw[:2] not in _TYPES or raw[8] != 1:
        return None
    return str(int.from_bytes(raw[2:8], "big")) if any(raw[2:8]) else None
