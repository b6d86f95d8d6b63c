"""The first line of a note, where somebody is greeted: who."""

import re
from dataclasses import dataclass

from poise.notes import names
from poise.notes.tokens import Span, words

_LINE = re.compile(
    r"\s*(?:[^\n,!:;.–—]|(?<=\b(?:Dr|Mr|Ms|Hr|Fr))\.|(?<=\b(?:Prof|Dipl))\.|(?<=\b(?:Mrs|Mag|Ing))\.|(?<=\b\w)\.)*"
)
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Greeting:
    """The names that are greeted, and whether titles stand before them; nobody where nobody is."""

    names: tuple[Span, ...] = ()
    titled: bool = False


def greeting(text: str) -> Greeting:
    line = _LINE.match(text)
    found = words(line[0]) if line else []
    if not found or len(found) > _LONGEST or found[0].text.casefold() not in names.greetings():
        return Greeting()
    rest = [word for word in found if word.text.casefold() not in names.greetings()]
    titled = any(word.text.casefold() in names.titles() for word in rest)
    called = [word for word in rest if word.text.casefold() not in names.titles()]
    if any(word.text.casefold() in names.everybody() for word in called):
        return Greeting()
    end = next((i for i, word in enumerate(called) if not (titled or _is_name(word, i))), len(called))
    return Greeting(tuple(called[:end]), titled)


def _is_name(word: Span, place: int) -> bool:
    """With a capital; the very first is a name even where that was forgotten (hi jane)."""
    return word.text[0].isupper() or place == 0
