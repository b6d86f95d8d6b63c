"""`python -m bench [--quick] [--only NAME] [--write-docs]`: measure, print one table, write build/bench.json."""

import argparse
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from bench.measure import HEAD, Figure
from bench.plot import draw

ROOT = Path(__file__).resolve().parents[1]
BENCHMARKS = (
    "clicks",
    "strangers",
    "loading",
    "idle",
    "windows",
    "recognition",
    "verdicts",
    "growth",
    "crowd",
    "judging",
    "notes",
    "reading",
    "importing",
    "starting",
    "dashboard",
    "sizes",
)


def measured(names: list[str], quick: bool) -> Iterator[Figure]:
    print(HEAD, flush=True)
    for name in names:
        for figure in import_module(f"bench.{name}").figures(quick):
            print(figure.as_row(), flush=True)
            yield figure


def write_docs(figures: list[Figure]) -> None:
    """Renew these rows of the table between the marks of docs/speed.md, and its picture; what was not measured now stays."""
    page = ROOT / "docs" / "speed.md"
    before, _, rest = page.read_text().partition("<!-- figures -->\n")
    table, _, after = rest.partition("\n<!-- /figures -->")
    rows = {row.split("|")[1].strip(): row for row in table.splitlines()[HEAD.count("\n") + 1 :]}
    rows |= {figure.what: figure.as_row() for figure in figures}
    page.write_text(
        f"{before}<!-- figures -->\n" + "\n".join([HEAD, *rows.values()]) + f"\n<!-- /figures -->{after}"
    )
    draw(rows.values(), page.with_name("growth.svg"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few samples, to see that it runs")
    parser.add_argument("--only", choices=BENCHMARKS, action="append")
    parser.add_argument(
        "--write-docs", action="store_true", help="renew the table and the picture of docs/speed.md"
    )
    asked = parser.parse_args()
    figures: list[Figure] = []
    try:
        for figure in measured(asked.only or list(BENCHMARKS), asked.quick):
            figures.append(figure)
    finally:  # what was measured before another failed is worth keeping
        keep(figures, asked.write_docs)


def keep(figures: list[Figure], in_docs: bool) -> None:
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench.json").write_text(json.dumps([figure.as_json() for figure in figures], indent=1))
    if in_docs:
        write_docs(figures)


main()
