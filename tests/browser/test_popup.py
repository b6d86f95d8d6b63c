"""What the popup does: tracks the person on the open page, takes down what happened, says how the guard stands."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.practice import Practice

from .screen import Screen
from .service import Service
from .tracking import BERLIN, JANE, interview, track
from .waiting import until

NOTHING_DUE = """api.storage.local.get('meta').then(({ meta }) => api.storage.local.set({ meta: {
  ...meta, waiting: meta.waiting.map((one) => ({ ...one, next: { name: 'Jane Doe', kind: 'connect', due: null } })) } }))"""
ASKED = "api.tabs.query({ url: 'https://*.linkedin.com/*' }).then(([{ id }]) => api.tabs.sendMessage(id, { kind: 'here' }))"


@contextmanager
def popup(screen: Screen, hash_: str = "") -> Iterator[Screen]:
    """The popup in a tab of its own, beside the page that was looked at last."""
    with screen.on_our_page():
        screen.driver.get("about:blank")
        screen.driver.get(f"{screen.browser.page('popup.html')}{hash_}")
        until(lambda: screen.find("html").get_attribute("data-ready"), "the popup renewed")
        yield screen
        screen.driver.get(screen.browser.page("options.html"))


def press(screen: Screen, selector: str) -> None:
    until(lambda: screen.find(selector).is_displayed(), selector)
    screen.find(selector).click()


def said(screen: Screen) -> str:
    return until(lambda: screen.find("#outcome").text, "what was done")


def change(screen: Screen, fold: str, action: str) -> str:
    """Open the card of the one person and press one of its buttons; answers what the popup says then."""
    screen.driver.execute_script("document.querySelector('#outcome').textContent = ''")
    unfold(screen, "more")
    unfold(screen, fold)
    press(screen, f'[data-fold="{fold}"] [data-do="{action}"]')
    return said(screen)


def unfold(screen: Screen, name: str) -> None:
    details = until(lambda: screen.find(f'[data-fold="{name}"]'), name)
    if details.get_attribute("open") is None:
        press(screen, f'[data-fold="{name}"] > summary')


def fill(screen: Screen, name: str, value: str) -> None:
    field = screen.find(f'[name="{name}"]')
    screen.driver.execute_script("arguments[0].value = arguments[1]", field, value)


def people(screen: Screen) -> list[dict[str, Any]]:
    answer = screen.tell({"kind": "request", "method": "GET", "path": "/interviewers"})
    found: list[dict[str, Any]] = answer["body"]["items"]
    return found


def cards(screen: Screen, section: str) -> list[WebElement]:
    return screen.driver.find_elements(By.CSS_SELECTOR, f"{section} [data-person]")


def test_a_person_is_tracked_from_their_profile_in_a_few_presses(screen: Screen, practice: Practice) -> None:
    screen.open(practice.url("/in/jane-doe/"))
    with popup(screen):
        assert "Doe" not in json.dumps(screen.api(ASKED)), "nobody has asked for a name yet"
        press(screen, '[data-track="person"]')
        until(lambda: screen.find('[name="name"]').get_attribute("value") == "Jane Doe", "the name read")
        assert screen.find('[name="company"]').get_attribute("value") == "Acme GmbH"
        fill(screen, "interview", "2026-01-05T14:00")
        press(screen, "#here form [type=submit]")
        assert said(screen) == "Saved."
        until(lambda: len(cards(screen, "#waiting")) == 1, "Jane among those who wait")
        assert screen.find("#here").text == ""
    [jane] = people(screen)
    assert jane["profiles"] == [JANE, "linkedin:member:123456789"]
    assert jane["headline"] == "Head of Data Engineering at Acme GmbH"
    assert screen.badge() == "1"
    until(
        lambda: screen.chip().get_attribute("data-stage") == "awaiting",
        "the chip on the profile that is open",
    )


def test_an_offer_is_two_presses_and_can_be_undone(jane: Screen) -> None:
    with popup(jane):
        change(jane, "outcome", "outcome-offer")
        until(lambda: cards(jane, "#decided"), "Jane among the decided")
        assert jane.badge() == ""
        change(jane, "outcome", "outcome-none")
        until(lambda: cards(jane, "#waiting"), "Jane among those who wait")
        assert jane.badge() == "1"


def test_what_was_sent_is_taken_down(jane: Screen) -> None:
    with popup(jane):
        change(jane, "log", "thank_you")
    [entry] = jane.tell({"kind": "request", "method": "GET", "path": "/interactions"})["body"]["items"]
    assert (entry["kind"], entry["channel"]) == ("thank_you", "email")


def test_an_interview_is_moved_called_off_and_followed_by_another(screen: Screen) -> None:
    tracked = track(screen, name="Jane Doe", profiles=[JANE], interviews=[interview(days=-1)])
    path = f"/applications/{tracked['application']['id']}"

    def interviews() -> list[dict[str, str]]:
        found: list[dict[str, str]] = screen.tell({"kind": "request", "method": "GET", "path": path})["body"][
            "interviews"
        ]
        return found

    with popup(screen):
        change(screen, "interviews", "call-off")
        assert interviews() == []
        unfold(screen, "interviews")
        field = screen.find('[data-fold="interviews"] input')
        screen.driver.execute_script("arguments[0].value = '2027-03-01T09:30'", field)
        press(screen, '[data-fold="interviews"] [data-do="another"]')
        until(lambda: "interview ahead" in screen.find("[data-person]").text, "the new round")
    [ahead] = interviews()
    assert ahead["starts"].startswith("2027-03-01T")


def test_an_interview_that_is_moved_lasts_as_long_as_before(screen: Screen) -> None:
    starts = datetime(2027, 3, 1, 9, tzinfo=BERLIN)
    panel = {"starts": starts.isoformat(), "ends": (starts + timedelta(hours=3)).isoformat()}
    tracked = track(screen, name="Jane Doe", profiles=[JANE], interviews=[panel])
    with popup(screen):
        change(screen, "interviews", "move")
    path = f"/applications/{tracked['application']['id']}"
    [moved] = screen.tell({"kind": "request", "method": "GET", "path": path})["body"]["interviews"]
    assert (datetime.fromisoformat(moved["ends"]) - datetime.fromisoformat(moved["starts"])) == timedelta(
        hours=3
    )


def test_a_year_of_six_digits_is_refused_where_it_is_typed(jane: Screen) -> None:
    with popup(jane):
        unfold(jane, "more")
        unfold(jane, "interviews")
        for name in ("move", "another"):
            row = jane.find(f'[data-fold="interviews"] .row:has(> [data-do="{name}"])')
            field = row.find_element(By.CSS_SELECTOR, "input")
            jane.driver.execute_script("arguments[0].value = '202602-12-01T14:00'", field)
            row.find_element(By.CSS_SELECTOR, f'[data-do="{name}"]').click()
            assert jane.driver.execute_script("return arguments[0].matches(':invalid')", field)
    assert (
        len(
            jane.tell({"kind": "request", "method": "GET", "path": "/applications"})["body"]["items"][0][
                "interviews"
            ]
        )
        == 1
    )


def test_trust_by_hand_and_back(jane: Screen) -> None:
    with popup(jane, f"#person={people(jane)[0]['id']}&for=trusted"):
        press(jane, '[data-do="trust_before"]')
        until(lambda: "trusted" in cards(jane, "#waiting")[0].text, "the mark of trust")
        press(jane, '[data-do="untrust"]')
        until(lambda: "trusted" not in cards(jane, "#waiting")[0].text, "guarded again")
        press(jane, '[data-do="trust_before"]')
        until(lambda: "trusted" in cards(jane, "#waiting")[0].text, "trusted once more")
    [known] = people(jane)
    assert known["trusted"]
    assert known["reason"] == "We knew each other before"


def test_forgetting_can_be_undone(jane: Screen) -> None:
    before = people(jane)
    with popup(jane):
        unfold(jane, "more")
        press(jane, '[data-do="forget"]')
        until(lambda: not cards(jane, "main"), "nobody")
        press(jane, '#outcome [data-do="undo"]')
        until(lambda: cards(jane, "#waiting"), "Jane again")
    assert [one["profiles"] for one in people(jane)] == [one["profiles"] for one in before]


def test_a_stopped_service_is_said_with_its_mend(jane: Screen, service: Service) -> None:
    service.stop()
    with popup(jane):
        until(lambda: jane.find("#state").get_attribute("data-kind") == "absent", "the state")
        assert "poise serve" in jane.find("#state").text
        assert len(cards(jane, "#waiting")) == 1


@pytest.mark.entry("X20")
def test_a_browser_that_is_not_connected_says_so_and_can_be_connected(
    screen: Screen, service: Service
) -> None:
    screen.tell({"kind": "unpair"})
    assert screen.badge() == "!"
    with popup(screen):
        assert screen.find("#state").get_attribute("data-kind") == "unpaired"
        press(screen, '#state [data-do="connect"]')  # there is no host here, so a code is asked for
        settings = screen.browser.page("options.html")
        until(
            lambda: settings in screen.api("api.tabs.query({}).then((tabs) => tabs.map(({ url }) => url))"),
            "settings",
        )
    screen.pair(service.say("pair", "--print").strip(), service.port)
    assert screen.badge() == ""


def test_it_is_painted_from_what_is_known_before_anybody_answers(jane: Screen, service: Service) -> None:
    service.stop()
    with popup(jane):
        card = cards(jane, "#waiting")[0].text
    assert "Jane Doe" in card
    assert "day 1 · interview on" in card
    assert "Thank Jane Doe by e-mail" in card
    assert "Due" in card


def test_the_tooltip_names_who_is_due_first(jane: Screen) -> None:
    title = jane.api("api.action.getTitle({})")
    assert title.startswith("1 interviewer still has to decide\nNext: Jane Doe, ")
    jane.api(NOTHING_DUE)
    jane.tell({"kind": "pause", "pause": None})  # says it anew
    assert jane.api("api.action.getTitle({})") == "1 interviewer still has to decide\nNext: Jane Doe"


def test_a_page_under_a_new_address_is_known_by_its_number_and_both_addresses_stay(
    screen: Screen, practice: Practice
) -> None:
    before = "https://www.linkedin.com/in/jane-roe/"  # what the page was called when it was tracked
    number = next(one.member for one in practice.people.persons if one.slug == "jane-doe")
    track(screen, name="Jane Doe", profiles=[before, f"linkedin:member:{number}"])
    screen.open(practice.url("/in/jane-doe/"))
    with popup(screen):
        press(screen, '#here [data-do="add-address"]')
        until(lambda: not screen.find("#here").text, "remembered")
    [known] = people(screen)
    assert {before, JANE} <= set(known["profiles"])
    screen.open(practice.url("/in/jane-doe/"))
    screen.chip()


def test_not_the_same_person_is_found_and_undone(jane: Screen, practice: Practice) -> None:
    jane.open(practice.url("/in/jane-doe/"))
    jane.chip()
    with popup(jane):
        press(jane, '[data-do="not-them"]')
        until(lambda: jane.find('#here [data-kind="denied"]'), "what was said of this page")
        assert JANE in people(jane)[0]["not_profiles"]
        press(jane, '#here [data-do="theirs"]')
        until(lambda: not jane.find("#here").text, "taken back")
    [known] = people(jane)
    assert JANE in known["profiles"]
    assert known["not_profiles"] == []


@pytest.mark.long
def test_very_many_are_shown_part_by_part_and_whoever_is_meant_comes_first(screen: Screen) -> None:
    told = [track(screen, name=f"Person {number}", company=f"Company {number}") for number in range(27)]
    last = told[-1]["interviewer"]["id"]
    with popup(screen, f"#person={last}"):
        cards = "#waiting [data-person]"
        assert screen.find(cards).get_attribute("data-person") == last
        assert len(screen.driver.find_elements(By.CSS_SELECTOR, cards)) == 25
        press(screen, '#waiting [data-do="more"]')
        assert len(screen.driver.find_elements(By.CSS_SELECTOR, cards)) == 27
        assert not screen.driver.find_elements(By.CSS_SELECTOR, '[data-do="more"]')
        card = screen.driver.switch_to.active_element.find_element(By.XPATH, "ancestor::li[@data-person]")
        assert len(card.find_elements(By.XPATH, "preceding-sibling::li")) == 25
