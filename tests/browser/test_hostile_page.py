"""What a page can do against the warning: nothing that sends, and nothing that keeps it from a person's eyes."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from .arena import OUR_HOST, Page, choices
from .gestures import double
from .service import Service
from .waiting import until


def style(target: str, name: str, value: str) -> str:
    return f"{target}.style.setProperty('{name}', '{value}', 'important')"


ROOT = "document.documentElement"
HIDING = {
    "display": "none", "opacity": ".01", "visibility": "hidden", "transform": "scale(0)", "filter": "opacity(0)",
    "clip-path": "inset(50%)", "translate": "-9999px", "content-visibility": "hidden", "pointer-events": "none",
}  # fmt: skip
BEYOND_REACH = ("display", "filter", "content-visibility")  # of the root: nothing within it can be seen then
ATTACKS = {
    "host": {
        "removed": f"{OUR_HOST}.remove()",
        "moved": f"document.body.append({OUR_HOST})",
        "inert": f"{OUR_HOST}.inert = true",
        "without style": f"{OUR_HOST}.removeAttribute('style')",
        "a popover": f"{OUR_HOST}.popover = 'manual'",
        **{name: style(OUR_HOST, name, value) for name, value in HIDING.items()},
    },
    "body": {
        "replaced": "document.body.replaceWith(document.createElement('body'))",
        **{name: style("document.body", name, value) for name, value in HIDING.items()},
    },
    "root": {
        "replaced": f"{ROOT}.replaceWith(document.createElement('html'))",
        "inert": f"{ROOT}.inert = true",
        "opened anew": "document.open(); document.write('<p>new'); document.close()",
        **{name: style(ROOT, name, value) for name, value in HIDING.items() if name not in BEYOND_REACH},
    },
}
COVER = """
const over = document.createElement("%s");
over.style.cssText = "position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; "
  + "border: 0; background: red; z-index: 2147483647";
(%s).append(over);
"""
ROOT_OF_ITS_OWN = "document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' })"
COVERS = {
    "overlay": COVER % ("div", "document.body") + "over.style.pointerEvents = 'none'",
    "popover": COVER % ("div", "document.body") + "over.popover = 'manual'; over.showPopover()",
    "dialog": COVER % ("dialog", "document.body") + "over.showModal()",
    "hidden dialog": COVER % ("dialog", ROOT_OF_ITS_OWN) + "over.showModal()",
    "full screen": "document.body.style.background = 'red'; document.body.requestFullscreen()",
}
DEAF = "for (const type of ['toggle', 'beforetoggle']) addEventListener(type, (event) => event.stopImmediatePropagation(), true);"


def apart(page: Page) -> list[str]:
    return [one for one in page.pages_of_ours() if one.startswith("warning.html")]


@pytest.mark.parametrize("what", ATTACKS)
def test_x08_a_warning_that_the_page_hides_is_back_and_nothing_is_sent(page: Page, what: str) -> None:
    for attack, script in ATTACKS[what].items():
        page.open().held().run(script)
        until(page.shown, f"the warning seen again: {what} {attack}")
        page.screen.choose("cancel")
        assert page.site.sent == [], attack


@pytest.mark.parametrize("name", BEYOND_REACH)
def test_x08_what_no_warning_can_overcome_ends_on_a_page_of_ours(page: Page, name: str) -> None:
    page.open().held().run(style(ROOT, name, HIDING[name]))
    until(lambda: apart(page), "the warning in a window of ours instead")
    assert not page.warned()
    page.run(f"{ROOT}.removeAttribute('style')")
    page.press()
    assert not page.warned(), "the question stands in the window"
    page.close_pages_of_ours()
    page.held().screen.choose("cancel")
    assert page.site.sent == []


def test_x08_a_page_that_never_gives_up_gets_no_endless_fight_and_no_click(
    page: Page, service: Service
) -> None:
    before = choices(service)
    page.open().held()
    page.run(
        f"""window.taken = 0;
        new MutationObserver(() => {{
          const host = {OUR_HOST};
          if (!host || host === window.chip) return;
          window.taken += 1;
          host.remove();
        }}).observe(document.documentElement, {{ childList: true }});
        window.chip = document.querySelector("html > :not(head):not(body)");
        {OUR_HOST}.remove()"""
    )
    until(lambda: apart(page), "the warning in a window of ours instead")
    assert page.run("return window.taken") == 5
    assert not page.warned()
    page.press()
    assert page.site.sent == []
    page.close_pages_of_ours()
    until(lambda: len(choices(service) - before) == 1, "the choice written down")
    assert {choice for _, choice in choices(service) - before} == {"cancelled"}
    page.press()
    assert page.site.sent == []


def test_x09_what_the_page_opens_later_lies_under_the_warning(page: Page) -> None:
    for cover, script in COVERS.items():
        page.open(DEAF).held().run(script)
        until(page.shown, f"the warning on top again: {cover}")
        page.screen.choose("cancel")
        assert page.site.sent == [], cover


@pytest.mark.parametrize("choice", ["send_anyway", "not_them", "cancel", "decided"])
def test_x09_a_double_click_that_carries_over_presses_nothing(
    page: Page, service: Service, choice: str
) -> None:
    start = choices(service)
    page.open().held()
    where = page.choice(choice).rect
    page.screen.choose("cancel")
    before = until(lambda: choices(service) if choices(service) != start else None, "the choice written down")
    page.run(
        "document.body.append(arguments[0]); arguments[0].style.cssText = "
        "`position: fixed; left: ${arguments[1]}px; top: ${arguments[2]}px; padding: 4px`",
        page.screen.find("#connect"), where["x"] + where["width"] / 2 - 20, where["y"] + where["height"] / 2 - 10,
    )  # fmt: skip
    page.press(by=double)
    page.screen.warning()
    page.awake("send_anyway")
    assert page.warned()
    assert choices(service) == before
    assert page.site.sent == []


def middle(element: WebElement) -> tuple[int, int]:
    at = element.rect
    return int(at["x"] + at["width"] / 2), int(at["y"] + at["height"] / 2)


@pytest.mark.parametrize("choice", ["send_anyway", "not_them"])
def test_x09_what_lets_a_click_through_sleeps_at_first(page: Page, choice: str) -> None:
    page.open().held()
    connect = page.screen.find("#connect")
    (x, y), (left, top) = middle(page.choice(choice)), middle(connect)
    page.screen.choose("cancel")
    ActionChains(page.driver, duration=0).click(connect).pause(0.1).move_by_offset(
        x - left, y - top
    ).click().perform()
    assert page.screen.warning().get_attribute("data-verdict") == "hold"
    page.awake(choice).click()
    until(lambda: not page.warned(), "the warning gone")


FORGED = """
const host = %s, box = arguments[0];
host.click();
for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
  const at = { bubbles: true, composed: true, detail: 1, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  for (const to of [host, document, window]) to.dispatchEvent(new MouseEvent(type, at));
}
for (const key of ["Escape", "Enter", " "]) for (const type of ["keydown", "keyup"])
  for (const to of [host, document.body]) to.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
document.elementFromPoint(box.x + 5, box.y + 5).click();
"""


@pytest.mark.parametrize("choice", ["cancel", "send_anyway", "trusted"])
def test_x09_events_that_the_page_makes_press_nothing(page: Page, service: Service, choice: str) -> None:
    before = choices(service)
    page.open().held()
    page.awake("send_anyway")
    page.run(FORGED % OUR_HOST, page.choice(choice).rect)
    assert page.warned()
    assert choices(service) == before
    assert page.run(f"return {OUR_HOST}.shadowRoot") is None


PATCHED = """
const patch = (owner, name) => { owner[name] = () => {}; };
for (const name of ["attachShadow", "setAttribute", "remove", "append", "matches", "closest"]) patch(Element.prototype, name);
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) patch(EventTarget.prototype, name);
for (const name of ["preventDefault", "stopPropagation", "stopImmediatePropagation", "composedPath"]) patch(Event.prototype, name);
for (const name of ["showModal", "close"]) patch(HTMLDialogElement.prototype, name);
for (const name of ["createElement", "elementFromPoint"]) patch(Document.prototype, name);
for (const name of ["fetch", "setTimeout", "setInterval", "getComputedStyle"]) patch(window, name);
window.MutationObserver = window.CSSStyleSheet = class { observe() {} disconnect() {} };
Object.defineProperty(Event.prototype, "isTrusted", { get: () => true });
Object.defineProperty(window, "chrome", { value: undefined });
"""


def test_x10_a_page_that_bends_the_browser_s_own_functions_bends_only_its_own(page: Page) -> None:
    page.open(PATCHED).held()
    assert page.site.sent == []
    page.screen.choose("send_anyway")
    page.press()
    until(lambda: page.site.sent, "the click that was let through")


CLOBBER = """
const make = document.createElement.bind(document);
for (const name of ["documentElement", "createElement", "elementFromPoint", "addEventListener", "baseURI", "activeElement"]) {
  const form = make("form");
  form.name = name;
  window.clobbering = [...(window.clobbering ?? []), form];
  Node.prototype.appendChild.call(arguments[0], form);
}"""


def test_x10_names_of_the_page_s_elements_stand_in_nobody_s_way(page: Page) -> None:
    hand = ActionChains(page.driver, duration=0)
    hand.move_to_element(page.open().screen.find("#connect")).perform()
    page.run(CLOBBER, page.screen.find("main"))
    ActionChains(page.driver, duration=0).click().perform()
    page.run("for (const form of window.clobbering) Element.prototype.remove.call(form)")
    page.screen.choose("cancel")
    assert page.site.sent == []


def test_escape_closes_the_warning_and_nothing_of_the_page(page: Page) -> None:
    listening = "for (const type of ['keydown', 'keyup']) addEventListener(type, ({ key }) => "
    page.open(f"{listening} key === 'Escape' && document.querySelector('dialog').close(), true)")
    page.run("const own = document.createElement('dialog'); own.append(document.getElementById('connect')); "
             "document.body.append(own); own.showModal()")  # fmt: skip
    page.held()
    page.screen.warning().find_element("css selector", "#why").click()  # the focus is in no button then
    page.forget()
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    until(lambda: not page.warned(), "the warning gone")
    assert page.run("return document.querySelector('dialog').open")
    assert page.saw("keydown", "keyup", "keypress") == []
