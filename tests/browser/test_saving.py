"""What is saved from a page of ours: once, however often it is pressed; and what is not saved is said rightly, and not lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains

from tests.practice import Practice

from .finding import WORDS
from .screen import Screen
from .service import Service
from .test_popup import fill, people, popup, press, said, unfold
from .tracking import track
from .trouble import Wire, unchanged, wire
from .waiting import until

FOLLOW_UP = '[data-fold="log"] [data-do="follow_up"]'


def entries(screen: Screen) -> list[Any]:
    answer = screen.tell({"kind": "request", "method": "GET", "path": "/interactions"})
    return [one["kind"] for one in answer["body"]["items"]]


def open_log(screen: Screen) -> None:
    screen.driver.execute_script("document.querySelector('#outcome').textContent = ''")
    unfold(screen, "more")
    unfold(screen, "log")


@contextmanager
def answers_kept_back(between: Wire) -> Iterator[None]:
    """The service does what it is told, and its answer comes when nobody waits for it any more."""
    over = Event()

    def late(asked: bytes, answer: bytes) -> bytes:
        if asked.startswith(b"POST"):
            over.wait()
        return answer

    between.change = late
    yield
    between.change = unchanged
    over.set()


def test_a_double_click_takes_it_down_once(jane: Screen) -> None:
    with popup(jane):
        open_log(jane)
        ActionChains(jane.driver, duration=0).double_click(jane.find(FOLLOW_UP)).perform()
        assert said(jane) == "Saved."
    assert entries(jane) == ["follow_up"]


def test_what_may_be_saved_already_is_said_so_and_said_again_it_is_there_once(
    jane: Screen, service: Service
) -> None:
    with wire(service) as between, popup(jane):
        open_log(jane)
        with answers_kept_back(between):
            press(jane, FOLLOW_UP)
            assert said(jane) == WORDS["perhapsSaved"]
        press(jane, FOLLOW_UP)  # it is still there to be pressed
        until(lambda: said(jane) == "Saved.", "saved for sure")
        assert entries(jane) == ["follow_up"]


def test_why_nothing_was_saved_is_said_and_what_was_typed_stays(
    screen: Screen, practice: Practice, service: Service
) -> None:
    track(screen, name="Tom Roe", profiles=["https://www.linkedin.com/in/tom-roe/"])
    screen.open(practice.url("/in/jane-doe/"))
    with popup(screen):
        press(screen, '[data-track="person"]')
        until(lambda: screen.find('#here [name="company"]'), "the form")
        fill(screen, "company", "Acme of Bergen")
        service.stop()
        press(screen, "#here form [type=submit]")
        until(
            lambda: WORDS["finding_absent"] in screen.find('#here [role="alert"]').text,
            "why it was not saved",
        )
        service.start()
        open_log(screen)
        press(screen, FOLLOW_UP)
        assert said(screen) == "Saved."  # of somebody else meanwhile
        press(screen, "#here form [type=submit]")
        until(lambda: len(people(screen)) == 2, "both known")
    found = screen.tell({"kind": "request", "method": "GET", "path": "/applications"})["body"]["items"]
    assert "Acme of Bergen" in [one["company"] for one in found]
