"""What a page can learn of the guard: nothing while nobody is held, and of a warning not whose it is."""

import json
from collections.abc import Iterable
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from .arena import Page
from .drivers import ROOT
from .gestures import enter, mouse
from .hostile import HOST
from .waiting import until

# From the head on: whatever is changed in the page but by its own parser.
WATCH = """
window.changes = [];
window.look = new MutationObserver((records) => changes.push(...records.map(({ type, target, attributeName, addedNodes, removedNodes }) =>
  ({ type, what: `${attributeName} ${target.nodeName}`, added: [...addedNodes].map((node) => node.outerHTML ?? node.data), gone: removedNodes.length }))));
look.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
window.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ entryType, name }) => `${entryType} ${name}`)))
  .observe({ entryTypes: ["resource", "mark", "measure"] });
"""
AS_SERVED = """
const done = arguments[0];
fetch(location.href).then((answer) => answer.text()).then((text) =>
  done(new DOMParser().parseFromString(text, "text/html").documentElement.outerHTML === document.documentElement.outerHTML));
"""

# All that a page can read of itself, as one text.
READ = """
const hosts = [...document.querySelectorAll("html > :not(head):not(body)")];
getSelection().selectAllChildren(document.documentElement);
const selected = getSelection().toString();
getSelection().removeAllRanges();
return JSON.stringify({
  html: document.documentElement.outerHTML, text: document.documentElement.innerText, selected,
  shadow: document.documentElement.getHTML?.({ serializableShadowRoots: true, shadowRoots: hosts.flatMap((host) => host.shadowRoot ?? []) }),
  attributes: hosts.map((host) => host.getAttributeNames()),
  variables: hosts.flatMap((host) => [...getComputedStyle(host)].filter((name) => name.startsWith("--"))),
  adopted: document.adoptedStyleSheets.length, sheets: document.styleSheets.length,
  entries: performance.getEntries(), animations: document.getAnimations().map((one) => String(one.animationName)),
  storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
  globals: Object.getOwnPropertyNames(window).filter((name) => /poise|extension/i.test(name)),
});
"""
OURS = (
    "poise",
    "extension:",
    "gndejlf",
    "0b5d7a3e",
)  # the product's name, and the addresses and ids of the extension

PROBE = """
const [addresses, done] = arguments;
const reached = (promise) => promise.then(() => true, () => false);
const image = (src) => new Promise((loaded, failed) => Object.assign(new Image(), { onload: loaded, onerror: failed, src }));
Promise.all(addresses.map((address) => Promise.all([reached(fetch(address)), reached(fetch(address, { mode: "no-cors" })),
  reached(image(address)), reached(import(address))]))).then((found) => done(found.flat().some(Boolean)));
"""


def names_us(text: str) -> list[str]:
    return [word for word in OURS if word in text.lower()]


def shipped() -> Iterable[str]:
    for folder in ("extension", "_locales"):
        yield from (str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*") if path.is_file())
    yield "manifest.json"


def read(page: Page) -> dict[str, Any]:
    text = page.run(READ)
    assert names_us(text) == []
    assert "deciding" not in text  # what the warning says
    found: dict[str, Any] = json.loads(text)
    del found["entries"]  # of every gesture there are more, with their times
    return found


def test_x14_a_page_of_somebody_nobody_tracks_is_left_as_it_was_made(page: Page) -> None:
    page.open(WATCH, who="sam-poe")
    assert [
        one for one in page.run("return window.changes") if one["type"] == "attributes" or one["gone"]
    ] == []
    assert page.driver.execute_async_script(AS_SERVED)
    page.run("window.changes.length = window.tasks.length = 0")
    page.press().press(by=enter)
    until(lambda: len(page.site.sent) == 2, "both invitations")
    assert page.run("return window.changes") == []
    assert [one for one in page.run("return window.tasks") if not one.endswith(f"{HOST}/sent")] == []
    found = read(page)
    assert found["attributes"] == []
    assert found["adopted"] == 0


def test_x14_no_file_of_the_extension_can_be_reached_and_no_message_sent(page: Page) -> None:
    page.open(who="sam-poe")
    addresses = [f"{page.screen.browser.extension}/{name}" for name in shipped()]
    assert not page.driver.execute_async_script(PROBE, addresses)
    assert page.run("return typeof globalThis.chrome?.runtime?.sendMessage") == "undefined"
    assert page.run("return typeof globalThis.browser?.runtime?.sendMessage") == "undefined"


def test_x15_a_warning_is_nothing_that_can_be_read_and_leaves_nothing_behind(page: Page) -> None:
    page.open()
    before = read(page)
    page.held()
    found = read(page)
    assert found["attributes"] == [["style"], ["style"]]
    assert (found["variables"], found["animations"]) == ([], [])
    assert (found["adopted"], found["sheets"]) == (before["adopted"], before["sheets"])
    page.screen.choose("cancel")
    assert read(page) == before


def test_x15_the_page_sees_nothing_of_what_is_done_in_the_warning(page: Page) -> None:
    page.open().held()
    page.forget()
    mouse(page.driver, page.screen.warning().find_element("css selector", "#why"))
    ActionChains(page.driver).send_keys(Keys.TAB, Keys.TAB, "a", Keys.SHIFT, Keys.ARROW_DOWN).perform()
    mouse(page.driver, page.awake("cancel"))
    until(lambda: not page.warned(), "the warning gone")
    assert [(one["type"], one["id"]) for one in page.saw()] == [("focusin", "connect")]  # back where it was


def test_x12_the_site_sees_no_event_that_a_person_did_not_make(page: Page) -> None:
    page.open()
    page.forget()
    page.held()
    assert page.saw("pointerdown", "mousedown", "pointerup", "mouseup", "click", "sent") == []
    page.screen.choose("send_anyway")
    page.press()
    until(lambda: page.site.sent, "the click that was let through")
    assert [one["isTrusted"] for one in page.saw() if not one["isTrusted"]] == []
    assert [one["isTrusted"] for one in page.saw("sent")] == [True]
    assert len(page.saw("click")) == 1
