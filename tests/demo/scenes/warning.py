"""The warning as the audience is to see it: whole, and ready to be answered."""

from selenium.webdriver.remote.webelement import WebElement

from tests.browser.screen import Screen
from tests.browser.waiting import until

AWAKE = '[data-choice="send_anyway"]:not([aria-disabled])'


def warned(screen: Screen, rule: str, *, answered: bool = True) -> WebElement:
    """Wait until it has the service's part or, if that is down, says so; fails if another rule spoke."""
    until(lambda: screen.ours(AWAKE), "a warning that can be answered")
    part = "service" if answered else "snapshot"
    until(
        lambda: screen.warning().get_attribute("data-answered") == part, "the service's part of the warning"
    )
    warning = screen.warning()
    assert warning.get_attribute("data-rule") == rule, f"it was not the rule {rule} that spoke"
    return warning
