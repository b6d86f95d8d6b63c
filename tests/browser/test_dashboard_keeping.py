"""What is kept: the history with its undo, the data on their way out, and backups."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from . import jobsearch
from .by_key import keys, tab_to
from .dashboard import dashboard, follow, press, read, said, take_back
from .screen import Screen
from .waiting import until

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
        tab_to(screen, '[data-do="export-json"]')
        keys(screen, Keys.ENTER)
        until(lambda: "is in your downloads" in said(screen), "saved")
        text = screen.driver.execute_async_script("window.saved.blob.text().then(arguments[0])")
        assert "Acme GmbH" in text
        assert screen.driver.execute_script("return window.saved.name").endswith(".json")


def by_hand(screen: Screen) -> list[WebElement]:
    return screen.driver.find_elements(By.CSS_SELECTOR, '#backups [data-kind="by_hand"]')


def test_a_backup_is_made_and_brought_back_by_key_alone_and_that_is_taken_back(screen: Screen) -> None:
    jobsearch.add_application(screen, "Acme GmbH")

    def companies() -> set[str]:
        return {one["company"] for one in read(screen, "/applications")["items"]}

    with dashboard(screen, "backups"):
        before = len(by_hand(screen))
        tab_to(screen, '[data-do="backup"]')
        keys(screen, Keys.ENTER)
        until(lambda: len(by_hand(screen)) > before, "the backup in the list")
        name = by_hand(screen)[0].get_attribute("data-id")
        jobsearch.add_application(screen, "Globex")
        back = f'[data-id="{name}"] [data-do="restore"]'
        tab_to(screen, back)
        keys(screen, Keys.ENTER)
        until(lambda: screen.find("dialog[open]"), "the question")
        keys(screen, Keys.ESCAPE)
        until(lambda: not screen.driver.find_elements(By.TAG_NAME, "dialog"), "nothing done")
        assert companies() == {"Acme GmbH", "Globex"}
        tab_to(screen, back)
        keys(screen, Keys.ENTER)
        tab_to(screen, 'dialog [data-do="submit"]')
        keys(screen, Keys.ENTER)
        until(lambda: "as it was" in said(screen), "brought back")
        assert companies() == {"Acme GmbH"}
        assert screen.find('#backups [data-kind="replaced"]')
        take_back(screen)
        assert companies() == {"Acme GmbH", "Globex"}
