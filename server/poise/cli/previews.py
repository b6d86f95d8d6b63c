"""What an import would do, for people to read: one line for each thing, and how far the work is."""

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import click

from poise.api.importing import ImportRow, PreviewMessage
from poise.intake.offers import Does, Progress

SIGNS = {Does.ADD: "+", Does.CHANGE: "~", Does.REMOVE: "-"}
SAID_BY = {"no_company": "--company", "who_is_me": "--me ADDRESS"}  # what settles a doubt in a terminal
MOST_SHOWN = 60  # rows
STEPS = 1000  # of the progress bar


@contextmanager
def bar(label: str) -> Iterator[Progress]:
    """A progress bar on a terminal; elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=STEPS, label=label, file=sys.stderr) as shown:

        def progress(done: float) -> None:
            shown.update(max(0, int(done * STEPS) - shown.pos))

        yield progress


def told(preview: PreviewMessage, chosen: Collection[str]) -> str:
    """The whole preview: what would be done first, then what is left to the user."""
    rows = sorted(preview.rows, key=lambda row: row.id not in chosen)
    lines = [_line(row, row.id in chosen) for row in rows[:MOST_SHOWN]]
    if len(rows) > MOST_SHOWN:
        lines.append(f"  … and {len(rows) - MOST_SHOWN} more: --json lists them all.")
    lines += [f"! {finding}" for finding in preview.findings]
    lines += [f"  {note}" for note in preview.notes]
    if preview.mapping:
        columns = ", ".join(f"{field}={header}" for field, header in preview.mapping.items())
        lines.append(f"  Columns read as {columns}; --map says it otherwise.")
    if preview.me:
        lines.append(f"  Read as yourself: {', '.join(preview.me)}.")
    if preview.same:
        lines.append(f"  Known already: {preview.same}.")
    if preview.others:
        lines.append(f"  No concern of Poise's, and left alone: {preview.others}.")
    return "\n".join(lines)


def ended(offered: int, chosen: int, taken: int) -> str:
    """How it came out."""
    if taken:
        return f"Taken: {taken}."
    if chosen:
        return "Nothing was changed: say --yes to take what is marked."
    return (
        "Nothing was changed: see the rows marked ?, and --all." if offered else "There is nothing new in it."
    )


def _line(row: ImportRow, chosen: bool) -> str:
    sign = SIGNS[row.does] if chosen else "?"
    if not row.doubt:
        return f"{sign} {row.text}"
    options = [*([SAID_BY[row.why]] if row.why in SAID_BY else []), f"--row {row.id}"]
    return f"{sign} {row.text}  ({row.doubt}; {', '.join(options)})"
