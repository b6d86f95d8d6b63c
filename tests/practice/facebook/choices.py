"""What can be asked of a practice Facebook page in its query; README.md says what each means."""

from dataclasses import dataclass

from ..worded import Worded, words_beside

WORDS = words_beside(__file__)

CHOICES = {
    "state": ("none", "pending", "friends"),
    "lang": tuple(WORDS),
    "marks": ("0", "1"),
    "steps": ("1", "2"),
    "net": ("xhr", "fetch"),
    "trap": ("1", "0"),
    "shortcut": ("0", "1"),
}


@dataclass(frozen=True)
class Choices(Worded):
    table = WORDS
    state: str = "none"
    steps: str = "1"
    net: str = "xhr"
    trap: str = "1"
    shortcut: str = "0"
