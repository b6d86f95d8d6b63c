"""The table of rules in README.md, made of the rules: `make renew` writes it anew."""

import re
from pathlib import Path

from poise.cli.ruletext import as_markdown
from poise.etiquette.rulebook import load_rulebook

PAGE = Path(__file__).parents[1] / "README.md"
BETWEEN = re.compile(r"(<!-- rules: .*?-->\n).*?(\n<!-- /rules -->)", re.DOTALL)


def written(text: str) -> str:
    """The page with the table as it is now."""
    table = as_markdown(list(load_rulebook().rules.values()))
    return BETWEEN.sub(lambda found: f"{found[1]}{table}{found[2]}", text)


def main() -> None:
    PAGE.write_text(written(PAGE.read_text("utf-8")), encoding="utf-8")
