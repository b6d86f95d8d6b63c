"""`poise judge`: a scenario in, its verdict out; no database, no clock."""

import json
from pathlib import Path
from typing import Any, TextIO

import click

from poise.errors import BadInput
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.scenario import Scenario, answer, read_scenario


@click.command("judge")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "--rules",
    "own",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of rules of your own, besides those that Poise ships with.",
)
def judge_command(file: TextIO, own: tuple[Path, ...]) -> None:
    """Judge the scenario in FILE (- for standard input), or each of a list of them."""
    raw = _parsed(file)
    scenarios = _read_all(raw) if isinstance(raw, list) else [read_scenario(raw)]
    rulebook = load_rulebook(own)
    if rulebook.faults:
        raise BadInput(list(rulebook.faults))
    answers = [answer(rulebook, scenario) for scenario in scenarios]
    click.echo(json.dumps(answers if isinstance(raw, list) else answers[0], ensure_ascii=False, indent=2))


def _parsed(file: TextIO) -> Any:
    try:
        return json.load(file)
    except (ValueError, RecursionError) as error:
        raise BadInput([("", f"{file.name} is not JSON: {error}")]) from error


def _read_all(raw: list[Any]) -> list[Scenario]:
    scenarios, faults = list[Scenario](), list[tuple[str, str]]()
    for number, one in enumerate(raw):
        try:
            scenarios.append(read_scenario(one))
        except BadInput as wrong:
            faults += [(f"[{number}].{place}".rstrip("."), fault) for place, fault in wrong.faults]
    if faults:
        raise BadInput(faults)
    return scenarios
