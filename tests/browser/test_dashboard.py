"""The dashboard: the job search on one page, changed and taken back, by pointer and by key, whatever people are called."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

from . import jobsearch
from .screen import Screen
from .service import Service
from .waiting import until

FILES = Path(__file__).parents[1] / "intake" / "files"
WIDER = "return document.documentElement.scrollWidth > innerWidth"
CENTRE = "arguments[0].scrollIntoView({ block: 'center' })"
SET = "arguments[0].value = arguments[1]"


@contextmanager
def dashboard(screen: Screen, hash_: str = "") -> Iterator[Screen]:
    with screen.on_our_page():
        go(screen, hash_)
        yield screen
        screen.driver.get(screen.browser.page("options.html"))


def go(screen: Screen, hash_: str) -> None:
    """Open the page anew at this part."""
    screen.driver.get("about:blank")
    screen.driver.get(f"{screen.browser.page('dashboard.html')}#{hash_}")
    until(lambda: screen.find("html").get_attribute("data-ready"), "the dashboard read")


def follow(screen: Screen, hash_: str, selector: str) -> WebElement:
    """To another part of the open page, as a link does."""
    screen.driver.execute_script("location.hash = arguments[0]", hash_)
    return until(lambda: screen.find(selector), selector)


def read(screen: Screen, path: str) -> Any:
    """What the service knows; asked from the page that is open."""
    script = (
        "const api = globalThis.browser ?? chrome;"
        "api.runtime.sendMessage({ kind: 'request', method: 'GET', path: arguments[0] }).then(arguments[1])"
    )
    return screen.driver.execute_async_script(script, path)["body"]


def press(screen: Screen, selector: str) -> None:
    """Press what is there now: the page paints its parts anew when something is known anew."""

    def pressed() -> bool:
        element = screen.find(selector)
        screen.driver.execute_script(CENTRE, element)  # from under what is said at the foot
        element.click()
        return True

    until(pressed, selector)


def said(screen: Screen) -> str:
    return until(lambda: screen.find("#notice span").text, "what was done")


def take_back(screen: Screen) -> None:
    press(screen, '#notice [data-do="undo"]')
    until(lambda: said(screen) == "Taken back.", "taken back")


def keys(screen: Screen, *pressed: str) -> None:
    ActionChains(screen.driver, duration=0).send_keys(*pressed).perform()


def focused(screen: Screen) -> WebElement:
    return screen.driver.switch_to.active_element


def tab_to(screen: Screen, selector: str, most: int = 60) -> None:
    """By Tab alone, as somebody without a pointer comes there."""
    for _ in range(most):
        if screen.driver.execute_script("return document.activeElement.matches(arguments[0])", selector):
            return
        keys(screen, Keys.TAB)
    raise AssertionError(f"Tab never came to {selector}")


def test_what_is_due_is_logged_and_taken_back_and_the_picture_is_read_by_key(screen: Screen) -> None:
    ids = jobsearch.seed(screen)
    thanks = f'#agenda [data-id^="thank_you-{ids["jane"]}"]'
    with dashboard(screen, "agenda"):
        assert focused(screen).get_attribute("id") == "agenda"
        write = screen.find(f"{thanks} [data-do=write]").get_attribute("href")
        assert write == f"{screen.browser.page('note.html')}#person={ids['jane']}&kind=thank_you"
        before = len(read(screen, "/interactions")["items"])
        press(screen, f'{thanks} [data-do="did"]')
        until(lambda: not screen.driver.find_elements(By.CSS_SELECTOR, thanks), "the step gone")
        assert len(read(screen, "/interactions")["items"]) == before + 1
        take_back(screen)
        until(lambda: screen.find(thanks), "the step again")
        assert len(read(screen, "/interactions")["items"]) == before

        line = f'#time [data-id="{ids["acme"]}"]'
        points = screen.driver.find_elements(By.CSS_SELECTOR, f"{line} .point")
        words = " ".join(point.get_attribute("aria-label") or "" for point in points)
        for fact in (
            "Applied",
            "Interview",
            "Follow-up · Jane Doe",
            "They wrote · Jane Doe",
            "24 hours for the thank-you: 2 of 2",
        ):
            assert fact in words
        tab_to(screen, "#time .point")
        first = focused(screen).get_attribute("aria-label")
        keys(screen, Keys.ARROW_RIGHT)
        assert focused(screen).get_attribute("aria-label") != first
        assert screen.find(".caption").text == focused(screen).get_attribute("aria-label")
        keys(screen, Keys.ARROW_DOWN)
        company = focused(screen).find_element(By.XPATH, "ancestor::li").text
        assert "Fjordkraft" not in company
        press(screen, '#time [data-fold="table"] > summary')
        table = until(lambda: screen.find("#time table").text, "the table")
        assert "They wrote Jane Doe" in table


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


def test_a_rule_is_softened_but_never_made_stricter_and_set_back(screen: Screen) -> None:
    rule = '[data-id="connect-before-decision"]'
    tip = '[data-id="connect-with-note"]'
    with dashboard(screen, "rules"):
        assert [
            one.get_attribute("value")
            for one in screen.driver.find_elements(By.CSS_SELECTOR, f"{tip} option")
        ] == ["caution", "off"]
        Select(screen.find(f"{rule} select")).select_by_value("caution")
        until(lambda: "Softened by you" in screen.find(rule).text, "softened")
        [now] = [one for one in read(screen, "/rules")["rules"] if one["id"] == "connect-before-decision"]
        assert now["in_force"] == "caution"
        take_back(screen)
        until(lambda: "Softened by you" not in screen.find(rule).text, "as written")


def test_an_empty_search_teaches_and_a_stopped_service_is_said_with_its_mend(
    screen: Screen, service: Service
) -> None:
    with dashboard(screen):
        assert "Begin with one interview" in screen.find("#view .empty").text
        service.stop()
        press(screen, '[data-do="first-application"]')
        screen.find('dialog [name="company"]').send_keys("Acme", Keys.ENTER)
        until(lambda: "does not answer" in screen.find('dialog [role="alert"]').text, "why it was not saved")
        assert screen.find('dialog [name="company"]').get_attribute("value") == "Acme"
        service.start()
        press(screen, "dialog [type=submit]")
        until(lambda: not screen.driver.find_elements(By.TAG_NAME, "dialog"), "saved after all")
        assert [one["company"] for one in read(screen, "/applications")["items"]] == ["Acme"]
        service.stop()
        go(screen, "")
        assert "poise serve" in screen.find("#view .state").text
        service.start()
        press(screen, '[data-do="look-again"]')
        until(lambda: screen.find("#time"), "the dashboard again")


def test_a_file_is_shown_first_and_only_what_is_ticked_is_taken(screen: Screen) -> None:
    with dashboard(screen, "import"):
        screen.find("input[type=file]").send_keys(str(FILES / "bewerbungen.csv"))
        rows = until(lambda: screen.driver.find_elements(By.CSS_SELECTOR, ".ticks input"), "the rows")
        assert len(rows) == 3
        assert read(screen, "/applications")["items"] == []
        rows[0].click()
        assert screen.find('[data-do="take"]').text == "Take in what is ticked (2)"
        press(screen, '[data-do="take"]')
        until(lambda: said(screen) == "Saved.", "taken")
        assert {one["company"] for one in read(screen, "/applications")["items"]} == {
            "Nordlicht SE",
            "Acme GmbH",
        }
        screen.find("input[type=file]").send_keys(str(FILES / "messages.csv"))
        until(lambda: screen.find('[data-do="other"], .wrong'), "another one read")


# What would be saved, instead of a file among the downloads of whoever runs the tests.
SAVED = """
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => { window.saved = { blob }; return make(blob); };
HTMLAnchorElement.prototype.click = function () { window.saved.name = this.download; };
"""


def test_a_change_is_undone_from_the_history_and_everything_is_given_out(screen: Screen) -> None:
    jobsearch.add_application(screen, "Acme GmbH", applied_on=jobsearch.day(days=-2))
    jobsearch.add_application(screen, jobsearch.RTL)
    with dashboard(screen, "history"):
        newest = until(lambda: screen.find("#view .lines li"), "the newest change")
        assert jobsearch.RTL in newest.text
        press(screen, '#view .lines [data-do="undo-change"]')
        until(lambda: said(screen) == "Taken back.", "taken back")
        assert [one["company"] for one in read(screen, "/applications")["items"]] == ["Acme GmbH"]
        follow(screen, "browsers", "#browsers li")
        assert "this browser" in screen.find("#browsers").text
        follow(screen, "export", "#export h2")
        screen.driver.execute_script(SAVED)
        press(screen, '[data-do="export-json"]')
        until(lambda: "is in your downloads" in said(screen), "saved")
        text = screen.driver.execute_async_script("window.saved.blob.text().then(arguments[0])")
        assert "Acme GmbH" in text
        assert screen.driver.execute_script("return window.saved.name").endswith(".json")
