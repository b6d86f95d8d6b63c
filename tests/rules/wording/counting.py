"""How often a class is found where it should be, with the interval that so few texts allow. Texts are never shown."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from poise.etiquette.wording import read, weigh

HERE = Path(__file__).parent
LANGUAGES = ("en", "de", "nb")
CLASSES = (
    "interview-thanks",
    "application",
    "asks-for-decision",
    "angry",
    "bare-praise",
    "made-as-thanks",
)
# A mistake here cautions for nothing; one that is sure holds a click.
ABOUT = frozenset(CLASSES) - {"bare-praise"}


@dataclass(frozen=True, slots=True)
class Labelled:
    language: str
    label: str
    text: str = field(repr=False)  # so that no report of a failure shows what is kept aside
    near: str = ""  # the class that a hard neighbour comes close to

    @property
    def hard(self) -> bool:
        return bool(self.near)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, as a number between 0 and 1 with its 95 % Wilson interval."""

    hits: int
    of: int

    @property
    def rate(self) -> float:
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        if not self.of:
            return (0.0, 1.0)
        z, n = 1.96, self.of
        middle = (self.rate + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * sqrt(self.rate * (1 - self.rate) / n + z * z / (4 * n * n))
        return (max(0.0, middle - half), min(1.0, middle + half))

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.hits:>3}/{self.of:<3} {low:.2f}-{high:.2f}"


def labelled(folder: str) -> list[Labelled]:
    files = [path.read_text("utf-8") for path in sorted((HERE / folder).glob("*.jsonl"))]
    rows = [json.loads(line) for text in files for line in text.split("\n") if line]
    return [Labelled(r["language"], r["class"], r["text"], _near(r)) for r in rows]


def _near(row: dict[str, Any]) -> str:
    """The class named in "near CLASS: situation", where a row is a hard neighbour."""
    return str(row["why"]).removeprefix("near ").partition(":")[0] if row.get("hard") else ""


def recall(texts: Iterable[Labelled]) -> Share:
    found = [text.label in read(text.text) for text in texts if text.label != "none"]
    return Share(sum(found), len(found))


def sure(texts: Iterable[Labelled]) -> Share:
    """Texts of a class that there is no doubt about: these are held, the others found are cautioned."""
    beyond = [text.label in weigh(text.text).sure for text in texts if text.label in ABOUT]
    return Share(sum(beyond), len(beyond))


def false_holds(texts: Iterable[Labelled]) -> Share:
    """Texts of no class that are read, without a doubt, as one that is held."""
    held = [bool(weigh(text.text).sure) for text in texts if text.label == "none"]
    return Share(sum(held), len(held))


def false_cautions(texts: Iterable[Labelled]) -> Share:
    """Texts of no class that something speaks for being one, so that a hint is shown."""
    cautioned = [bool(read(text.text) & ABOUT) for text in texts if text.label == "none"]
    return Share(sum(cautioned), len(cautioned))


def table(texts: list[Labelled]) -> str:
    """One line a class, one column a language: recall, and below it what was found on texts of no class."""
    lines = [f"{'':29}" + "".join(f"{language:>18}" for language in (*LANGUAGES, "all"))]
    lines += [_line(name, texts, recall, _where(label=name)) for name in CLASSES]
    lines.append(_line("found, all", texts, recall, lambda _: True))
    lines += [_line(f"sure of {name}", texts, sure, _where(label=name)) for name in sorted(ABOUT)]
    lines.append(_line("sure of, all", texts, sure, lambda _: True))
    lines += [_line(f"held, near {name}", texts, false_holds, _where(near=name)) for name in CLASSES]
    lines += [
        _line(f"{said}, {kind}", texts, count, _where(hard=hard))
        for said, count in (("held", false_holds), ("cautioned", false_cautions))
        for kind, hard in (("hard", True), ("plain", False))
    ]
    wrong = Counter(name for text in texts if text.label == "none" for name in read(text.text))
    lines.append(f"found on no class: {dict(sorted(wrong.items())) or 'nothing'}")
    return "\n".join(lines)


def _where(**said: object) -> Callable[[Labelled], bool]:
    """Whether a text is labelled like this."""
    return lambda text: all(getattr(text, name) == value for name, value in said.items())


def _line(
    name: str,
    texts: list[Labelled],
    count: Callable[[Iterable[Labelled]], Share],
    takes: Callable[[Labelled], bool],
) -> str:
    columns = [[t for t in texts if takes(t) and t.language == language] for language in LANGUAGES]
    columns.append([text for text in texts if takes(text)])
    return f"{name:29}" + "".join(f"{count(column)!s:>18}" for column in columns)
