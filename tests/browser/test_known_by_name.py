"""Somebody of whom nothing but the name is known: asked about wherever it fits, the answer remembered, and taken back."""

from collections.abc import Callable

from selenium.webdriver.common.by import By

from tests.practice import Practice

from .battery import Site, interviewer
from .screen import Screen
from .service import Service
from .test_popup import change, popup
from .tracking import track
from .waiting import until

CONNECT, FRIEND, WRITE = "connect-before-decision", "friend-before-decision", "new-channel"
ON_LINKEDIN = {
    "/feed/": "connect jane-doe feed",
    "/in/sam-poe/": "connect jane-doe rail",
    "/mynetwork/": "connect jane-doe pymk",
    "/mynetwork/cohort/": "connect jane-doe cohort",
    "/in/jane-doe/?gen=late-button": "connect jane-doe top",
}
ON_FACEBOOK = {
    "/friends/suggestions/": "friend jane.doe.acme card",
    "/sam.poe.draws": "friend jane.doe.acme pymk",
    "/jane.doe.acme": "friend jane.doe.acme header",
}


def is_asked(site: Site, name: str, *, rule: str, by: str = "mouse") -> None:
    assert "same Jane Doe" in site.holds(name, by, rule=rule).text


def ask_again(site: Site) -> None:
    """Take the answer back in the popup."""
    with popup(site.screen):
        change(site.screen, "others", "ask-again")
        until(
            lambda: not site.screen.driver.find_elements(By.CSS_SELECTOR, '[data-fold="others"]'), "forgotten"
        )


def walk(site: Site, places: dict[str, str], rule: str, until_sent: Callable[[str], None]) -> None:
    """Asked in each place; at the last the answer is no, which holds there alone, until it is taken back."""
    for path, name in places.items():
        site.open(path)
        is_asked(site, name, rule=rule)
        site.screen.choose("cancel")
    is_asked(site, name, rule=rule)
    site.screen.choose("not_them")
    until(lambda: not site.guards(name), "that it is remembered")
    until_sent(name)
    ask_again(site)
    site.open(path)
    is_asked(site, name, rule=rule)
    site.screen.choose("cancel")


def test_a_name_is_asked_about_in_lists_rails_and_posts(screen: Screen, practice: Practice) -> None:
    site = Site(screen, practice, "linkedin")
    track(screen, name="Jane Doe, PhD")

    def send(name: str) -> None:
        site.passes(name)
        site.passes("dialog send jane-doe")
        site.has_sent(("connect", "jane-doe"))

    walk(site, ON_LINKEDIN, CONNECT, send)


def test_a_name_is_asked_about_on_facebooks_cards(screen: Screen, practice: Practice) -> None:
    site = Site(screen, practice, "facebook")
    track(screen, name="Jane Doe (She/Her)")

    def send(name: str) -> None:
        site.passes(name)
        site.has_sent(("friend_request", "jane.doe.acme"))

    walk(site, ON_FACEBOOK, FRIEND, send)


def test_of_two_of_one_name_each_is_asked_about_with_where_it_is(
    screen: Screen, practice: Practice, service: Service
) -> None:
    """What is said of the one is no pass for the other, though the service cannot be told now."""
    site, name = Site(screen, practice, "linkedin"), "connect jane-doe rail"
    companies = {"Acme GmbH", "Beta AG"}
    for company in companies:
        track(screen, name="Jane Doe", company=company)
    service.stop()
    site.open("/in/sam-poe/")
    asked = list[str]()
    for _ in companies:
        shown = site.holds(name, rule=CONNECT).text
        asked += [company for company in companies if company in shown]
        site.screen.choose("not_them")
    assert sorted(asked) == sorted(companies)
    site.passes(name)


def test_somebody_else_of_that_name_opens_no_way_to_the_right_one(screen: Screen, practice: Practice) -> None:
    """Beside her profile stands a namesake, who is pressed first, by mistake."""
    site, namesake = Site(screen, practice, "linkedin"), "connect jane-doe-4b2a91 rail"
    track(screen, name="Jane Doe")
    site.open("/in/jane-doe/")
    is_asked(site, namesake, rule=CONNECT)
    screen.choose("not_them")
    until(lambda: not site.guards(namesake), "that it is remembered")
    is_asked(site, "connect jane-doe top", rule=CONNECT)
    screen.choose("cancel")
    assert site.sent == []


def test_what_was_said_of_a_name_is_not_asked_in_the_next_page_either(
    screen: Screen, practice: Practice, service: Service
) -> None:
    """Though the service is away and cannot be told."""
    site, name = Site(screen, practice, "linkedin"), "connect jane-doe rail"
    track(screen, name="Jane Doe")
    service.stop()
    site.open("/in/sam-poe/")
    is_asked(site, name, rule=CONNECT)
    screen.choose("not_them")
    site.open("/in/sam-poe/")
    site.control(name)
    site.passes(name)


def test_an_encrypted_conversation_and_a_story_say_a_name_alone(screen: Screen, practice: Practice) -> None:
    """Their address is a number of its own, so that somebody whose profile is known is asked about, too."""
    site = Site(screen, practice, "facebook")
    interviewer(site, "jane-doe")
    jane, sam = (practice.people.on_linkedin(slug) for slug in ("jane-doe", "sam-poe"))
    assert jane
    assert sam
    chat = "chat jane.doe.acme"
    for path in (f"/messages/e2ee/t/{jane.thread}/", f"/stories/{jane.thread}/?lang=nb"):
        site.open(path)
        site.type(chat, "Dear Jane")
        is_asked(site, chat, by="enter", rule=WRITE)
        site.screen.choose("cancel")
    site.open(f"/messages/e2ee/t/{sam.thread}/")
    site.type("chat sam.poe.draws", "Dear Sam")
    site.passes("chat sam.poe.draws", "enter")
    site.has_sent(("message", "sam.poe.draws"))
    site.open(f"/messages/e2ee/t/{jane.thread}/", lang="de")
    site.type(chat, "Liebe Jane")
    is_asked(site, chat, by="enter", rule=WRITE)
    site.screen.choose("not_them")
    until(lambda: not site.guards(chat), "that it is remembered")
    site.passes(chat, "enter")
    site.has_sent(("message", "sam.poe.draws"), ("message", "jane.doe.acme"))
    ask_again(site)
    site.open(f"/messages/e2ee/t/{jane.thread}/")
    until(lambda: site.guards(chat), "that it is asked again")
