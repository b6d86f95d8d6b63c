"""The chip on a tracked person's page: it follows the page, and turns by itself while the page stays open."""

from tests.practice import Practice

from .screen import Screen
from .tracking import JANE, interview, track
from .waiting import until


def test_it_turns_by_itself_when_an_interview_ends(screen: Screen, practice: Practice) -> None:
    ahead = interview(hours=-1, seconds=6)  # it ends in six seconds
    track(screen, name="Jane Doe", profiles=[JANE], interviews=[ahead])
    screen.open(practice.url("/in/jane-doe/"))
    assert screen.chip().get_attribute("data-stage") == "scheduled"
    until(lambda: screen.chip().get_attribute("data-stage") == "awaiting", "the chip turned")
    assert "day 1" in screen.chip().text


def test_it_turns_by_itself_when_the_next_day_of_waiting_begins(screen: Screen, practice: Practice) -> None:
    ended = interview(hours=-25, seconds=6)  # it ended a day ago, but for six seconds
    track(screen, name="Jane Doe", profiles=[JANE], interviews=[ended])
    screen.open(practice.url("/in/jane-doe/"))
    assert "day 1" in screen.chip().text
    until(lambda: "day 2" in screen.chip().text, "the next day")


def test_it_follows_a_page_that_changes_its_address_by_itself(jane: Screen, practice: Practice) -> None:
    jane.open(practice.url("/in/jane-doe/"))
    jane.chip()
    jane.driver.execute_script("history.pushState(null, '', '/in/sam-poe/')")
    until(lambda: jane.nodes() == 0, "the chip gone")
    jane.driver.execute_script("history.back()")
    jane.chip()
