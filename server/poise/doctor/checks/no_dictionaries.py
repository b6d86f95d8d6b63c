"""The dictionaries of the extra `spelling` are not installed."""

import sys
from collections.abc import Iterator

from poise.doctor.catalogue import Values
from poise.doctor.machine import Machine
from poise.notes.speller import available


def look(_: Machine) -> Iterator[Values]:
    if not available():
        yield {"python": sys.executable}
