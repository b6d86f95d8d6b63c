"""How each figure grows with the people tracked, as a picture: against what it is with the fewest of them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

COLOURS = 10  # that matplotlib has; after these they come again

# A row of docs/speed.md with so many people tracked.
ROW = re.compile(r"\| (?P<name>.+), (?P<people>[\d,]+) people \| (?P<figure>[\d.,]+) ")


def draw(rows: Iterable[str], picture: Path) -> None:
    """Write an SVG of what the rows of the table tell of more than one number of people; none where nothing does."""
    lines: dict[str, dict[int, float]] = defaultdict(dict)
    for row in filter(None, map(ROW.match, rows)):
        lines[row["name"]][_number(row["people"])] = float(row["figure"].replace(",", ""))
    growing = {name: dict(sorted(line.items())) for name, line in lines.items() if len(line) > 1}
    if growing:
        _draw(growing, picture)


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _draw(lines: dict[str, dict[int, float]], picture: Path) -> None:
    from matplotlib import pyplot  # takes a second, which only a plot is worth

    pyplot.rcParams |= {"svg.hashsalt": "poise", "font.size": 9, "svg.fonttype": "none"}
    drawing, axes = pyplot.subplots(figsize=(8, 4.5), layout="constrained")
    for number, (name, line) in enumerate(lines.items()):
        first = line[min(line)]
        look = {"marker": "o", "linestyle": "-"} if number < COLOURS else {"marker": "s", "linestyle": "--"}
        axes.loglog(list(line), [value / first for value in line.values()], **look, label=name)
    numbers = sorted({people for line in lines.values() for people in line})
    axes.set_xticks(numbers, [f"{number:,}" for number in numbers])
    axes.minorticks_off()
    axes.set(xlabel="people tracked", ylabel=f"times the figure with {numbers[0]}")
    axes.grid(alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    drawing.savefig(picture, metadata={"Date": None})
