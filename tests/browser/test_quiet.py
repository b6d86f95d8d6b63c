"""Quiet mode: not a node in any page; the warning in a small window of its own, with the same words, buttons and sleep."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.practice import Practice

from .arena import choices
from .battery import Site, decide, interviewer
from .screen import Screen
from .service import Service
from .test_popup import popup
from .waiting import until

CONNECT, SEND = "connect jane-doe top", "dialog send jane-doe"

# The windows that the extension opened by itself, seen from a page of ours: a driver has no handle for them.
WINDOWS = "api.extension.getViews().filter(({ location }) => location.pathname.endsWith('/warning.html'))"
PAINTED = (
    f"{WINDOWS}.map(({{ document }}) => Number(document.documentElement.dataset.painted)).filter(Boolean)"
)
QUESTIONS = "api.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('question:')))"
CLOSE = "api.tabs.query({ url: api.runtime.getURL('extension/pages/warning.html*') }).then((tabs) => api.tabs.remove(tabs.map(({ id }) => id)))"
SAID = f"{WINDOWS}.map(({{ document }}) => document.querySelector('#question').textContent)"
POPUPS = "api.windows.getAll({ windowTypes: ['popup'] })"
DOM = "return [document.getElementsByTagName('*').length, document.documentElement.outerHTML]"


@pytest.fixture
def site(screen: Screen, practice: Practice) -> Iterator[Site]:
    screen.tell({"kind": "quiet", "quiet": True})
    yield Site(screen, practice, "linkedin")
    screen.api(CLOSE)
    screen.tell({"kind": "quiet", "quiet": False})


def held(site: Site) -> int:
    """Use Connect; answers how many milliseconds later the window was painted."""
    until(lambda: site.guards(CONNECT), "a guard over Connect")
    control = site.control(CONNECT)
    pressed = time.time()
    ActionChains(site.screen.driver, duration=0).click(control).perform()
    [painted] = until(lambda: site.screen.api(PAINTED), "the window painted")
    return int(painted - pressed * 1000)


def question(site: Site) -> str:
    [key] = site.screen.api(QUESTIONS)
    return str(key.removeprefix("question:"))


@contextmanager
def window_as_a_tab(site: Site) -> Iterator[WebElement]:
    """The same page once more, in a tab where a driver can press its buttons. Like the window, it closes itself at the end."""
    shown, driver = question(site), site.screen.driver
    here = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(site.screen.browser.page(f"warning.html#id={shown}"))
    until(lambda: site.screen.find("html[data-painted]"), "the question")
    yield site.screen.find("#question")
    driver.switch_to.window(here)


def test_a_click_is_held_and_the_page_stays_as_it_was(site: Site) -> None:
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    until(lambda: site.guards(CONNECT), "a guard over Connect")
    before = site.screen.driver.execute_script(DOM)
    held(site)
    site.screen.api(CLOSE)
    until(lambda: site.screen.api(QUESTIONS) == [], "closed without an answer, it sends nothing")
    assert site.screen.driver.execute_script(DOM) == before
    assert site.sent == []


def test_the_words_the_buttons_and_the_sleep_are_those_of_the_warning_in_a_page(site: Site) -> None:
    interviewer(site, "jane-doe")
    site.screen.tell({"kind": "quiet", "quiet": False})
    site.open("/in/jane-doe/")
    site.holds(CONNECT, rule="connect-before-decision")
    until(lambda: site.screen.warning().get_attribute("data-answered"), "the service's words")
    words = site.screen.warning().text
    site.screen.choose("cancel")
    site.screen.tell({"kind": "quiet", "quiet": True})
    until(lambda: site.screen.nodes() == 0, "the chip gone")
    held(site)
    with window_as_a_tab(site) as card:
        assert card.text == words
        assert card.get_attribute("role") == "alertdialog"
        assert card.get_attribute("data-verdict") == "hold"
        assert card.get_attribute("data-rule") == "connect-before-decision"
        until(lambda: site.screen.find('[data-choice="send_anyway"]:not([aria-disabled])'), "awake")
        assert site.screen.driver.execute_script("return document.activeElement.id") == "stake"


def test_sent_anyway_it_passes_without_a_second_question(site: Site) -> None:
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    held(site)
    with window_as_a_tab(site):
        assert site.screen.find('[data-choice="send_anyway"]').get_attribute("aria-disabled")
        until(lambda: site.screen.find('[data-choice="send_anyway"]:not([aria-disabled])'), "awake").click()
        until(lambda: "30 seconds" in site.screen.find("#question").text, "what to do next")
    site.passes(CONNECT)
    site.passes(SEND)
    site.has_sent(("connect", "jane-doe"))
    assert site.screen.nodes() == 0


def test_escape_in_the_window_sends_nothing_and_holds_again(site: Site) -> None:
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    held(site)
    with window_as_a_tab(site):
        ActionChains(site.screen.driver).send_keys(Keys.ESCAPE).perform()
    until(lambda: site.screen.api(QUESTIONS) == [], "answered")
    held(site)
    assert site.sent == []


def test_pressed_again_the_window_that_asks_comes_back_to_sight(site: Site) -> None:
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    held(site)
    [window] = site.screen.api(POPUPS)
    site.screen.api("api.windows.update(arguments[0], { state: 'minimized' })", window["id"])
    until(lambda: site.screen.api(POPUPS)[0]["state"] == "minimized", "the window out of sight")
    site.use(CONNECT)
    until(lambda: site.screen.api(POPUPS)[0]["state"] == "normal", "the window back")
    assert [one["id"] for one in site.screen.api(POPUPS)] == [window["id"]]
    assert site.sent == []


def test_what_turned_out_fine_is_said_in_the_window_and_counts_as_no_choice(
    site: Site, service: Service
) -> None:
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    until(lambda: site.guards(CONNECT), "a guard over Connect")
    service.say("outcome", "Acme GmbH", "offer")  # in a terminal, beside the browser
    before = choices(service)
    held(site)
    until(lambda: "This is fine now" in site.screen.api(SAID)[0], "the news")
    until(lambda: site.screen.api(QUESTIONS) == [], "the question over")
    site.screen.api(CLOSE)
    site.screen.renew()
    assert choices(service) == before
    site.passes(CONNECT)


def test_the_mark_and_the_hint_go_to_the_toolbar(site: Site) -> None:
    jane = interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    tab = site.screen.api("api.tabs.query({ url: 'https://*.linkedin.com/*' })")[0]["id"]

    def tooltip() -> str:
        return str(site.screen.api("api.action.getTitle({ tabId: arguments[0] })", tab))

    until(lambda: "Jane Doe · awaiting a decision" in tooltip(), "who the page is about")
    decide(site.screen, jane, "offer")
    until(lambda: "Jane Doe · offer made" in tooltip(), "the new stage")
    site.passes(CONNECT)
    site.passes(SEND)
    until(lambda: "A few words of your own" in tooltip(), "the hint's first line")
    assert site.screen.nodes() == 0
    site.screen.tell({"kind": "quiet", "quiet": False})
    until(
        lambda: tooltip() == site.screen.api("api.action.getTitle({})") != "",
        "what is said of all tabs again",
    )


@pytest.mark.parametrize("at", ["0", "Date.now()"], ids=["long ago", "just now"])
def test_a_hint_leaves_the_toolbar_when_the_popup_was_opened(site: Site, at: str) -> None:
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    tab = site.screen.api("api.tabs.query({ url: 'https://*.linkedin.com/*' })")[0]["id"]
    saying = "{ name: 'Jane Doe', company: '', headline: 'A hint', reason: 'A reason', note: null }"
    kept = f"api.storage.session.set({{ ['advice:' + arguments[0]]: {{ saying: {saying}, at: {at} }} }})"
    site.screen.api(
        f"{kept}.then(() => api.action.setTitle({{ tabId: arguments[0], title: 'A hint' }}))", tab
    )
    with popup(site.screen):
        pass
    until(lambda: site.screen.api("api.storage.session.get('advice:' + arguments[0])", tab) == {}, "read")
    title = site.screen.api("api.action.getTitle({ tabId: arguments[0] })", tab)
    assert title == site.screen.api("api.action.getTitle({})")
