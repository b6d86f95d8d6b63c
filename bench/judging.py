"""The judge by itself, and `poise judge` as a command."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.measure import Figure, median
from poise.etiquette.facts import (
    Action,
    Application,
    Channel,
    Dossier,
    Gate,
    HistoryKind,
    Intent,
    Interaction,
    Interview,
    Interviewer,
    Site,
)
from poise.etiquette.judge import judge
from poise.etiquette.rulebook import load_rulebook

NOW = datetime(2026, 3, 5, 10, tzinfo=UTC)
POISE = str(Path(sys.executable).with_name("poise"))
RUNS = 2000
SCENARIOS = 1000


def figures(quick: bool) -> Iterator[Figure]:
    runs = RUNS // 10 if quick else RUNS
    yield Figure(
        "judge, 200 entries of history, median", median(_judging(1, runs)), "µs", aim="at most 100 µs"
    )
    one, many = median(_judging(1, runs)), median(_judging(10_000, runs))
    yield Figure("judge, one of 10,000 dossiers", many, "µs", one, "flat")
    bare = _seconds([sys.executable, "-c", "pass"])
    yield Figure("`poise judge`, one scenario", _seconds([POISE, "judge", "-"], [_scenario()]), "s", bare)
    scenarios = [_scenario() for _ in range(SCENARIOS)]
    yield Figure(
        f"`poise judge`, {SCENARIOS:,} scenarios",
        _seconds([POISE, "judge", "-"], scenarios),
        "s",
        bare,
        "under 1 s",
    )


def _dossier(number: int) -> Dossier:
    ended = NOW - timedelta(days=20 + number % 5)
    application = Application("Acme GmbH", interviews=(Interview(ended - timedelta(hours=1), ended),))
    kinds = (HistoryKind.FOLLOW_UP, HistoryKind.MESSAGE, HistoryKind.COMMENT, HistoryKind.THANK_YOU)
    history = tuple(
        Interaction(kinds[entry % 4], NOW - timedelta(hours=3 * entry + number % 7), Channel.EMAIL)
        for entry in range(200)
    )
    return Dossier((application,), Interviewer(f"Person {number}"), history)


def _judging(dossiers: int, runs: int) -> list[float]:
    """Microseconds of single judgements, spread over so many different dossiers."""
    rulebook = load_rulebook()
    made = [_dossier(number) for number in range(min(dossiers, runs))]
    intent = Intent(Action.MESSAGE, Site.LINKEDIN, None, Gate.LAST)
    samples = []
    for run in range(runs):
        dossier = made[run % len(made)]
        begun = time.perf_counter()
        judge(rulebook, dossier, intent, NOW, "en")
        samples.append((time.perf_counter() - begun) * 1e6)
    return samples


def _scenario() -> dict[str, object]:
    return {
        "now": "2026-03-05T10:00:00+01:00", "language": "en",
        "application": {
            "company": "Acme GmbH",
            "interviews": [{"starts": "2026-03-04T14:00:00+01:00", "ends": "2026-03-04T15:00:00+01:00"}],
        },
        "interviewer": {"name": "Jane Doe"},
        "intent": {"action": "connect", "site": "linkedin"},
    }  # fmt: skip


def _seconds(command: list[str], scenarios: list[dict[str, object]] | None = None) -> float:
    """The best of five runs of a command."""
    given = json.dumps(scenarios) if scenarios else ""
    samples = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(command, input=given, capture_output=True, text=True, check=True)
        samples.append(time.perf_counter() - begun)
    return min(samples)
