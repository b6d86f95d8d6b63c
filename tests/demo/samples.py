"""The sample interviewers of samples.toml, told to a service by its own command line."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.browser.service import Service

SAMPLES = tomllib.loads(Path(__file__).with_name("samples.toml").read_text(encoding="utf-8"))["application"]


def tell(service: Service) -> None:
    """Track everybody in the samples, with interviews around the present hour."""
    now = datetime.now(ZoneInfo(service.environment["TZ"]))
    for sample in SAMPLES:
        service.say(*_words(sample, now))
        if "outcome" in sample:
            service.say("outcome", sample["company"], sample["outcome"])


def _words(sample: dict[str, Any], now: datetime) -> Iterator[str]:
    yield from ("add", sample["name"], "--company", sample["company"], "--job", sample["job"])
    for option, addresses in (("--profile", sample["profiles"]), ("--page", sample.get("pages", []))):
        for address in addresses:
            yield from (option, address)
    yield from ("--interview", f"{_starts(sample['interview'], now):%Y-%m-%d %H:%M}")


def _starts(when: str, now: datetime) -> datetime:
    """The start of an hour. What was yesterday is so late that the day for the thank-you is not over yet."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    yesterday = today - timedelta(days=1)
    thanks_still_due = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=22)
    return {
        "yesterday": min(max(yesterday.replace(hour=14), thanks_still_due), yesterday.replace(hour=22)),
        "ahead": (today + timedelta(days=2)).replace(hour=10),
        "last week": (today - timedelta(days=8)).replace(hour=11),
    }[when]
