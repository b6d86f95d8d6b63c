"""Bytes without end, made so that ever more of the code is reached: `python -m tests.fuzzing NAME SECONDS FOLDER`.

FOLDER gets what reaches further than what was begun with, in `reached`, and what is a fault, in `faults`: both are
worth a place in `corpus`.
"""

import sys
from pathlib import Path

import atheris

READ_BY = ["poise", "bs4", "icalendar", "recurring_ical_events"]  # how far one gets is seen in these
LIMITS = ["-timeout=10", "-rss_limit_mb=1000", "-max_len=6000", "-len_control=0"]


def main() -> None:
    name, seconds, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    with atheris.instrument_imports(include=READ_BY):
        from tests.fuzzing.targets import begun_with, target_of
    begun, reached, faults = (folder / place for place in ("begun", "reached", "faults"))
    for place in (begun, reached, faults):
        place.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(begun_with(name)):
        (begun / str(number)).write_bytes(data)
    words = [sys.argv[0], *LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={faults}/"]
    atheris.Setup([*words, str(reached), str(begun)], target_of(name, folder / "data"))
    atheris.Fuzz()


main()
