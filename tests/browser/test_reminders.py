"""Reminders: off until the user switches them on, then told once, and the way to what they are about."""

import pytest

from .conftest import JANE, interview, track
from .screen import Screen
from .waiting import until

# What was told is written down before it is shown: without a screen Firefox closes a notification at once.
TOLD = "api.storage.local.get('told').then(({ told }) => (api.notifications ? told.keys : []))"


def switch(screen: Screen) -> None:
    with screen.on_our_page():
        screen.driver.get("about:blank")
        screen.driver.get(screen.browser.page("options.html"))
        until(lambda: screen.find("html[data-ready]"), "the settings")
        screen.find("#notify").click()


# Chromium's question for the permission cannot be answered without a screen.
@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
def test_a_thank_you_that_is_due_soon_is_told_once_to_who_asked_for_it(screen: Screen) -> None:
    jane = track(screen, name="Jane Doe", profiles=[JANE], interviews=[interview(hours=-24)])["interviewer"]
    assert not screen.tell({"kind": "state"})["notify"]
    switch(screen)
    told = f"{jane['id']}|thank_you|"
    until(lambda: [key.startswith(told) for key in screen.api(TOLD)] == [True], "the reminder")
    screen.tell({"kind": "notify", "notify": True})
    assert len(screen.api(TOLD)) == 1
    switch(screen)
    until(lambda: not screen.tell({"kind": "state"})["notify"], "switched off")
