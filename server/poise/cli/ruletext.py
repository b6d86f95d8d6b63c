"""Rules in words: as JSON has them, as a table, as Markdown, one in full."""

from typing import Any

from poise.etiquette.facts import Level
from poise.etiquette.rule import Rule
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.ruleset import Rulebook
from poise.etiquette.strictness import in_force
from poise.etiquette.words import fill

SOMEBODY = {"name": "the interviewer", "company": "the company", "role": "the job", "days": "3"}


def kind_of(rule: Rule) -> str:
    """The strictest it says as it is written; exceptions and tips hold nothing."""
    if rule.file.verdict is not Level.ALLOW:
        return rule.file.verdict.value
    return "exception" if rule.file.lifts else "tip"


def strictness_of(shape: dict[str, Any]) -> str:
    """As it is written, and what became of it where the user softened it."""
    softened = shape["in_force"] not in (shape["verdict"], "allow")
    return f"{shape['verdict']} -> {shape['in_force']}" if softened else str(shape["verdict"])


def shape_of(rulebook: Rulebook, rule: Rule, language: str) -> dict[str, Any]:
    """A rule as `--json` has it: its words unfilled."""
    return {
        "id": rule.id,
        "verdict": kind_of(rule),
        "in_force": in_force(rulebook, rule),
        "own": rule.id not in load_rulebook().rules,
        "actions": sorted(rule.file.actions),
        **rule.words(language),
    }


def as_table(shapes: list[dict[str, Any]]) -> str:
    rows = [(shape["id"], strictness_of(shape), shape["grade"], shape["summary"]) for shape in shapes]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join([*map(str.ljust, row[:3], widths), row[3]]) for row in rows)


def as_markdown(rules: list[Rule]) -> str:
    rows = [
        (
            f"`{rule.id}`",
            rule.file.summary["en"],
            kind_of(rule),
            rule.file.evidence.grade,
            "; ".join(one.source.title for one in rule.file.source),
        )
        for rule in rules
    ]
    head = [("rule", "what it says", "verdict", "evidence", "source"), ("---",) * 5]
    return "\n".join(f"| {' | '.join(row)} |" for row in head + rows)


def explained(rule: Rule, shape: dict[str, Any]) -> str:
    lines = [
        f"{rule.id} ({strictness_of(shape)}): {shape['summary']}",
        "",
        fill(shape["reason"], SOMEBODY),
        *(f"Instead: {fill(step['text'], SOMEBODY)}" for step in shape["instead"]),
        "",
        f"Speaks about: {', '.join(shape['actions'])}",
        f"Evidence: {shape['grade']}" + (f". {shape['contested']}" if shape["contested"] else ""),
        *(f"Source: {one.source.title}: {one.says}" for one in rule.file.source),
        "",
        *(f"Example: {example.name}: {example.expect}" for example in rule.file.example),
    ]
    return "\n".join(lines)
