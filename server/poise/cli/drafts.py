"""`poise draft`: the first words of a note, from what is known and what the user answers."""

import sys
from datetime import datetime

import click

from poise.api.times import local_zone
from poise.cli.data import database
from poise.cli.meant import company_option, the_person
from poise.cli.options import as_json, data_dir, say
from poise.config import Folder
from poise.errors import PoiseError
from poise.etiquette.words import LANGUAGES
from poise.notes import drafting
from poise.notes.drafting import About, Question, Register
from poise.notes.facts import Kind
from poise.store import dossiers, settings

KINDS = [str(kind) for kind in drafting.kinds()]
REGISTERS = [str(register) for register in Register]


@click.command("draft")
@click.option("--kind", type=click.Choice(KINDS), default=str(Kind.THANK_YOU), show_default=True)
@click.option("--to", "name", required=True, metavar="NAME", help="Whom it goes to: somebody who is tracked.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Else the one of the settings.")
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
        about = _about(dossiers.people(session), the_person(session, name, company).id, now)
        spoken = language or settings.stored(session).get("language", LANGUAGES[0])
    questions = drafting.questions(Kind(kind), spoken)
    answers = _answers(given, questions) or (_asked(questions) if sys.stdin.isatty() else {})
    made = drafting.draft(about, Kind(kind), answers, spoken, Register(register), now.date())
    asked = [{"id": one.id, "text": one.text} for one in questions]
    shape = {"subject": made.subject, "text": made.text, "questions": asked}
    say(shape, "\n\n".join(part for part in (made.subject, made.text) if part), as_json)


def _about(known: list[dossiers.Known], person: object, now: datetime) -> About:
    found = next(one for one in known if one.id == person)
    if not found.dossier.applications:
        raise PoiseError(f"{found.name} has no part in any application: see `poise add`.")
    return About.of(found.name, found.dossier, now)


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
