"""LinkedIn's other ways of reaching somebody: messages, follows, comments, Sales Navigator, a dialog in a frame."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from tests.practice.people import load

from ..battery import Site, interviewer
from ..tracking import track
from ..waiting import until

CONNECT, WRITE = "connect-before-decision", "new-channel"
JANE = next(person for person in load().persons if person.slug == "jane-doe")
SAM = next(person for person in load().persons if person.slug == "sam-poe")


@pytest.fixture
def jane(site: Site) -> Site:
    """Jane Doe of Acme interviewed the user yesterday and has not decided; her address and her number are known."""
    known = ["https://www.linkedin.com/in/jane-doe/", f"linkedin:member:{JANE.member}"]
    track(site.screen, name=JANE.name, profiles=known)
    return site


LISTS = {
    "who viewed": ("/analytics/profile-views/", "viewer", True),
    "everybody on a page": ("/mynetwork/cohort/", "cohort", False),
}


@pytest.mark.parametrize("case", LISTS)
def test_an_interviewer_is_held_in_further_lists_and_a_stranger_is_not(jane: Site, case: str) -> None:
    path, place, dialog = LISTS[case]
    jane.open(path)
    jane.refuses(f"connect jane-doe {place}", "mouse", "enter", rule=CONNECT)
    jane.passes(f"connect sam-poe {place}")
    if dialog:
        jane.passes("dialog send sam-poe")
    jane.has_sent(("connect", "sam-poe"))


def test_a_profile_for_phones_is_guarded_as_well(jane: Site) -> None:
    jane.screen.open(jane.practice.url("/mwlite/in/jane-doe", host="m.linkedin.com", gen="late-button"))
    jane.refuses("connect jane-doe top", rule=CONNECT)


UNLISTED = {
    "a button with an icon": ("/in/jane-doe/", {"gen": "late-button"}, "connect jane-doe top"),
    "the More menu": ("/in/jane-doe/", {"gen": "more-only"}, "connect jane-doe menu"),
    "My Network": ("/mynetwork/", {"keys": "uuid"}, "connect jane-doe pymk"),
}


@pytest.mark.parametrize("case", UNLISTED)
def test_no_label_is_needed_in_a_language_that_no_list_has(jane: Site, case: str) -> None:
    path, options, name = UNLISTED[case]
    jane.open(path, lang="st", **options)
    if "menu" in name:
        jane.passes("more jane-doe top")
    jane.refuses(name, rule=CONNECT)


def test_how_do_you_know_them_is_a_step_and_no_second_question(jane: Site) -> None:
    jane.open("/in/jane-doe/", variant="know")
    jane.passes("connect sam-poe rail")
    for step in ("dialog other", "dialog connect", "dialog send sam-poe"):
        jane.passes(step)
    jane.has_sent(("connect", "sam-poe"))
    jane.holds("connect jane-doe top", rule=CONNECT)
    jane.screen.choose("send_anyway")
    for step in ("connect jane-doe top", "dialog other", "dialog connect", "dialog send jane-doe"):
        jane.passes(step)
    jane.has_sent(("connect", "sam-poe"), ("connect", "jane-doe"))


def test_where_an_address_is_asked_for_the_sending_is_held_and_a_limit_only_told(site: Site) -> None:
    site.open("/in/jane-doe/", variant="email")
    site.passes("connect jane-doe top")
    interviewer(site, "jane-doe")
    site.screen.driver.execute_script("history.pushState({}, '', '/in/jane-doe/overlay/about/')")
    site.type("dialog email", "jane@acme.example")
    site.refuses("dialog send jane-doe", rule=CONNECT)
    site.open("/in/jane-doe/", variant="limit", lang="st")
    site.holds("connect jane-doe top", rule=CONNECT)
    site.screen.choose("send_anyway")
    for step in ("connect jane-doe top", "dialog send jane-doe", "dialog got-it"):
        site.passes(step)
    assert site.sent == []


def test_a_dialog_in_a_frame_belongs_to_what_was_pressed_around_it(jane: Site) -> None:
    jane.open("/in/jane-doe/", frame="1")
    for name, slug in (("connect sam-poe rail", "sam-poe"), ("connect jane-doe top", "jane-doe")):
        if slug == "jane-doe":
            jane.holds(name, rule=CONNECT)
            jane.screen.choose("send_anyway")
        jane.passes(name)
        in_frame(jane, slug)
        jane.screen.driver.switch_to.default_content()
        jane.screen.driver.execute_script("document.querySelector('[data-testid=invite-frame]').remove()")
    jane.has_sent(("connect", "sam-poe"), ("connect", "jane-doe"))


def in_frame(site: Site, slug: str) -> None:
    frame = '[data-testid="invite-frame"]'
    site.screen.driver.switch_to.frame(site.screen.find(frame))
    until(lambda: site.controls(f"dialog send {slug}"), "the dialog in its frame")
    until(lambda: not site.stops_a_release(f"dialog send {slug}"), "that the frame knows")
    site.passes(f"dialog send {slug}")


def test_an_interviewers_lead_page_is_guarded_and_its_dialog_too(jane: Site) -> None:
    jane.open(f"/sales/lead/{JANE.urn('ACw')},NAME_SEARCH,x1Yz")
    jane.passes("more jane-doe lead")
    jane.refuses("connect jane-doe lead", "mouse", "enter", rule=CONNECT)
    jane.refuses("message jane-doe lead", rule=WRITE)
    jane.open(f"/sales/lead/{SAM.urn('ACw')},NAME_SEARCH,x1Yz")
    for step in ("more sam-poe lead", "connect sam-poe lead", "dialog send sam-poe"):
        jane.passes(step)
    jane.has_sent(("connect", "sam-poe"))


def test_in_a_list_of_leads_the_dialog_says_the_name_and_it_is_asked_who_that_is(jane: Site) -> None:
    jane.open("/sales/search/people", lang="de")
    for step in ("more jane-doe row", "connect jane-doe row"):
        jane.passes(step)
    assert "same" in jane.holds("dialog send jane-doe", rule=CONNECT).text
    jane.screen.choose("cancel")
    jane.passes("dialog dismiss")
    for step in ("more sam-poe row", "connect sam-poe row", "dialog send sam-poe"):
        jane.passes(step)
    jane.has_sent(("connect", "sam-poe"))


def test_sales_navigators_own_messages_are_held_where_they_begin_and_go_after_one_question(
    jane: Site,
) -> None:
    jane.open("/sales/search/people", lang="st")
    jane.refuses("message jane-doe row", "mouse", "enter", rule=WRITE)
    jane.passes("message sam-poe row")
    jane.type("message-text sam-poe", "Good morning")
    jane.passes("send-message sam-poe")
    jane.has_sent(("message", "sam-poe"))
    jane.holds("message jane-doe row", rule=WRITE)
    jane.screen.choose("send_anyway")
    jane.passes("message jane-doe row")
    jane.type("message-text jane-doe", "Good morning")
    jane.passes("send-message jane-doe")
    jane.has_sent(("message", "sam-poe"), ("message", "jane-doe"))


def test_a_window_of_sales_navigator_that_was_open_before_is_with_whom_it_says(site: Site) -> None:
    site.open("/sales/search/people")
    site.passes("message jane-doe row")
    track(site.screen, name=JANE.name, profiles=["https://www.linkedin.com/in/jane-doe/"])
    site.type("message-text jane-doe", "Good morning")
    until(lambda: site.guards("send-message jane-doe"), "a guard")
    assert "same" in site.holds("send-message jane-doe", rule=WRITE).text


MESSAGES: dict[str, dict[str, str]] = {
    "button": {"message": "inmail"},
    "enter": {"enter": "1"},
    "thread": {"message": "thread"},
}


@pytest.mark.parametrize("case", MESSAGES)
def test_a_first_message_is_held_at_its_link_and_goes_after_one_question(jane: Site, case: str) -> None:
    jane.open("/in/jane-doe/", **MESSAGES[case])
    jane.refuses("message jane-doe top", rule=WRITE)
    jane.holds("message jane-doe top", rule=WRITE)
    jane.screen.choose("send_anyway")
    jane.passes("message jane-doe top")
    jane.type("message-text jane-doe", "Thank you for the tour of the warehouse.")
    if case == "enter":
        jane.use("message-text jane-doe", "enter")
    else:
        jane.passes("send-message jane-doe")
    jane.has_sent(("message", "jane-doe"))


@pytest.mark.parametrize("enter", ["0", "1"])
def test_a_conversation_beside_another_page_is_with_whom_its_header_says(jane: Site, enter: str) -> None:
    how = (
        {"name": "message-text {}", "by": "enter"}
        if enter == "1"
        else {"name": "send-message {}", "by": "mouse"}
    )
    jane.open("/in/jane-doe/", message="thread", enter=enter)
    jane.screen.chip()
    open_conversation(jane, "sam-poe")
    jane.type("message-text sam-poe", "Shall we have lunch?")
    jane.use(how["name"].format("sam-poe"), how["by"])
    jane.has_sent(("message", "sam-poe"))
    open_conversation(jane, "jane-doe")
    jane.type("message-text jane-doe", "I was waiting for your call.")
    jane.refuses(how["name"].format("jane-doe"), how["by"], rule=WRITE)
    jane.has_sent(("message", "sam-poe"))


def open_conversation(site: Site, slug: str) -> None:
    """As one that stands there from before: nothing of ours saw how."""
    person = next(one for one in load().persons if one.slug == slug)
    site.screen.driver.execute_script("site.conversation(arguments[0])", person.brief())


def test_a_message_on_a_page_of_its_own_is_to_whom_the_address_says(jane: Site) -> None:
    jane.open(f"/messaging/compose/?recipient={JANE.urn()}")
    jane.type("message-text jane-doe", "I was waiting for your call.")
    jane.refuses("send-message jane-doe", rule=WRITE)
    jane.open(f"/messaging/compose/?recipient={SAM.urn()}")
    jane.type("message-text sam-poe", "Shall we have lunch?")
    jane.passes("send-message sam-poe")
    jane.has_sent(("message", "sam-poe"))


def test_following_gets_a_hint_and_goes_through(jane: Site) -> None:
    jane.open("/in/jane-doe/", gen="more-only", lang="de")
    jane.passes("follow jane-doe top")
    assert jane.screen.hint().get_attribute("data-rule") == WRITE
    jane.has_sent(("follow", "jane-doe"))


def test_reactions_are_free_and_the_third_comment_is_held(site: Site) -> None:
    tracked = interviewer(site, "jane-doe")["interviewer"]["id"]
    site.open("/feed/")
    site.passes("react jane-doe")
    site.has_sent(("react", "jane-doe"))
    for _ in range(2):
        assert site.screen.tell(commented(tracked))["status"] == 201
    site.type("comment jane-doe", "The part about night shifts I would like to hear more of.")
    site.refuses("send-comment jane-doe", rule="comment-sparingly")
    site.type("comment sam-poe", "I like your timetables.")
    site.passes("send-comment sam-poe")
    site.has_sent(("react", "jane-doe"), ("comment", "sam-poe"))


def commented(person: str) -> dict[str, Any]:
    at = datetime.now(UTC).isoformat()
    body = {"id": str(uuid4()), "interviewer": person, "kind": "comment", "channel": "linkedin", "at": at}
    return {"kind": "request", "method": "POST", "path": "/interactions", "body": body}
