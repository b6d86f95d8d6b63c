"""How each figure grows with the people tracked, as a picture: against what it is with the fewest of them."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.measure import Figure


def draw(figures: Sequence[Figure], picture: Path) -> None:
    """Write an SVG; none where nothing was measured with more than one number of people."""
    lines: dict[str, dict[int, float]] = defaultdict(dict)
    for figure in figures:
        if figure.people is not None:
            lines[figure.name][figure.people] = figure.value
    if any(len(line) > 1 for line in lines.values()):
        _draw(lines, picture)


def _draw(lines: dict[str, dict[int, float]], picture: Path) -> None:
    from matplotlib import pyplot  # takes a second, which only a plot is worth

    pyplot.rcParams |= {"svg.hashsalt": "poise", "font.size": 9, "svg.fonttype": "none"}
    drawing, axes = pyplot.subplots(figsize=(8, 4.5), layout="constrained")
    for name, line in lines.items():
        first = line[min(line)]
        axes.loglog(list(line), [value / first for value in line.values()], marker="o", label=name)
    numbers = sorted({people for line in lines.values() for people in line})
    axes.set_xticks(numbers, [f"{number:,}" for number in numbers])
    axes.minorticks_off()
    axes.set(xlabel="people tracked", ylabel=f"times the figure with {numbers[0]}")
    axes.grid(alpha=0.3)
    axes.legend(loc="upper left", frameon=False)
    drawing.savefig(picture, metadata={"Date": None})
