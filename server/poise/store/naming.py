"""Names as they are looked up, and ids as they are made."""

import re
import secrets
import time
import unicodedata
from uuid import UUID

_ASIDE = re.compile(r"\s*[(,].*")


def folded(name: str) -> str:
    """A name as it is compared: case, spacing, titles after a comma and nicknames in brackets set aside."""
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return _ASIDE.sub("", plain) or plain


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): its time first, so that rows lie in the order in which they were made."""
    milliseconds = time.time_ns() // 1_000_000
    bits = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=bits)
