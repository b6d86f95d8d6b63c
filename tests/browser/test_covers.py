"""What a page paints over the warning from where no event comes out: pressed through it, nothing goes; then the warning is on top."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains

from .arena import Page, choices
from .service import Service
from .waiting import until

# A false button over the warning's own, in a closed root within another; inert, so that presses fall through it.
PREPARED = """
const nest = (mode) => document.body.appendChild(document.createElement("section")).attachShadow({ mode });
const inner = (root) => root.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
window.over = document.createElement("div");
over.textContent = "Thank Jane Doe";
over.style.cssText = "position: fixed; inset: 0; margin: 0; width: 100vw; height: 100vh; border: 0; background: red; %s";
over.popover = "manual";
window.rise = () => over.showPopover();
window.sink = () => over.hidePopover();
(%s).append(over);
"""
ROOTS = {
    "closed": "nest('closed')",
    "open": "nest('open')",
    "nested": "inner(nest('closed'))",
    "in the light": "document.body",
}


def prepared(page: Page, root: str, style: str = "") -> Page:
    page.open().run(PREPARED % (style, ROOTS[root]))
    return page.held()


@pytest.mark.parametrize("root", ROOTS)
def test_x09_a_popover_lies_under_the_warning_before_long(page: Page, root: str) -> None:
    prepared(page, root)
    for _ in range(2):
        page.run("rise()")
        until(page.shown, "the warning on top again")
        page.run("sink()")
    page.screen.choose("cancel")


def test_x09_a_root_that_is_made_while_the_warning_stands_is_seen_too(page: Page) -> None:
    page.open().held()
    page.run(PREPARED % ("pointer-events: none", ROOTS["nested"]) + "; rise()")
    until(page.shown, "the warning on top again")
    page.screen.choose("cancel")


@pytest.mark.parametrize("choice", ["send_anyway", "not_them"])
def test_x09_a_press_through_what_has_just_risen_counts_for_nothing(
    page: Page, service: Service, choice: str
) -> None:
    before = choices(service)
    prepared(page, "nested")
    page.awake(choice)
    page.run("addEventListener('pointermove', () => rise(), { capture: true, once: true })")
    ActionChains(page.driver, duration=0).click(page.choice(choice)).perform()
    assert page.run("return over.matches(':popover-open')"), "it rose before the press"
    assert page.warned()
    assert page.choice(choice).get_attribute("aria-disabled"), "what was seen was not this"
    assert page.shown()
    assert choices(service) == before
    page.awake(choice).click()
    until(lambda: not page.warned(), "the press on what is seen")
    assert page.site.sent == []


def test_x09_a_page_that_always_lies_over_it_has_the_question_in_a_window_of_ours(page: Page) -> None:
    prepared(page, "closed")
    page.run("setInterval(() => { sink(); rise(); }, 30)")
    until(
        lambda: [one for one in page.pages_of_ours() if one.startswith("warning.html")],
        "the question in a window of ours",
    )
    assert not page.warned()
    page.press()
    assert page.site.sent == []
