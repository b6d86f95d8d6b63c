"""Forms of addresses and marks as a site map writes them: `/in/{slug}/**`, `urn:li:member:{member}`.

`{…}` is a value of a known type, `*` anything within one segment, a last `**` any further segments.
A form that begins with `/` is of the site's own hosts; one with a host before it is of that host.
A form without `/` is a mark: text that may stand anywhere within an attribute.
"""

import re
import unicodedata
from dataclasses import dataclass

from poise.sites.address import Address
from poise.sites.member import member_number

# Any letter of any script, but no white space, no control, no surrogate and, of ASCII, only - _ and
# alphanumerics; not the Kelvin sign either, which lower case would turn into a plain k.
_SLUG_BUT = (
    r"\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u212a\u3000"
    r"\ud800-\udfff\ufeff"
)
TYPES = {
    "slug": f"[^{_SLUG_BUT}]{{1,100}}",
    "company": f"(?:[^{_SLUG_BUT}]|[.&']){{1,100}}",
    "vanity": r"[A-Za-z0-9.]{2,75}",
    "handle": r"[A-Za-z0-9._]{1,30}",
    "code": r"(?:ACoAA|ACwAA|AEMAA)[A-Za-z0-9_-]{34}",
    "member": r"[0-9]{1,15}",
    "id": r"[0-9]{1,20}",
    "a": r"[0-9A-Fa-f]{1,3}",
    "b": r"[0-9A-Fa-f]{1,3}",
    "c": r"[0-9A-Fa-f]{1,3}",
}
_TOKEN = re.compile(r"\{([a-z]+)\}|(\*)")


@dataclass(frozen=True, slots=True)
class Form:
    """One compiled form; `rest` says whether further segments may follow."""

    host: str | None
    segments: tuple[re.Pattern[str], ...]
    rest: bool
    query: tuple[tuple[str, re.Pattern[str]], ...]

    def match(self, address: Address, hosts: re.Pattern[str]) -> dict[str, str] | None:
        """The values in `address`, as written there; null if it has not this form."""
        if not (address.host == self.host if self.host else hosts.fullmatch(address.host)):
            return None
        return None if self._wrong_length(address.segments) else self._values(address)

    def _wrong_length(self, segments: tuple[str, ...]) -> bool:
        return len(segments) < len(self.segments) or (len(segments) > len(self.segments) and not self.rest)

    def _values(self, address: Address) -> dict[str, str] | None:
        wanted = list(zip(self.segments, address.segments, strict=False))
        for name, pattern in self.query:
            given = address.query.get(name, [])
            if len(given) != 1:  # the same name twice is read differently by different programs
                return None
            wanted.append((pattern, given[0]))
        values: dict[str, str] = {}
        for pattern, text in wanted:
            found = pattern.fullmatch(text)
            if found is None:
                return None
            values |= found.groupdict()
        return values


def is_mark(text: str) -> bool:
    """Whether `text` is the form of a mark, not of an address."""
    return "/" not in text


def compile_form(text: str) -> Form:
    """The form written as `text`; raises ValueError for a type that does not exist."""
    place, _, query = text.partition("?")
    host, _, path = place.partition("/")
    parts = [part for part in path.split("/") if part]
    rest = bool(parts) and parts[-1] == "**"
    return Form(
        host or None,
        tuple(compile_text(part) for part in (parts[:-1] if rest else parts)),
        rest,
        tuple((name, compile_text(value)) for name, _, value in _pairs(query)),
    )


def compile_text(text: str) -> re.Pattern[str]:
    """One segment, query value or mark as a pattern; literals in any case."""
    pattern, end = "", 0
    for token in _TOKEN.finditer(text):
        pattern += _literal(text[end : token.start()]) + _value(token)
        end = token.end()
    return re.compile(pattern + _literal(text[end:]), re.DOTALL)


def compile_hosts(hosts: tuple[str, ...]) -> re.Pattern[str]:
    """Hosts, where `*` stands for letters, digits and hyphens within one label."""
    return re.compile("|".join(re.escape(host).replace(r"\*", "[a-z0-9-]+") for host in hosts))


def canonical(kind: str, text: str) -> str | None:
    """`text` as the one spelling of its type; null if nothing of that type is left."""
    if kind in {"code", "member", "id"}:
        return text if kind == "code" else text.lstrip("0") or None
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    if not re.fullmatch(TYPES[kind], plain) or plain.strip(".") == "":
        return None
    return plain.zfill(3) if kind == "b" else plain


def is_code(text: str) -> bool:
    """Whether `text` is one of LinkedIn's ids, in which the member number stands."""
    return re.fullmatch(TYPES["code"], text) is not None and member_number(text) is not None


def number(kind: str, text: str) -> str | None:
    """The id that joins: the member number in a code, or the number itself."""
    if kind == "code":
        return member_number(text)
    return text.lstrip("0") or None if kind in {"member", "id"} else None


def _pairs(query: str) -> list[tuple[str, str, str]]:
    return [pair.partition("=") for pair in query.split("&") if pair]


def _value(token: re.Match[str]) -> str:
    if token[2]:
        return ".*"
    if token[1] not in TYPES:
        raise ValueError(f"there is no type {{{token[1]}}}")
    return f"(?P<{token[1]}>{TYPES[token[1]]})"


def _literal(text: str) -> str:
    return "".join(
        f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() else re.escape(letter) for letter in text
    )
