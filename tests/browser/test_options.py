"""The settings page: the browsers that are connected, each with its name, and its key to take away."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from selenium.webdriver.remote.webelement import WebElement
from sqlalchemy.orm import Session

from poise.cli.data import database
from poise.config import Folder
from poise.store import browsers

from .screen import Screen
from .service import Service
from .standing import state_of
from .waiting import until


@pytest.fixture
def other(service: Service) -> Iterator[str]:
    """The key of another browser, connected beside this one; its id."""
    with writing(service) as session:
        keyid = browsers.pair(session, "Chromium cd34", "chrome-extension://" + "a" * 32).keyid
    yield keyid
    if keyid in known(service):
        with writing(service) as session:
            browsers.revoke(session, browsers.get(session, keyid))


@pytest.fixture
def options(screen: Screen, other: str) -> Iterator[Screen]:  # noqa: ARG001 - has to be there first
    with screen.on_our_page():
        screen.driver.refresh()
        until(lambda: screen.find("html[data-ready]"), "the settings")
        yield screen


@contextmanager
def writing(service: Service) -> Iterator[Session]:
    with database(Folder(service.folder)) as opened, opened.writing() as session:
        yield session


def known(service: Service) -> dict[str, str]:
    """What each key that the service takes is called."""
    with writing(service) as session:
        return {one.keyid: one.called for one in browsers.paired(session)}


def row(screen: Screen, keyid: str) -> WebElement:
    return screen.find(f'[data-keyid="{keyid}"]')


def own(screen: Screen) -> str:
    (keyid,) = (
        one.get_attribute("data-keyid") or ""
        for one in screen.driver.find_elements("css selector", "[data-keyid]")
        if "this browser" in one.text
    )
    return keyid


def test_every_browser_is_listed_with_its_name_and_this_one_is_marked(
    options: Screen, service: Service, other: str
) -> None:
    rows = options.driver.find_elements("css selector", "#browsers [data-keyid]")
    shown = {
        one.get_attribute("data-keyid"): one.find_element("name", "name").get_attribute("value")
        for one in rows
    }
    assert shown == known(service)
    assert shown[other] == "Chromium cd34"
    assert own(options) != other
    assert "connected this minute" in row(options, other).text


def test_a_browser_is_given_a_name_of_the_users_own(options: Screen, service: Service, other: str) -> None:
    field = row(options, other).find_element("name", "name")
    field.clear()
    field.send_keys("At home")
    row(options, other).find_element("css selector", "[type=submit]").click()
    until(lambda: "At home" in options.find("#browsers-outcome").text, "what was done")
    assert known(service)[other] == "At home"


def test_a_key_is_taken_away_and_leaves_the_list(options: Screen, service: Service, other: str) -> None:
    options.find(f'[data-revoke="{other}"]').click()
    until(
        lambda: not options.driver.find_elements("css selector", f'[data-keyid="{other}"]'),
        "the shorter list",
    )
    assert "Chromium cd34" in options.find("#browsers-outcome").text
    assert other not in known(service)
    assert own(options) in known(service)


def test_a_browser_that_takes_its_own_key_away_says_so_at_once(
    options: Screen, service: Service, other: str
) -> None:
    options.find(f'[data-revoke="{own(options)}"]').click()
    until(lambda: options.badge() == "!", "the badge")
    try:
        assert other in known(service)
        assert state_of(options)["trouble"] == "refused"
    finally:
        options.pair(service.say("pair", "--print").strip(), service.port)
    assert options.badge() == ""


@pytest.mark.entry("A08")
def test_an_address_alone_connects_nobody(options: Screen, service: Service) -> None:
    """Any other extension can open it, with a code and a port of its own."""
    before, code = known(service), service.say("pair", "--print").strip()
    options.driver.get("about:blank")
    options.driver.get(f"{options.browser.page('options.html')}#code={code}&port={service.port}&now")
    until(lambda: options.find("html[data-ready]"), "the settings")
    assert options.find("#code").get_attribute("value") == code
    assert options.find("#outcome").get_attribute("data-outcome") in (None, "")
    options.pair(code, service.port)  # whatever had been sent before would have used it up
    assert known(service).keys() != before.keys()
