"""The concepts as the files give them, and every fault found while reading."""

import re
from dataclasses import dataclass, field
from typing import Any

from poise.etiquette.wording.fold import fold
from poise.etiquette.wording.lexicon import Lexicon
from poise.etiquette.wording.notation import Language

_WORD = r"(?:\*?[<#]?[^\W_]+[>~?*]?|#\*)"
_PHRASE = rf" *{_WORD}(?: (?:_ )?{_WORD})* *"  # a gap stands between two words
_PHRASES = re.compile(f"{_PHRASE}(?:,{_PHRASE})*")


@dataclass(slots=True)
class Source:
    """The phrases of each concept by language, the concepts that it takes in, and (place, fault) pairs."""

    languages: dict[str, Language]
    phrases: dict[str, dict[str, str]] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)

    def fault(self, place: str, fault: str) -> None:
        self.faults.append((place, fault))

    def add_concepts(self, tables: dict[str, dict[str, Any]], place: str) -> None:
        for name, table in tables.items():
            here = f"{place}: {name}"
            if name in self.phrases:
                self.fault(here, "this concept is there already")
            for key in set(table) - set(self.languages) - {"of"}:
                self.fault(here, f"unknown key {key!r}")
            self.phrases[name] = {key: text for key, text in table.items() if key in self.languages}
            self.parts[name] = table.get("of", [])

    def concepts(self, elements: list[str], place: str) -> tuple[str, ...]:
        """Names of concepts; several parted by `|` make one more concept that takes them in."""
        for element in elements:
            unknown = [part for part in element.split("|") if part not in self.phrases]
            self.faults += [(place, f"unknown concept {part!r}") for part in unknown]
            if "|" in element and not unknown:
                self.parts[element] = element.split("|")
        return tuple(elements)

    def lexicon(self) -> Lexicon:
        lexicon = Lexicon(self.languages)
        wholes = self._wholes()
        for concept, by_language in self.phrases.items():
            for language, text in by_language.items():
                folded = " ".join(fold(text).split())
                phrases = folded.split(",")
                if not _PHRASES.fullmatch(folded):
                    wrong = next(phrase for phrase in phrases if not _PHRASES.fullmatch(phrase))
                    self.fault(f"{concept}.{language}", f"not a phrase: {wrong.strip()!r}")
                lexicon.add(phrases, language, wholes[concept])
        return lexicon

    def _wholes(self) -> dict[str, frozenset[str]]:
        """For each concept itself and all that take it in, over any number of steps."""
        parents: dict[str, set[str]] = {name: set() for name in (*self.phrases, *self.parts)}
        for whole, parts in self.parts.items():
            for part in parts:
                if part in parents:
                    parents[part].add(whole)
                else:
                    self.fault(whole, f"unknown concept {part!r}")
        return {name: frozenset(_closure(name, parents)) for name in parents}


def _closure(name: str, parents: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = [name]
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead += parents[here]
    return seen
