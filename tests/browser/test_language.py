"""In a browser set to Norwegian the words are bokmål, with its days, numbers and forms: `nb` is what both browsers look for."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Firefox

from tests.practice import Tunnel

from .drivers import EXTENSION, Browser, chromium, firefox
from .waiting import until

# What a language pack and the user's choice of it do. No pack is installed here.
CHOOSE = (
    "Services.locale.availableLocales = ['en-US', 'nb-NO']; Services.locale.requestedLocales = ['nb-NO'];"
)
SAID = """
const { ago, count, day, list, number, when } = poise.words;
const at = (days, hours) => new Date(2026, 0, 5 + days, hours).getTime();
return [day(at(0, 9)), when(at(1, 15), at(0, 9)), ago(at(0, 9), at(2, 9)), number(12345.5), count("waiting", 1), count("waiting", 2), list(["A", "B", "C"])];
"""


def in_firefox(port: int) -> Browser:
    started = firefox(port, extension=None)
    driver = started.driver
    assert isinstance(driver, Firefox)
    with driver.context("chrome"):
        driver.execute_script(CHOOSE)
    driver.execute("INSTALL_ADDON", {"path": str(EXTENSION), "temporary": True})
    return started


START = {"chromium": lambda port: chromium(port, language="nb"), "firefox": in_firefox}


@pytest.fixture(params=START)
def norwegian(request: pytest.FixtureRequest, tunnel: Tunnel) -> Iterator[Browser]:
    started = START[request.param](tunnel.port)
    yield started
    started.driver.quit()


def test_a_norwegian_browser_speaks_bokmal(norwegian: Browser) -> None:
    driver = norwegian.driver
    driver.get(norwegian.page("options.html"))
    until(lambda: driver.find_element("css selector", "html[data-ready]"), "the settings")
    assert driver.find_element("css selector", "h1").text == "Innstillinger"
    assert driver.find_element("css selector", "h2").text == "Koble denne nettleseren til Poise"
    assert driver.execute_script("return document.documentElement.lang") == "nb"
    assert driver.execute_script(SAID) == [
        "mandag 5. januar", "i morgen, 15:00", "i forgårs", "12\u00a0345,5", "1 intervjuer har ikke bestemt seg ennå",
        "2 intervjuere har ikke bestemt seg ennå", "A, B og C",
    ]  # fmt: skip
