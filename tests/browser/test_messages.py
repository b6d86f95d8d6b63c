"""Who may tell the background what: a page's content script asks about its own page, and can change nothing else."""

from typing import Any

import pytest

from .arena import Page, choices, rows
from .drivers import EXTENSION
from .screen import Screen
from .service import Service
from .standing import state_of
from .waiting import until

# In the content scripts' own world of a tab, as if they had been taken over.
IN_CONTENT = """api.scripting.executeScript({
  target: { tabId: arguments[0] }, args: [arguments[1]],
  func: (messages) => Promise.all(messages.map((message) =>
    (globalThis.browser ?? chrome).runtime.sendMessage(message === "10 MB" ? { kind: "x".repeat(1e7) } : message).then((answer) => answer ?? null, () => null))),
}).then(([{ result }]) => result)"""
TABS = "api.tabs.query({ url: 'https://*.linkedin.com/*' }).then((tabs) => tabs.map(({ id }) => id))"


def from_content(page: Page, *messages: Any) -> list[Any]:
    """What the background answers to messages from the content script of the first tab."""
    tab = page.screen.api(TABS)[0]
    found: list[Any] = page.screen.api(IN_CONTENT, tab, list(messages))
    return found


def standing(page: Page, service: Service) -> tuple[Any, ...]:
    """All that a message could have changed."""
    state = state_of(page.screen)
    return (
        state["pause"],
        state["quiet"],
        state["notify"],
        state["trouble"],
        state["queued"],
        rows(service, "select id from interviewers"),
        choices(service),
    )


RESERVED = [
    {"kind": "request", "method": "GET", "path": "/interviewers"},
    {"kind": "request", "method": "DELETE", "path": "/interviewers/1"},
    {"kind": "state"},
    {"kind": "renew"},
    {"kind": "pair", "code": "0" * 26, "port": 1},
    {"kind": "connect"},
    {"kind": "unpair"},
    {"kind": "answer", "id": "1", "choice": "not_them"},
    {"kind": "advised", "tab": 1},
    {"kind": "notify", "notify": True},
    {"kind": "quiet", "quiet": True},
    {"kind": "pause", "pause": {"until": None, "sites": [], "over": True}},
]
RESERVED_NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then"]
NONSENSE: list[Any] = [
    None, 42, "ask", True, [], {}, ["ask"], {"kind": None}, {"kind": 1}, {"kind": {}}, {"kind": ["ask"]}, {"kind": ""},
    *({"kind": name} for name in RESERVED_NAMES),
    "10 MB",
]  # fmt: skip
MALFORMED: list[Any] = [
    {"kind": "ask"}, {"kind": "ask", "id": "../applications", "asking": {}, "url": 1}, {"kind": "judge"}, {"kind": "judge", "use": 7},
    {"kind": "choose"}, {"kind": "choose", "id": "__proto__", "choice": "trusted"}, {"kind": "choose", "id": {}, "choice": []},
    {"kind": "sent"}, {"kind": "sent", "whom": "nobody", "action": "constructor", "site": "linkedin"}, {"kind": "open"},
    {"kind": "open", "page": "../background/main"}, {"kind": "open", "page": "https://evil.example/"},
]  # fmt: skip


def test_x06_a_content_script_reads_no_list_takes_no_key_and_changes_no_stage(
    page: Page, service: Service
) -> None:
    page.open()
    before = standing(page, service)
    assert from_content(page, *RESERVED) == [None] * len(RESERVED)
    assert standing(page, service) == before


def test_x06_the_key_is_nowhere_that_a_content_script_can_read(page: Page) -> None:
    page.open()
    script = """api.scripting.executeScript({ target: { tabId: arguments[0] }, func: async () => ({
      databases: (await indexedDB.databases?.() ?? []).length,
      kept: JSON.stringify(await (globalThis.browser ?? chrome).storage.local.get(null)),
    }) }).then(([{ result }]) => result)"""
    found = page.screen.api(script, page.screen.api(TABS)[0])
    assert found["databases"] == 0
    assert "keyid" not in found["kept"]


# Looking for the key as a page of ours could, which is more than any other may.
EXPORT = """new Promise((found) => {
  const opening = indexedDB.open("poise");
  opening.onsuccess = () => {
    const got = opening.result.transaction("pairing").objectStore("pairing").get("current");
    got.onsuccess = () => found(got.result.key);
  };
}).then((key) => crypto.subtle.exportKey("raw", key).then(() => "exported", ({ name }) => `${key.extractable} ${name}`))"""


def test_x06_not_even_a_page_of_ours_gets_the_key_out(screen: Screen) -> None:
    assert screen.api(EXPORT) == "false InvalidAccessError"


def test_x04_nonsense_is_answered_by_nobody(page: Page, service: Service) -> None:
    page.open()
    before = standing(page, service)
    assert from_content(page, *NONSENSE) == [None] * len(NONSENSE)
    assert standing(page, service) == before


# The background's listener itself, asked on a page of ours: whether it answers a message from a sender. With no id: our own.
ROUTED = """import(api.runtime.getURL("extension/background/router.js")).then(({ route }) => arguments[0].map(([message, sender]) =>
  route(message, { id: api.runtime.id, url: api.runtime.getURL("extension/pages/popup.html"), ...sender }, () => null)))"""
STRANGE = [{"id": "a" * 32}, {"url": "https://evil.example/"}, {"url": "https://www.linkedin.com.evil.example/in/jane-doe/"}, {"url": "about:blank"}]  # fmt: skip


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_x04_the_background_answers_nobody_else_and_no_other_kind(screen: Screen) -> None:
    if not (EXTENSION / "extension/background/router.js").exists():
        pytest.skip("its modules are joined in this package")
    asked = [({"kind": "state"}, one) for one in STRANGE] + [({"kind": name}, {}) for name in RESERVED_NAMES]
    assert screen.api(ROUTED, [*asked, ({"kind": "state"}, {})]) == [*(False for _ in asked), True]


def test_x04_what_has_not_the_right_shape_changes_nothing(page: Page, service: Service) -> None:
    page.open()
    before = standing(page, service)
    from_content(page, *MALFORMED)
    assert standing(page, service) == before
    assert page.pages_of_ours() == []


def test_x04_a_question_is_answered_only_from_where_it_stands(page: Page, service: Service) -> None:
    page.open().held()
    asked = list(page.screen.api("api.storage.session.get(null)"))
    ids = [key.partition(":")[2] for key in asked if key.startswith("question:")]
    before = standing(page, service)
    own = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    page.open(who="sam-poe")
    other = page.screen.api(TABS)[-1]
    page.screen.api(IN_CONTENT, other, [{"kind": "choose", "id": one, "choice": "not_them"} for one in ids])
    assert standing(page, service) == before
    page.driver.switch_to.window(own)
    page.screen.choose("cancel")
    until(lambda: len(choices(service) - before[-1]) == 1, "the choice from its own page")


def test_x04_a_frame_within_a_page_never_says_that_somebody_is_trusted(page: Page, service: Service) -> None:
    before = choices(service)
    page.open()
    page.run("const frame = document.createElement('iframe'); frame.id = 'inner'; frame.width = 700; frame.height = 600; "
             "frame.srcdoc = document.querySelector('#connect').outerHTML; document.body.prepend(frame)")  # fmt: skip
    page.within("#inner").held().screen.choose("trusted")
    page.driver.switch_to.default_content()
    until(lambda: choices(service) - before, "the choice written down")
    assert {choice for _, choice in choices(service) - before} == {"cancelled"}
    until(
        lambda: [one for one in page.pages_of_ours() if one.startswith("popup.html")],
        "the page that asks to confirm",
    )
