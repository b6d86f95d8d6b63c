"""`poise rules`: what Poise goes by, from which sources, and one rule in full."""

import json
import os
from pathlib import Path
from typing import Any

import click
from platformdirs import user_data_path

from poise.errors import PoiseError
from poise.etiquette.facts import Level
from poise.etiquette.rule import Rule
from poise.etiquette.rulebook import Rulebook, load_rulebook
from poise.etiquette.words import LANGUAGES, fill

SOMEBODY = {"name": "the interviewer", "company": "the company", "role": "the job", "days": "3"}


@click.group("rules", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="All rules in JSON.")
@click.option("--markdown", is_flag=True, help="The table as Markdown.")
@click.option("--data-dir", "folder", type=click.Path(path_type=Path), help="Where own rules are, in rules/.")
@click.pass_context
def rules_command(ctx: click.Context, as_json: bool, markdown: bool, folder: Path | None) -> None:
    """List the rules of etiquette that Poise goes by."""
    rulebook = _with_own(folder)
    ctx.obj = rulebook
    if ctx.invoked_subcommand:
        return
    rules = list(rulebook.rules.values())
    if as_json:
        click.echo(json.dumps([_as_json(rule, "en") for rule in rules], ensure_ascii=False, indent=2))
    else:
        click.echo(_markdown(rules) if markdown else _table(rules))
    for place, fault in rulebook.faults:
        click.echo(f"left out: {place}: {fault}", err=True)


@rules_command.command("explain")
@click.argument("rule_id", metavar="ID")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.pass_obj
def explain_command(rulebook: Rulebook, rule_id: str, language: str) -> None:
    """Tell one rule in full: what it says, when, why, and what to do instead."""
    rule = rulebook.rules.get(rule_id)
    if rule is None:
        raise PoiseError(f"There is no rule {rule_id}; poise rules lists them.")
    click.echo(_explained(rule, language))


def _with_own(folder: Path | None) -> Rulebook:
    named = os.environ.get("POISE_DATA_DIR")
    return load_rulebook([(folder or (Path(named) if named else user_data_path("poise"))) / "rules"])


def _kind(rule: Rule) -> str:
    if rule.file.verdict is not Level.ALLOW:
        return rule.file.verdict.value
    return "exception" if rule.file.lifts else "tip"


def _sources(rule: Rule) -> str:
    return "; ".join(one.source.title for one in rule.file.source)


def _table(rules: list[Rule]) -> str:
    rows = [(rule.id, _kind(rule), rule.file.evidence.grade, rule.file.summary["en"]) for rule in rules]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join([*map(str.ljust, row[:3], widths), row[3]]) for row in rows)


def _markdown(rules: list[Rule]) -> str:
    rows = [
        (f"`{rule.id}`", rule.file.summary["en"], _kind(rule), rule.file.evidence.grade, _sources(rule))
        for rule in rules
    ]
    head = [("rule", "what it says", "verdict", "evidence", "source"), ("---",) * 5]
    return "\n".join(f"| {' | '.join(row)} |" for row in head + rows)


def _as_json(rule: Rule, language: str) -> dict[str, Any]:
    actions = sorted(rule.file.actions)
    return {"id": rule.id, "verdict": _kind(rule), "actions": actions, **rule.words(language)}


def _explained(rule: Rule, language: str) -> str:
    words, file = rule.words(language), rule.file
    lines = [
        f"{rule.id} ({_kind(rule)}): {words['summary']}",
        "",
        fill(words["reason"], SOMEBODY),
        *(f"Instead: {fill(step['text'], SOMEBODY)}" for step in words["instead"]),
        "",
        f"Speaks about: {', '.join(sorted(file.actions))}",
        f"Evidence: {words['grade']}" + (f". {words['contested']}" if words["contested"] else ""),
        *(f"Source: {one.source.title}: {one.says}" for one in file.source),
        "",
        *(f"Example: {example.name}: {example.expect}" for example in file.example),
    ]
    return "\n".join(lines)
