"""The defences, as the change that takes each of them out, and the tests that have to notice."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
RULES = "server/poise/etiquette/rules"
MAPS = "server/poise/sites/maps"
# What a map is for, told by the service's reader; the extension's has to agree with it, which other tests see to.
READING = "tests/sites/test_examples.py tests/sites/test_identity.py tests/sites/test_kinds.py tests/sites/test_requests.py"


@dataclass(frozen=True, slots=True)
class Defence:
    """`old` stands once in `file`, and `new` in its place is the product without this defence.

    `tests`: the words of a command line for pytest, or for Node's own test runner.
    """

    room: str
    name: str
    file: str
    old: str
    new: str
    tests: str

    def __str__(self) -> str:
        return f"{self.room}: {self.name}"

    def removed_from(self, text: str) -> str | None:
        """The file's text without it; null where nothing is left. ValueError where `old` is not there exactly once."""
        if text.count(self.old) != 1:
            raise ValueError(f"{self}: stands {text.count(self.old)} times in {self.file}")
        return text.replace(self.old, self.new) or None


def defences() -> list[Defence]:
    return [*_written(), *_rules(), *_entries()]


def _written() -> Iterator[Defence]:
    for path in sorted(HERE.glob("*.toml")):
        table = tomllib.loads(path.read_text())
        for one in table["defence"]:
            yield Defence(room=path.stem, **{"tests": table["tests"], **one})


def _rules() -> Iterator[Defence]:
    """Each rule gone, its own examples with it: others have to miss it."""
    for path in sorted((ROOT / RULES).glob("*.toml")):
        tests = "tests/rules/test_matrix.py tests/rules/test_agenda.py tests/rules/test_exceptions.py tests/rules/test_windows.py tests/rules/test_words.py tests/rules/test_scenario.py tests/rules/test_rulebook.py"
        yield Defence("rules", path.stem, f"{RULES}/{path.name}", path.read_text(), "", tests)


def _entries() -> Iterator[Defence]:
    """Each identity, page and control of each site's map gone."""
    for path in sorted((ROOT / MAPS).glob("*.toml")):
        for number, block in enumerate(re.split(r"^(?=\[\[)", path.read_text(), flags=re.MULTILINE)[1:], 1):
            first = block.splitlines()[1]
            yield Defence("maps", f"{path.stem} {number}, {first}", f"{MAPS}/{path.name}", block, "", READING)
