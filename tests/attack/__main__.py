"""`make attack`: every defence out, one by one; `make attack ONLY=gate` those whose name has that in it."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.attack.defences import Defence, defences
from tests.attack.tree import Tree, at_once, copied


def main(only: str) -> int:
    """How many went unnoticed; first of all, the tests have to pass as it stands."""
    wanted = [one for one in defences() if only in str(one)]
    with TemporaryDirectory(prefix="poise-attack-") as folder:
        tree = copied(Path(folder))
        if red := [
            found for tests in at_once(one.tests for one in wanted) if (found := tree.first_red(tests))
        ]:
            click.echo(f"As it stands these fail, and so prove nothing: {', '.join(red)}")
            return 1
        unnoticed = [one for one in wanted if not noticed(tree, one)]
    click.echo(f"{len(wanted)} defences taken out, {len(unnoticed)} unnoticed")
    for one in unnoticed:
        click.echo(f"  {one}: no test goes red; write one ({one.tests})")
    return len(unnoticed)


def noticed(tree: Tree, defence: Defence) -> bool:
    began = time.monotonic()
    with tree.without(defence):
        red = tree.first_red(defence.tests)
    click.echo(f"{time.monotonic() - began:4.0f} s  {defence}: {(red or 'NOTHING')[:160]}")
    return red is not None


if __name__ == "__main__":
    sys.exit(bool(main(" ".join(sys.argv[1:]))))
