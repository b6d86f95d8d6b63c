"""A page that tries the service's port by every means that a browser gives it: it is told nothing, and changes nothing."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException

from .arena import Page, rows
from .hostile import HOST
from .service import Service
from .trouble import wire
from .waiting import until

# What a page can see of each way to an address: which events came, what could be read.
TRY = """
const [address, done] = arguments;
const way = (start) => new Promise((end) => { start((seen) => end(seen)); setTimeout(end, 3000, "nothing"); }).catch(() => "failed");
const element = (name, set) => way((end) => {
  const made = Object.assign(document.createElement(name), { onload: () => end("loaded"), onerror: () => end("failed") });
  set(made); document.body.append(made);
});
const body = JSON.stringify({ action: "connect" });
Promise.all([
  way((end) => fetch(address).then((answer) => answer.text()).then((text) => end(text), () => end("failed"))),
  way((end) => fetch(address, { mode: "no-cors" }).then((answer) => end(`${answer.type} ${answer.status}`), () => end("failed"))),
  way((end) => fetch(address, { method: "POST", mode: "no-cors", body }).then(({ type }) => end(type), () => end("failed"))),
  way((end) => fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body }).then(() => end("answered"), () => end("failed"))),
  element("img", (made) => { made.src = address; }),
  element("script", (made) => { made.src = address; }),
  element("link", (made) => { made.rel = "stylesheet"; made.href = address; }),
  way((end) => { const socket = new WebSocket(address.replace("http", "ws")); socket.onopen = () => end("open"); socket.onerror = () => end("failed"); }),
  way((end) => end(navigator.sendBeacon(address, body) ? "queued" : "failed")),
]).then(done);
"""
FORM = """
const form = Object.assign(document.createElement("form"), { method: "post", enctype: "text/plain", action: arguments[0] });
form.innerHTML = `<input name='{"id":"' value='"}'>`;
document.body.append(form);
form.submit();
"""
# What of all these comes to the service; of the one with a type of content, the question whether it may be sent.
ARRIVE = Counter({("GET", 403): 6, ("POST", 403): 2, ("OPTIONS", 403): 1})
PATHS = ("health", "snapshot", "applications", "pairings", "nothing")


@pytest.fixture
def refusals(service: Service) -> Iterator[Counter[tuple[str, int]]]:
    """What comes to the service from pages, by its method, and the status of its answer; the extension signs what it asks."""
    heard: Counter[tuple[str, int]] = Counter()

    def noted(asked: bytes, answer: bytes) -> bytes:
        if b"\r\nsignature-input:" not in asked.lower():
            heard[asked.split()[0].decode(), int(answer.split()[1])] += 1
        return answer

    with wire(service) as between:
        between.change = noted
        yield heard


@pytest.mark.entry("N16", "N17")
def test_by_no_way_a_page_learns_what_is_there(
    page: Page, service: Service, refusals: Counter[tuple[str, int]]
) -> None:
    """No browser's own wall keeps it from the service here: each request arrives, and is refused there."""
    page.open(who="sam-poe")
    before = everything(service)
    seen = set()
    for path in PATHS:
        refusals.clear()
        seen.add(tuple(tried(page, service, path)))
        until(lambda: refusals.total() == ARRIVE.total(), "every way at the service")
        assert refusals == ARRIVE, path
    assert len(seen) == 1, "paths that are there and that are not look alike"
    (alike,) = seen
    assert {"answered", "loaded", "open"} & set(alike) == set()
    assert "poise" not in json.dumps(alike)
    assert everything(service) == before


@pytest.mark.entry("N15")
def test_a_page_that_leads_the_whole_window_there_shows_and_changes_nothing(
    page: Page, service: Service, refusals: Counter[tuple[str, int]]
) -> None:
    before = everything(service)
    for path in ("health", "snapshot", "applications"):
        refusals.clear()
        page.open(who="sam-poe")
        lead(page, "location = arguments[0]", address(service, path))
        assert_shows_nothing(page)
        page.open(who="sam-poe")
        lead(page, FORM, address(service, path))
        assert_shows_nothing(page)
        assert set(refusals) == {("GET", 403), ("POST", 403)}, path
    assert everything(service) == before


def address(service: Service, path: str) -> str:
    return f"http://127.0.0.1:{service.port}/api/v1/{path}"


def tried(page: Page, service: Service, path: str) -> list[Any]:
    found: list[Any] = page.driver.execute_async_script(TRY, address(service, path))
    return found


def lead(page: Page, script: str, to: str) -> None:
    page.run(script, to)
    until(lambda: HOST not in page.driver.current_url, f"away to {to}")


def assert_shows_nothing(page: Page) -> None:
    """The refusal, or the browser's own page: neither says more than that."""
    try:
        text = str(page.run("return document.documentElement.innerText"))
    except WebDriverException:
        return
    assert '"ready"' not in text
    assert "Jane" not in text
    assert "etag" not in text


def everything(service: Service) -> set[tuple[Any, ...]]:
    return rows(service, "select id from applications") | rows(service, "select keyid from browsers")
