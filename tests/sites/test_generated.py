"""Pages made by chance are read as they were meant, and by both readers alike."""

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from poise.sites.reader import Reading, read
from tests.sites.examples import maps
from tests.sites.generated import Generated, generated
from tests.sites.parity import read_in
from tests.sites.pieces import Truth

FEW, ALL = range(60), range(2000)
BATCH = 100


def told(reading: Reading) -> list[Truth]:
    """What a reading says of each control that reaches somebody."""
    controls = [(one["action"], one["target"] or {"url": "", "name": ""}) for one in reading["controls"]]
    return [Truth(action, target["url"] or "") for action, target in controls]


def agree(browser: WebDriver, numbers: range) -> None:
    """Both readings of each page are the same, and what is true of it."""
    for begin in range(numbers.start, numbers.stop, BATCH):
        pages = [generated(number) for number in numbers[begin : begin + BATCH]]
        there = read_in(browser, maps()["linkedin"], [(page.html, page.url) for page in pages])
        for page, reading in zip(pages, there, strict=True):
            assert reading == here(page), page
            assert told(reading) == page.truth, page


def here(page: Generated) -> Reading:
    return read(maps(), page.html, page.url)


def test_a_number_makes_one_page() -> None:
    assert generated(7) == generated(7)
    assert len({generated(number).html for number in FEW}) == len(FEW)


def test_both_readers_agree_on_pages_made_by_chance(browser: WebDriver) -> None:
    agree(browser, FEW)


@pytest.mark.long
def test_both_readers_agree_on_two_thousand_pages_made_by_chance(browser: WebDriver) -> None:
    agree(browser, ALL)
