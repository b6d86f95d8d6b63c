"""The packed extension installed for good, as README tells those whose Firefox may go without a signature."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.firefox.service import Service as FirefoxService

from tools.pack import pack

from .drivers import GECKO_ID, Browser, environment, geckodriver
from .screen import Screen
from .service import Service

pytestmark = pytest.mark.long
HOST = "return WebExtensionPolicy.getByID(arguments[0])?.mozExtensionHostname"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    made = tmp_path / "poise-firefox.xpi"
    pack(made)
    return made


@contextmanager
def opened(profile: Path, **preferences: bool) -> Iterator[webdriver.Firefox]:
    """Firefox ESR on a profile that stays, with no preference of the other tests' in it."""
    options = webdriver.FirefoxOptions()
    options.binary_location = "/usr/bin/firefox-esr"
    for argument in ("-headless", "-remote-allow-system-access", "-profile", str(profile)):
        options.add_argument(argument)
    for name, value in preferences.items():
        options.set_preference(name.replace("_", "."), value)
    driver = webdriver.Firefox(options, FirefoxService(geckodriver(), env=environment(None)))
    try:
        yield driver
    finally:
        driver.quit()


def screen(driver: webdriver.Firefox) -> Screen:
    with driver.context(driver.CONTEXT_CHROME):
        host = driver.execute_script(HOST, GECKO_ID)
    assert host, "the extension is not there"
    return Screen(Browser("firefox", driver, f"moz-extension://{host}"))


def test_it_is_there_after_a_restart_under_its_address_and_with_its_key(
    tmp_path: Path, package: Path, service: Service
) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    with opened(profile, xpinstall_signatures_required=False) as driver:
        driver.install_addon(str(package), temporary=False)
        first = screen(driver)
        first.pair(service.say("pair", "--print").strip(), service.port)
    with opened(profile) as driver:
        again = screen(driver)
        assert again.browser.extension == first.browser.extension
        assert again.tell({"kind": "request", "method": "GET", "path": "/interviewers"})["status"] == 200


def test_a_firefox_that_asks_for_a_signature_refuses_it(tmp_path: Path, package: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    with opened(profile) as driver, pytest.raises(WebDriverException, match="SIGNEDSTATE_REQUIRED"):
        driver.install_addon(str(package), temporary=False)
