"""One spelling for the many ways of typing a word: case, diacritics or digraphs, styled and invisible letters."""

import re
import unicodedata

_EMOJI_LIKE_A_WORD = re.compile(r".\ufe0f\u20e3?|[0-9#*]\u20e3")  # folding would make letters or digits of it
_MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_FORMATS = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e01ef"
_INVISIBLE = re.compile(f"[{_MARKS}{_FORMATS}]+")
_APOSTROPHES = "\u2019\u2018\u02bc\u00b4\u2032`"
_LETTERS = {"æ": "a", "ø": "o", "œ": "o", "ð": "d", "đ": "d", "ł": "l"}
_SPELLING = str.maketrans(_LETTERS | dict.fromkeys(_APOSTROPHES, "'"))
_SYMBOLS = re.compile(r"[^\w\s!-/:-@\[-^{-~]+")
_DIGRAPH = re.compile("a[ae]+|oe+|ue+")


def fold(text: str) -> str:
    """Lower case; ä, ae, æ, å, aa become a, likewise o and u; ß becomes ss; emojis and symbols become spaces.

    German and Norwegian words collide now and then (schon and schön), as they do when typed in haste.
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKD", _EMOJI_LIKE_A_WORD.sub(" ", text)))
    plain = _SYMBOLS.sub(" ", text.casefold().translate(_SPELLING))
    return _DIGRAPH.sub(lambda found: found[0][0], plain)
