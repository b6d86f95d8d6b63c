"""What is shown can be used by everybody: axe finds nothing wrong, light or dark, on any page of ours or in the warning."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.practice import Practice

from . import jobsearch
from .battery import Site, interviewer
from .drivers import ROOT
from .screen import Screen
from .waiting import until

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  done(violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`)])));
"""
PAGES = ["popup.html", "options.html", "welcome.html", "note.html", "dashboard.html"]

pytestmark = pytest.mark.parametrize("browser", ["chromium"], indirect=True)


@contextmanager
def scheme(screen: Screen, name: str) -> Iterator[None]:
    features = [{"name": "prefers-color-scheme", "value": name}]
    screen.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    yield
    screen.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def faults(screen: Screen, page: str, ready: str) -> list[Any]:
    """What axe finds on a page of ours, light and dark."""
    found: list[Any] = []
    with screen.on_our_page():
        for name in ("light", "dark"):
            with scheme(screen, name):
                screen.driver.get("about:blank")
                screen.driver.get(screen.browser.page(page))
                until(lambda: screen.find(ready), f"{page} ready")
                screen.driver.execute_script(AXE.read_text())
                found += screen.driver.execute_async_script(RUN)
        screen.driver.get(screen.browser.page("options.html"))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_ours_is_without_fault(jane: Screen, practice: Practice, page: str) -> None:
    jane.open(practice.url("/in/jane-doe/"))
    jane.chip()
    person = jane.tell({"kind": "request", "method": "GET", "path": "/interviewers"})["body"]["items"][0][
        "id"
    ]
    assert faults(jane, f"{page}#person={person}", "html[data-ready]") == []


def test_the_warning_is_without_fault(screen: Screen, practice: Practice) -> None:
    """Over a page it stands in a closed root, where axe sees nothing; in its own window it is the same element."""
    screen.tell({"kind": "quiet", "quiet": True})
    site = Site(screen, practice, "linkedin")
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    until(lambda: site.guards("connect jane-doe top"), "a guard over Connect")
    site.use("connect jane-doe top")
    ids = "api.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('verdict:')))"
    [key] = until(lambda: screen.api(ids), "the question")
    shown = '[data-choice="send_anyway"]:not([aria-disabled])'
    try:
        assert faults(screen, f"warning.html#id={key.removeprefix('verdict:')}", shown) == []
    finally:
        screen.api(
            "api.tabs.query({ url: api.runtime.getURL('extension/pages/warning.html*') })"
            ".then((tabs) => api.tabs.remove(tabs.map(({ id }) => id)))"
        )
        screen.tell({"kind": "quiet", "quiet": False})


def test_every_view_of_the_dashboard_is_without_fault(screen: Screen) -> None:
    ids = jobsearch.seed(screen)
    views = ["overview", f"applications/{ids['acme']}", "import", "rules", "history", "data", "browsers"]
    for view in views:
        assert faults(screen, f"dashboard.html#{view}", "html[data-ready]") == [], view
