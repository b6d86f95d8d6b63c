"""Very many people on the dashboard: shown part by part, found by name, read with the way to stop."""

from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from bench.people import fill
from bench.world import browsing

from .by_key import keys, tab_to
from .drivers import START
from .screen import Screen
from .waiting import until

MANY = 10_000
AT_ONCE = 300
PATIENCE = 120
READ = "html[data-ready]"


def rows(screen: Screen) -> int:
    return len(screen.driver.find_elements(By.CSS_SELECTOR, ".master .row-link"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "data"
    fill(path, MANY)
    return path


@pytest.mark.long
@pytest.mark.parametrize("name", START)
def test_ten_thousand_people_are_shown_part_by_part_and_their_reading_can_be_stopped(
    name: str, filled: Path
) -> None:
    with browsing(name, partial(copytree, filled)) as (screen, _), screen.on_our_page():
        screen.driver.set_page_load_timeout(PATIENCE)
        address = f"{screen.browser.page('dashboard.html')}#people"
        screen.driver.get("about:blank")
        screen.driver.get(address)
        until(lambda: screen.find('[data-do="stop"]'), "the way to stop", PATIENCE)
        tab_to(screen, '[data-do="stop"]')
        keys(screen, Keys.ENTER)
        until(lambda: "Stopped" in screen.find("#notice").text, "stopped", PATIENCE)
        screen.find('#notice [data-do="undo"]').click()  # "Read all of it"
        until(lambda: f"People: {MANY + 1:,}" in screen.find(".master").text, "all of them", PATIENCE)
        assert rows(screen) == AT_ONCE
        screen.driver.execute_script("document.querySelector('[data-do=more]').click()")
        until(lambda: rows(screen) == 2 * AT_ONCE, "300 more")
        search = screen.find('[name="find"]')
        search.send_keys(f"person {MANY - 1}")
        until(lambda: rows(screen) == 1, "the one")
        screen.find(".master .row-link").click()
        until(lambda: screen.find(".detail h2").text == f"Person {MANY - 1}", "their card")
        screen.driver.execute_script("location.hash = 'overview'")
        until(lambda: len(screen.driver.find_elements(By.CSS_SELECTOR, "#time .line")) == 31, "30 lines", 30)
