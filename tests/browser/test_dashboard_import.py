"""A file that comes in: shown first, taken as far as it is ticked."""

from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from .by_key import keys, tab_to
from .dashboard import dashboard, press, read, said
from .finding import WORDS
from .screen import Screen
from .waiting import until

FILES = Path(__file__).parents[1] / "intake" / "files"


def test_a_file_is_shown_first_and_only_what_is_ticked_is_taken(screen: Screen) -> None:
    with dashboard(screen, "import"):
        screen.find("input[type=file]").send_keys(str(FILES / "bewerbungen.csv"))
        rows = until(lambda: screen.driver.find_elements(By.CSS_SELECTOR, ".ticks input"), "the rows")
        assert len(rows) == 3
        assert read(screen, "/applications")["items"] == []
        tab_to(
            screen, ".ticks input"
        )  # which file it is is the system's own dialog to ask; from here on by key
        keys(screen, Keys.SPACE)
        assert screen.find('[data-do="take"]').text == "Take in what is ticked (2)"
        tab_to(screen, '[data-do="take"]')
        keys(screen, Keys.ENTER)
        until(lambda: said(screen) == "Saved.", "taken")
        assert {one["company"] for one in read(screen, "/applications")["items"]} == {
            "Nordlicht SE",
            "Acme GmbH",
        }
        screen.find("input[type=file]").send_keys(str(FILES / "messages.csv"))
        until(lambda: screen.find('[data-do="other"], .wrong'), "another one read")


def test_what_could_be_read_two_ways_is_refused_and_said_in_the_form_below(
    screen: Screen, tmp_path: Path
) -> None:
    (tmp_path / "mine.csv").write_text("Company,Applied on\nAcme GmbH,03/04/2026\n")
    with dashboard(screen, "import"):
        screen.find("input[type=file]").send_keys(str(tmp_path / "mine.csv"))
        assert "day or month first?" in until(lambda: screen.find(".wrong"), "refused").text
        Select(screen.find('[name="dates"]')).select_by_value("dmy")
        press(screen, '[data-do="again"]')
        until(lambda: screen.find('[data-do="take"]'), "read again")


def test_what_cannot_be_read_is_said(screen: Screen, tmp_path: Path) -> None:
    """As of a folder that was dropped, or a file that is gone since."""
    (tmp_path / "mine.csv").write_text("Company\nAcme GmbH\n")
    with dashboard(screen, "import"):
        screen.driver.execute_script(
            "FileReader.prototype.readAsDataURL = function () { this.dispatchEvent(new Event('error')); }"
        )
        screen.find("input[type=file]").send_keys(str(tmp_path / "mine.csv"))
        assert until(lambda: screen.find(".wrong").text, "why") == WORDS["importUnreadable"]
