"""The background comes and goes: the badge stays right, tabs stay guarded, and what is left of an older extension stands aside."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Firefox

from tests.practice import Practice, Tunnel

from . import background
from .arena import choices
from .battery import Site
from .drivers import EXTENSION, GECKO_ID, START, Browser, chromium, firefox
from .screen import Screen
from .service import Service
from .standing import comes_to
from .tracking import JANE, track
from .waiting import until

CONNECT = "connect jane-doe top"
RULE = "connect-before-decision"


@pytest.mark.entry("X18")
def test_the_badge_is_right_after_the_background_ended(jane: Screen) -> None:
    background.end(jane)
    assert jane.badge() == "1"
    track(jane, name="Ada Marsh", company="Globex", profiles=["https://www.linkedin.com/in/ada-marsh/"])
    background.end(jane)
    assert jane.badge() == "2"


def test_a_change_in_the_terminal_shows_within_a_minute_and_at_once_in_the_popup(
    jane: Screen, service: Service
) -> None:
    alarm = jane.api("api.alarms.get('renew')")
    assert alarm["periodInMinutes"] <= 1
    service.say("outcome", "Acme GmbH", "offer")
    jane.driver.switch_to.new_window("tab")
    jane.open(jane.browser.page("popup.html"))
    until(lambda: jane.badge() == "", "the badge after the offer")


Fresh = Callable[..., Browser]


@pytest.fixture(params=START)
def fresh(request: pytest.FixtureRequest, tunnel: Tunnel, practice: Practice) -> Iterator[Fresh]:
    """Starts browsers of a test's own, and ends them."""
    practice.clear()
    started: list[Browser] = []

    def start(extension: Path | None = EXTENSION, **options: Any) -> Browser:
        if request.param == "chromium":
            browser = chromium(tunnel.port, extension, **options)
        else:
            browser = firefox(
                tunnel.port, extension, **{name: value for name, value in options.items() if name != "bidi"}
            )
        started.append(browser)
        return browser

    yield start
    for browser in started:
        browser.driver.quit()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Service]:
    running = Service(tmp_path / "data").start()
    yield running
    running.stop()


def paired(browser: Browser, service: Service) -> Screen:
    screen = Screen(browser)
    screen.pair(service.say("pair", "--print").strip(), service.port)
    return screen


def test_after_a_restart_it_is_still_paired_and_delivers_what_it_kept(
    fresh: Fresh, own: Service, practice: Practice, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    first = Site(paired(fresh(profile=profile), own), practice, "linkedin")
    track(first.screen, name="Jane Doe", profiles=[JANE])
    own.stop()
    first.open("/in/jane-doe/")
    first.refuses(CONNECT, rule=RULE)
    comes_to(first.screen, queued=1)
    first.screen.driver.quit()
    own.start()
    second = Site(Screen(fresh(profile=profile)), practice, "linkedin")
    until(lambda: second.screen.badge() == "1", "the badge")
    until(lambda: len(choices(own)) == 1, "the choice delivered")
    assert second.screen.tell({"kind": "renew"})["trouble"] is None
    second.open("/in/jane-doe/")
    second.refuses(CONNECT, rule=RULE)
    until(lambda: len(choices(own)) == 2, "the next choice")


def install(browser: Browser) -> None:
    """As "Load unpacked" does, into the running browser."""
    if browser.name == "chromium":
        browser.driver.webextension.install(path=str(EXTENSION))
    else:
        browser.driver.execute("INSTALL_ADDON", {"path": str(EXTENSION), "temporary": True})


def test_a_tab_that_was_open_before_is_guarded_too(fresh: Fresh, own: Service, practice: Practice) -> None:
    browser = fresh(None, bidi=True)
    browser.driver.get(practice.url("/in/jane-doe/"))
    install(browser)
    screen = paired(browser, own)
    track(screen, name="Jane Doe", profiles=[JANE])
    site = Site(screen, practice, "linkedin")
    screen.chip()
    site.use(CONNECT)  # whose window heard it first, for the site's listeners were there before ours
    assert screen.warning().get_attribute("data-rule") == RULE
    assert site.saw("element", "root") == []
    screen.choose("cancel")
    assert site.sent == []


@pytest.mark.long
def test_a_page_that_was_kept_for_going_back_knows_what_came_meanwhile(
    fresh: Fresh, own: Service, practice: Practice
) -> None:
    browser = fresh(bidi=True)
    screen = paired(browser, own)
    track(screen, name="Jane Doe", profiles=[JANE])
    screen.open(practice.url("/in/jane-doe/", kept=1))
    assert screen.chip().get_attribute("data-stage") == "awaiting"
    screen.driver.execute_script("window.kept = true")
    screen.open(practice.url("/in/sam-poe/"))
    own.say("outcome", "Acme GmbH", "offer")
    screen.renew()
    screen.driver.back()
    assert screen.driver.execute_script("return window.kept") is True
    until(lambda: screen.chip().get_attribute("data-stage") == "offered", "the chip after the offer")


SWITCH_CHROMIUM = """
const [id, on, done] = arguments;
chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true },
  () => chrome.management.setEnabled(id, on, () => done(true)));
"""
SWITCH_FIREFOX = """
const [id, on, done] = arguments;
AddonManager.getAddonByID(id).then((addon) => (on ? addon.enable() : addon.disable())).then(() => done(true));
"""


def switch(browser: Browser, on: bool) -> None:
    """Turn the extension off or on, as its user does on the browser's own page."""
    driver = browser.driver
    if browser.name == "firefox":
        assert isinstance(driver, Firefox)
        with driver.context("chrome"):
            driver.execute_async_script(SWITCH_FIREFOX, GECKO_ID, on)
        return
    here = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get("chrome://extensions")
    driver.execute_async_script(SWITCH_CHROMIUM, browser.extension.rpartition("/")[2], on)
    driver.close()
    driver.switch_to.window(here)


@pytest.fixture
def opened(fresh: Fresh, own: Service, practice: Practice) -> Site:
    """Jane Doe's profile, guarded, in a browser whose extension may be switched off."""
    screen = paired(fresh(), own)
    track(screen, name="Jane Doe", profiles=[JANE])
    site = Site(screen, practice, "linkedin")
    site.open("/in/jane-doe/")
    return site


def test_what_is_left_in_a_page_of_an_extension_that_is_gone_lets_every_click_go(opened: Site) -> None:
    site, screen, browser = opened, opened.screen, opened.screen.browser
    site.refuses(CONNECT, rule=RULE)
    switch(browser, False)
    site.passes(CONNECT)
    site.passes("dialog dismiss")
    switch(browser, True)
    if browser.name == "chromium":  # Firefox puts content scripts into open tabs by itself
        browser.driver.switch_to.new_window("tab")
        browser.driver.get(browser.page("popup.html"))
        until(lambda: screen.find('[data-finding="old_tab"] button'), "the way to reload the tab").click()
        browser.driver.switch_to.window(screen._sites)
    until(lambda: site.guards(CONNECT), "the guard again")


def test_a_warning_of_an_extension_that_is_gone_can_still_be_closed(opened: Site) -> None:
    site, screen = opened, opened.screen
    site.holds(CONNECT, rule=RULE)
    switch(screen.browser, False)
    button = screen.ours('[data-choice="cancel"]')
    assert button
    button.click()
    # Chromium lets the script finish; in Firefox it has ended, and the dialog closes by itself.
    until(lambda: not any(one.is_displayed() for one in [screen.ours("dialog")] if one), "the warning closed")
    assert site.sent == []
    site.use(CONNECT)
    assert "click" in site.saw("element", "root")
