"""The welcome: what Poise does, quiet mode to choose, and the guard at work on a profile that does not exist."""

from collections.abc import Iterator

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from .gestures import GESTURES
from .screen import OURS, Screen
from .standing import comes_to
from .waiting import until


@pytest.fixture
def welcome(screen: Screen) -> Iterator[Screen]:
    with screen.on_our_page():
        screen.driver.get(screen.browser.page("welcome.html"))
        until(lambda: screen.find("html[data-ready]"), "the welcome")
        yield screen
        screen.driver.get(screen.browser.page("options.html"))


@pytest.mark.parametrize("gesture", ["mouse", "enter", "touch", "middle"])
def test_the_guard_holds_on_the_practice_profile_and_lets_pass_what_is_sent_anyway(
    welcome: Screen, gesture: str
) -> None:
    connect, tabs = welcome.find("#practice a"), welcome.driver.window_handles
    welcome.show(connect)
    GESTURES[gesture](welcome.driver, connect)
    assert "Alex Morgan is still deciding · day 3" in welcome.warning().text
    welcome.choose("send_anyway")
    assert "30 seconds" in welcome.find("#practiced").text
    GESTURES[gesture](welcome.driver, connect)
    until(lambda: "went through" in welcome.find("#practiced").text, "the second press")
    assert welcome.driver.current_url == welcome.browser.page("welcome.html")
    assert welcome.driver.window_handles == tabs


def test_escape_leaves_it_held(welcome: Screen) -> None:
    welcome.show(welcome.find("#practice a"))
    GESTURES["mouse"](welcome.driver, welcome.find("#practice a"))
    welcome.warning()
    ActionChains(welcome.driver).send_keys(Keys.ESCAPE).perform()
    until(lambda: not welcome.driver.find_elements("css selector", OURS), "the warning gone")
    assert "nothing was sent" in welcome.find("#practiced").text


def test_quiet_mode_is_chosen_by_one_press_and_explained(welcome: Screen) -> None:
    assert "terms" in welcome.find("body").text
    for expected in (True, False):
        welcome.find("#quiet").click()
        comes_to(welcome, quiet=expected)
