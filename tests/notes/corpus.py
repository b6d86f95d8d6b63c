"""Notes of our own writing, and faults planted in them; every third note, with all that is planted in it, is aside."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from poise.notes import check
from poise.notes.facts import Finding, Note, Severity
from poise.notes.notefile import read_note

FOLDER = Path(__file__).parent / "corpus"
LANGUAGES = ("en", "de", "nb")


@dataclass(frozen=True, slots=True)
class Written:
    """A note; `fault` is what was planted in it, none in a good one, from `start` up to `end`."""

    id: str
    fault: str | None
    note: Note = field(repr=False)  # so that no report of a failure shows what is kept aside
    start: int = 0
    end: int = 0

    @property
    def language(self) -> str:
        return self.note.language

    @property
    def aside(self) -> bool:
        return int(self.id.rpartition("-")[2]) % 3 == 0

    def found(self) -> list[Finding]:
        """What the checks say above a hint."""
        return [finding for finding in check(self.note) if finding.severity is not Severity.HINT]

    def is_found(self) -> bool:
        """Whether what was planted is named, where it stands."""
        return any(
            one.id == self.fault and one.start < self.end and self.start < one.end for one in self.found()
        )


@cache
def good() -> list[Written]:
    return [_good(row) for language in LANGUAGES for row in _rows(f"{language}.jsonl")]


@cache
def planted() -> list[Written]:
    notes = {one.id: one for one in good()}
    return [_planted(row, notes) for row in _rows("planted.jsonl")]


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").split("\n") if line]


def _good(row: dict[str, Any]) -> Written:
    name = row.pop("id")
    return Written(name, None, read_note(row))


def _planted(row: dict[str, Any], notes: dict[str, Written]) -> Written:
    of = notes[row["of"]]
    text, start, end = _changed(row, of.note.text, notes)
    others = (row["other"],) if "other" in row else ()
    values = {name: getattr(of.note, name) for name in Note.__slots__}
    return Written(of.id, row["fault"], Note(**values | {"text": text, "others": others}), start, end)


def _changed(row: dict[str, Any], text: str, notes: dict[str, Written]) -> tuple[str, int, int]:
    """The text with the fault in it, and where that is."""
    if "replace" in row:
        at = text.index(row["replace"])
        return text.replace(row["replace"], row["by"], 1), at, at + len(row["by"])
    if "add" in row:
        body, _, closing = text.rpartition("\n\n")
        body += "\n\n"
        return f"{body}{row['add']}\n\n{closing}", len(body), len(body) + len(row["add"])
    if "join" in row:
        text = "\n\n".join([text, *(notes[name].note.text for name in row["join"])])
    text = row.get("text", text)
    return text, 0, len(text)
