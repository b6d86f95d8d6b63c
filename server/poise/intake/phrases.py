"""Whether a text has one of the phrases of a table."""

import re
from collections.abc import Iterable
from functools import cache

from poise.intake.tables import table


@cache
def pattern(group: str) -> re.Pattern[str]:
    """Any phrase of a group of interviews.toml, in a text that is casefolded."""
    anywhere, begins = _phrases(group)
    return re.compile(f"{anywhere}|(?<!\\w)(?:{begins})")


@cache
def whole_words(group: str) -> re.Pattern[str]:
    """The words that a phrase of the group stands in, in a title as it is written."""
    anywhere, begins = _phrases(group)
    return re.compile(rf"\w*(?:{anywhere})\w*|(?<!\w)(?:{begins})\w*", re.IGNORECASE)


def _phrases(group: str) -> tuple[str, str]:
    words = table("interviews")[group]
    return joined(words.get("anywhere", ())), joined(words.get("word", ()))


def joined(phrases: Iterable[str]) -> str:
    """A pattern for any of these, the longest first, however wide the gaps in them."""
    plain = sorted((phrase.casefold() for phrase in phrases), key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in plain) or "(?!)"


def has(group: str, text: str) -> bool:
    return pattern(group).search(text.casefold()) is not None
