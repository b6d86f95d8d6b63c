"""One figure beside its floor, and how figures are made of samples."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` and `floor` in `unit`; `aim` is what the figure is held against, in words; `people`: how many were tracked."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    aim: str = ""
    people: int | None = None

    @property
    def what(self) -> str:
        return self.name if self.people is None else f"{self.name}, {self.people:,} people"

    @property
    def ratio(self) -> float | None:
        return self.value / self.floor if self.floor else None

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": self.ratio}

    def as_row(self) -> str:
        floor = "" if self.floor is None else _short(self.floor)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return f"| {self.what} | {_short(self.value)} {self.unit} | {floor} | {ratio} | {self.aim} |"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


HEAD = "| what | figure | floor | ratio | aim |\n| --- | --- | --- | --- | --- |"


def median(samples: Sequence[float]) -> float:
    return statistics.median(samples)


def percentile(samples: Sequence[float], percent: float) -> float:
    """The smallest sample that so many per cent of all do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
