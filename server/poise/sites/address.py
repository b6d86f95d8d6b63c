"""A web address taken apart strictly: what two programs could read differently is no address.

Not `urllib.parse`: it drops tabs and newlines silently and reads a backslash as an ordinary letter,
and the extension's reader has to come to the same answer character by character.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

LONGEST = 4096

_PARTS = re.compile(
    r"(?:(?:([Hh][Tt][Tt][Pp][Ss]?):)?//)?([^/?#]*)(/[^?#]*)?(?:\?([^#]*))?(?:#.*)?", re.DOTALL
)
_REFUSED = re.compile(r"[\x00-\x1f\x7f]")
_REFUSED_IN_PATH = re.compile(r"[\\ \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True)
class Address:
    """Host in lower case, decoded path segments, decoded query values by name."""

    host: str
    segments: tuple[str, ...]
    query: dict[str, list[str]]


def parse(text: str) -> Address | None:
    """`text` as an http(s) address, with or without its scheme; null if it is none, or is ambiguous."""
    text = text.strip(" \t\r\n\f")
    if len(text) > LONGEST or _REFUSED.search(text):
        return None
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    scheme, host, path, query = parts.groups()
    if _REFUSED_IN_PATH.search(host + (path or "")):
        return None
    name = _host(host, (scheme or "https").lower())
    segments = _segments(path or "/")
    if name is None or segments is None:
        return None
    return Address(name, segments, _query(query or ""))


def absolute(link: str, page_url: str) -> str:
    """`link` as it stands on the page at `page_url`; what is neither absolute nor rooted stays as it is."""
    link = link.strip(" \t\r\n\f")
    if not link.startswith("/") or link.startswith("//"):
        return link
    here = parse(page_url)
    return f"https://{here.host}{link}" if here else link


def decoded(text: str) -> str | None:
    """`text` with one layer of percent-encoding removed; null if malformed or if another layer is left."""
    if _BAD_ESCAPE.search(text):
        return None
    try:
        plain = unquote_to_bytes(text).decode("utf-8")
    except UnicodeError:
        return None
    return None if "%" in plain else plain


def _host(text: str, scheme: str) -> str | None:
    if not text.isascii():
        return None
    host = text.lower().removesuffix(_PORTS[scheme]).removesuffix(".")
    return host if _HOST.fullmatch(host) else None


def _segments(path: str) -> tuple[str, ...] | None:
    raw = path.removeprefix("/").removesuffix("/").split("/")
    if raw == [""]:
        return ()
    plain = [decoded(part) for part in raw]
    whole = tuple(part for part in plain if part and part not in {".", ".."})
    return whole if len(whole) == len(raw) else None


def _query(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in text.split("&"):
        name, _, value = pair.partition("=")
        plain = decoded(value.replace("+", " "))
        if plain is not None:
            found.setdefault(name, []).append(plain)
    return found
