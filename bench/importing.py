"""A file taken in by the command, into data that know nobody; beside a command that does nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.commands import bare_command, ran
from bench.measure import Figure
from tests.intake.many import many_contacts, many_events, many_tracked
from tests.server.wire import POISE


def figures(quick: bool) -> Iterator[Figure]:
    bare = bare_command(1 if quick else 5)
    # One after the other: what the archive tells of is about whom the table brought.
    files = {
        "a table of 500 applications": ("tracker.csv", many_tracked(500)),
        "a calendar of 2,000 events, 40 of them interviews": (
            "calendar.ics",
            many_events(2000, 40, datetime.now(UTC) - timedelta(days=30)),
        ),
        "LinkedIn's archive of 2,000 contacts": ("archive.zip", many_contacts(2000, 500)),
    }
    with TemporaryDirectory() as folder:
        for what, (name, content) in files.items():
            file = Path(folder) / name
            file.write_bytes(content)
            took = ran([POISE, "import", file, "--yes", "--json", "--data-dir", Path(folder) / "data"])
            yield Figure(f"imported: {what}", took, "s", bare)
