"""One spelling for the many ways of typing a word: case, diacritics or their digraphs, styled letters, invisible characters."""

import re
import unicodedata

_EMOJI_OF_A_LETTER = re.compile(
    r".\ufe0f\u20e3?|[0-9#*]\u20e3"
)  # an emoji that compatibility folding would turn into a word
_LETTERS = str.maketrans(
    {"æ": "a", "ø": "o", "œ": "o", "ð": "d", "đ": "d", "ł": "l"} | dict.fromkeys("’‘ʼ`´′", "'")
)  # noqa: RUF001
_DIGRAPH = re.compile("a[ae]+|oe+|ue+")
_SYMBOL = re.compile(r"[^\w\s!-/:-@\[-^{-~]+")


def fold(text: str) -> str:
    """Lower case; ä, ae, æ, å and aa become a, likewise o and u; ß becomes ss; emojis and symbols become spaces.

    German and Norwegian words collide now and then (schon and schön): people type them alike.
    """
    text = unicodedata.normalize("NFKD", _EMOJI_OF_A_LETTER.sub(" ", text)).casefold()
    text = (
        "".join(c for c in text if unicodedata.category(c) not in _INVISIBLE) if not text.isascii() else text
    )
    return _DIGRAPH.sub(lambda found: found[0][0], _SYMBOL.sub(" ", text.translate(_LETTERS)))


_INVISIBLE = {"Mn", "Me", "Cf"}
