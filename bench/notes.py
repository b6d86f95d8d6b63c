"""What checking a note costs: one of 150 words while it is written, and the very first in a fresh process.

Processor time: nothing is waited for but the processor and, once, the dictionaries on the disk.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bench.measure import Figure, percentile
from poise.notes import check
from poise.notes.facts import Note
from tests.notes.corpus import LANGUAGES, planted

WORDS = 150
FIRST = (
    "import time; from poise.notes.notefile import read_note; from poise.notes import check;"
    "note = read_note({{'kind': 'thank_you', 'language': '{}', 'text': 'Jane, thank you: Takk, danke. Suprised.'}});"
    "begun = time.process_time(); check(note); print(time.process_time() - begun)"
)


def figures(quick: bool) -> Iterator[Figure]:
    for language in LANGUAGES:
        notes = _notes(language)[: 10 if quick else None]
        for note in notes:
            check(replace(note, text=note.text[: len(note.text) // 2]))  # what was typed before is known
        samples = sorted(_milliseconds(note) for note in notes for _ in range(3))
        yield Figure(
            f"a note of {WORDS} words, {language}, p95", percentile(samples, 95), "ms", aim="at most 20 ms"
        )
    for language in LANGUAGES:
        first = min(_first(language) for _ in range(1 if quick else 5))
        yield Figure(f"the first note of all, {language}", first, "s", aim="under 0.6 s")


@cache
def _notes(language: str) -> list[Note]:
    """The corpus' notes, those with faults planted in them too, made up to so many words."""
    own = [one.note for one in planted() if one.language == language]
    joined = zip(own, own[1:] + own[:1], own[2:] + own[:2], strict=True)
    return [
        replace(note, text=_cut(" ".join([note.text, *(one.text for one in more)]))) for note, *more in joined
    ]


def _cut(text: str) -> str:
    return " ".join(text.split(" ")[:WORDS])


def _milliseconds(note: Note) -> float:
    begun = time.process_time()
    check(note)
    return (time.process_time() - begun) * 1e3


def _first(language: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", FIRST.format(language)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)
