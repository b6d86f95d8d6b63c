"""Words that the dictionaries of the language do not have. Absent where there are none."""

import re
from collections.abc import Iterator

from poise.notes.checks import Hit, table
from poise.notes.nearest import far
from poise.notes.reading import Reading
from poise.notes.speller import Speller
from poise.notes.tokens import Span

_LIMITS = table("spelling")["limits"]
_QUOTED = re.compile('["“„«]([^"“”„«»\\n]{1,60})["“”»]')


def find(reading: Reading) -> Iterator[Hit]:
    """A word that is one slip from another is a fault; one that nobody knows is only a hint."""
    speller = reading.speller
    if speller is None:
        return
    named = _named(reading)
    ours = (
        word for word in reading.prose if word.start < reading.signed and word.text.casefold() not in named
    )
    asked = [word for word in ours if _is_asked(reading, word)][: _LIMITS["words"]]
    unknown = [word for word in asked if not speller.knows(word.text)]
    if len(unknown) > max(_LIMITS["strangers"], len(asked) * _LIMITS["share"]):
        return  # another language
    for word in unknown[: _LIMITS["findings"]]:
        yield from _hit(reading, speller, word)


def _hit(reading: Reading, speller: Speller, word: Span) -> Iterator[Hit]:
    if speller.knows(word.text.lower()) and _starts(reading, word):
        return
    if speller.borrowed(word.text):
        return
    better = speller.nearest(word.text)
    doubts = (
        _may_be_name(reading, word),
        _may_be_compound(reading, word.text, better or ""),
        _is_quoted(reading, word),
    )
    sure = better and not any(doubts)
    says = "slip" if sure else "unknown"
    yield Hit(word.start, word.end, says, better, {"word": word.text, "better": better})


def _is_asked(reading: Reading, word: Span) -> bool:
    """Not acronyms, brands (iPhone), names after titles and greetings, words with letters of another script."""
    text = word.text
    if (
        len(text) < _LIMITS["letters"]
        or text.isupper()
        or (any(c.isupper() for c in text[1:] if c != "-") and "-" not in text)
    ):
        return False
    if any(ord(letter) > 0x24F and letter not in "’ʼ‐‑" for letter in text):
        return False
    return not (text[0].isupper() and _is_name(reading, word))


def _may_be_compound(reading: Reading, word: str, better: str) -> bool:
    """German and Norwegian make words of nearly anything, so a word of theirs lies near to many by chance."""
    if reading.note.language == "en":
        return False
    return far(word, better) or (len(word) >= _LIMITS["long"] and set(word) != set(better))


def _may_be_name(reading: Reading, word: Span) -> bool:
    return word.text[0].isupper() and not _starts(reading, word) and len(word.text) < _LIMITS["capital"]


def _is_quoted(reading: Reading, word: Span) -> bool:
    """What somebody else said or typed stands as it was."""
    return any(found.start() < word.start < found.end() for found in _QUOTED.finditer(reading.text))


def _is_name(reading: Reading, word: Span) -> bool:
    """With a capital where the language has none: a name. German has them everywhere: only what stands by a name."""
    if reading.note.language != "de":
        return not _starts(reading, word)
    return word.start in reading.titled


def _starts(reading: Reading, word: Span) -> bool:
    before = reading.text[: word.start].rstrip(" \t\"'“”„«»(-–•*")
    return not before or before[-1] in ".!?:\n\r…"


def _named(reading: Reading) -> set[str]:
    names = (*reading.person.spellings, *reading.company.parts, *reading.note.known)
    bare = {name.casefold() for name in names}
    return bare | {f"{name}{end}" for name in bare for end in ("s", "'s", "’s", "'", "’")}
