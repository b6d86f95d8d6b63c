"""People: found and filtered, shown whatever they are called."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from . import jobsearch
from .by_key import focused, keys, tab_to
from .dashboard import dashboard, follow, read, said
from .screen import Screen
from .waiting import until

WIDER = "return document.documentElement.scrollWidth > innerWidth"


def test_people_are_found_and_shown_whatever_they_are_called(screen: Screen) -> None:
    ids = jobsearch.seed(screen)
    odd = [jobsearch.add_person(screen, name, ids["acme"]) for name in jobsearch.ODD]
    nobody = jobsearch.add_person(screen, "Nobody Yet")
    with dashboard(screen, f"people/{odd[0]}"):
        assert focused(screen).text == jobsearch.MARKUP
        assert not screen.driver.find_elements(By.CSS_SELECTOR, "b")
        search = screen.find('[name="find"]')
        for typed, count in (("asemuller", 0), ("ase muller", 1), ("אבן", 1), ("<b", 1), ("acme", 6)):
            search.clear()
            search.send_keys(typed)
            assert len(screen.driver.find_elements(By.CSS_SELECTOR, ".master .row-link")) == count, typed
        search.clear()
        search.send_keys(" ")
        Select(screen.find('[name="filter"]')).select_by_value("unplaced")
        assert "Jane Doe" not in screen.find(".master ul").text
        assert "no application yet" in follow(screen, f"people/{nobody}", ".detail .stage").text
        screen.driver.set_window_size(500, 900)
        try:
            for part in ("overview", "applications", *(f"people/{one}" for one in odd), "rules"):
                follow(screen, part, "#view h1")
                assert not screen.driver.execute_script(WIDER), part
        finally:
            screen.driver.set_window_size(1200, 900)


def test_somebody_is_found_filtered_trusted_and_taken_back_by_key_alone(screen: Screen) -> None:
    ids = jobsearch.seed(screen)
    path = f"/interviewers/{ids['jane']}"
    with dashboard(screen, "people"):
        tab_to(screen, '[name="find"]')
        keys(screen, "acme", Keys.TAB, *"Who")  # the filter: "Who still has to decide"
        until(lambda: len(screen.driver.find_elements(By.CSS_SELECTOR, ".row-link")) == 2, "both of Acme")
        tab_to(screen, f'[href="#people/{ids["jane"]}"]')
        keys(screen, Keys.ENTER)
        until(lambda: focused(screen).text == "Jane Doe", "the focus on who was chosen")
        tab_to(screen, '[data-fold="trust"] > summary')
        keys(screen, Keys.ENTER)
        tab_to(screen, '[data-do="trust_before"]')
        keys(screen, Keys.ENTER)
        until(lambda: said(screen) == "Saved.", "trusted")
        assert read(screen, path)["trusted"]
        tab_to(screen, '#notice [data-do="undo"]')
        keys(screen, Keys.ENTER)
        until(lambda: said(screen) == "Taken back.", "taken back")
        assert not read(screen, path)["trusted"]
