"""The first view: what is due, logged and taken back; the picture of time by key; the beginning, and a service that is not there."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from . import jobsearch
from .by_key import focused, keys, tab_to
from .dashboard import dashboard, go, press, read, take_back
from .screen import Screen
from .service import Service
from .waiting import until


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


def test_an_empty_search_teaches_and_a_stopped_service_is_said_with_its_mend(
    screen: Screen, service: Service
) -> None:
    with dashboard(screen):
        assert "Begin with one interview" in screen.find("#view .empty").text
        service.stop()
        press(screen, '[data-do="first-application"]')
        screen.find('dialog [name="company"]').send_keys("Acme", Keys.ENTER)
        until(lambda: "poise serve" in screen.find('dialog [role="alert"]').text, "why it was not saved")
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
