"""LinkedIn's invite dialog where no attempt is open, and the addresses that open it by themselves."""

import pytest

from ..battery import Site, interviewer

RULE = "connect-before-decision"
NOTE = "It was good to hear about the warehouse, and the cook."
ADDRESSES = ("/preload/custom-invite/", "/preload/search-custom-invite/")


def opened_without_an_attempt(site: Site, **options: str) -> None:
    """The dialog is open, nothing of ours saw how: the site changed its address since."""
    site.open("/in/jane-doe/", **options)
    site.passes("connect jane-doe top")
    site.screen.driver.execute_script("history.pushState({}, '', '/in/jane-doe/overlay/about-this-profile/')")
    interviewer(site, "jane-doe")
    site.screen.chip()


DIALOGS = {
    "three buttons": {"layout": "3"},
    "two buttons": {"layout": "2"},
    "German": {"lang": "de"},
    "Norwegian with marks": {"lang": "no", "marks": "1"},
    "in the page itself": {"gen": "classic"},
}


@pytest.mark.parametrize("case", DIALOGS)
def test_send_is_held_where_no_attempt_is_open(site: Site, case: str) -> None:
    opened_without_an_attempt(site, **DIALOGS[case])
    site.refuses("dialog send jane-doe", "mouse", "enter", rule=RULE)
    site.write_note(NOTE)
    site.refuses("dialog send jane-doe", "mouse", "space", rule=RULE)
    assert site.control("dialog note").get_attribute("value") == NOTE
    site.holds("dialog send jane-doe", rule=RULE)
    site.screen.choose("send_anyway")
    site.passes("dialog send jane-doe")
    site.has_sent(("connect", "jane-doe"))


def test_somebody_tracked_while_the_dialog_is_open_is_held_at_send(site: Site) -> None:
    site.open("/in/sam-poe/")
    site.passes("connect anna-graefin-von-hohen rail")
    interviewer(site, "anna-graefin-von-hohen")
    site.refuses("dialog send anna-graefin-von-hohen", rule=RULE)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_address_of_an_invitation_asks_by_itself_and_once(jane: Site, address: str) -> None:
    jane.open(address, vanityName="jane-doe")
    assert jane.screen.warning().get_attribute("data-rule") == RULE
    jane.screen.choose("cancel")
    jane.refuses("dialog send jane-doe", rule=RULE)
    jane.open(address, vanityName="jane-doe")
    jane.screen.warning()
    jane.screen.choose("send_anyway")
    jane.passes("dialog send jane-doe")
    jane.has_sent(("connect", "jane-doe"))


def test_the_address_of_a_strangers_invitation_is_nobodys_business(jane: Site) -> None:
    jane.screen.listen()
    for slug in ("sam-poe", "jane-doe-4b2a91"):
        jane.open(f"/preload/custom-invite/?vanityName={slug}")
        jane.passes(f"dialog send {slug}")
        jane.has_sent(("connect", slug))
        jane.practice.clear()
    jane.costs_nothing()


def test_the_feed_whose_address_begins_like_an_invitation_asks_nothing(jane: Site) -> None:
    jane.open("/preload/")
    jane.refuses("connect jane-doe feed", rule=RULE)
    assert jane.screen.nodes() == 0
