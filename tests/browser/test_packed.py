"""The packages for the stores, installed as their user does it: they do what the extension does as it is written."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.practice import Practice, Tunnel
from tools.pack import PACKAGES, main

from .battery import Site
from .by_user import install_from_file, load_unpacked
from .dashboard import dashboard, follow
from .drivers import START, chromium, firefox
from .screen import Screen
from .service import Service
from .test_note import composer, text
from .test_note import press as press_there
from .test_popup import cards, popup
from .test_service_down import CONNECT
from .tracking import JANE, track
from .waiting import until

CHROMES, FIREFOXES = PACKAGES


@pytest.fixture(params=START)
def packed(
    request: pytest.FixtureRequest, tmp_path: Path, tunnel: Tunnel, service: Service
) -> Iterator[Screen]:
    main(tmp_path)
    chrome = request.param == "chromium"
    started = chromium(tunnel.port, None, bidi=True) if chrome else firefox(tunnel.port, None)
    try:
        if chrome:  # it takes no file but from its own store
            unpacked = tmp_path / "unpacked"
            ZipFile(tmp_path / CHROMES).extractall(unpacked)
            load_unpacked(started, unpacked)
        else:
            asked = install_from_file(started, tmp_path / FIREFOXES)
            assert all(site in asked for site in ("linkedin.com", "facebook.com", "127.0.0.1"))
        screen = Screen(started)
        screen.pair(service.say("pair", "--print").strip(), service.port)
        screen.close_other_tabs()  # the welcome
        screen.forget_everybody()
        yield screen
        screen.forget_everybody()
    finally:
        started.driver.quit()


def test_it_holds_and_each_of_its_pages_works(packed: Screen, practice: Practice) -> None:
    practice.clear()
    person = track(packed, name="Jane Doe", profiles=[JANE])["interviewer"]["id"]
    site = Site(packed, practice, "linkedin")
    site.open("/in/jane-doe/")
    site.refuses(CONNECT, "mouse", "enter", rule="connect-before-decision")
    assert site.sent == []
    assert packed.chip().get_attribute("data-stage") == "awaiting"
    with popup(packed):
        assert len(cards(packed, "#waiting")) == 1
    with composer(packed, person):
        press_there(packed, "#make")
        until(lambda: text(packed).startswith("Hi Jane,"), "a draft")
    with dashboard(packed):
        follow(packed, f"people/{person}", "#view h2")
        parts = [
            link.get_dom_attribute("href") for link in packed.driver.find_elements("css selector", "#nav a")
        ]
        assert len(parts) > 5
        for part in parts:
            follow(packed, part, f'#nav a[href="{part}"][aria-current="page"]')
    with packed.on_our_page():
        packed.open(packed.browser.page("welcome.html"))
        until(lambda: packed.find("html[data-ready]"), "the welcome")
        packed.open(packed.browser.page("options.html"))
