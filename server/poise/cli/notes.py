"""`poise check-note`: a note in, its findings out; no database, no clock."""

from typing import TextIO

import click

from poise.cli.listed import parsed, read_all, told
from poise.cli.manners import always_json
from poise.cli.printing import show
from poise.errors import Exit
from poise.notes.notefile import answer, read_note
from poise.notes.speller import available

NO_SPELLING = (
    "No dictionaries are installed: spelling is not checked. `pip install 'poise[spelling]'` adds them."
)


class Helped(click.Command):
    """Its help says what is missing on this machine."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        if not available():
            formatter.write_paragraph()
            formatter.write_text(NO_SPELLING)


@click.command("check-note", cls=Helped)
@click.argument("file", type=click.File(encoding="utf-8"))
@always_json
def check_note_command(file: TextIO) -> int:
    """Check the note in FILE, or each of a list of them. `-` is standard input.

    A note is JSON: `kind`, `text`, and what is known of `language`, `interviewer`, `company`, `site`, `stage`,
    `others`. Ends with 1 where there is more than a hint.
    """
    raw = parsed(file)
    answers = [answer(note) for note in read_all(raw, read_note)]
    show(told(raw, answers))
    found = any(finding["severity"] != "hint" for one in answers for finding in one["findings"])
    return Exit.NO if found else Exit.DONE
