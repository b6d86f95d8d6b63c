"""Going about a page of ours by key alone, as somebody without a pointer does."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from .screen import Screen


def keys(screen: Screen, *pressed: str) -> None:
    ActionChains(screen.driver, duration=0).send_keys(*pressed).perform()


def focused(screen: Screen) -> WebElement:
    return screen.driver.switch_to.active_element


def tab_to(screen: Screen, selector: str, most: int = 60) -> None:
    """By Tab alone, as somebody without a pointer comes there."""
    for _ in range(most):
        if screen.driver.execute_script("return document.activeElement.matches(arguments[0])", selector):
            return
        keys(screen, Keys.TAB)
    raise AssertionError(f"Tab never came to {selector}")
