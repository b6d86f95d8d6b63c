"""The browsers of the tests with a window to look at, for somebody who wants to try."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.drivers import (
    CHROMIUM_ARGUMENTS,
    FIREFOX_PREFERENCES,
    GECKO_UUID,
    ROOT,
    Browser,
    chromium_id,
    geckodriver,
)

WITHOUT_WINDOW = {"--headless=new", "--disable-gpu", "--force-device-scale-factor=1"}
LOOK_EVERY = 0.5  # seconds


def has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def chromium(
    proxy: int, *more: str, preferences: Mapping[str, Any] | None = None, display: str | None = None
) -> Browser:
    """`more`: arguments, which outrank the others; `display`: another screen than the user's."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in (*CHROMIUM_ARGUMENTS, *more):
        if argument not in WITHOUT_WINDOW:
            options.add_argument(argument)
    # Without these two, bars above the page warn of the robot and of the practice sites' certificate.
    options.add_experimental_option("excludeSwitches", ["enable-automation"])
    options.add_argument("--test-type")
    options.add_argument(f"--proxy-server=http://127.0.0.1:{proxy}")
    options.add_argument(f"--load-extension={ROOT}")
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium does not start as root with it
    options.add_experimental_option("prefs", dict(preferences or {}))
    environment = {**os.environ, **({"DISPLAY": display} if display else {})}
    driver = webdriver.Chrome(options, ChromeService("/usr/bin/chromedriver", env=environment))
    return Browser("chromium", driver, f"chrome-extension://{chromium_id()}")


def firefox(proxy: int) -> Browser:
    options = webdriver.FirefoxOptions()
    options.binary_location = "/usr/bin/firefox-esr"
    options.accept_insecure_certs = True
    options.add_argument("-remote-allow-system-access")  # without it no driver may open a moz-extension: page
    proxies = {f"network.proxy.{kind}": "127.0.0.1" for kind in ("http", "ssl")}
    ports = {f"network.proxy.{kind}_port": proxy for kind in ("http", "ssl")}
    for name, value in {**FIREFOX_PREFERENCES, **proxies, **ports}.items():
        options.set_preference(name, value)
    driver = webdriver.Firefox(options, FirefoxService(geckodriver()))
    driver.install_addon(str(ROOT), temporary=True)
    return Browser("firefox", driver, f"moz-extension://{GECKO_UUID}")


START: dict[str, Callable[[int], Browser]] = {"chromium": chromium, "firefox": firefox}
BINARIES = {"chromium": "/usr/bin/chromium", "firefox": "/usr/bin/firefox-esr"}


def first_there_is() -> str:
    """The name of the best browser on this machine."""
    return next((name for name, binary in BINARIES.items() if shutil.which(binary)), "chromium")


def wait_until_closed(browser: Browser) -> None:
    """Until the user has closed its last window."""
    WebDriverWait(browser.driver, float("inf"), LOOK_EVERY).until(lambda _: not _windows(browser))


def _windows(browser: Browser) -> list[str]:
    try:
        return browser.driver.window_handles
    except WebDriverException:  # nobody is there any more
        return []
