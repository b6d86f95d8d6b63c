"""`poise judge`: a scenario in, its verdict out; no database, no clock."""

from pathlib import Path
from typing import TextIO

import click

from poise.cli.listed import parsed, read_all, told
from poise.cli.manners import always_json
from poise.cli.printing import show
from poise.errors import BadInput
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.scenario import answer, read_scenario


@click.command("judge")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "--rules",
    "own",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of rules of your own, besides those that Poise ships with.",
)
@always_json
def judge_command(file: TextIO, own: tuple[Path, ...]) -> None:
    """Judge the scenario in FILE, or each of a list of them. `-` is standard input."""
    raw = parsed(file)
    scenarios = read_all(raw, read_scenario)
    rulebook = load_rulebook(own)
    if rulebook.faults:
        raise BadInput(list(rulebook.faults))
    show(told(raw, [answer(rulebook, scenario) for scenario in scenarios]))
