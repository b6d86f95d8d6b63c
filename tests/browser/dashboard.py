"""The dashboard as its user works with it: opened at a part, pressed, taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver.remote.webelement import WebElement

from .screen import Screen
from .waiting import until

CENTRE = "arguments[0].scrollIntoView({ block: 'center' })"


@contextmanager
def dashboard(screen: Screen, hash_: str = "") -> Iterator[Screen]:
    with screen.on_our_page():
        go(screen, hash_)
        yield screen
        screen.driver.get(screen.browser.page("options.html"))


def go(screen: Screen, hash_: str) -> None:
    """Open the page anew at this part."""
    screen.driver.get("about:blank")
    screen.driver.get(f"{screen.browser.page('dashboard.html')}#{hash_}")
    until(lambda: screen.find("html").get_attribute("data-ready"), "the dashboard read")


def follow(screen: Screen, hash_: str, selector: str) -> WebElement:
    """To another part of the open page, as a link does."""
    screen.driver.execute_script("location.hash = arguments[0]", hash_)
    return until(lambda: screen.find(selector), selector)


def read(screen: Screen, path: str) -> Any:
    """What the service knows; asked from the page that is open."""
    script = (
        "const api = globalThis.browser ?? chrome;"
        "api.runtime.sendMessage({ kind: 'request', method: 'GET', path: arguments[0] }).then(arguments[1])"
    )
    return screen.driver.execute_async_script(script, path)["body"]


def press(screen: Screen, selector: str) -> None:
    """Press what is there now: the page paints its parts anew when something is known anew."""

    def pressed() -> bool:
        element = screen.find(selector)
        screen.driver.execute_script(CENTRE, element)  # from under what is said at the foot
        element.click()
        return True

    until(pressed, selector)


def said(screen: Screen) -> str:
    return until(lambda: screen.find("#notice span").text, "what was done")


def take_back(screen: Screen) -> None:
    press(screen, '#notice [data-do="undo"]')
    until(lambda: said(screen) == "Taken back.", "taken back")
