"""`poise rules`: what Poise goes by, from which sources, one rule in full, and how strict it is to be."""

import os
from pathlib import Path

import click

from poise.api.ownrules import load_own
from poise.cli.options import as_json, data_path, say
from poise.cli.printing import show
from poise.cli.ruletext import as_markdown, as_table, explained, shape_of, strictness_of
from poise.config import Folder, folder_path, open_folder
from poise.errors import PoiseError
from poise.etiquette.rule import Rule
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.ruleset import Rulebook, Strictness
from poise.etiquette.strictness import wished
from poise.etiquette.words import LANGUAGES


@click.group("rules", invoke_without_command=True)
@click.option("--markdown", is_flag=True, help="The rules that Poise ships with, as a Markdown table.")
@as_json
@data_path
@click.pass_context
def rules_command(ctx: click.Context, markdown: bool, as_json: bool, path: Path | None) -> None:
    """List the rules of etiquette, with your own among them. Each is as strict as you want it."""
    if ctx.invoked_subcommand:
        return
    if markdown:
        show(as_markdown(list(load_rulebook().rules.values())))
        return
    rulebook = _rulebook(path)
    shapes = [shape_of(rulebook, rule, "en") for rule in rulebook.rules.values()]
    say(shapes, as_table(shapes), as_json)
    for fault in rulebook.faults:
        show(f"left out: {': '.join(fault)}", err=True)


@rules_command.command("explain")
@click.argument("rule_id", metavar="ID")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@as_json
@data_path
def explain_command(rule_id: str, language: str, as_json: bool, path: Path | None) -> None:
    """Tell one rule in full: what it says, when, why, and what to do instead."""
    rulebook = _rulebook(path)
    shape = shape_of(rulebook, _the_rule(rulebook, rule_id), language)
    say(shape, explained(rulebook.rules[rule_id], shape), as_json)


@rules_command.command("set")
@click.argument("rule_id", metavar="ID")
@click.argument("strictness", type=click.Choice([str(one) for one in Strictness]))
@as_json
@data_path
def set_command(rule_id: str, strictness: str, as_json: bool, path: Path | None) -> None:
    """Soften a rule: a warning that only cautions, or none; or set it back to what it is."""
    from poise.cli.data import database
    from poise.store import settings

    folder = open_folder(path)
    rulebook = load_own(folder)
    rule = _the_rule(rulebook, rule_id)
    level = wished(rule, Strictness(strictness))
    with database(folder) as opened, opened.writing() as session:
        settings.set_strictness(session, rule_id, level)
        shape = shape_of(rulebook.softened(settings.strictness(session)), rule, "en")
    say(shape, f"{rule_id}: {strictness_of(shape)}.", as_json)


def _rulebook(path: Path | None) -> Rulebook:
    """The rules in force with this data folder, which is not made for it."""
    where = folder_path(path)
    if not os.path.lexists(where):
        return load_rulebook()
    folder = open_folder(where)
    return load_own(folder).softened(_strictness(folder))


def _strictness(folder: Folder) -> dict[str, str]:
    from poise.cli.data import ELSEWHERE, database
    from poise.store import settings

    if not os.environ.get(ELSEWHERE) and not folder.database.exists():
        return {}
    with database(folder) as opened, opened.reading() as session:
        return settings.strictness(session)


def _the_rule(rulebook: Rulebook, rule_id: str) -> Rule:
    rule = rulebook.rules.get(rule_id)
    if rule is None:
        wrong = [": ".join(fault) for fault in rulebook.faults if fault[0].partition(".toml")[0] == rule_id]
        why = f"; left out: {'; '.join(wrong)}" if wrong else ": see `poise rules`"
        raise PoiseError(f"There is no rule {rule_id}{why}.")
    return rule
