"""The warning by keyboard alone: where the focus begins, where it can go, where it ends; and no page in between."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from .arena import Page, choices
from .gestures import enter
from .service import Service
from .waiting import until

BUTTONS = ["instead", "cancel", "decided", "not_them", "trusted", "send_anyway"]

# Traps as sites have them, and worse: the focus is pulled back, every key is stopped.
TRAPS = """
for (const type of ["keydown", "keypress", "keyup"]) addEventListener(type, (event) => {
  if (window.trapped) { event.preventDefault(); event.stopImmediatePropagation(); }
}, true);
addEventListener("focusin", () => window.trapped && document.getElementById("field").focus(), true);
addEventListener("focusout", () => window.trapped && setTimeout(() => document.getElementById("field").focus()), true);
"""


def keys(page: Page, *pressed: str) -> None:
    ActionChains(page.driver, duration=0).send_keys(*pressed).perform()


def walk(page: Page) -> list[str | None]:
    found = []
    for _ in BUTTONS:
        keys(page, Keys.TAB)
        found.append(page.focused())
    return found


def test_the_focus_begins_on_the_heading_where_enter_does_nothing(page: Page, service: Service) -> None:
    page.open()
    before = choices(service)
    page.held(by=enter)
    assert page.focused() == "stake"
    page.awake("send_anyway")
    keys(page, Keys.ENTER, Keys.SPACE, Keys.ENTER)
    assert page.warned()
    assert page.focused() == "stake"
    assert (choices(service), page.site.sent) == (before, [])


def test_the_key_that_is_still_down_from_the_press_opens_and_presses_nothing(page: Page) -> None:
    page.open().run("document.getElementById('connect').focus()")
    ActionChains(page.driver, duration=0).key_down(Keys.ENTER).perform()
    page.screen.warning()
    for _ in range(5):
        ActionChains(page.driver, duration=0).key_down(Keys.ENTER).perform()  # it repeats
    ActionChains(page.driver, duration=0).key_up(Keys.ENTER).perform()
    assert page.warned()
    assert page.site.sent == []


def test_every_button_is_reached_by_tab_and_the_page_is_not(page: Page) -> None:
    page.open().held(by=enter)
    assert walk(page) == BUTTONS
    keys(page, Keys.TAB)
    assert page.run("return document.activeElement.id") not in ("connect", "field", "submit")


def test_traps_of_the_page_hold_neither_the_focus_nor_the_keys(page: Page) -> None:
    page.open(TRAPS).held()
    page.run("window.trapped = true; document.getElementById('field').focus()")
    assert walk(page) == BUTTONS
    ActionChains(page.driver, duration=0).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(
        Keys.SHIFT
    ).perform()
    assert page.focused() == BUTTONS[-2]
    page.screen.warning().find_element("css selector", "#why").click()  # the focus is nowhere then
    keys(page, Keys.ESCAPE)
    until(lambda: not page.warned(), "the warning gone")


def test_the_page_s_own_focus_is_given_back(page: Page) -> None:
    page.open().held(by=enter)
    keys(page, Keys.ESCAPE)
    until(lambda: not page.warned(), "the warning gone")
    assert page.run("return document.activeElement.id") == "connect"


def test_send_anyway_by_keyboard_alone(page: Page) -> None:
    page.open().held(by=enter)
    page.awake("send_anyway")
    keys(page, *[Keys.TAB] * len(BUTTONS), Keys.ENTER)
    until(lambda: not page.warned(), "the warning gone")
    assert page.site.sent == []
    keys(page, Keys.ENTER)  # the focus is back on Connect
    until(lambda: page.site.sent, "the press that was let through")
    assert len(page.site.sent) == 1


# What reads the screen presses a button without a pointer, a key or the focus: the browser sends the button's form.
PRESSED_BY_A_READER = "arguments[0].form.requestSubmit(arguments[0])"


def test_a_press_that_moves_no_focus_is_that_of_its_own_button(page: Page, service: Service) -> None:
    before = choices(service)
    page.open().held(by=enter)
    page.awake("send_anyway")
    keys(page, Keys.TAB)
    assert page.focused() == "instead"
    page.run(PRESSED_BY_A_READER, page.choice("cancel"))
    until(lambda: not page.warned(), "the warning gone")
    until(lambda: len(choices(service) - before) == 1, "the choice written down")
    assert {choice for _, choice in choices(service) - before} == {"cancelled"}


def test_what_lets_the_click_through_sleeps_for_such_a_press_too(page: Page, service: Service) -> None:
    before = choices(service)
    page.open().press(by=enter)
    page.screen.warning()
    page.run(PRESSED_BY_A_READER, page.choice("send_anyway"))
    assert page.warned()
    page.awake("send_anyway")
    page.run(PRESSED_BY_A_READER, page.choice("send_anyway"))
    said = until(
        lambda: page.screen.ours('[aria-live="polite"] [role="status"]'), "said where it is listened to"
    )
    assert "30 seconds" in said.text
    until(lambda: [one for _, one in choices(service) - before] == ["sent_anyway"], "the choice written down")
    assert page.site.sent == []
