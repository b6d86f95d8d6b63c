"""What a person does in a scene: by WebDriver's actions alone, on whatever the scripts of the page make of them."""

from datetime import datetime

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from tests.browser.battery import Site
from tests.browser.gestures import mouse

MOST_TABS = 80
# The parts of a date and time in their order here, which differs from country to country.
ORDER = """
return new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "short" })
  .formatToParts(new Date()).map(({ type }) => type).filter((type) => type !== "literal")"""
TYPED = {"year": "%Y", "month": "%m", "day": "%d", "hour": "%H", "minute": "%M", "dayPeriod": "%p"}


class Hands(Site):
    """A site, pressed with the pointer where it is, or reached by Tab."""

    def use(self, name: str, by: str = "mouse") -> None:
        driver, element = self.screen.driver, self.control(name)
        if by == "enter":
            come_to(driver, element)
            keys(driver, Keys.ENTER)
        else:
            ActionChains(driver, duration=0).scroll_to_element(element).perform()
            mouse(driver, element)


def keys(driver: WebDriver, *pressed: str) -> None:
    ActionChains(driver, duration=0).send_keys(*pressed).perform()


def come_to(driver: WebDriver, element: WebElement) -> None:
    for _ in range(MOST_TABS):
        keys(driver, Keys.TAB)
        if driver.switch_to.active_element == element:
            return
    raise AssertionError("Tab never came there")


def type_time(driver: WebDriver, before: WebElement, when: datetime) -> None:
    """Into the field that Tab leads to from `before`; each part of it is a field of its own to the keys."""
    order = driver.execute_script(ORDER)
    typed = TYPED | ({"hour": "%I"} if "dayPeriod" in order else {})
    for place, part in enumerate(order):
        before.send_keys(Keys.TAB)
        keys(driver, Keys.TAB * place, when.strftime(typed[part]))
