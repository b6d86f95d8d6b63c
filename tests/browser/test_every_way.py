"""Every way of using a control is held alike; and a pass is for one press, of one person's button, on one page."""

from collections.abc import Callable

import pytest
from selenium.webdriver.common.keys import Keys

from .arena import Page
from .gestures import GESTURES, mouse
from .tracking import track
from .waiting import until

SAM = "https://www.linkedin.com/in/sam-poe/"


def enter_in(selector: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.screen.find(selector).send_keys("hello", Keys.ENTER)

    return act


def press(selector: str, by: str = "mouse") -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.press(selector, GESTURES[by])

    return act


def script(text: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.run(text)

    return act


WAYS: dict[str, Callable[[Page], None]] = {
    **{by: press("#connect", by) for by in GESTURES if by != "ctrl"},
    "an icon within": press("#connect svg"),
    "a label": press("#label"),
    "a submit button": press("#submit"),
    "Enter in a field": enter_in("#field"),
    "requestSubmit": script(
        "document.getElementById('form').requestSubmit(document.getElementById('submit'))"
    ),
    "click() by the page": script("document.getElementById('connect').click()"),
    "an event by the page": script(
        "document.getElementById('connect').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }))"
    ),
    "a shadow root": script(
        "const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });"
        "root.append(document.getElementById('connect')); root.getElementById('connect').click()"
    ),
    "a shadow root, after a stranger's in it": script(
        "const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });"
        "const connect = document.getElementById('connect'), other = connect.cloneNode(true); other.removeAttribute('onclick');"
        "other.setAttribute('aria-label', 'Invite Max Moe to connect'); root.append(other, connect); other.click(); connect.click()"
    ),
}


def test_x13_every_way_to_a_control_is_held_alike(page: Page) -> None:
    for way, act in WAYS.items():
        page.open()
        page.forget()
        act(page)
        page.screen.choose("cancel")
        assert page.site.sent == [], way
        assert page.saw("submit", "sent") == [], way


FRAMES = {
    "srcdoc": "frame.srcdoc = connect.outerHTML; document.body.prepend(frame);",
    "about:blank": "document.body.prepend(frame); frame.contentDocument.body.append(connect.cloneNode(true));"
    "frame.contentWindow.send = () => fetch('/sent', { method: 'POST' });",
    "the same site": "frame.src = location.href; document.body.prepend(frame);",
}


@pytest.mark.parametrize("frame", FRAMES)
def test_x13_frames_of_the_page_s_own_are_guarded_as_the_page_is(page: Page, frame: str) -> None:
    page.open().run(
        "const connect = document.getElementById('connect'), frame = document.createElement('iframe'); frame.id = 'inner';"
        f"frame.width = 700; frame.height = 600; {FRAMES[frame]}"
    )
    page.within("#inner").held()
    page.screen.choose("cancel")
    assert page.site.sent == []


def test_x11_a_pass_is_used_up_by_one_press(page: Page) -> None:
    page.open().held().screen.choose("send_anyway")
    page.press()
    until(lambda: len(page.site.sent) == 1, "the press that was let through")
    assert not page.warned()
    page.held().screen.choose("cancel")
    assert len(page.site.sent) == 1


def test_x11_a_pass_is_for_one_person(page: Page) -> None:
    track(page.screen, name="Sam Poe", company="Globex", profiles=[SAM])
    page.open()
    page.run("const other = document.getElementById('connect').cloneNode(true); other.id = 'sam';"
             "other.setAttribute('aria-label', 'Invite Sam Poe to connect'); document.getElementById('more').after(other)")  # fmt: skip
    page.held().screen.choose("send_anyway")
    page.held("#sam")
    assert "Sam Poe" in page.screen.warning().text
    page.screen.choose("cancel")
    assert page.site.sent == []
    page.press()
    until(lambda: page.site.sent, "the press that the pass was for")


@pytest.mark.parametrize("there_and_back", ["pushState", "reload"])
def test_x11_a_pass_ends_with_its_page(page: Page, there_and_back: str) -> None:
    page.open().held().screen.choose("send_anyway")
    if there_and_back == "reload":
        page.open()
    else:
        page.run("history.pushState({}, '', '/in/ada-marsh/')")
        page.run("history.pushState({}, '', '/in/jane-doe/')")
        page.screen.chip()
    page.held().screen.choose("cancel")
    assert page.site.sent == []


def test_x11_only_a_person_s_own_press_uses_a_pass(page: Page) -> None:
    page.open().held().screen.choose("send_anyway")
    page.run("document.getElementById('connect').click()")
    page.screen.choose("cancel")
    assert page.site.sent == []


def test_x08_a_document_opened_anew_is_guarded_again(page: Page) -> None:
    page.open().run(
        "const connect = document.getElementById('connect').outerHTML; window.send = () => fetch('/sent', { method: 'POST' });"
        "document.open(); document.write(connect); document.close()"
    )
    page.held().screen.choose("cancel")
    assert page.site.sent == []


@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
def test_a_page_that_is_gone_back_to_guards_whom_was_added_meanwhile(page: Page) -> None:
    """A Chromium that is driven keeps no page to go back to."""
    page.open(who="sam-poe").run("window.stayed = true")
    page.open()
    track(page.screen, name="Sam Poe", company="Globex", profiles=[SAM])
    page.driver.back()
    assert page.run("return window.stayed"), "the very page, as it was left"
    page.screen.chip()
    page.held().screen.choose("cancel")
    assert page.site.sent == []


def test_a_click_before_the_guard_is_ready_is_told_not_hidden(page: Page) -> None:
    page.open().run(
        "const frame = document.createElement('iframe'); frame.id = 'inner'; frame.width = 700; frame.height = 600;"
        "document.body.prepend(frame); frame.contentWindow.send = () => {};"
        "frame.contentDocument.body.append(document.getElementById('connect').cloneNode(true));"
        "frame.contentDocument.getElementById('connect').click()"
    )
    page.driver.switch_to.frame("inner")
    assert "before Poise was ready" in page.screen.hint().text


def test_a_policy_as_strict_as_can_be_takes_nothing_from_the_warning(page: Page) -> None:
    page.screen.open("https://www.linkedin.com/in/jane-doe/?gen=late-button")
    page.screen.chip()
    connect = '[aria-label="Invite Jane Doe to connect"]'
    mouse(
        page.driver,
        next(one for one in page.driver.find_elements("css selector", connect) if one.is_displayed()),
    )
    warning = page.screen.warning()
    assert warning.value_of_css_property("border-top-left-radius") == "16px"
    assert warning.value_of_css_property("position") == "fixed"
    assert page.choice("cancel").value_of_css_property("min-height") == "40px"
    assert page.shown()
