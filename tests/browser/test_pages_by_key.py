"""The popup, the settings and the welcome by keyboard alone: whole ways, in both browsers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from selenium.webdriver.common.keys import Keys

from tests.practice import Practice

from .by_key import focused, keys, tab_to
from .screen import OURS, Screen
from .standing import comes_to
from .waiting import until

BUTTONS_BEFORE_SEND = 6


@contextmanager
def page(screen: Screen, name: str) -> Iterator[None]:
    with screen.on_our_page():
        screen.driver.get("about:blank")
        screen.driver.get(screen.browser.page(name))
        until(lambda: screen.find("html[data-ready]"), name)
        yield
        screen.driver.get(screen.browser.page("options.html"))


def press(screen: Screen, selector: str, key: str = Keys.ENTER) -> None:
    until(lambda: screen.find(selector).is_displayed(), selector)
    tab_to(screen, selector)
    keys(screen, key)


def unfold(screen: Screen, name: str) -> None:
    if until(lambda: screen.find(f'[data-fold="{name}"]'), name).get_attribute("open") is None:
        press(screen, f'[data-fold="{name}"] > summary')


def said(screen: Screen, words: str) -> None:
    until(lambda: words in screen.find("#outcome").text, words)
    screen.driver.execute_script("document.querySelector('#outcome').firstChild.data = ''")


def known(screen: Screen, noun: str) -> list[dict[str, Any]]:
    answer = screen.tell({"kind": "request", "method": "GET", "path": f"/{noun}"})
    found: list[dict[str, Any]] = answer["body"]["items"]
    return found


def test_the_popup_tracks_decides_logs_trusts_forgets_and_undoes_by_key_alone(
    screen: Screen, practice: Practice
) -> None:
    screen.open(practice.url("/in/jane-doe/"))
    with page(screen, "popup.html"):
        press(screen, '[data-track="person"]')
        until(lambda: focused(screen).get_attribute("name") == "name", "the focus in the form that opened")
        tab_to(screen, '[name="interview"]')
        keys(screen, "010520260200PM")
        press(screen, "#here [type=submit]")
        said(screen, "Saved.")
        unfold(screen, "more")
        unfold(screen, "log")
        press(screen, '[data-do="thank_you"]')
        said(screen, "Saved.")
        unfold(screen, "outcome")
        press(screen, '[data-do="outcome-offer"]')
        said(screen, "Saved.")
        unfold(screen, "trust")
        press(screen, '[data-do="trust_before"]')
        said(screen, "Saved.")
        press(screen, '[data-do="forget"]')
        press(screen, '#outcome [data-do="undo"]')
        until(lambda: screen.find("#decided [data-person]"), "Jane again")
        press(screen, "#pause > summary")
        press(screen, '[data-pause="linkedin"]')
        until(lambda: "LinkedIn" in screen.find("#state").text, "paused")
        press(screen, '[data-pause="none"]')
        until(lambda: "Paused" not in screen.find("#state").text, "guarding again")
    [jane], [acme] = known(screen, "interviewers"), known(screen, "applications")
    assert (jane["name"], jane["trusted"], acme["outcome"]["kind"]) == ("Jane Doe", True, "offer")
    assert datetime.fromisoformat(acme["interviews"][0]["starts"]) == datetime(2026, 1, 5, 14).astimezone()
    assert [one["kind"] for one in known(screen, "interactions")] == ["thank_you"]


def test_the_settings_by_key_alone(screen: Screen) -> None:
    with page(screen, "options.html"):
        assert not screen.find("#code").is_displayed()  # this browser is connected
        press(screen, "#connecting > summary")
        press(screen, "#code")
        keys(screen, "WRONG-CODE", Keys.ENTER)
        until(lambda: screen.find("#outcome").get_attribute("data-outcome"), "why it was not connected")
        assert screen.find("#code").get_attribute("value") == "WRONG-CODE"
        for expected in (True, False):
            press(screen, "#quiet", Keys.SPACE)
            comes_to(screen, quiet=expected)


def test_the_welcome_s_practice_by_key_alone(screen: Screen) -> None:
    with page(screen, "welcome.html"):
        press(screen, "#practice a")
        screen.warning()
        keys(screen, Keys.ESCAPE)
        until(lambda: not screen.driver.find_elements("css selector", OURS), "the warning gone")
        assert "alex-morgan" in (focused(screen).get_attribute("href") or "")
        keys(screen, Keys.ENTER)
        until(lambda: screen.ours('[data-choice="send_anyway"]:not([aria-disabled])'), "awake")
        keys(screen, *[Keys.TAB] * BUTTONS_BEFORE_SEND, Keys.ENTER)
        until(lambda: "30 seconds" in screen.find("#practiced").text, "what to do next")
        keys(screen, Keys.ENTER)
        until(lambda: "went through" in screen.find("#practiced").text, "the second press")
