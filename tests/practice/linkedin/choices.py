"""What can be asked of a practice LinkedIn page in its query; README.md says what each means."""

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..common import marked

WORDS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)

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
class Choices:
    gen: str = "late-link"
    state: str = "none"
    lang: str = "en"
    marks: str = "0"
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

    @property
    def words(self) -> dict[str, str]:
        words = WORDS[self.lang]
        return {key: marked(text) for key, text in words.items()} if self.marks == "1" else words

    def for_scripts(self) -> dict[str, Any]:
        return {**asdict(self), "words": self.words}
