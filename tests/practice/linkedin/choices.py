"""What can be asked of a practice LinkedIn page in its query; README.md says what each means."""

from dataclasses import dataclass

from ..worded import Worded, words_beside

WORDS = words_beside(__file__)

CHOICES = {
    "gen": ("late-link", "late-button", "more-only", "classic", "early"),
    "state": ("none", "pending", "incoming", "connected", "follow-only", "self"),
    "lang": tuple(WORDS),
    "marks": ("0", "1"),
    "acts": ("click", "pointerdown", "mousedown", "touchstart"),
    "hit": ("plain", "cousin"),
    "layout": ("3", "2"),
    "variant": ("plain", "email", "quota", "know", "limit"),
    "note": ("200", "300"),
    "send": ("voyager", "sdui"),
    "cards": ("mixed", "button"),
    "rail": ("dialog", "now"),
    "keys": ("member", "uuid"),
    "message": ("new", "inmail", "thread"),
    "enter": ("0", "1"),
    "frame": ("0", "1"),
}


@dataclass(frozen=True)
class Choices(Worded):
    table = WORDS
    gen: str = "late-link"
    state: str = "none"
    acts: str = "click"
    hit: str = "plain"
    layout: str = "3"
    variant: str = "plain"
    note: str = "300"
    send: str = "voyager"
    cards: str = "mixed"
    rail: str = "dialog"
    keys: str = "member"
    message: str = "new"
    enter: str = "0"
    frame: str = "0"
