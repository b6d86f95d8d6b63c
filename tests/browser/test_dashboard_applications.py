"""Applications: added, decided, moved into the archive and out of it, their interviews moved and called off."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from . import jobsearch
from .by_key import focused, keys, tab_to
from .dashboard import dashboard, press, read, take_back
from .screen import Screen
from .waiting import until

SET = "arguments[0].value = arguments[1]"


def test_an_application_is_added_decided_and_found_in_the_archive_by_key_alone(screen: Screen) -> None:
    with dashboard(screen, "applications"):
        tab_to(screen, '[data-do="add-first"]')
        keys(screen, Keys.ENTER)
        until(lambda: screen.find("dialog[open]"), "the form")
        keys(screen, jobsearch.RTL, Keys.TAB, "Data engineer", Keys.ENTER)
        until(lambda: not screen.driver.find_elements(By.TAG_NAME, "dialog"), "the form gone")
        until(lambda: focused(screen).tag_name == "h2", "the focus on the heading of what was made")
        assert focused(screen).text == jobsearch.RTL
        tab_to(screen, '[data-do="outcome-rejected"]')
        keys(screen, Keys.ENTER)
        until(
            lambda: screen.find(".master details[open] .row-link").text.startswith(jobsearch.RTL),
            "in the archive",
        )
        tab_to(screen, '[data-do="outcome-none"]')
        keys(screen, Keys.ENTER)
        until(lambda: screen.find(".master > ul .row-link"), "open again")
        [one] = read(screen, "/applications")["items"]
        assert (one["company"], one["role"], one["outcome"]) == (jobsearch.RTL, "Data engineer", None)


def test_an_interview_is_moved_called_off_and_brought_back(screen: Screen) -> None:
    ids = jobsearch.seed(screen)
    path = f"/applications/{ids['initech']}"
    with dashboard(screen, path.strip("/")):
        before = read(screen, path)["interviews"]
        press(screen, '[data-do="move"]')
        screen.driver.execute_script(
            SET, until(lambda: screen.find('[name="interview"]'), "its time"), "2027-03-01T09:30"
        )
        press(screen, "dialog [type=submit]")
        until(lambda: "2027" in screen.find(".detail").text, "the new time")
        [moved] = read(screen, path)["interviews"]
        assert moved["starts"].startswith("2027-03-01T")
        press(screen, '[data-do="call-off"]')
        until(lambda: "No interview yet." in screen.find(".detail").text, "none any more")
        take_back(screen)
        until(lambda: "2027" in screen.find(".detail").text, "there again")
        press(screen, '[data-do="archive"]')
        until(lambda: screen.find('[data-do="unarchive"]'), "in the archive")
        assert read(screen, path)["archived"]
        press(screen, '[data-do="edit"]')
        until(lambda: screen.find('dialog [name="notes"]'), "the form").send_keys("Bring <b>slides</b>")
        press(screen, "dialog [type=submit]")
        until(lambda: screen.find(".detail .notes").text == "Bring <b>slides</b>", "the note")
        press(screen, '[data-do="unarchive"]')
        until(lambda: screen.find('[data-do="archive"]'), "out of the archive")
        assert not read(screen, path)["archived"]
        press(screen, '[data-do="remove"]')
        until(lambda: "does not know" in screen.find(".detail").text, "removed")
        take_back(screen)
        assert [
            part["part"] for one in read(screen, "/interviewers")["items"] for part in one["roles"]
        ].count("interviewer") == 6
        assert before != read(screen, path)["interviews"]
