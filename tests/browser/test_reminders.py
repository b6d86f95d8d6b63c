"""Reminders: off until the user switches them on, then told once; a press leads to what they are about."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Firefox

from tests.practice import Tunnel

from .altered import allow_notifications, altered
from .drivers import chromium
from .screen import Screen
from .service import Service
from .standing import comes_to, state_of
from .tracking import JANE, interview, track
from .waiting import until

# What was told is written down before it is shown: without a screen Firefox closes a notification at once.
TOLD = "api.storage.local.get('told').then(({ told }) => (api.notifications && told ? told.keys : []))"
OPEN = "api.tabs.query({ url: api.runtime.getURL('extension/pages/note.html*') }).then((tabs) => tabs.map(({ url }) => url))"
CLOSE = "api.tabs.query({ url: api.runtime.getURL('extension/pages/note.html*') }).then((tabs) => api.tabs.remove(tabs.map(({ id }) => id)))"

# The system's part in it, which is not there without a screen: keeps what it is to show, and whom to tell of a press.
SYSTEM = """
const CONTRACT = "@mozilla.org/alerts-service;1";
const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
const shown = [];
const system = { QueryInterface: ChromeUtils.generateQI(["nsIAlertsService"]), showAlert: (alert, observer) => shown.push({ alert, observer }), closeAlert() {} };
const own = { id: Components.ID("{5b1f0d3e-7c1a-4b7e-9a52-3f1f0c8f2a11}"), factory: { createInstance: (iid) => system.QueryInterface(iid) } };
const before = registrar.contractIDToCID(CONTRACT);
registrar.registerFactory(own.id, "", CONTRACT, own.factory);
Services.poiseSystem = { shown, end: () => { registrar.unregisterFactory(own.id, own.factory); registrar.registerFactory(before, "", CONTRACT, null); } };
"""
PRESS = "const [{ alert, observer }] = Services.poiseSystem.shown; observer.observe(null, 'alertclickcallback', alert.name); return alert.title"
END = "Services.poiseSystem.end()"


@contextmanager
def system_of(screen: Screen) -> Iterator[Firefox]:
    driver = screen.driver
    assert isinstance(driver, Firefox)
    with driver.context("chrome"):
        driver.execute_script(SYSTEM)
    try:
        yield driver
    finally:
        with driver.context("chrome"):
            driver.execute_script(END)


def switch(screen: Screen) -> None:
    with screen.on_our_page():
        screen.driver.get("about:blank")
        screen.driver.get(screen.browser.page("options.html"))
        until(lambda: screen.find("html[data-ready]"), "the settings")
        screen.find("#notify").click()


def due_soon(screen: Screen) -> str:
    """The id of somebody whose thank-you is due within two hours."""
    tracked = track(screen, name="Jane Doe", profiles=[JANE], interviews=[interview(hours=-24)])
    person: str = tracked["interviewer"]["id"]
    return person


@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
def test_a_thank_you_that_is_due_soon_is_told_once_to_who_asked_for_it_and_a_press_leads_to_the_note(
    screen: Screen,
) -> None:
    jane = due_soon(screen)
    assert not state_of(screen)["notify"]
    with system_of(screen) as driver:
        switch(screen)
        until(lambda: [key.startswith(f"{jane}|thank_you|") for key in screen.api(TOLD)] == [True], "told")

        def pressed() -> str:
            with driver.context("chrome"):
                return str(driver.execute_script(PRESS))

        assert until(pressed, "the reminder on the screen").startswith("Thank Jane Doe: due ")
        [note] = until(lambda: screen.api(OPEN), "the note")
        assert note.endswith(f"#for=instead&kind=thank_you&person={jane}")
        screen.tell({"kind": "notify", "notify": True})
        assert len(screen.api(TOLD)) == 1
    screen.api(CLOSE)
    switch(screen)
    comes_to(screen, notify=False)


def in_the_background(screen: Screen, script: str) -> None:
    """Chromium has no hook for a press on a notification: its own event is raised where the extension listens."""
    with screen.on_our_page():
        targets = screen.driver.execute_cdp_cmd("Target.getTargets", {})["targetInfos"]
        worker = next(one["targetId"] for one in targets if one["type"] == "service_worker")
        session = screen.driver.execute_cdp_cmd("Target.attachToTarget", {"targetId": worker})["sessionId"]
        message = json.dumps({"id": 1, "method": "Runtime.evaluate", "params": {"expression": script}})
        screen.driver.execute_cdp_cmd(
            "Target.sendMessageToTarget", {"sessionId": session, "message": message}
        )


@pytest.mark.parametrize("name", ["chromium"])
def test_the_button_of_a_reminder_leads_to_the_note(
    name: str, tmp_path: Path, tunnel: Tunnel, service: Service
) -> None:
    started = chromium(tunnel.port, altered(tmp_path, "manifest.json", allow_notifications))
    assert started.name == name
    try:
        screen = Screen(started)
        screen.pair(service.say("pair", "--print").strip(), service.port)
        screen.forget_everybody()
        jane = due_soon(screen)
        screen.tell({"kind": "pause", "pause": {"until": None, "sites": [], "over": True}})
        screen.tell({"kind": "notify", "notify": True})
        assert screen.api(TOLD) == [], "the search is over"
        screen.tell({"kind": "pause", "pause": None})
        screen.tell({"kind": "notify", "notify": True})
        assert [key.startswith(f"{jane}|thank_you|") for key in screen.api(TOLD)] == [True]
        for kind in ("thank_you", "follow_up"):
            in_the_background(screen, f"chrome.notifications.onButtonClicked.dispatch('{kind}|{jane}', 0)")
            [note] = until(lambda: screen.api(OPEN), "the note")
            assert note.endswith(f"#for=instead&kind={kind}&person={jane}")
            screen.api(CLOSE)
    finally:
        started.driver.quit()
