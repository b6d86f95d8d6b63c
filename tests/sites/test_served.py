"""On the practice sites' pages nearly every control is read as what it is, none as somebody else's, and by both readers alike."""

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from poise.sites.reader import read
from tests.sites.examples import maps
from tests.sites.parity import read_in
from tests.sites.served import Makes, outcomes, pages

FEW: Makes = {"lang": ("de",), "keys": ("uuid",), "rail": ("now",)}
BATCH = 40


def test_every_control_of_a_few_pages_is_read_rightly_and_none_is_taken_for_somebody_elses() -> None:
    found = list(outcomes(FEW))
    assert {one.site for one in found} == set(maps())
    assert [one for one in found if one.false or not one.right] == []


def agree(browser: WebDriver, only: Makes | None) -> None:
    served = list(pages(only))
    for site in maps():
        own = [page for page in served if page.site == site]
        for begin in range(0, len(own), BATCH):
            some = own[begin : begin + BATCH]
            there = read_in(browser, maps()[site], [(page.hydrated, page.url) for page in some])
            for page, reading in zip(some, there, strict=True):
                assert reading == read(maps(), page.hydrated, page.url), page.address


def test_both_readers_agree_on_a_few_practice_pages(browser: WebDriver) -> None:
    agree(browser, FEW)


@pytest.mark.long
def test_both_readers_agree_on_every_practice_page(browser: WebDriver) -> None:
    agree(browser, None)
