"""Fifty tabs that ask in one moment: each gets its own answer, once, whether the background was awake or not."""

from functools import partial

import pytest

from tests.practice import Practice

from . import background
from .arena import rows
from .battery import Site, interviewer
from .screen import OURS, Screen
from .service import Service
from .standing import comes_to
from .waiting import until

SLUGS = ("jane-doe", "mia-chen-phd", "sam-poe")  # the last is a stranger
TABS = 50
ON_SIGNAL = """
const [name] = arguments;
new BroadcastChannel("all").onmessage = () => siteControls(name)[0].click();"""
SIGNAL = "new BroadcastChannel('all').postMessage(null)"


@pytest.fixture
def tabs(screen: Screen, practice: Practice) -> list[tuple[str, str]]:
    """Each tab, and whose page it has; it presses Connect when all do."""
    site = Site(screen, practice, "linkedin")
    for slug in SLUGS[:2]:
        interviewer(site, slug, company=f"Company of {slug}")
    opened = []
    for number in range(TABS):
        slug = SLUGS[number % len(SLUGS)]
        screen.driver.switch_to.new_window("tab")
        site.open(f"/in/{slug}/")
        name = f"connect {slug} top"
        if slug != SLUGS[-1]:
            until(partial(site.guards, name), "a guard")
        screen.driver.execute_script(ON_SIGNAL, name)
        opened.append((screen.driver.current_window_handle, slug))
    return opened


@pytest.mark.long
@pytest.mark.entry("X17")
def test_fifty_tabs_that_ask_at_once_get_their_own_answer_once(
    screen: Screen, practice: Practice, service: Service, tabs: list[tuple[str, str]]
) -> None:
    asked = [tab for tab, slug in tabs if slug != SLUGS[-1]]
    for ended in (False, True):
        if ended:
            background.end(screen)
        screen.driver.switch_to.window(tabs[0][0])
        screen.driver.execute_script(SIGNAL)
        for tab, slug in tabs:
            screen.driver.switch_to.window(tab)
            if slug in SLUGS[:2]:
                until(lambda: screen.warning().get_attribute("data-answered") == "service", "its answer")
                assert f"Company of {slug}" in screen.warning().text
                screen.choose("cancel")
            assert not screen.driver.find_elements("css selector", f"{OURS}:has([role])")
    comes_to(screen, queued=0)
    chosen = rows(service, "select person, count(*) from choices where choice = 'cancelled' group by person")
    assert sorted(count for _, count in chosen) == [len(asked), len(asked)]
    assert {target for _, target in Site(screen, practice, "linkedin").sent} == set()
