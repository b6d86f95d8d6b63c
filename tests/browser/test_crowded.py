"""More people than a browser has room for: whoever can be is guarded, and what is missing is said."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest

from bench.people import fill
from bench.world import browsing
from tests.practice import Practice

from .battery import Site
from .drivers import START
from .finding import says
from .screen import Screen
from .test_popup import popup
from .tracking import track

CONNECT = "connect jane-doe top"
PEOPLE = 3_500  # of whom Chromium cannot keep all that is known
ROOM_FOR_A_WORD = 1_000  # bytes; who one person is takes more

# Chromium alone has a bound; of it so many bytes are left.
FILL = """api.storage.local.getBytesInUse(null).then((used) =>
  api.storage.local.set({ filling: "x".repeat(api.storage.local.QUOTA_BYTES - used - arguments[0]) }))"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crowded") / "data"
    fill(folder, PEOPLE)
    return folder


@pytest.mark.long
@pytest.mark.entry("X24")
@pytest.mark.parametrize("name", START)
def test_very_many_are_all_guarded_and_the_popup_says_what_is_not_kept_of_them(
    name: str, filled: Path
) -> None:
    with browsing(name, partial(copytree, filled)) as (screen, practice):
        screen.driver.set_script_timeout(120)
        site = Site(screen, practice, "linkedin")
        site.open("/in/jane-doe/")
        warning = site.holds(CONNECT, "mouse", rule="connect-before-decision")
        assert "Jane Doe" in warning.text
        screen.choose("cancel")
        with popup(screen):
            says(screen, "crowded")
            assert screen.driver.find_elements("css selector", "[data-person]")


@pytest.fixture
def full(jane: Screen) -> Iterator[Screen]:
    """A browser in which nobody else has room."""
    if jane.browser.name == "firefox":
        pytest.skip("Firefox has no such bound")
    jane.api(FILL, ROOM_FOR_A_WORD)
    yield jane
    jane.api("api.storage.local.remove('filling')")


@pytest.mark.entry("X24")
def test_what_the_browser_does_not_take_is_said_and_who_was_known_stays_guarded(
    full: Screen, practice: Practice
) -> None:
    site = Site(full, practice, "linkedin")
    track(full, name="Ada Marsh", company="Globex")
    with popup(full):
        says(full, "no_room")
    assert full.badge() == "!"
    site.open("/in/jane-doe/")
    site.holds(CONNECT, "mouse", rule="connect-before-decision")
    full.choose("cancel")
    full.api("api.storage.local.remove('filling')")
    with popup(full):
        says(full)
    assert full.badge() == "2"
