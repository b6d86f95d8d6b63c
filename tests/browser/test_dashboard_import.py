"""A file that comes in: shown first, taken as far as it is ticked."""

from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from .by_key import keys, tab_to
from .dashboard import dashboard, read, said
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
