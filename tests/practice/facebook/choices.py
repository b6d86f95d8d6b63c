"""What can be asked of a practice Facebook page in its query; README.md says what each means."""

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..common import marked

WORDS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)

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
class Choices:
    state: str = "none"
    lang: str = "en"
    marks: str = "0"
    steps: str = "1"
    net: str = "xhr"
    trap: str = "1"
    shortcut: str = "0"

    @property
    def words(self) -> dict[str, str]:
        words = WORDS[self.lang]
        return {key: marked(text) for key, text in words.items()} if self.marks == "1" else words

    def for_scripts(self) -> dict[str, Any]:
        return {**asdict(self), "words": self.words}
