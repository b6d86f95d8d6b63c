"""The rules that ship together with the user's own, read again when one of those changes."""

from collections.abc import Hashable
from dataclasses import replace

from poise.config import Folder
from poise.errors import PoiseError
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.ruleset import Rulebook
from poise.store.ownrules import check_file, check_folder, mark_of


def load_own(folder: Folder) -> Rulebook:
    """All rules as strict as they are written; a broken or unsafe one is left out and among the faults."""
    own = folder.rules
    try:
        found = load_rulebook([own] if check_folder(own) else [], check=check_file)
    except PoiseError as wrong:
        return replace(load_rulebook(), faults=((own.name, str(wrong)),))
    return replace(found, faults=tuple((_plain(place), _plain(fault)) for place, fault in found.faults))


def _plain(text: str) -> str:
    """Fit for a line and for JSON, whatever a file is called."""
    return text if text.isprintable() else ascii(text)


class OwnRules:
    """The rules of a data folder, as they were when `mark` was last another."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._read: tuple[Hashable, Rulebook] = (self.mark(), load_own(folder))

    def mark(self) -> Hashable:
        """Another one after every change of an own rule."""
        return mark_of(self._folder.rules)

    def rulebook(self) -> Rulebook:
        """All rules, as strict as they are written."""
        mark = self.mark()
        if mark != self._read[0]:
            self._read = (mark, load_own(self._folder))
        return self._read[1]
