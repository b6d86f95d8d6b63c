"""What is recognised on the practice sites' pages, with whom, and how soon one click is read on a large page."""

from collections import defaultdict
from collections.abc import Iterator

from bench.measure import Figure, percentile
from tests.sites.conftest import chromium, firefox
from tests.sites.generated import generated
from tests.sites.parity import inject
from tests.sites.reading_time import batches
from tests.sites.served import Outcome, outcomes
from tests.sites.test_generated import here, told

RUNS = 20


def figures(quick: bool) -> Iterator[Figure]:
    yield from _shares(list(outcomes()))
    yield _by_chance(range(60 if quick else 600))
    for start in (chromium, firefox):
        driver = start()
        try:
            inject(driver)
            samples = [one for _ in range(2 if quick else RUNS) for one in batches(driver)]
        finally:
            driver.quit()
        p99 = percentile(samples, 99) * 1000
        yield Figure(
            f"{start.__name__}: one click read on 20,000 nodes, p99 of batches of 50",
            p99,
            "µs",
            aim="under 1,000 µs",
        )


def _shares(found: list[Outcome]) -> Iterator[Figure]:
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for one in found:
        by_kind[f"{one.site}, {one.kind}"].append(one)
    for name, own in [*sorted(by_kind.items()), ("all practice pages", found)]:
        share = sum(one.right for one in own) / len(own)
        yield Figure(f"{name}: read rightly", 100 * share, "%", aim=f"at least 99 % of {len(own):,} controls")
    yield Figure("held for somebody else", sum(one.false for one in found), "", aim="none")


def _by_chance(numbers: range) -> Figure:
    pages = [generated(number) for number in numbers]
    right = sum(told(here(page)) == page.truth for page in pages)
    return Figure(
        f"{len(pages)} pages made by chance, read rightly", 100 * right / len(pages), "%", aim="all"
    )
