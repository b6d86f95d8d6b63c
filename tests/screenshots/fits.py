"""Whether all that is said has room: measured, where an eye would miss it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.screen import OURS, Screen

from .camera import SETTLED

# A box whose words reach beyond it. What ends in an ellipsis, scrolls by itself or is typed into may be longer than it is wide.
WIDER = """
const root = arguments[0] ?? document;
const may = (element, style) => style.overflowX === "auto" || style.overflowX === "scroll" || style.textOverflow === "ellipsis" ||
  style.display.startsWith("inline") && style.display !== "inline-block" || element.matches("input, textarea, select, .unseen, svg *, svg");
const told = (element) => `${element.localName}.${element.className} ${element.scrollWidth} > ${element.clientWidth}: ${element.textContent.slice(0, 60)}`;
const found = [...root.querySelectorAll("*")].filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
  && !may(element, getComputedStyle(element))).map(told);
const page = document.scrollingElement;
return arguments[0] || page.scrollWidth <= innerWidth ? found : [`the page: ${page.scrollWidth} > ${innerWidth}`, ...found];
"""


@contextmanager
def narrow(driver: WebDriver, width: int) -> Iterator[None]:
    """Chromium pretends to have a screen of so many px, without scrollbars."""
    screen = {"width": width, "height": 640, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    try:
        driver.execute_async_script(SETTLED)
        yield
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def too_wide(screen: Screen, width: int = 320) -> list[str]:
    """What has no room on a screen of this width: on a page of ours all of it, over a site what we put there."""
    driver = screen.driver
    with narrow(driver, width):
        if driver.current_url.startswith("chrome-extension:"):
            return _measured(driver)
        roots = [host.shadow_root for host in driver.find_elements("css selector", OURS)]
        return [fault for root in roots for fault in _measured(driver, root)]


def _measured(driver: WebDriver, *root: Any) -> list[str]:
    found: list[str] = driver.execute_script(WIDER, *root)
    return found
