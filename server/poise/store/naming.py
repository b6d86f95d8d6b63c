"""Names as they are looked up, and ids as they are made."""

import secrets
import time
from uuid import UUID

from poise.text import folded, folded_company

__all__ = ["folded", "folded_company", "new_id"]


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): its time first, so that rows lie in the order in which they were made."""
    milliseconds = time.time_ns() // 1_000_000
    bits = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=bits)
