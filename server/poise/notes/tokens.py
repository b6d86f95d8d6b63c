"""The words and sentences of a text, with their places in code points."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = r"[\u0300-\u036f]*"
_LETTERS = rf"(?:[^\W\d_]{_MARK})+"
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ\-‐‑]{_LETTERS})*")
_NO_PROSE = re.compile(
    r"`[^`\n]+`"  # code
    r"|(?:https?://|www\.)\S+"
    r"|(?<!\S)\S+@\S+|(?<!\S)[@#]\S+"
    r"|(?<![\w-])[\w-]+(?:\.[\w-]+)+(?:/\S*)?"  # domains, files, versions
    r"|(?<!\S)[~/\\]\S+"
    r"|(?<!\w)\w*\d[\w-]*|(?<!\w)\w*_\w*"
)
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[-*•–]\s)")
_ABBREVIATED = "bzw ca dr dvs eks evtl f frau ggf hr inkl kl mr mrs ms nr prof st tel vgl z"
_ABBREVIATIONS = frozenset(_ABBREVIATED.split(" "))


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, composed (NFC), and where it stands."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Span]:
    """Every word; a hyphen or an apostrophe within one does not part it."""
    return [_span(found) for found in _WORD.finditer(text)]


def prose(text: str, found: list[Span]) -> list[Span]:
    """Those words that are neither part of an address, of code, nor of something with digits."""
    taken = [match.span() for match in _NO_PROSE.finditer(text)]
    kept, at = [], 0
    for word in found:
        while at < len(taken) and taken[at][1] <= word.start:
            at += 1
        if at == len(taken) or taken[at][0] >= word.end:
            kept.append(word)
    return kept


def sentences(text: str) -> list[Span]:
    """The sentences, without the space around them."""
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for end in [*(m.end() for m in _SENTENCE_END.finditer(text) if not _abbreviated(text, m)), len(text)]:
        piece = text[start:end]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield Span(piece.strip(), first, first + len(piece.strip()))
        start = end


def _abbreviated(text: str, end: re.Match[str]) -> bool:
    if not end[0].startswith(".") or end[0].startswith(".."):
        return False
    before = re.search(r"\w+$", text[max(0, end.start() - 12) : end.start()])
    return before is not None and (before[0].casefold() in _ABBREVIATIONS or len(before[0]) == 1)


def _span(found: re.Match[str]) -> Span:
    return Span(unicodedata.normalize("NFC", found[0]), found.start(), found.end())
