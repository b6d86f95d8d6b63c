"""A text as words in sentences: what the patterns are matched against."""

import re
from dataclasses import dataclass, field

from poise.etiquette.wording.fold import fold

LINK, MENTION = "<link>", "<mention>"  # stand for any web address, and for any @name

_LONGEST = 40
_BLANK_LINE = re.compile(r"\n\s*\n")
_TOP_LEVEL = "com|net|org|io|example|de|no|eu"
_LINK = re.compile(
    rf"\(?(?:https?://|www\.)|[a-z0-9.-]+\.[a-z]+/|[a-z0-9-]+\.(?:[a-z0-9-]+\.)?(?:{_TOP_LEVEL})\W*$"
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ABBREVIATIONS = "bzw ca dipl dr dvs eks evtl fr ggf hr inkl ing kl mr mrs ms nr pkt prof ref st tel vgl"
_NO_END = frozenset(_ABBREVIATIONS.split(" "))


@dataclass(slots=True)
class Words:
    """The folded words of a text in order, for each the number of its sentence, and which sentences ask."""

    words: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    questions: set[int] = field(default_factory=set)


def split(text: str) -> Words:
    """A sentence ends at a full stop (not an abbreviation's), question or exclamation mark, or blank line."""
    result, sentence = Words(), 0
    for paragraph in _BLANK_LINE.split(text.replace("\r\n", "\n")):
        for chunk in fold(paragraph).split():
            words = _words_of(chunk)
            result.words += words
            result.sentences += [sentence] * len(words)
            end = _end_of(chunk, words)
            if end == "?":
                result.questions.add(sentence)
            sentence += bool(end)
        sentence += 1
    return result


def _words_of(chunk: str) -> list[str]:
    if "." in chunk and _LINK.match(chunk):
        return [LINK]
    if chunk.startswith(("@", "(@")):
        return [MENTION]
    if chunk.startswith("#"):
        return ["#" + word for word in _WORD.findall(chunk)]
    return [word for raw in _WORD.findall(chunk) for word in _parts(raw)]


def _parts(raw: str) -> list[str]:
    """`haven't` is one word, as those who type `havent` have it; `I've` is two."""
    if len(raw) > _LONGEST:
        return [""]
    return [raw.replace("'", "")] if raw.endswith("n't") else raw.split("'")


def _end_of(chunk: str, words: list[str]) -> str:
    """The mark that ends a sentence with this chunk, or nothing."""
    bare = chunk.rstrip("\"')]}*_~")
    marks = bare[len(bare.rstrip(".!?")) :]
    if "?" in marks:
        return "?"
    if marks != ".":
        return "!" if "!" in marks else ""
    last = words[-1] if words else ""
    return "" if len(last) == 1 or last.isdigit() or last in _NO_END else "."
