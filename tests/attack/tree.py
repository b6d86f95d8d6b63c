"""A copy of the repository to do harm to: its tests run against its own sources."""

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.attack.defences import ROOT, Defence

RED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$|^not ok \d+ - (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tree:
    path: Path

    @contextmanager
    def without(self, defence: Defence) -> Iterator[None]:
        """The tree with one defence gone, until the block ends."""
        file = self.path / defence.file
        text = file.read_text()
        left = defence.removed_from(text)
        try:
            file.unlink() if left is None else file.write_text(left)
            yield
        finally:
            file.write_text(text)

    def first_red(self, words: str) -> str | None:
        """The first test that fails, or null when all pass; RuntimeError where they cannot be run."""
        python = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=no", "-p", "no:cacheprovider"]
        command = ["node", "--test", "--test-reporter=tap"] if for_node(words) else python
        done = subprocess.run(
            [*command, *words.split()],
            cwd=self.path,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return None
        found = RED.search(done.stdout)
        if found is None:
            raise RuntimeError(f"{words} cannot be run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return found[1] or found[2]

    def _environment(self) -> dict[str, str]:
        """The copy's package before the installed one; no compiled files, which could outlive a change."""
        return os.environ | {"PYTHONPATH": str(self.path / "server"), "PYTHONDONTWRITEBYTECODE": "1"}


def for_node(words: str) -> bool:
    return words.split()[0].endswith((".js", "guard/"))


def at_once(lines: Iterable[str]) -> list[str]:
    """The same tests in as few runs as can be: those go together that differ only in what they name."""
    runs: defaultdict[tuple[bool, str], set[str]] = defaultdict(set)
    for words in lines:
        tests, _, options = words.partition(" -")
        runs[for_node(words), options and f" -{options}"].update(tests.split())
    return [" ".join(sorted(tests)) + options for (_, options), tests in runs.items()]


def copied(to: Path) -> Tree:
    """What git would keep of the repository as it stands now, at `to`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / name)
    return Tree(to)
