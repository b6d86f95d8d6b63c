"""A text as words in sentences: what the patterns are matched against."""

import re
from dataclasses import dataclass, field

from poise.etiquette.wording.fold import fold

LINK, MENTION = "<link>", "<mention>"  # stand for any web address, and for any @name

_LONGEST = 40
_BLANK_LINE = re.compile(r"\n\s*\n")
_LINK = re.compile(
    r"\(?(?:https?://|www\.)|[a-z0-9.-]+\.[a-z]{2,}/|[a-z0-9-]+\.(?:[a-z0-9-]+\.)?(?:com|net|org|io|example|de|no|eu)\W*$"
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ABBREVIATION = frozenset(
    "dr mr mrs ms prof hr fr nr st kl ca bzw evtl inkl ggf vgl eks dvs ref tel pkt dipl ing".split()
)


@dataclass(slots=True)
class Words:
    """The folded words of a text in order, for each the number of its sentence, and which sentences ask."""

    words: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    questions: set[int] = field(default_factory=set)


def split(text: str) -> Words:
    """A sentence ends at a full stop, question or exclamation mark, and at a blank line; not after an abbreviation."""
    result, sentence = Words(), 0
    for paragraph in _BLANK_LINE.split(text.replace("\r\n", "\n")):
        for chunk in fold(paragraph).split():
            added = _words_of(chunk)
            result.words += added
            result.sentences += [sentence] * len(added)
            end = _end_of(chunk, added)
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
    found = _WORD.findall(chunk)
    return [word for raw in found for word in _parts(raw)] if len(chunk) > 1 else found


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
    return "" if len(last) == 1 or last.isdigit() or last in _ABBREVIATION else "."
