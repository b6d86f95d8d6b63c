"""The storyboard: numbered screenshots, and one page that tells the story with them."""

import re
from base64 import b64decode
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PICTURE = re.compile(r"\d\d-[a-z-]+\.png")
TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True)
class Picture:
    """`badge`: the number on the toolbar, which no screenshot of a page shows."""

    file: str
    caption: str
    badge: str


@dataclass
class Chapter:
    title: str
    lead: str
    pictures: list[Picture] = field(default_factory=list)


class Storyboard:
    """Writes into `folder`, after taking away the pictures of the last time."""

    def __init__(self, folder: Path, browser: str) -> None:
        self.folder = folder
        self.browser = browser
        self.chapters: list[Chapter] = []
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if PICTURE.fullmatch(old.name):
                old.unlink()

    def begin(self, title: str, lead: str) -> None:
        self.chapters.append(Chapter(title, lead))

    def add(self, name: str, png: str, caption: str, badge: str) -> None:
        """`png` as base64, as WebDriver hands it over."""
        number = 1 + sum(len(chapter.pictures) for chapter in self.chapters)
        file = f"{number:02}-{name}.png"
        (self.folder / file).write_bytes(b64decode(png))
        self.chapters[-1].pictures.append(Picture(file, caption, badge))

    def write(self) -> Path:
        """The page; its address."""
        templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        page = self.folder / "index.html"
        text = templates.get_template("storyboard.html").render(board=self, today=date.today())  # noqa: DTZ011 - the reader's day
        page.write_text(text, encoding="utf-8")
        return page
