"""A name that comes to mean this machine when its page is open: to the browser the service is of the page's own origin then."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.practice import Tunnel

from .arena import rows
from .drivers import DICTIONARIES, Browser, chromium
from .impostor import Impostor
from .service import Service

EVIL = "evil.test"
REBOUND = (
    f"--host-resolver-rules=MAP {DICTIONARIES} 127.0.0.1:9, MAP {EVIL} 127.0.0.1",
    f"--proxy-bypass-list=<-loopback>;127.0.0.1;{DICTIONARIES};{EVIL}",
)
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\nConnection: close\r\n\r\nEvil"
ASK = """
const [path, done] = arguments;
const body = JSON.stringify({ code: "AAAA-AAAA", name: "x", nonce: "x" });
const read = (init) => fetch(path, init).then(async (answer) => [answer.status, answer.type, await answer.text()], String);
Promise.all([read({}), read({ method: "POST", headers: { "Content-Type": "application/json" }, body })]).then(done);
"""


@pytest.fixture
def rebound(tunnel: Tunnel) -> Iterator[Browser]:
    browser = chromium(tunnel.port, None, more=REBOUND)
    yield browser
    browser.driver.quit()


@pytest.mark.entry("N18")
def test_a_page_that_may_read_every_answer_reads_one_refusal(rebound: Browser, service: Service) -> None:
    known = rows(service, "select keyid from browsers")
    driver = rebound.driver
    service.stop()
    with Impostor(service.port, PAGE):
        driver.get(f"http://{EVIL}:{service.port}/")
    service.start()
    assert driver.execute_script("return origin") == f"http://{EVIL}:{service.port}"
    answers: list[Any] = []
    for path in ("health", "snapshot", "pairings", "nothing"):
        answers += driver.execute_async_script(ASK, f"/api/v1/{path}")
    assert {(status, kind) for status, kind, _ in answers} == {(421, "basic")}
    assert len({text for *_, text in answers}) == 1
    assert rows(service, "select keyid from browsers") == known
