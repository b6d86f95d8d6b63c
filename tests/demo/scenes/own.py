"""Poise's own window, the terminal beside the browser, and the pause."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from selenium.webdriver.common.by import By

from tests.browser.screen import Screen
from tests.browser.waiting import until
from tests.demo.hands import type_time
from tests.demo.play import Play

TALL = 1600  # so that the whole of the popup is in the picture


def popup(play: Play) -> None:
    screen = play.world.screen
    assert screen.badge() == "2", "the toolbar does not count those who still decide"
    play.linkedin.open("/in/anna-graefin-von-hohen/")
    with popup_open(screen):
        assert undecided(screen) == ["Jane Doe", "Tom Lindqvist"], "the popup names others than who decide"
        shown(play, "popup")
        screen.find('[data-track="person"]').click()
        until(lambda: screen.find("[name=company]").get_attribute("value"), "the company from the profile")
        save_with_interview(play)
        until(lambda: not screen.driver.find_elements(By.CSS_SELECTOR, "#here form"), "the end of saving")
        assert len(undecided(screen)) == 3, "the popup does not name the new person"
        shown(play, "popup-tracked")
    assert screen.badge() == "3", "the new person is not counted"
    screen.chip()


def save_with_interview(play: Play) -> None:
    """Her interview is tomorrow at eleven."""
    screen = play.world.screen
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).replace(hour=11, minute=0)
    type_time(screen.driver, screen.find("[name=role]"), tomorrow)
    typed = screen.find("[name=interview]").get_property("value")
    assert typed == f"{tomorrow:%Y-%m-%dT%H:%M}", "the field does not hold the time that was typed"
    shown(play, "popup-track")
    screen.find("form button[type=submit]").click()


def offer(play: Play) -> None:
    screen = play.world.screen
    play.world.service.say("outcome", "Acme GmbH", "offer")
    with popup_open(screen):
        assert undecided(screen) == ["Tom Lindqvist"], "the popup does not know of the offer"
    assert screen.badge() == "1", "the number on the toolbar did not drop"
    play.linkedin.open("/in/jane-doe/")
    assert screen.chip().get_attribute("data-stage") == "offered", "the chip does not tell of the offer"
    play.linkedin.use("connect jane-doe top")
    play.linkedin.use("dialog send jane-doe")
    play.linkedin.has_sent(("connect", "jane-doe"))
    assert "Jane" in screen.hint().text, "the hint suggests no note to Jane"
    play.picture("hint")


def pause(play: Play) -> None:
    screen = play.world.screen
    with popup_open(screen):
        screen.find("#pause summary").click()
        screen.find('[data-pause="hour"]').click()
        until(lambda: screen.find("#state").get_attribute("data-kind") == "paused", "the pause")
        assert screen.badge() == "!", "the toolbar does not show the pause"
        shown(play, "popup-paused")
    play.linkedin.open("/in/tom-lindqvist/")
    play.linkedin.use("connect tom-lindqvist top")
    play.linkedin.use("dialog send tom-lindqvist")
    play.linkedin.has_sent(("connect", "tom-lindqvist"))
    assert screen.ours('[role="alertdialog"]') is None, "a click was held during the pause"


@contextmanager
def popup_open(screen: Screen) -> Iterator[None]:
    size = screen.driver.get_window_size()
    screen.driver.set_window_size(size["width"], TALL)
    with screen.on_our_page():
        screen.driver.get(screen.browser.page("popup.html"))
        until(lambda: screen.find("html[data-ready]"), "the popup")
        yield
    screen.driver.set_window_size(size["width"], size["height"])


def shown(play: Play, name: str) -> None:
    play.picture(name, of=play.world.screen.find("body"))


def undecided(screen: Screen) -> list[str]:
    return [name.text for name in screen.driver.find_elements(By.CSS_SELECTOR, "#waiting h3")]
