"""Friend requests on Facebook: whom a button is for that says a name, or none, and acts without a click."""

import pytest

from ..battery import Site, change, decide, interviewer
from ..tracking import track

RULE = "friend-before-decision"
HEADER = "friend jane.doe.acme header"
NAMESAKE = "61557788990011"


@pytest.mark.parametrize("options", [{}, {"lang": "de"}, {"lang": "nb", "marks": "1"}], ids=str)
def test_a_friend_request_is_held_in_the_header_of_a_profile(jane: Site, options: dict[str, str]) -> None:
    jane.open("/jane.doe.acme", **options)
    jane.refuses(HEADER, "mouse", "enter", "space", "touch", "double", rule=RULE)
    jane.holds(HEADER, "space", rule=RULE)
    jane.screen.choose("send_anyway")
    jane.passes(HEADER, "space")
    jane.has_sent(("friend_request", "jane.doe.acme"))
    jane.passes("cancel jane.doe.acme header", "enter")
    jane.has_sent(("friend_request", "jane.doe.acme"), ("friend_cancel", "jane.doe.acme"))


def test_the_twin_that_nobody_sees_changes_nothing(jane: Site) -> None:
    jane.open("/jane.doe.acme")
    twins = jane.screen.driver.find_elements("css selector", '[aria-label="Add Friend Jane Doe"]')
    assert [one.get_attribute("aria-hidden") for one in twins[:2]] == ["true", None]
    assert twins[1] == jane.control(HEADER)
    jane.refuses(HEADER, rule=RULE)


BY_NUMBER = ["/profile.php?id=100001234567890", "/people/Jane-Doe/100001234567890/", "/100001234567890"]


@pytest.mark.parametrize("path", BY_NUMBER)
def test_a_profile_is_known_by_its_number(site: Site, path: str) -> None:
    track(site.screen, name="Jane Doe", profiles=["https://www.facebook.com/profile.php?id=100001234567890"])
    site.open(path)
    site.refuses(HEADER, "mouse", "enter", rule=RULE)


CARDS = {
    "people one may know": ("/sam.poe.draws", "pymk"),
    "search": ("/search/people/?q=jane", "card"),
    "suggestions": ("/friends/suggestions/", "card"),
}


@pytest.mark.parametrize("case", CARDS)
def test_of_several_cards_the_interviewers_is_held_and_the_namesakes_is_not(jane: Site, case: str) -> None:
    path, place = CARDS[case]
    jane.open(path)
    jane.refuses(f"friend jane.doe.acme {place}", "mouse", "enter", rule=RULE)
    jane.screen.listen()
    jane.passes(f"friend {NAMESAKE} {place}")
    jane.has_sent(("friend_request", NAMESAKE))
    jane.passes(f"friend jane.doehler {place}", "space")
    jane.has_sent(("friend_request", NAMESAKE), ("friend_request", "jane.doehler"))
    jane.costs_nothing()


STRANGERS = {
    "on the interviewer's profile": ("/jane.doe.acme", "friend sam.poe.draws pymk"),
    "a card that links to the interviewer": ("/friends/suggestions/", "friend jane.doehler card"),
    "their own profile": ("/sam.poe.draws", "friend sam.poe.draws header"),
    "the namesake's profile": (f"/profile.php?id={NAMESAKE}", f"friend {NAMESAKE} header"),
}


@pytest.mark.parametrize("case", STRANGERS)
@pytest.mark.parametrize("by", ["mouse", "enter"])
def test_a_stranger_gets_the_request(jane: Site, case: str, by: str) -> None:
    path, name = STRANGERS[case]
    who = name.split()[1]
    jane.open(path)
    jane.screen.listen()
    jane.passes(name, by)
    jane.has_sent(("friend_request", who))
    jane.passes(name.replace("friend", "cancel"), by)
    jane.has_sent(("friend_request", who), ("friend_cancel", who))
    assert jane.screen.heard() == []
    assert jane.screen.nodes() == (1 if "the interviewer's profile" in case else 0)  # the chip


@pytest.mark.parametrize("state", ["pending", "friends"])
def test_what_is_asked_or_granted_already_is_never_held(jane: Site, state: str) -> None:
    jane.open("/jane.doe.acme", state=state)
    jane.screen.chip()
    if state == "pending":
        jane.passes("cancel jane.doe.acme header")
        jane.has_sent(("friend_cancel", "jane.doe.acme"))
    else:
        jane.screen.find('[data-pagelet="ProfileActions"] [aria-label="Friends"]').click()
        assert jane.screen.ours('[role="alertdialog"]') is None


AFTER_NO = "friend-after-rejection"
HINTS = {"offer": "connect-with-note", "rejected": AFTER_NO, "withdrawn": AFTER_NO}


@pytest.mark.parametrize("outcome", HINTS)
def test_after_the_decision_it_goes_with_a_hint(site: Site, outcome: str) -> None:
    decide(site.screen, interviewer(site, "jane-doe"), outcome)
    site.open("/jane.doe.acme")
    site.screen.chip()
    site.passes(HEADER)
    site.has_sent(("friend_request", "jane.doe.acme"))
    assert site.screen.hint().get_attribute("data-rule") == HINTS[outcome]


def test_somebody_trusted_by_hand_is_left_alone(site: Site) -> None:
    tracked = interviewer(site, "jane-doe")
    change(site.screen, "interviewers", tracked["interviewer"], trusted=True)
    site.open("/jane.doe.acme")
    site.screen.chip()
    site.passes(HEADER, "enter")
    site.has_sent(("friend_request", "jane.doe.acme"))
    assert site.screen.ours('[role="alertdialog"], [role="status"]') is None
