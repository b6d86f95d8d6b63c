"""`poise draft`: the first words of a note, from what is known and what the user answers."""

import sys
from datetime import datetime

import click

from poise.api.times import local_zone
from poise.cli.data import database, language_of
from poise.cli.meant import company_option, the_person
from poise.cli.options import as_json, data_dir, language_option, say
from poise.config import Folder
from poise.errors import PoiseError
from poise.notes import drafting
from poise.notes.drafting import About, Question, Register
from poise.notes.facts import Kind
from poise.store import dossiers

KINDS = [str(kind) for kind in drafting.kinds()]
REGISTERS = [str(register) for register in Register]


@click.command("draft")
@click.option("--kind", type=click.Choice(KINDS), default=str(Kind.THANK_YOU), show_default=True)
@click.option("--to", "name", required=True, metavar="NAME", help="Whom it goes to: somebody who is tracked.")
@language_option
@click.option("--register", type=click.Choice(REGISTERS), default=str(Register.FORMAL), show_default=True)
@click.option(
    "--answer", "given", multiple=True, metavar="ID=TEXT", help="An answer; without any you are asked."
)
@company_option
@data_dir
@as_json
def draft_command(
    kind: str,
    name: str,
    language: str | None,
    register: str,
    given: tuple[str, ...],
    company: str | None,
    folder: Folder,
    as_json: bool,
) -> None:
    """Write the first draft of a note, out of your own answers. It is printed, and sent nowhere."""
    now = datetime.now(local_zone())
    with database(folder) as opened, opened.reading() as session:
        person = the_person(session, name, company)
        found = next(one for one in dossiers.people(session) if one.id == person.id)
        about = About.of(found.name, found.dossier, now)
        spoken = language_of(session, language)
    questions = drafting.questions(Kind(kind), spoken)
    answers = _answers(given, questions) or (_asked(questions) if sys.stdin.isatty() else {})
    made = drafting.draft(about, Kind(kind), answers, spoken, Register(register), now.date())
    asked = [{"id": one.id, "text": one.text} for one in questions]
    shape = {"subject": made.subject, "text": made.text, "questions": asked}
    say(shape, "\n\n".join(part for part in (made.subject, made.text) if part), as_json)


def _answers(given: tuple[str, ...], questions: list[Question]) -> dict[str, str]:
    """What stands behind each `--answer`; PoiseError for one that no question asks for."""
    answers = dict(text.partition("=")[::2] for text in given)
    unknown = set(answers) - {one.id for one in questions}
    if unknown:
        wanted = ", ".join(one.id for one in questions)
        raise PoiseError(f"No question is called {', '.join(sorted(unknown))}: there are {wanted}.")
    return answers


def _asked(questions: list[Question]) -> dict[str, str]:
    return {one.id: click.prompt(one.text, default="", show_default=False, err=True) for one in questions}
