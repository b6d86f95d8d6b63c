"""What every page of the practice sites with words of their own can be asked for: a language, and marks in its labels."""

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar

from .common import marked

Words = dict[str, dict[str, str]]


def words_beside(module: str) -> Words:
    """A site's words by language, from the file beside the module."""
    return tomllib.loads(Path(module).with_name("words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Worded:
    table: ClassVar[Words]
    lang: str = "en"
    marks: str = "0"

    @property
    def words(self) -> dict[str, str]:
        words = self.table[self.lang]
        return {key: marked(text) for key, text in words.items()} if self.marks == "1" else words

    def for_scripts(self) -> dict[str, Any]:
        return {**asdict(self), "words": self.words}
