"""The practice sites under a person's hands: their controls by name, and the ways of using them."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.remote.webelement import WebElement

from tests.browser.gestures import GESTURES
from tests.browser.screen import Screen
from tests.browser.waiting import until

SHOWN = """
const shown = (one) => one.getClientRects().length && one.checkVisibility({ visibilityProperty: true });
const found = window.siteControls(arguments[0]).find(shown);
if (!found) return null;
const { top, bottom } = found.getBoundingClientRect();
if (top < 0 || bottom > innerHeight) found.scrollIntoView({ block: "center", behavior: "instant" });
return found;
"""


def control(screen: Screen, name: str) -> WebElement:
    """A control of the site that can be seen, brought into view; `name` as in tests/practice/README.md."""
    found: WebElement = until(lambda: screen.driver.execute_script(SHOWN, name), f"the control {name!r}")
    return found


def use(screen: Screen, name: str, by: str = "mouse") -> None:
    GESTURES[by](screen.driver, control(screen, name))


def write(screen: Screen, text: str) -> None:
    """Type into what has the focus."""
    ActionChains(screen.driver, duration=0).send_keys(text).perform()
