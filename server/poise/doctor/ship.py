"""The findings as the extension says them: `make renew` writes them into `_locales` anew."""

import json
from collections.abc import Mapping
from pathlib import Path

from poise.doctor.catalogue import catalogue
from poise.etiquette.words import KEY, LANGUAGES

LOCALES = Path(__file__).parents[3] / "_locales"
PREFIXES = ("finding_", "mend_")

Messages = Mapping[str, Mapping[str, str]]


def shipped(language: str) -> Messages:
    """What the browser can find, in the form of its message files."""
    return {
        f"{prefix}{name}": {"message": _numbered(entry[part][language])}
        for name, entry in catalogue().items()
        if "browser" in entry["seen_by"]
        for prefix, part in zip(PREFIXES, ("says", "mend"), strict=True)
    }


def _numbered(words: str) -> str:
    """The one place that words for the browser may have, as a browser names it."""
    return KEY.sub("$1", words)


def merged(messages: Messages, language: str) -> Messages:
    """A message file with the findings of today at its end."""
    others = {key: entry for key, entry in messages.items() if not key.startswith(PREFIXES)}
    return {**others, **shipped(language)}


def main() -> None:
    for language in LANGUAGES:
        path = LOCALES / language / "messages.json"
        messages = merged(json.loads(path.read_text(encoding="utf-8")), language)
        path.write_text(json.dumps(messages, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
